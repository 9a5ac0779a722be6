// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curves_chart.h"
#include "ui/charts/plot_axes.h"
#include "ui/charts/plot_view.h"

namespace foresell {

/// The plot of a CurvesChart; x is the round. Internal to ui/charts.
class CurvesPlot : public PlotView {
    Q_OBJECT

public:
    explicit CurvesPlot(QWidget* parent = nullptr);
    void update();

    std::vector<CurvesChart::Curve> curves;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    AxisStyle style() const { return AxisStyle::of(*this, false); }
    QPen penOf(int curve) const;
    void paintRounds(QPainter& painter) const;
    void paintNames(QPainter& painter) const;

    int m_bundles[CurvesChart::most] = {};
    AxisSteps m_steps;
};

}  // namespace foresell
