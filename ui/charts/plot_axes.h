// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLocale>

#include "ui/charts/plot_view.h"

namespace foresell {

/// How axes are written: fonts, colours and language of one chart. Internal to ui/charts.
struct AxisStyle {
    QFont font, strong;
    QLocale locale;
    const ChartColors* colors = nullptr;

    static AxisStyle of(const QWidget& chart, bool isForPrint);
};

/// Hairlines lie on half pixels.
double crisp(double pixel);

void paintGridLines(QPainter& painter, const PlotView& view, const AxisSteps& steps, const AxisStyle& style);
/// Numbers left of the plot and the base line.
void paintValueAxis(QPainter& painter, const PlotView& view, const AxisSteps& steps, const AxisStyle& style);
int valueAxisWidth(const AxisSteps& steps, const AxisStyle& style);
QString axisNumber(double value, double step, const QLocale& locale);

/// Months under the plot, the year in bold under its first month; x is in days. `lane` is the space left above them.
void paintMonthAxis(QPainter& painter, const PlotView& view, double lane, const AxisStyle& style);
/// Days, where less than about two months are shown. `days` ascend.
void paintDayAxis(QPainter& painter, const PlotView& view, const std::vector<double>& days, double lane,
                  const AxisStyle& style);

/// Marks and words in a row: a line or a box each, then its name.
struct KeyEntry {
    QColor color;
    bool isLine = true;
    QString name;
};
void paintKeyRow(QPainter& painter, QPointF at, const std::vector<KeyEntry>& entries, const AxisStyle& style);

}  // namespace foresell
