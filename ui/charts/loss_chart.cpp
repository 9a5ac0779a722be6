// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/loss_chart.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/chart_text.h"
#include "ui/charts/loss_plot.h"

namespace foresell {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

QList<QList<QPointF>> curve(const std::vector<double>& values) {
    std::vector<double> rounds;
    for (std::size_t i = 0; i < values.size(); ++i) {
        rounds.push_back(static_cast<double>(i) + 1);
    }
    return segmentsOf(rounds, values, 1);
}

QString lossText(double value, const QLocale& locale) {
    return numberText(value, locale, 3);
}

}  // namespace

LossPlot::LossPlot(QWidget* parent) : PlotView(parent), baseline(missing) {
    m_baselineBundle = addLines(1);
    m_trainingBundle = addLines(2);
    m_unseenBundle = addLines(3);
    setLayers([this](QPainter& painter) { paintBelow(painter); }, [this](QPainter& painter) { paintAbove(painter); });
    connect(this, &PlotView::styleChanged, this, &LossPlot::update);
    setMinimumHeight(160);
    setFocusPolicy(Qt::NoFocus);
}

int LossPlot::bestRound() const {
    int best = 0;
    for (std::size_t i = 0; i < unseen.size(); ++i) {
        const bool isBetter = std::isfinite(unseen[i]) && (best == 0 || unseen[i] < unseen[static_cast<std::size_t>(best - 1)]);
        best = isBetter ? static_cast<int>(i) + 1 : best;
    }
    return best;
}

AxisSteps LossPlot::valueSteps() const {
    double highest = std::isfinite(baseline) ? baseline : 0;
    for (const std::vector<double>* values : {&training, &unseen}) {
        for (const double value : *values) {
            highest = std::isfinite(value) ? std::max(highest, value) : highest;
        }
    }
    return axisSteps(0, highest * 1.02);
}

void LossPlot::update() {
    const ChartColors& colors = *style().colors;
    m_steps = valueSteps();
    double lowest = m_steps.high;
    for (const std::vector<double>* values : {&training, &unseen}) {
        for (const double value : *values) {
            lowest = std::isfinite(value) && value > 0 ? std::min(lowest, value) : lowest;
        }
    }
    setLogarithmic(isLogarithmic);
    const double low = isLogarithmic ? std::pow(10.0, std::floor(std::log10(lowest) * 4) / 4) : m_steps.low;
    const int last = std::max({mostRounds, static_cast<int>(unseen.size()), 1});
    setRange(0, last, low, m_steps.high);
    setPlotMargins({valueAxisWidth(m_steps, style()), 10, nameWidth() + 16, 44});
    QPen dashed(colors.simple, 1.5);
    dashed.setDashPattern({4, 3});
    const QList<QPointF> level = {QPointF(0, baseline), QPointF(last, baseline)};
    setLines(m_baselineBundle, std::isfinite(baseline) ? QList<QList<QPointF>>{level} : QList<QList<QPointF>>(), dashed);
    setLines(m_trainingBundle, curve(training), QPen(colors.sold, 1.5));
    setLines(m_unseenBundle, curve(unseen), QPen(colors.forecast, 2.25));
    refresh();
}

/// The room right of the curves, where their names stand.
int LossPlot::nameWidth() const {
    return static_cast<int>(std::max(QFontMetricsF(style().font).horizontalAdvance(tr("Training")), QFontMetricsF(style().strong).horizontalAdvance(tr("Unseen sales"))));
}

void LossPlot::resizeEvent(QResizeEvent* event) {
    PlotView::resizeEvent(event);
    update();
}

void LossPlot::paintBelow(QPainter& painter) const {
    const QRectF area = plot();
    const double now = at(static_cast<double>(unseen.size()), 0).x();
    if (static_cast<int>(unseen.size()) < mostRounds) {
        painter.fillRect(QRectF(QPointF(now, area.top()), area.bottomRight()), style().colors->subtle);
    }
    if (!isLogarithmic) {
        paintGridLines(painter, *this, m_steps, style());
    }
}

void LossPlot::paintAbove(QPainter& painter) const {
    if (isLogarithmic) {
        const AxisStyle look = style();
        for (int power = -6; power <= 6; ++power) {
            for (const double digit : {1.0, 2.0, 5.0}) {
                const double value = digit * std::pow(10.0, power);
                if (value < lowY() * 0.999 || value > highY() * 1.001) {
                    continue;
                }
                const double y = crisp(at(0, value).y());
                painter.setPen(QPen(look.colors->grid, 1));
                painter.drawLine(QPointF(plot().left(), y), QPointF(plot().right(), y));
                painter.setPen(look.colors->text2);
                painter.setFont(look.font);
                painter.drawText(QRectF(0, y - 10, plot().left() - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                                 QLocale::c().toString(value, 'g', 2));
            }
        }
    } else {
        paintValueAxis(painter, *this, m_steps, style());
    }
    paintRounds(painter);
    paintBest(painter);
    paintNames(painter);
}

void LossPlot::paintRounds(QPainter& painter) const {
    const AxisStyle look = style();
    const QRectF area = plot();
    AxisSteps rounds = axisSteps(0, highX());
    rounds.step = std::max(1.0, rounds.step);
    painter.setFont(look.font);
    for (double round = 0; round <= highX(); round += rounds.step) {
        const double x = at(round, 0).x();
        painter.setPen(QPen(look.colors->axis, 1));
        painter.drawLine(QPointF(crisp(x), area.bottom()), QPointF(crisp(x), area.bottom() + 5));
        painter.setPen(look.colors->text2);
        painter.drawText(QRectF(x - 40, area.bottom() + 5, 80, 18), Qt::AlignHCenter | Qt::AlignVCenter, numberText(round, look.locale, rounds.step < 1 ? 1 : 0));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 22, area.width(), 18), Qt::AlignHCenter | Qt::AlignVCenter, tr("Round"));
}

