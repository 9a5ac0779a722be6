// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/simple_method.h"

#include <algorithm>

#include "core/baselines/residual_bands.h"

namespace foresell {

namespace {

constexpr int errorsKept = 200;

bool isObserved(const Panel& panel, std::size_t series, int column) {
    return column >= 0 && column < panel.periods &&
           panel.state[series * static_cast<std::size_t>(panel.periods) + static_cast<std::size_t>(column)] ==
               CellState::Sold;
}

float valueAt(const Panel& panel, std::size_t series, int column) {
    return panel.target[series * static_cast<std::size_t>(panel.periods) + static_cast<std::size_t>(column)];
}

/// Mean of the last `count` observed cells before `end`; 0 where there is none.
float recentMean(const Panel& panel, std::size_t series, int end, int count) {
    double sum = 0;
    int found = 0;
    for (int column = end - 1; column >= panel.begin[series] && found < count; --column) {
        if (isObserved(panel, series, column)) {
            sum += valueAt(panel, series, column);
            ++found;
        }
    }
    return found > 0 ? static_cast<float>(sum / found) : 0.0F;
}

int averagingWindow(const Panel& panel) {
    switch (panel.axis.kind) {
        case PeriodKind::Week: return 8;
        case PeriodKind::Month: return 6;
        case PeriodKind::Day: break;
    }
    return 28;
}

}  // namespace

void SimpleMethod::fit(const Panel&, int, const JobControl& control) {
    control.throwIfCancelled();
}

Forecast SimpleMethod::predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                               const JobControl& control) const {
    Forecast forecast;
    forecast.levels = levels;
    forecast.horizon = horizon;
    const std::size_t cells = panel.seriesCount() * static_cast<std::size_t>(horizon);
    forecast.mean.resize(cells);
    forecast.quantiles.resize(cells * levels.size());
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        if (series % 256 == 0) {
            control.throwIfCancelled();
        }
        writeBands(forecast, series, forecastFrom(panel, series, panel.periods, horizon), pastErrors(panel, series),
                   season(panel), panel.allowsNegative);
        for (int step = 0; step < horizon; ++step) {
            if (isClosedAhead(panel, series, step)) {
                const std::size_t cell = series * static_cast<std::size_t>(horizon) + static_cast<std::size_t>(step);
                forecast.mean[cell] = 0;
                std::fill_n(forecast.quantiles.begin() + static_cast<std::ptrdiff_t>(cell * levels.size()), levels.size(), 0.0F);
            }
        }
    }
    return forecast;
}

int SeasonalNaive::season(const Panel& panel) const {
    return panel.axis.season();
}

std::vector<float> SeasonalNaive::forecastFrom(const Panel& panel, std::size_t series, int end, int horizon) const {
    const int length = season(panel);
    const float fallback = recentMean(panel, series, end, averagingWindow(panel));
    std::vector<float> points(static_cast<std::size_t>(horizon), fallback);
    for (int step = 0; step < horizon; ++step) {
        for (int column = end + step - length; column >= panel.begin[series]; column -= length) {
            if (column < end && isObserved(panel, series, column)) {
                points[static_cast<std::size_t>(step)] = valueAt(panel, series, column);
                break;
            }
        }
    }
    return points;
}

std::vector<float> SeasonalNaive::pastErrors(const Panel& panel, std::size_t series) const {
    std::vector<float> errors;
    const int length = season(panel);
    for (int column = panel.periods - 1; column - length >= panel.begin[series] && errors.size() < errorsKept; --column) {
        if (isObserved(panel, series, column) && isObserved(panel, series, column - length)) {
            errors.push_back(valueAt(panel, series, column) - valueAt(panel, series, column - length));
        }
    }
    if (errors.size() < 4) {  // less than a season of history: the spread round the recent mean
        const float mean = recentMean(panel, series, panel.periods, averagingWindow(panel));
        for (int column = panel.begin[series]; column < panel.periods; ++column) {
            if (isObserved(panel, series, column)) {
                errors.push_back(valueAt(panel, series, column) - mean);
            }
        }
    }
    return errors;
}

int MovingAverage::season(const Panel& panel) const {
    return panel.axis.season();
}

std::vector<float> MovingAverage::forecastFrom(const Panel& panel, std::size_t series, int end, int horizon) const {
    return std::vector<float>(static_cast<std::size_t>(horizon), recentMean(panel, series, end, averagingWindow(panel)));
}

std::vector<float> MovingAverage::pastErrors(const Panel& panel, std::size_t series) const {
    std::vector<float> errors;
    const int window = averagingWindow(panel);
    for (int column = panel.periods - 1; column > panel.begin[series] && errors.size() < errorsKept; --column) {
        if (isObserved(panel, series, column)) {
            errors.push_back(valueAt(panel, series, column) - recentMean(panel, series, column, window));
        }
    }
    return errors;
}

const std::vector<std::string>& simpleMethods() {
    static const std::vector<std::string> names{"seasonal_naive", "moving_average"};
    return names;
}

std::unique_ptr<Forecaster> makeSimpleMethod(const std::string& name) {
    if (name == "seasonal_naive") {
        return std::make_unique<SeasonalNaive>();
    }
    if (name == "moving_average") {
        return std::make_unique<MovingAverage>();
    }
    return nullptr;
}

}  // namespace foresell
