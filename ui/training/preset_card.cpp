// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/preset_card.h"

#include <QPainter>

#include "ui/widgets/theme.h"

namespace foresell {

PresetCard::PresetCard(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PresetCard::setTexts(const QString& name, const QString& sentence, const QString& cost) {
    setText(name);
    m_sentence = sentence;
    m_cost = cost;
    setAccessibleDescription(sentence + QStringLiteral(" ") + cost);
    updateGeometry();
    update();
}

QSize PresetCard::sizeHint() const {
    return {240, Theme::instance().px(56)};
}

void PresetCard::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = (isChecked() && isEnabled()) || hasFocus();
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(theme.color(isMarked ? Role::Accent : Role::Line), isMarked ? 2 : 1));
    painter.setBrush(theme.color(underMouse() && !isChecked() ? Role::Hover : Role::Surface));
    painter.drawRoundedRect(frame, 6, 6);
    const QRectF inner = frame.adjusted(12, 6, -12, -6);
    const double half = inner.height() / 2;
    painter.setFont(theme.font(13, true));
    painter.setPen(theme.color(!isEnabled() ? Role::Text3 : isChecked() ? Role::Accent : Role::Text));
    painter.drawText(inner.adjusted(0, 0, 0, -half), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(theme.font(12));
    painter.setPen(theme.color(isEnabled() ? Role::Text2 : Role::Text3));
    const QFontMetricsF metrics(painter.font());
    painter.drawText(inner.adjusted(0, 0, 0, -half), Qt::AlignRight | Qt::AlignVCenter, m_cost);
    painter.drawText(inner.adjusted(0, half, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_sentence, Qt::ElideRight, inner.width()));
}

}  // namespace foresell
