// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/local_method.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/baselines/error_bands.h"
#include "core/baselines/parallel_series.h"

namespace foresell {

namespace {

constexpr int errorBuckets = 4;
constexpr int pastForecasts = 16;
constexpr std::size_t enoughErrors = 64;
constexpr int seasonsTried = 4;
constexpr double largest = 1e37;  // of what a float holds

std::vector<double> valuesOf(const Panel& panel, std::size_t series) {
    const auto target = panel.targetOf(series);
    const auto state = panel.stateOf(series);
    std::vector<double> values;
    bool isSeen = false;
    for (auto column = static_cast<std::size_t>(panel.begin[series]); column < target.size(); ++column) {
        const bool isObserved = state[column] == CellState::Sold;
        isSeen = isSeen || isObserved;
        if (isSeen) {  // holes before the first observed value say nothing
            values.push_back(isObserved ? static_cast<double>(target[column]) : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return values;
}

/// Where past forecasts start, ascending, and the end of the history.
std::vector<int> endsOf(int length, int horizon, int year) {
    std::vector<int> ends;
    const int first = std::max(1, length - std::max(3 * horizon, year));
    const int count = std::clamp(length - first, 0, pastForecasts);
    for (int i = 0; i < count; ++i) {
        ends.push_back(first + i * (length - first) / count);
    }
    ends.push_back(length);
    return ends;
}

/// By series and bucket: the errors of the past forecasts, the latest first.
class ErrorStore {
public:
    ErrorStore(std::size_t series, int horizon)
        : m_horizon(horizon), m_buckets(std::min(errorBuckets, horizon)),
          m_errors(series * static_cast<std::size_t>(m_buckets)) {}

    int buckets() const { return m_buckets; }
    int bucketOf(int step) const { return step * m_buckets / m_horizon; }
    const std::vector<float>& of(std::size_t series, int bucket) const {
        return m_errors[series * static_cast<std::size_t>(m_buckets) + static_cast<std::size_t>(bucket)];
    }

    void set(std::size_t series, const std::vector<double>& values, std::span<const int> ends,
             const std::vector<double>& forecasts) {
        for (int step = 0; step < m_horizon; ++step) {
            auto& errors = m_errors[series * static_cast<std::size_t>(m_buckets) + static_cast<std::size_t>(bucketOf(step))];
            for (std::size_t i = ends.size(); i-- > 0;) {
                const auto column = static_cast<std::size_t>(ends[i] + step);
                const double point = forecasts[i * static_cast<std::size_t>(m_horizon) + static_cast<std::size_t>(step)];
                if (column < values.size() && !std::isnan(values[column]) && std::isfinite(point)) {
                    errors.push_back(static_cast<float>(std::clamp(values[column] - point, -largest, largest)));
                }
            }
        }
        for (int bucket = 0; bucket < m_buckets; ++bucket) {
            thin(m_errors[series * static_cast<std::size_t>(m_buckets) + static_cast<std::size_t>(bucket)]);
        }
    }

private:
    static void thin(std::vector<float>& errors) {
        if (errors.size() <= enoughErrors) {
            return;
        }
        for (std::size_t i = 0; i < enoughErrors; ++i) {
            errors[i] = errors[i * errors.size() / enoughErrors];
        }
        errors.resize(enoughErrors);
        errors.shrink_to_fit();
    }

    int m_horizon, m_buckets;
    std::vector<std::vector<float>> m_errors;
};

float boundedPoint(double point, const std::vector<double>& values) {
    if (std::isfinite(point)) {
        return static_cast<float>(std::clamp(point, -largest, largest));
    }
    const auto last = std::find_if(values.rbegin(), values.rend(), [](double value) { return !std::isnan(value); });
    return static_cast<float>(*last);
}

}  // namespace

void LocalMethod::fit(const Panel& panel, int horizon, const JobControl& control) {
    (void)panel;
    (void)horizon;
    control.throwIfCancelled();
}

Forecast LocalMethod::predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                              const JobControl& control) const {
    Forecast forecast = emptyForecast(panel, horizon, levels);
    ErrorStore store(panel.seriesCount(), horizon);
    forEachPiece(panel.seriesCount(), control, [&](std::size_t begin, std::size_t end) {
        std::vector<double> forecasts;
        for (std::size_t series = begin; series < end; ++series) {
            const std::vector<double> values = valuesOf(panel, series);
            if (values.empty()) {
                continue;
            }
            const std::vector<int> ends = endsOf(static_cast<int>(values.size()), horizon, panel.axis.periodsPerYear());
            forecasts.assign(ends.size() * static_cast<std::size_t>(horizon), 0.0);
            forecastSeries({values, panel.axis.season(), panel.allowsNegative}, ends, horizon, forecasts);
            store.set(series, values, ends, forecasts);
            const std::size_t last = (ends.size() - 1) * static_cast<std::size_t>(horizon);
            for (std::size_t step = 0; step < static_cast<std::size_t>(horizon); ++step) {
                forecast.mean[series * static_cast<std::size_t>(horizon) + step] =
                    boundedPoint(forecasts[last + step], values);
            }
        }
    });
    PastErrors errors;
    errors.buckets = store.buckets();
    errors.isPointMean = isPointMean();
    errors.bucketOf = [&store](int step) { return store.bucketOf(step); };
    errors.collect = [&store](std::size_t series, int bucket, std::vector<float>& into) {
        const auto& own = store.of(series, bucket);
        into.insert(into.end(), own.begin(), own.end());
    };
    addErrorBands(panel, errors, forecast, control);
    return forecast;
}

std::vector<double> observedOf(std::span<const double> values) {
    std::vector<double> observed;
    observed.reserve(values.size());
    std::ranges::copy_if(values, std::back_inserter(observed), [](double value) { return !std::isnan(value); });
    return observed;
}

std::vector<double> filled(std::span<const double> values, int season) {
    std::vector<double> whole(values.begin(), values.end());
    const int length = static_cast<int>(values.size());
    const auto nearest = [&](int from, int stride, int tries) {
        for (int i = 1, at = from + stride; i <= tries && at >= 0 && at < length; ++i, at += stride) {
            if (!std::isnan(values[static_cast<std::size_t>(at)])) {
                return values[static_cast<std::size_t>(at)];
            }
        }
        return std::numeric_limits<double>::quiet_NaN();
    };
    const auto meanOf = [](double a, double b) { return std::isnan(a) ? b : std::isnan(b) ? a : (a + b) / 2; };
    for (int at = 0; at < length; ++at) {
        double& value = whole[static_cast<std::size_t>(at)];
        if (std::isnan(value)) {
            value = meanOf(nearest(at, -season, seasonsTried), nearest(at, season, seasonsTried));
        }
        if (std::isnan(value)) {
            value = meanOf(nearest(at, -1, length), nearest(at, 1, length));
        }
    }
    return whole;
}

}  // namespace foresell
