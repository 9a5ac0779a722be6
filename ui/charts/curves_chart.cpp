// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curves_chart.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/charts/chart_text.h"
#include "ui/charts/curves_plot.h"

namespace foresell {

namespace {

std::vector<double> roundsOf(const std::vector<double>& values) {
    std::vector<double> rounds;
    for (std::size_t i = 0; i < values.size(); ++i) {
        rounds.push_back(static_cast<double>(i) + 1);
    }
    return rounds;
}

double lowestOf(const std::vector<double>& values) {
    double lowest = INFINITY;
    for (const double value : values) {
        lowest = std::isfinite(value) ? std::min(lowest, value) : lowest;
    }
    return lowest;
}

}  // namespace

CurvesPlot::CurvesPlot(QWidget* parent) : PlotView(parent) {
    for (int i = 0; i < CurvesChart::most; ++i) {
        m_bundles[i] = addLines(i + 1);
    }
    setLayers([this](QPainter& painter) { paintGridLines(painter, *this, m_steps, style()); },
              [this](QPainter& painter) {
                  paintValueAxis(painter, *this, m_steps, style());
                  paintRounds(painter);
                  paintNames(painter);
              });
    connect(this, &PlotView::styleChanged, this, &CurvesPlot::update);
    setMinimumHeight(160);
    setFocusPolicy(Qt::NoFocus);
}

QPen CurvesPlot::penOf(int curve) const {
    const ChartColors& c = *style().colors;
    const QColor colors[] = {c.forecast, c.demand, c.promotion, c.holiday, c.stockOut};
    const QList<qreal> dashes[] = {{}, {6, 3}, {2, 2}, {8, 3, 2, 3}, {1, 3}};
    QPen pen(colors[curve], 2);
    if (!dashes[curve].isEmpty()) {
        pen.setDashPattern(dashes[curve]);
    }
    return pen;
}

void CurvesPlot::update() {
    double low = INFINITY, high = -INFINITY;
    std::size_t rounds = 1;
    for (const CurvesChart::Curve& curve : curves) {
        for (const double value : curve.values) {
            low = std::isfinite(value) ? std::min(low, value) : low;
            high = std::isfinite(value) ? std::max(high, value) : high;
        }
        rounds = std::max(rounds, curve.values.size());
    }
    m_steps = std::isfinite(low) ? axisSteps(low - 0.05 * (high - low), high + 0.02 * (high - low) + 1e-9) : axisSteps(0, 1);
    setRange(0.5, static_cast<double>(rounds) + 0.5, m_steps.low, m_steps.high);
    double names = 40;
    const QFontMetricsF metrics(style().font);
    for (const CurvesChart::Curve& curve : curves) {
        names = std::max(names, metrics.horizontalAdvance(curve.name) + 16);
    }
    setPlotMargins({valueAxisWidth(m_steps, style()), 10, static_cast<int>(names), 44});
    for (int i = 0; i < CurvesChart::most; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const bool isThere = at < curves.size();
        setLines(m_bundles[i], isThere ? segmentsOf(roundsOf(curves[at].values), curves[at].values, 1) : QList<QList<QPointF>>(),
                 penOf(i));
    }
    refresh();
}

void CurvesPlot::resizeEvent(QResizeEvent* event) {
    PlotView::resizeEvent(event);
    update();
}

void CurvesPlot::paintRounds(QPainter& painter) const {
    const AxisStyle look = style();
    const QRectF area = plot();
    AxisSteps rounds = axisSteps(0, highX());
    rounds.step = std::max(1.0, std::ceil(rounds.step));
    painter.setFont(look.font);
    for (double round = rounds.step; round <= highX(); round += rounds.step) {
        const double x = at(round, 0).x();
        painter.setPen(look.colors->text2);
        painter.drawText(QRectF(x - 40, area.bottom() + 5, 80, 18), Qt::AlignHCenter | Qt::AlignVCenter, numberText(round, look.locale));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 22, area.width(), 18), Qt::AlignHCenter | Qt::AlignVCenter, tr("Round"));
}

/// Names stand at the right, in the order of the lines' ends.
void CurvesPlot::paintNames(QPainter& painter) const {
    std::vector<std::pair<double, int>> ends;
    for (std::size_t i = 0; i < curves.size() && i < CurvesChart::most; ++i) {
        const auto& values = curves[i].values;
        const auto last = std::find_if(values.rbegin(), values.rend(), [](double value) { return std::isfinite(value); });
        if (last != values.rend()) {
            ends.emplace_back(at(1, *last).y(), static_cast<int>(i));
        }
    }
    std::sort(ends.begin(), ends.end());
    std::vector<double> positions;
    for (const auto& [y, unused] : ends) {
        positions.push_back(y);
    }
    nudgeApart(positions, 16, plot().top() + 8, plot().bottom() - 8);
    painter.setFont(style().font);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        painter.setPen(penOf(ends[i].second).color());
        painter.drawText(QRectF(plot().right() + 8, positions[i] - 9, 400, 18), Qt::AlignLeft | Qt::AlignVCenter,
                         curves[static_cast<std::size_t>(ends[i].second)].name);
    }
}

CurvesChart::CurvesChart(QWidget* parent) : QWidget(parent), m_plot(new CurvesPlot(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setAccessibleName(tr("How the errors fell"));
}

void CurvesChart::setCurves(std::vector<Curve> curves) {
    if (curves.size() > most) {
        curves.resize(most);
    }
    m_plot->curves = std::move(curves);
    m_plot->update();
    m_plot->setAccessibleDescription(summary());
}

QString CurvesChart::summary() const {
    QStringList parts;
    for (const Curve& curve : m_plot->curves) {
        const double lowest = lowestOf(curve.values);
        if (std::isfinite(lowest)) {
            parts.append(tr("%1: lowest %2").arg(curve.name, numberText(lowest, m_plot->locale(), 3)));
        }
    }
    return parts.join(QStringLiteral("; "));
}

}  // namespace foresell
