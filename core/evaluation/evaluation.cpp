// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include <algorithm>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr int partsOfHorizon = 4;

LossTable::Series seriesOf(const Panel& panel, std::size_t series) {
    return {panel.itemCodes[series], panel.locationCodes[series], panel.channelCodes[series]};
}

/// Place of a level among those of the forecast, or their count.
std::size_t placeOf(const Forecast& forecast, double level) {
    const auto found = std::ranges::find_if(forecast.levels, [level](double each) { return std::abs(each - level) < 1e-9; });
    return static_cast<std::size_t>(found - forecast.levels.begin());
}

void addCoverage(Coverage& coverage, const Forecast& forecast, std::size_t series, int step, double band, double actual) {
    const std::size_t low = placeOf(forecast, (1 - band) / 2);
    const std::size_t high = placeOf(forecast, (1 + band) / 2);
    if (low < forecast.levels.size() && high < forecast.levels.size()) {
        coverage.add(actual, static_cast<double>(forecast.quantileAt(series, step, low)),
                     static_cast<double>(forecast.quantileAt(series, step, high)));
    }
}

}  // namespace

std::int64_t Evaluation::add(const Panel& history, const Panel& truth, const Forecast& forecast) {
    if (!(history.axis == truth.axis)) {
        throw Error("evaluation.other_periods", "The forecast and what came then are on different periods.");
    }
    const std::int64_t before = m_points;
    std::size_t row = 0;  // both panels are in the order of their codes
    for (std::size_t series = 0; series < history.seriesCount(); ++series) {
        const LossTable::Series wanted = seriesOf(history, series);
        while (row < truth.seriesCount() && seriesOf(truth, row) < wanted) {
            ++row;
        }
        if (row < truth.seriesCount() && seriesOf(truth, row) == wanted) {
            addSeries(forecast, history, series, truth, row);
        }
    }
    return m_points - before;
}

void Evaluation::addSeries(const Forecast& forecast, const Panel& history, std::size_t series, const Panel& truth,
                           std::size_t row) {
    const std::size_t middle = placeOf(forecast, 0.5);
    double absolute = 0;
    double squared = 0;
    double sales = 0;
    std::int64_t points = 0;
    std::map<LossTable::Place, double> losses;
    const int origin = history.firstPeriod + history.periods - 1;
    for (int step = 0; step < forecast.horizon; ++step) {
        const int column = origin + 1 + step - truth.firstPeriod;
        const bool isThere = column >= 0 && column < truth.periods;
        if (!isThere || truth.stateOf(row)[static_cast<std::size_t>(column)] != CellState::Sold ||
            truth.isCensored(row, column)) {
            continue;
        }
        const auto actual = static_cast<double>(truth.targetOf(row)[static_cast<std::size_t>(column)]);
        const auto mean = static_cast<double>(forecast.meanAt(series, step));
        const double median = middle < forecast.levels.size()
                                  ? static_cast<double>(forecast.quantileAt(series, step, middle))
                                  : mean;
        m_wape.add(actual, median);
        m_bias.add(actual, mean);
        m_smape.add(actual, median);
        const std::size_t cell = (series * static_cast<std::size_t>(forecast.horizon) + static_cast<std::size_t>(step)) *
                                 forecast.levels.size();
        m_pinball.add(actual, std::span<const float>(forecast.quantiles).subspan(cell, forecast.levels.size()),
                      std::span<const double>(forecast.levels));
        addCoverage(m_coverage50, forecast, series, step, 0.5, actual);
        addCoverage(m_coverage80, forecast, series, step, 0.8, actual);
        addCoverage(m_coverage95, forecast, series, step, 0.95, actual);
        losses[{origin, step * partsOfHorizon / forecast.horizon}] += std::abs(actual - median);
        absolute += std::abs(actual - median);
        sales += std::abs(actual);
        squared += (actual - mean) * (actual - mean);
        ++points;
    }
    if (points > 0) {
        m_losses.losses[seriesOf(history, series)].merge(losses);
        SeriesError& sum = m_bySeries[seriesOf(history, series)];
        sum.error += absolute;
        sum.sales += sales;
        m_mase.add(absolute / static_cast<double>(points), naiveScale(history, series));
        m_rmsse.add(std::sqrt(squared / static_cast<double>(points)), std::sqrt(differenceScale(history, series)));
        m_points += points;
    }
}

Scores Evaluation::scores() const {
    Scores scores;
    scores.wape = m_wape.value();
    scores.bias = m_bias.value();
    scores.mase = m_mase.value();
    scores.rmsse = m_rmsse.value();
    scores.smape = m_smape.value();
    scores.pinball = m_pinball.value();
    scores.coverage50 = m_coverage50.value();
    scores.coverage80 = m_coverage80.value();
    scores.coverage95 = m_coverage95.value();
    scores.points = m_points;
    return scores;
}

Scores evaluate(const Panel& history, const Panel& truth, const Forecast& forecast) {
    Evaluation evaluation;
    evaluation.add(history, truth, forecast);
    return evaluation.scores();
}

}  // namespace foresell
