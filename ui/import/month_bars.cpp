// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/month_bars.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/import/import_words.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr int axisWidth = 52;
constexpr int readoutHeight = 22;
constexpr int labelHeight = 40;

double stepFor(double highest) {
    const double rough = std::max(1.0, highest / 4);
    const double unit = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (factor * unit >= rough) {
            return factor * unit;
        }
    }
    return rough;
}

}  // namespace

MonthBars::MonthBars(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(140);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MonthBars::setMonths(const std::vector<MonthOfSales>& months) {
    m_months.clear();
    for (const MonthOfSales& month : months) {
        while (!m_months.empty()) {
            const CivilDate before = toCivil(m_months.back().firstDay);
            const Day next = before.month == 12 ? toDay(before.year + 1, 1, 1) : toDay(before.year, before.month + 1, 1);
            if (next >= month.firstDay) {
                break;
            }
            m_months.push_back({.firstDay = next});
        }
        m_months.push_back(month);
    }
    m_current = -1;
    update();
}

QString MonthBars::textOf(int month) const {
    const MonthOfSales& each = m_months[static_cast<std::size_t>(month)];
    const CivilDate date = toCivil(each.firstDay);
    const QLocale locale;
    const QString name = isChinese(locale) ? QString(yearText(date.year, locale) + monthText(date.month, locale))
                                           : QString(monthText(date.month, locale) + QLatin1Char(' ') + yearText(date.year, locale));
    return each.lines == 0 ? tr("%1: no sales").arg(name)
                           : tr("%1: %2 sale lines, %3 units on %n day(s)", nullptr, each.daysWithSales)
                                 .arg(name, countText(each.lines), countText(std::llround(toDouble(each.units))));
}

QRectF MonthBars::plot() const {
    return QRectF(axisWidth, readoutHeight, width() - axisWidth, height() - readoutHeight - labelHeight);
}

void MonthBars::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    if (m_months.empty()) {
        return;
    }
    const QLocale locale;
    const QRectF area = plot();
    double highest = 1;
    for (const MonthOfSales& month : m_months) {
        highest = std::max(highest, static_cast<double>(month.lines));
    }
    const double step = stepFor(highest);
    const double top = step * std::ceil(highest / step);
    painter.setFont(theme.font(12));
    for (double value = 0; value <= top + step / 2; value += step) {
        const double y = std::floor(area.bottom() - area.height() * value / top) + 0.5;
        painter.setPen(theme.color(value == 0 ? Role::Axis : Role::Grid));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.color(Role::Text2));
        painter.drawText(QRectF(0, y - 9, axisWidth - 8, 18), Qt::AlignRight | Qt::AlignVCenter, shortNumber(value, locale));
    }
    const double width = area.width() / static_cast<double>(m_months.size());
    const double bar = std::clamp(width * 0.64, 1.0, 48.0);
    const int every = std::max(1, static_cast<int>(std::ceil(40 / width)));
    for (std::size_t i = 0; i < m_months.size(); ++i) {
        const double middle = area.left() + width * (static_cast<double>(i) + 0.5);
        const double height = area.height() * static_cast<double>(m_months[i].lines) / top;
        const bool isCurrent = static_cast<int>(i) == m_current;
        painter.fillRect(QRectF(middle - bar / 2, area.bottom() - height, bar, height), theme.color(isCurrent ? Role::Accent : Role::Sales));
        const CivilDate date = toCivil(m_months[i].firstDay);
        painter.setPen(theme.color(Role::Text2));
        painter.setFont(theme.font(12));
        if ((date.month - 1) % every == 0 || every == 1) {
            painter.drawText(QRectF(middle - 30, area.bottom() + 4, 60, 16), Qt::AlignCenter, monthText(date.month, locale));
        }
        if (i == 0 || date.month == 1) {
            painter.setPen(theme.color(Role::Text));
            painter.setFont(theme.font(12, true));
            painter.drawText(QRectF(middle - 40, area.bottom() + 21, 80, 16), Qt::AlignCenter, yearText(date.year, locale));
        }
    }
    if (m_current >= 0) {
        painter.setPen(theme.color(Role::Text));
        painter.setFont(theme.font(12, true));
        painter.drawText(QRectF(axisWidth, 0, area.width(), readoutHeight - 4), Qt::AlignLeft | Qt::AlignVCenter, textOf(m_current));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Role::Accent), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void MonthBars::read(int month) {
    m_current = m_months.empty() ? -1 : std::clamp(month, 0, static_cast<int>(m_months.size()) - 1);
    setAccessibleDescription(m_current < 0 ? QString() : textOf(m_current));
    update();
}

void MonthBars::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plot();
    read(static_cast<int>(std::floor((event->position().x() - area.left()) / area.width() * static_cast<double>(m_months.size()))));
}

void MonthBars::leaveEvent(QEvent*) {
    m_current = -1;
    update();
}

void MonthBars::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_months.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Left: read(m_current < 0 ? last : m_current - 1); break;
        case Qt::Key_Right: read(m_current < 0 ? 0 : m_current + 1); break;
        case Qt::Key_Home: read(0); break;
        case Qt::Key_End: read(last); break;
        default: QWidget::keyPressEvent(event);
    }
}

void MonthBars::focusInEvent(QFocusEvent*) {
    update();
}

void MonthBars::focusOutEvent(QFocusEvent*) {
    m_current = -1;
    update();
}

}  // namespace foresell
