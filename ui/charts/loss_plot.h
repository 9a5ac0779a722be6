// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_axes.h"
#include "ui/charts/plot_view.h"

namespace foresell {

/// The plot of a LossChart; x is the round. Internal to ui/charts.
class LossPlot : public PlotView {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);

    void update();
    int bestRound() const;

    std::vector<double> training, unseen;  ///< one number a round
    int mostRounds = 0;
    double baseline = 0;
    QString baselineName;
    bool isLogarithmic = false;
    bool isGoingOn = false;  ///< more rounds may come

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    AxisStyle style() const { return AxisStyle::of(*this, false); }
    AxisSteps valueSteps() const;
    int nameWidth() const;
    void paintBelow(QPainter& painter) const;
    void paintAbove(QPainter& painter) const;
    void paintRounds(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    void paintBest(QPainter& painter) const;

    int m_baselineBundle = 0, m_trainingBundle = 0, m_unseenBundle = 0;
    AxisSteps m_steps;
};

}  // namespace foresell
