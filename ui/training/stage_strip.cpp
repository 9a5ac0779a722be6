// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/stage_strip.h"

#include <QPainter>

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr int glyph = 16, gap = 6, between = 20;

}  // namespace

StageStrip::StageStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); update(); });
}

void StageStrip::setStages(const QStringList& names) {
    m_names = names;
    setCurrent(m_current);
}

void StageStrip::setCurrent(int stage) {
    m_current = stage;
    setAccessibleName(tr("Stages"));
    setAccessibleDescription(stage < m_names.size() ? tr("%1, stage %2 of %3").arg(m_names.value(stage)).arg(stage + 1).arg(m_names.size())
                                                    : tr("all stages done"));
    update();
}

QSize StageStrip::sizeHint() const {
    return {560, Theme::instance().px(24)};
}

void StageStrip::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    const int middle = height() / 2;
    for (int stage = 0; stage < m_names.size(); ++stage) {
        const bool isNow = stage == m_current;
        const QRectF disc(x, middle - glyph / 2, glyph, glyph);
        if (stage < m_current) {
            painter.drawPixmap(disc.topLeft(), stateGlyph(QStringLiteral("ok"), glyph, devicePixelRatioF()));
        } else {
            painter.setPen(QPen(theme.color(isNow ? Role::Accent : Role::Control), isNow ? 2 : 1.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(disc.adjusted(2, 2, -2, -2));
            if (isNow) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(theme.color(Role::Accent));
                painter.drawEllipse(disc.adjusted(5, 5, -5, -5));
            }
        }
        painter.setFont(theme.font(12, isNow));
        painter.setPen(theme.color(stage <= m_current ? Role::Text : Role::Text2));
        const int width = painter.fontMetrics().horizontalAdvance(m_names[stage]);
        painter.drawText(QRect(x + glyph + gap, 0, width + 4, height()), Qt::AlignLeft | Qt::AlignVCenter, m_names[stage]);
        x += glyph + gap + width + between;
    }
}

}  // namespace foresell
