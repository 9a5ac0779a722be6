// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr double notDefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double above, double below) {
    return below > 0 ? above / below : notDefined;
}

/// Index of the level next to `wanted`, or -1 where none is within a thousandth.
int findLevel(const Forecast& forecast, double wanted) {
    for (std::size_t i = 0; i < forecast.levels.size(); ++i) {
        if (std::abs(forecast.levels[i] - wanted) < 1e-3) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

bool isInside(const Forecast& forecast, std::size_t series, int step, double width, double actual) {
    const int low = findLevel(forecast, (1 - width) / 2);
    const int high = findLevel(forecast, (1 + width) / 2);
    return low >= 0 && high >= 0 && actual >= forecast.quantileAt(series, step, static_cast<std::size_t>(low)) &&
           actual <= forecast.quantileAt(series, step, static_cast<std::size_t>(high));
}

bool isSold(const Panel& panel, std::size_t series, int column) {
    return panel.stateOf(series)[static_cast<std::size_t>(column)] == CellState::Sold;
}

/// Mean of |y_t - y_(t-lag)| to the given power (1 or 2) over the observed history; 0 where there is none.
double meanDifference(const Panel& panel, std::size_t series, int lag, int power) {
    const auto values = panel.targetOf(series);
    double sum = 0;
    std::int64_t count = 0;
    for (int column = panel.begin[series] + lag; column < panel.periods; ++column) {
        if (isSold(panel, series, column) && isSold(panel, series, column - lag)) {
            const double difference = std::abs(static_cast<double>(values[static_cast<std::size_t>(column)]) -
                                               values[static_cast<std::size_t>(column - lag)]);
            sum += power == 1 ? difference : difference * difference;
            ++count;
        }
    }
    return count > 0 ? sum / static_cast<double>(count) : 0;
}

}  // namespace

void ScoreSum::add(const Panel& history, const Panel& truth, const Forecast& forecast) {
    if (truth.seriesCount() != history.seriesCount() || truth.firstPeriod != history.firstPeriod ||
        truth.periods <= history.periods) {
        throw Error("evaluation.shape", "The truth does not belong to this forecast.");
    }
    for (std::size_t series = 0; series < history.seriesCount(); ++series) {
        addSeries(history, truth, forecast, series);
    }
}

void ScoreSum::addSeries(const Panel& history, const Panel& truth, const Forecast& forecast, std::size_t series) {
    const int middle = findLevel(forecast, 0.5);
    const int steps = std::min(forecast.horizon, truth.periods - history.periods);
    double absolute = 0;
    double squared = 0;
    std::int64_t points = 0;
    for (int step = 0; step < steps; ++step) {
        const int column = history.periods + step;
        if (!isSold(truth, series, column)) {
            continue;
        }
        const double actual = truth.targetOf(series)[static_cast<std::size_t>(column)];
        const double mean = forecast.meanAt(series, step);
        const double median =
            middle >= 0 ? forecast.quantileAt(series, step, static_cast<std::size_t>(middle)) : forecast.meanAt(series, step);
        absolute += std::abs(actual - median);
        squared += (actual - mean) * (actual - mean);
        m_error += mean - actual;
        addPoint(forecast, series, step, actual, median);
        ++points;
    }
    m_absoluteError += absolute;
    m_errorBySeries.push_back(absolute);
    if (points == 0) {
        return;
    }
    if (const double scale = meanDifference(history, series, history.axis.season(), 1); scale > 0) {
        m_mase += absolute / static_cast<double>(points) / scale;
        ++m_maseSeries;
    }
    if (const double scale = meanDifference(history, series, 1, 2); scale > 0) {
        m_rmsse += std::sqrt(squared / static_cast<double>(points) / scale);
        ++m_rmsseSeries;
    }
}

void ScoreSum::addPoint(const Forecast& forecast, std::size_t series, int step, double actual, double median) {
    ++m_points;
    m_absoluteActual += std::abs(actual);
    const double size = std::abs(actual) + std::abs(median);
    m_symmetric += size > 0 ? 2 * std::abs(actual - median) / size : 0;
    double pinball = 0;
    for (std::size_t level = 0; level < forecast.levels.size(); ++level) {
        const double difference = actual - forecast.quantileAt(series, step, level);
        pinball += std::max(forecast.levels[level] * difference, (forecast.levels[level] - 1) * difference);
    }
    m_pinball += forecast.levels.empty() ? 0 : 2 * pinball / static_cast<double>(forecast.levels.size());
    m_inside50 += isInside(forecast, series, step, 0.5, actual) ? 1 : 0;
    m_inside80 += isInside(forecast, series, step, 0.8, actual) ? 1 : 0;
    m_inside95 += isInside(forecast, series, step, 0.95, actual) ? 1 : 0;
}

Scores ScoreSum::value() const {
    const auto points = static_cast<double>(m_points);
    Scores scores;
    scores.wape = ratio(m_absoluteError, m_absoluteActual);
    scores.bias = m_absoluteActual > 0 ? m_error / m_absoluteActual : notDefined;
    scores.mase = ratio(m_mase, static_cast<double>(m_maseSeries));
    scores.rmsse = ratio(m_rmsse, static_cast<double>(m_rmsseSeries));
    scores.smape = ratio(m_symmetric, points);
    scores.pinball = ratio(m_pinball, m_absoluteActual);
    scores.coverage50 = ratio(m_inside50, points);
    scores.coverage80 = ratio(m_inside80, points);
    scores.coverage95 = ratio(m_inside95, points);
    scores.points = m_points;
    return scores;
}

Scores evaluate(const Panel& history, const Panel& truth, const Forecast& forecast) {
    ScoreSum sum;
    sum.add(history, truth, forecast);
    return sum.value();
}

double pairedChance(const std::vector<double>& errorsA, const std::vector<double>& errorsB) {
    constexpr int draws = 2000;
    const std::size_t count = std::min(errorsA.size(), errorsB.size());
    if (count < 2) {
        return 1;
    }
    std::vector<double> differences(count);
    double total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        differences[i] = errorsA[i] - errorsB[i];
        total += differences[i];
    }
    std::uint64_t random = 0x9E3779B97F4A7C15ULL;
    int opposite = 0;
    for (int draw = 0; draw < draws; ++draw) {
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            sum += differences[static_cast<std::size_t>((random >> 33) % count)];
        }
        opposite += (total < 0 ? sum >= 0 : sum <= 0) ? 1 : 0;
    }
    return std::min(1.0, 2.0 * (opposite + 1) / (draws + 1));
}

}  // namespace foresell
