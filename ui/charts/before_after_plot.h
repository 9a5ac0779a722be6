// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/before_after_chart.h"
#include "ui/charts/plot_axes.h"

namespace foresell {

/// The plot of a BeforeAfterChart; x is the day. Internal to ui/charts.
class BeforeAfterPlot : public PlotView {
    Q_OBJECT

public:
    explicit BeforeAfterPlot(QWidget* parent = nullptr);
    void setData(BeforeAfterData data);
    const BeforeAfterData& data() const { return m_data; }
    void restyle();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    AxisStyle style() const { return AxisStyle::of(*this, false); }
    void paintAbove(QPainter& painter) const;
    void paintReadout(QPainter& painter) const;

    BeforeAfterData m_data;
    std::vector<double> m_days;
    AxisSteps m_steps;
    int m_areaBundle = 0, m_beforeBundle = 0, m_afterBundle = 0;
    int m_cursor = -1;
};

}  // namespace foresell
