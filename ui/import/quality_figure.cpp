// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/quality_figure.h"

#include <QPainter>

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace foresell {

QualityFigure::QualityFigure(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

void QualityFigure::setFigure(const QString& label, const QString& value, const QString& note, bool needsALook) {
    setText(label);
    m_value = value;
    m_note = note;
    m_needsALook = needsALook;
    setAccessibleName(label + QStringLiteral(": ") + value);
    setAccessibleDescription(note);
    update();
}

QSize QualityFigure::sizeHint() const {
    return {Theme::instance().px(220), Theme::instance().px(80)};
}

QSize QualityFigure::minimumSizeHint() const {
    return {Theme::instance().px(140), Theme::instance().px(80)};
}

void QualityFigure::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.color(Role::Accent), 2) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(theme.color(Role::Subtle)) : QBrush());
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const int left = theme.px(12);
    const QRect area = rect().adjusted(left, theme.px(8), -theme.px(8), 0);
    const auto line = [&](int y, int height, const QString& text) {
        painter.drawText(QRect(area.left(), area.top() + theme.px(y), area.width(), theme.px(height)), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    };
    painter.setPen(theme.color(Role::Text2));
    painter.setFont(theme.font(12));
    line(0, 18, text());
    if (m_needsALook) {
        const int x = area.left() + painter.fontMetrics().horizontalAdvance(text()) + theme.px(6);
        painter.drawPixmap(x, area.top() + theme.px(2), stateGlyph(QStringLiteral("warn"), theme.px(14), devicePixelRatioF()));
    }
    painter.setPen(theme.color(Role::Text));
    painter.setFont(theme.font(20, true));
    line(18, 28, m_value);
    painter.setPen(theme.color(underMouse() ? Role::Accent : Role::Text2));
    painter.setFont(theme.font(12));
    line(46, 18, m_note);
}

void QualityFigure::enterEvent(QEnterEvent*) {
    update();
}

void QualityFigure::leaveEvent(QEvent*) {
    update();
}

}  // namespace foresell
