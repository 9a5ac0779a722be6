// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_axes.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/widgets/theme.h"

namespace foresell {

namespace {

constexpr double nearestMonths = 34;
constexpr double nearestDays = 58;

/// One tick and its words; the year where it is another than before.
void paintDate(QPainter& painter, const PlotView& view, double x, const QString& text, int year, int& lastYear,
               double lane, const AxisStyle& style) {
    const double base = view.plot().bottom();
    painter.setPen(style.colors->text2);
    painter.setFont(style.font);
    const double line = QFontMetricsF(style.font).height() + 4;
    painter.drawText(QRectF(x, base + lane + 2, 120, line), Qt::AlignLeft | Qt::AlignVCenter, text);
    if (year != lastYear) {
        lastYear = year;
        painter.setPen(style.colors->text);
        painter.setFont(style.strong);
        painter.drawText(QRectF(x, base + lane + line, 120, line), Qt::AlignLeft | Qt::AlignVCenter,
                         yearText(year, style.locale));
    }
}

void paintTick(QPainter& painter, const PlotView& view, double x, const AxisStyle& style) {
    const double base = view.plot().bottom();
    painter.setPen(QPen(style.colors->axis, 1));
    painter.drawLine(QPointF(crisp(x), base), QPointF(crisp(x), base + 5));
}

}  // namespace

double crisp(double pixel) {
    return std::floor(pixel) + 0.5;
}

AxisStyle AxisStyle::of(const QWidget& chart, bool isForPrint) {
    AxisStyle style;
    style.locale = shownLocale(chart);
    style.colors = &chartColors(!isForPrint && isDarkPalette(chart.palette()));
    if (isForPrint) {
        style.font = printFont(12, false);
        style.strong = printFont(12, true);
        return style;
    }
    style.font = chart.font();
    style.font.setPixelSize(Theme::instance().px(12));
    style.font.setWeight(QFont::Normal);
    style.strong = style.font;
    style.strong.setWeight(isChinese(style.locale) ? QFont::Bold : QFont::Medium);
    return style;
}

QString axisNumber(double value, double step, const QLocale& locale) {
    return step < 1 ? numberText(value, locale, step < 0.1 ? 2 : 1) : shortNumber(value, locale);
}

int valueAxisWidth(const AxisSteps& steps, const AxisStyle& style) {
    const QFontMetricsF metrics(style.font);
    double widest = 0;
    for (const double value : ticksOf(steps)) {
        widest = std::max(widest, metrics.horizontalAdvance(axisNumber(value, steps.step, style.locale)));
    }
    return static_cast<int>(std::ceil(widest)) + 14;
}

void paintGridLines(QPainter& painter, const PlotView& view, const AxisSteps& steps, const AxisStyle& style) {
    const QRectF area = view.plot();
    painter.setPen(QPen(style.colors->grid, 1));
    for (const double value : ticksOf(steps)) {
        const double y = crisp(view.at(0, value).y());
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
}

void paintValueAxis(QPainter& painter, const PlotView& view, const AxisSteps& steps, const AxisStyle& style) {
    const QRectF area = view.plot();
    painter.setFont(style.font);
    painter.setPen(style.colors->text2);
    for (const double value : ticksOf(steps)) {
        painter.drawText(QRectF(0, view.at(0, value).y() - 10, area.left() - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                         axisNumber(value, steps.step, style.locale));
    }
    painter.setPen(QPen(style.colors->axis, 1));
    const double base = crisp(view.at(0, std::max(0.0, steps.low)).y());
    painter.drawLine(QPointF(area.left(), base), QPointF(area.right(), base));
}

void paintMonthAxis(QPainter& painter, const PlotView& view, double lane, const AxisStyle& style) {
    const QRectF area = view.plot();
    const double pixelsPerMonth = area.width() / std::max(1.0, view.highX() - view.lowX()) * 30.4;
    int every = 12;
    for (const int candidate : {1, 2, 3, 6}) {
        if (pixelsPerMonth * candidate >= nearestMonths) {
            every = candidate;
            break;
        }
    }
    CivilDate date = toCivil(static_cast<Day>(std::floor(view.lowX())));
    date.day = 1;
    int lastYear = 0;
    for (; toDay(date) <= view.highX(); date.month == 12 ? (++date.year, date.month = 1) : ++date.month) {
        const double x = view.at(toDay(date), 0).x();
        if (x >= area.left() - 1 && (date.month - 1) % every == 0) {
            paintTick(painter, view, x, style);
            paintDate(painter, view, x, monthText(date.month, style.locale), date.year, lastYear, lane, style);
        }
    }
}

void paintDayAxis(QPainter& painter, const PlotView& view, const std::vector<double>& days, double lane,
                  const AxisStyle& style) {
    const QRectF area = view.plot();
    double lastLabel = -1e9;
    int lastYear = 0;
    for (const double day : days) {
        const double x = view.at(day, 0).x();
        if (x < area.left() - 1 || x > area.right() + 1) {
            continue;
        }
        paintTick(painter, view, x, style);
        if (x - lastLabel >= nearestDays) {
            lastLabel = x;
            const Day date = static_cast<Day>(day);
            paintDate(painter, view, x, shortDate(date, style.locale), toCivil(date).year, lastYear, lane, style);
        }
    }
}

void paintKeyRow(QPainter& painter, QPointF at, const std::vector<KeyEntry>& entries, const AxisStyle& style) {
    const QFontMetricsF metrics(style.font);
    painter.setFont(style.font);
    for (const KeyEntry& entry : entries) {
        painter.fillRect(entry.isLine ? QRectF(at.x(), at.y() - 1, 14, 2) : QRectF(at.x(), at.y() - 5, 14, 10), entry.color);
        painter.setPen(style.colors->text2);
        const double width = metrics.horizontalAdvance(entry.name);
        painter.drawText(QRectF(at.x() + 20, at.y() - 9, width + 4, 18), Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        at.rx() += width + 40;
    }
}

}  // namespace foresell
