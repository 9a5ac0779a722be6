// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/total_bands.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace foresell {

namespace {

/// Half the width of the central 80 % of a normal distribution, in standard deviations.
constexpr double z90 = 1.2815515655446004;

using Codes = std::tuple<std::string, std::string, std::string>;

std::map<Codes, std::size_t> rowsByCodes(const Panel& panel) {
    std::map<Codes, std::size_t> rows;
    for (std::size_t row = 0; row < panel.seriesCount(); ++row) {
        rows[{panel.itemCodes[row], panel.locationCodes[row], panel.channelCodes[row]}] = row;
    }
    return rows;
}

std::size_t levelAt(const std::vector<double>& levels, double level) {
    const auto nearest = std::ranges::min_element(
        levels, {}, [level](double candidate) { return std::abs(candidate - level); });
    return static_cast<std::size_t>(nearest - levels.begin());
}

struct StepSpread {
    double error = 0;  ///< of the total
    double sum = 0;    ///< of standard deviations
    double sumOfSquares = 0;
};

}  // namespace

double sharedErrorOf(const Forecast& forecast, const Panel& history, const Panel& truth) {
    const std::size_t low = levelAt(forecast.levels, 0.1);
    const std::size_t high = levelAt(forecast.levels, 0.9);
    const auto rows = rowsByCodes(truth);
    std::vector<StepSpread> steps(static_cast<std::size_t>(forecast.horizon));
    for (std::size_t series = 0; series < history.seriesCount(); ++series) {
        const auto row = rows.find(
            {history.itemCodes[series], history.locationCodes[series], history.channelCodes[series]});
        for (int step = 0; row != rows.end() && step < forecast.horizon; ++step) {
            const int column = history.firstPeriod + history.periods + step - truth.firstPeriod;
            if (column < 0 || column >= truth.periods) {
                continue;
            }
            const auto at = static_cast<std::size_t>(column);
            if (truth.stateOf(row->second)[at] != CellState::Sold) {
                continue;
            }
            StepSpread& spread = steps[static_cast<std::size_t>(step)];
            const double deviation = (static_cast<double>(forecast.quantileAt(series, step, high)) -
                                      static_cast<double>(forecast.quantileAt(series, step, low))) /
                                     (2 * z90);
            spread.error += static_cast<double>(truth.targetOf(row->second)[at]) -
                            static_cast<double>(forecast.meanAt(series, step));
            spread.sum += deviation;
            spread.sumOfSquares += deviation * deviation;
        }
    }
    double squaredError = 0, squaredSum = 0, squares = 0;
    for (const StepSpread& spread : steps) {
        squaredError += spread.error * spread.error;
        squaredSum += spread.sum * spread.sum;
        squares += spread.sumOfSquares;
    }
    return squaredSum > squares ? std::clamp((squaredError - squares) / (squaredSum - squares), 0.0, 1.0)
                                : assumedSharedError;
}

void fillTotals(ForecastRecord& forecast, double shared, bool allowsNegative) {
    const auto horizon = static_cast<std::size_t>(forecast.horizon);
    const std::size_t levels = forecast.levels.size();
    const std::size_t median = levelAt(forecast.levels, 0.5);
    forecast.totalMean.assign(horizon, 0);
    forecast.totalQuantiles.assign(horizon * levels, 0);
    for (std::size_t step = 0; step < horizon; ++step) {
        double mean = 0;
        std::vector<double> sums(levels), squares(levels);
        for (std::size_t series = 0; series < forecast.keys.size(); ++series) {
            const float* const quantiles = &forecast.quantiles[(series * horizon + step) * levels];
            mean += static_cast<double>(forecast.mean[series * horizon + step]);
            for (std::size_t level = 0; level < levels; ++level) {
                const double distance =
                    static_cast<double>(quantiles[level]) - static_cast<double>(quantiles[median]);
                sums[level] += distance;
                squares[level] += distance * distance;
            }
        }
        forecast.totalMean[step] = static_cast<float>(mean);
        for (std::size_t level = 0; level < levels; ++level) {
            const double distance =
                std::sqrt(shared * sums[level] * sums[level] + (1 - shared) * squares[level]);
            const double value = mean + (forecast.levels[level] < 0.5 ? -distance : distance);
            forecast.totalQuantiles[step * levels + level] =
                static_cast<float>(allowsNegative ? value : std::max(0.0, value));
        }
    }
}

}  // namespace foresell
