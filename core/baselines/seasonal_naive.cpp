// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/seasonal_naive.h"

#include <algorithm>

#include "core/baselines/error_bands.h"

namespace foresell {

namespace {

constexpr std::size_t enoughErrors = 64;
constexpr std::size_t tooFewErrors = 8;

/// How many seasons back a value still stands for the coming one.
int seasonsBack(const Panel& panel) {
    return panel.axis.kind == PeriodKind::Day ? 8 : 3;
}

/// The mean of the last observed periods: seven for days, else one.
float latest(const Panel& panel, std::size_t series) {
    const auto target = panel.targetOf(series);
    const auto state = panel.stateOf(series);
    const int wanted = panel.axis.kind == PeriodKind::Day ? 7 : 1;
    double sum = 0;
    int count = 0;
    for (int column = panel.periods - 1; column >= panel.begin[series] && count < wanted; --column) {
        if (state[static_cast<std::size_t>(column)] == CellState::Sold) {
            sum += static_cast<double>(target[static_cast<std::size_t>(column)]);
            ++count;
        }
    }
    return count > 0 ? static_cast<float>(sum / count) : 0.0F;
}

float pointAt(const Panel& panel, std::size_t series, int step, float otherwise) {
    const int season = panel.axis.season();
    int column = panel.periods + step - season * (step / season + 1);
    for (int i = 0; i < seasonsBack(panel) && column >= panel.begin[series]; ++i, column -= season) {
        if (panel.stateOf(series)[static_cast<std::size_t>(column)] == CellState::Sold) {
            return panel.targetOf(series)[static_cast<std::size_t>(column)];
        }
    }
    return otherwise;
}

void collectLagErrors(const Panel& panel, std::size_t series, int lag, std::vector<float>& into) {
    const auto target = panel.targetOf(series);
    const auto state = panel.stateOf(series);
    for (int column = panel.periods - 1; column - lag >= panel.begin[series] && into.size() < enoughErrors; --column) {
        const auto now = static_cast<std::size_t>(column);
        const auto before = static_cast<std::size_t>(column - lag);
        if (state[now] == CellState::Sold && state[before] == CellState::Sold) {
            into.push_back(target[now] - target[before]);
        }
    }
}

}  // namespace

void SeasonalNaive::fit(const Panel& panel, int horizon, const JobControl& control) {
    (void)panel;
    (void)horizon;
    control.throwIfCancelled();
}

Forecast SeasonalNaive::predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                                const JobControl& control) const {
    Forecast forecast = emptyForecast(panel, horizon, levels);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const float otherwise = latest(panel, series);
        for (int step = 0; step < horizon; ++step) {
            forecast.mean[series * static_cast<std::size_t>(horizon) + static_cast<std::size_t>(step)] =
                pointAt(panel, series, step, otherwise);
        }
    }
    const int season = panel.axis.season();
    PastErrors errors;
    errors.buckets = (horizon + season - 1) / season;
    errors.bucketOf = [season](int step) { return step / season; };
    errors.collect = [&panel, season, horizon](std::size_t series, int bucket, std::vector<float>& into) {
        collectLagErrors(panel, series, season * (bucket + 1), into);
        if (into.size() < tooFewErrors) {  // a short history: the errors of repeating the latest value
            collectLagErrors(panel, series, std::max(1, std::min(season * bucket + season / 2, horizon / 2)), into);
        }
    };
    addErrorBands(panel, errors, forecast, control);
    return forecast;
}

}  // namespace foresell