void LossPlot::paintBest(QPainter& painter) const {
    const int best = bestRound();
    if (best == 0) {
        return;
    }
    const AxisStyle look = style();
    const double loss = unseen[static_cast<std::size_t>(best - 1)];
    const QPointF point = at(best, loss);
    QPen dashed(look.colors->forecast, 1);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawLine(point + QPointF(0, 5), QPointF(point.x(), plot().bottom()));
    painter.setPen(QPen(look.colors->forecast, 2));
    painter.setBrush(look.colors->surface);
    painter.drawEllipse(point, 4.5, 4.5);
    painter.setFont(look.strong);
    const QString text = (isGoingOn ? tr("Best so far: %1") : tr("Best: %1")).arg(lossText(loss, look.locale));
    const double width = QFontMetricsF(look.strong).horizontalAdvance(text);
    const double x = point.x() + 6 + width > plot().right() ? point.x() - 6 - width : point.x() + 6;
    painter.drawText(QRectF(x, plot().bottom() - 22, width + 4, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void LossPlot::paintNames(QPainter& painter) const {
    const AxisStyle look = style();
    const QRectF area = plot();
    painter.setFont(look.font);
    painter.setPen(look.colors->text2);
    if (std::isfinite(baseline)) {
        painter.drawText(QRectF(area.left(), at(0, baseline).y() - 20, area.width() - 6, 18), Qt::AlignRight | Qt::AlignVCenter, baselineName);
    }
    if (unseen.empty() || training.empty()) {
        return;
    }
    const double last = static_cast<double>(unseen.size());
    const bool hasUnseen = std::isfinite(unseen.back());
    std::vector<double> positions{at(last, std::isfinite(training.back()) ? training.back() : 0).y(),
                                  at(last, hasUnseen ? unseen.back() : 0).y()};
    const bool isTrainingAbove = positions[0] < positions[1];
    std::sort(positions.begin(), positions.end());
    nudgeApart(positions, 16, area.top() + 8, area.bottom() - 8);
    const double x = at(last, 0).x();
    const auto write = [&](double y, const QString& text, const QFont& font, const QColor& color) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRectF(x + 8, y - 9, 200, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    write(positions[isTrainingAbove ? 0 : 1], tr("Training"), look.font, look.colors->text2);
    write(positions[isTrainingAbove ? 1 : 0], tr("Unseen sales"), look.strong, look.colors->forecast);
}

LossChart::LossChart(QWidget* parent) : QWidget(parent), m_plot(new LossPlot(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setAccessibleName(tr("How the error falls"));
}

void LossChart::clear(int mostRounds) {
    setCurves({}, {}, mostRounds);
}

void LossChart::addRound(int round, double training, double unseen) {
    if (round < 1) {
        return;
    }
    const auto size = static_cast<std::size_t>(round);
    for (std::vector<double>* values : {&m_plot->training, &m_plot->unseen}) {
        values->resize(std::max(values->size(), size), missing);
    }
    m_plot->training[size - 1] = training;
    m_plot->unseen[size - 1] = unseen;
    m_plot->isGoingOn = true;
    m_plot->update();
    m_plot->setAccessibleDescription(summary());
}

void LossChart::setCurves(const std::vector<double>& training, const std::vector<double>& unseen, int mostRounds) {
    m_plot->training = training;
    m_plot->unseen = unseen;
    m_plot->mostRounds = mostRounds;
    m_plot->isGoingOn = false;
    m_plot->update();
    m_plot->setAccessibleDescription(summary());
}

void LossChart::setBaseline(double loss, const QString& name) {
    m_plot->baseline = loss;
    m_plot->baselineName = name;
    m_plot->update();
}

void LossChart::setLogarithmic(bool isLogarithmic) {
    m_plot->isLogarithmic = isLogarithmic;
    m_plot->update();
}

int LossChart::rounds() const {
    return static_cast<int>(m_plot->unseen.size());
}

int LossChart::bestRound() const {
    return m_plot->bestRound();
}

QString LossChart::summary() const {
    const int best = bestRound();
    return best == 0 ? tr("No round is finished yet.")
                     : tr("%n round(s); lowest error on unseen sales %1 in round %2.", nullptr, rounds())
                           .arg(lossText(m_plot->unseen[static_cast<std::size_t>(best - 1)], m_plot->locale()))
                           .arg(best);
}

}  // namespace foresell
