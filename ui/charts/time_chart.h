// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "ui/charts/time_chart_data.h"

class QPainter;

namespace foresell {

class OverviewStrip;
class TimePlot;

/// Sales and their forecast with nested bands of 50, 80 and 95 %. Readout line above the plot for the mouse or the arrow
/// keys, wheel zoom at the cursor, rubber band by dragging, Space or middle button drags, + and - zoom, Home or a double
/// click shows all. Colours follow the palette, numbers and dates the widget's locale.
class TimeChart : public QWidget {
    Q_OBJECT

public:
    explicit TimeChart(QWidget* parent = nullptr);
    ~TimeChart() override;

    void setData(TimeChartData data);
    const TimeChartData& data() const;
    /// Which of the bands 95, 80, 50 are drawn.
    void setVisibleBands(bool band95, bool band80, bool band50);
    void setWords(const TimeChartWords& words);
    /// For paper: no readout, no cursor, no overview.
    void setForPrint(bool isForPrint);

    /// Shows the last `years` of history and the forecast; 0: everything.
    void showLastYears(double years);
    void reset();
    double firstVisibleDay() const;
    double lastVisibleDay() const;

    QString readoutText() const;  ///< what the line above the plot says
    QString summary() const;      ///< the chart in a sentence, for screen readers and copies
    QStringList lines() const;    ///< tab-separated rows of everything drawn, a head first

    /// The chart as vectors into a rectangle of `painter`.
    void render(QPainter& painter, const QRectF& target);
    using QWidget::render;
    QImage toImage(double scale) const;
    bool saveSvg(const QString& path);
    void copyToClipboard() const;

signals:
    void tableRequested();
    void visibleRangeChanged(double firstDay, double lastDay);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void savePicture();

    TimePlot* m_plot = nullptr;
    OverviewStrip* m_overview = nullptr;
};

}  // namespace foresell
