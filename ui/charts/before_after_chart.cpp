// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/before_after_chart.h"

#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/charts/before_after_plot.h"
#include "ui/charts/chart_text.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

/// The stretches where before and after are both known and differ at one end at least.
std::vector<PlotView::AreaPart> differences(const std::vector<double>& days, const std::vector<double>& before,
                                            const std::vector<double>& after) {
    std::vector<PlotView::AreaPart> parts;
    bool isOpen = false;
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        const bool isKnown = std::isfinite(before[i]) && std::isfinite(after[i]) && std::isfinite(before[i + 1]) && std::isfinite(after[i + 1]);
        if (!isKnown || (before[i] == after[i] && before[i + 1] == after[i + 1])) {
            isOpen = false;
            continue;
        }
        if (!isOpen) {
            parts.push_back({{QPointF(days[i], after[i])}, {QPointF(days[i], before[i])}});
        }
        parts.back().low.append(QPointF(days[i + 1], after[i + 1]));
        parts.back().high.append(QPointF(days[i + 1], before[i + 1]));
        isOpen = true;
    }
    return parts;
}

}  // namespace

BeforeAfterPlot::BeforeAfterPlot(QWidget* parent) : PlotView(parent) {
    m_areaBundle = addAreas(1);
    m_beforeBundle = addLines(2);
    m_afterBundle = addLines(3);
    setLayers([this](QPainter& painter) { paintGridLines(painter, *this, m_steps, style()); },
              [this](QPainter& painter) { paintAbove(painter); });
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    connect(this, &PlotView::styleChanged, this, &BeforeAfterPlot::restyle);
    setMinimumHeight(160);
    setFocusPolicy(Qt::NoFocus);
}

void BeforeAfterPlot::setData(BeforeAfterData data) {
    m_data = std::move(data);
    const std::size_t size = std::min({m_data.days.size(), m_data.before.size(), m_data.after.size()});
    m_data.before.resize(size);
    m_data.after.resize(size);
    m_days.assign(m_data.days.begin(), m_data.days.begin() + static_cast<std::ptrdiff_t>(size));
    m_cursor = -1;
    restyle();
}

void BeforeAfterPlot::restyle() {
    double lowest = 0, highest = 0;
    for (const std::vector<double>* values : {&m_data.before, &m_data.after}) {
        for (const double value : *values) {
            if (std::isfinite(value)) {
                lowest = std::min(lowest, value);
                highest = std::max(highest, value);
            }
        }
    }
    m_steps = axisSteps(lowest, highest);
    setRange(m_days.empty() ? 0 : m_days.front(), m_days.size() > 1 ? m_days.back() : 1, m_steps.low, m_steps.high);
    setPlotMargins({valueAxisWidth(m_steps, style()), 26, 16, 68});
    const ChartColors& colors = *style().colors;
    const auto cut = [&](const std::vector<double>& values) {
        QList<QList<QPointF>> segments = segmentsOf(m_days, values);
        for (QList<QPointF>& segment : segments) {
            segment = decimated(segment, static_cast<int>(plot().width()));
        }
        return segments;
    };
    setAreas(m_areaBundle, differences(m_days, m_data.before, m_data.after), colors.takenOff);
    setLines(m_beforeBundle, cut(m_data.before), QPen(colors.beforeLine, 1.25));
    setLines(m_afterBundle, cut(m_data.after), QPen(colors.demand, 1.75));
    refresh();
}

void BeforeAfterPlot::resizeEvent(QResizeEvent* event) {
    PlotView::resizeEvent(event);
    restyle();
}

void BeforeAfterPlot::mouseMoveEvent(QMouseEvent* event) {
    if (m_days.empty()) {
        return;
    }
    const double day = xAt(event->position().x());
    const auto after = std::lower_bound(m_days.begin(), m_days.end(), day);
    auto nearest = after == m_days.end() ? std::prev(after) : after;
    if (nearest != m_days.begin() && day - *std::prev(nearest) < *nearest - day) {
        --nearest;
    }
    m_cursor = static_cast<int>(nearest - m_days.begin());
    refresh();
}

void BeforeAfterPlot::leaveEvent(QEvent* event) {
    PlotView::leaveEvent(event);
    m_cursor = -1;
    refresh();
}

void BeforeAfterPlot::paintAbove(QPainter& painter) const {
    const AxisStyle look = style();
    if (m_days.empty()) {
        return;
    }
    paintValueAxis(painter, *this, m_steps, look);
    paintMonthAxis(painter, *this, 6, look);
    paintKeyRow(painter, QPointF(plot().left(), plot().bottom() + 56),
                {{look.colors->beforeLine, true, m_data.beforeName},
                 {look.colors->demand, true, m_data.afterName},
                 {look.colors->takenOff, false, tr("Taken off")}}, look);
    paintReadout(painter);
}

void BeforeAfterPlot::paintReadout(QPainter& painter) const {
    if (m_cursor < 0) {
        return;
    }
    const AxisStyle look = style();
    const auto at = static_cast<std::size_t>(m_cursor);
    const double x = crisp(this->at(m_days[at], 0).x());
    painter.setPen(QPen(look.colors->control, 1));
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
    painter.setFont(look.strong);
    painter.setPen(look.colors->text);
    const QString text = dateText(static_cast<Day>(m_days[at]), look.locale) + u"   "_s + m_data.beforeName + u' ' +
                         numberText(m_data.before[at], look.locale) + u"   "_s + m_data.afterName + u' ' + numberText(m_data.after[at], look.locale);
    painter.drawText(QRectF(plot().left(), 2, plot().width(), 20), Qt::AlignLeft | Qt::AlignVCenter, text);
}

BeforeAfterChart::BeforeAfterChart(QWidget* parent) : QWidget(parent), m_plot(new BeforeAfterPlot(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
}

void BeforeAfterChart::setData(BeforeAfterData data) {
    m_plot->setData(std::move(data));
    m_plot->setAccessibleName(m_plot->data().name);
    m_plot->setAccessibleDescription(summary());
}

QString BeforeAfterChart::summary() const {
    double taken = 0;
    const BeforeAfterData& data = m_plot->data();
    for (std::size_t i = 0; i < data.before.size(); ++i) {
        const double difference = data.before[i] - data.after[i];
        taken += std::isfinite(difference) ? difference : 0;
    }
    return tr("%1: %2 units taken off.").arg(data.name, numberText(taken, m_plot->locale()));
}

}  // namespace foresell
