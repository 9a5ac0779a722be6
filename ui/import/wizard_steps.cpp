// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/wizard_steps.h"

#include <QPainter>

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

namespace foresell {

WizardSteps::WizardSteps(QWidget* parent) : QWidget(parent) {
    setFixedHeight(42);
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void WizardSteps::setNames(const QStringList& names) {
    m_names = names;
    update();
}

void WizardSteps::setCurrent(int step) {
    m_current = step;
    setAccessibleName(m_names.value(step));
    update();
}

void WizardSteps::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 24;
    const int middle = height() / 2;
    for (int step = 0; step < m_names.size(); ++step) {
        const QRectF disc(x, middle - 10, 20, 20);
        if (step < m_current) {
            painter.drawPixmap(disc.topLeft(), stateGlyph(QStringLiteral("ok"), 20, devicePixelRatioF()));
        } else {
            const bool isNow = step == m_current;
            painter.setPen(QPen(theme.color(isNow ? Role::Accent : Role::Control), 1.2));
            painter.setBrush(isNow ? theme.color(Role::Accent) : theme.color(Role::Surface));
            painter.drawEllipse(disc.adjusted(0.6, 0.6, -0.6, -0.6));
            painter.setPen(theme.color(isNow ? Role::OnAccent : Role::Text2));
            painter.setFont(theme.font(12, isNow));
            painter.drawText(disc, Qt::AlignCenter, QString::number(step + 1));
        }
        painter.setFont(theme.font(13, step == m_current));
        painter.setPen(theme.color(step <= m_current ? Role::Text : Role::Text2));
        const QString& name = m_names[step];
        const int width = painter.fontMetrics().horizontalAdvance(name);
        painter.drawText(QRect(x + 28, 0, width + 4, height()), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += 28 + width + 8;
        if (step + 1 < m_names.size()) {
            painter.setPen(theme.color(Role::Line));
            painter.drawLine(QPointF(x, middle + 0.5), QPointF(x + 40, middle + 0.5));
            x += 48;
        }
    }
}

}  // namespace foresell
