// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/error_bands.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::size_t mostPooled = 20'000;
constexpr double ownErrorsForHalfWeight = 20;

/// Offsets of the quantiles from the median, or from the point where that is a mean, for each level.
std::vector<double> offsetsOf(std::vector<float>& values, const std::vector<double>& levels, bool isPointMean) {
    std::ranges::sort(values);
    const double median = isPointMean ? 0 : quantileOfSorted(values, 0.5);
    std::vector<double> offsets;
    offsets.reserve(levels.size());
    for (const double level : levels) {
        offsets.push_back(quantileOfSorted(values, level) - median);
    }
    return offsets;
}

/// For each bucket, the offsets of all series' errors over their levels.
std::vector<std::vector<double>> pooledOffsets(const Panel& panel, const PastErrors& errors,
                                               const std::vector<double>& scales, const std::vector<double>& levels) {
    std::vector<std::vector<double>> offsets;
    const std::size_t stride = 1 + panel.seriesCount() / (mostPooled / 40);
    std::vector<float> own;
    for (int bucket = 0; bucket < errors.buckets; ++bucket) {
        std::vector<float> pooled;
        for (std::size_t series = 0; series < panel.seriesCount(); series += stride) {
            if (scales[series] <= 0) {
                continue;
            }
            own.clear();
            errors.collect(series, bucket, own);
            for (const float error : own) {
                pooled.push_back(error / static_cast<float>(scales[series]));
            }
        }
        offsets.push_back(offsetsOf(pooled, levels, errors.isPointMean));
    }
    return offsets;
}

}  // namespace

double quantileOfSorted(const std::vector<float>& sorted, double level) {
    if (sorted.empty()) {
        return 0;
    }
    const double place = level * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = place - static_cast<double>(below);
    return (1 - part) * static_cast<double>(sorted[below]) + part * static_cast<double>(sorted[above]);
}

Forecast emptyForecast(const Panel& panel, int horizon, const std::vector<double>& levels) {
    if (horizon < 1) {
        throw Error("forecast.bad_horizon", "A forecast needs at least one period ahead.");
    }
    Forecast forecast;
    forecast.levels = levels;
    forecast.horizon = horizon;
    forecast.mean.assign(panel.seriesCount() * static_cast<std::size_t>(horizon), 0.0F);
    forecast.quantiles.assign(forecast.mean.size() * levels.size(), 0.0F);
    return forecast;
}

void addErrorBands(const Panel& panel, const PastErrors& errors, Forecast& forecast, const JobControl& control) {
    std::vector<double> scales;
    scales.reserve(panel.seriesCount());
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        scales.push_back(recentLevel(panel, series));
    }
    const auto pooled = pooledOffsets(panel, errors, scales, forecast.levels);
    const auto bounded = [&panel](double value) {
        return static_cast<float>(panel.allowsNegative ? value : std::max(value, 0.0));
    };
    std::vector<float> own;
    std::vector<std::vector<double>> offsets(static_cast<std::size_t>(errors.buckets));
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        if (series % 1024 == 0) {
            control.throwIfCancelled();
        }
        for (std::size_t bucket = 0; bucket < offsets.size(); ++bucket) {
            own.clear();
            errors.collect(series, static_cast<int>(bucket), own);
            const double count = static_cast<double>(own.size());
            const double weight = count / (count + ownErrorsForHalfWeight);
            offsets[bucket] = offsetsOf(own, forecast.levels, errors.isPointMean);
            for (std::size_t i = 0; i < forecast.levels.size(); ++i) {
                offsets[bucket][i] = weight * offsets[bucket][i] + (1 - weight) * scales[series] * pooled[bucket][i];
            }
        }
        for (int step = 0; step < forecast.horizon; ++step) {
            const std::size_t cell = series * static_cast<std::size_t>(forecast.horizon) + static_cast<std::size_t>(step);
            const bool isClosed = isClosedAhead(panel, series, step);
            const double point = isClosed ? 0.0 : static_cast<double>(forecast.mean[cell]);
            forecast.mean[cell] = bounded(point);
            const auto& offset = offsets[static_cast<std::size_t>(errors.bucketOf(step))];
            for (std::size_t i = 0; i < offset.size(); ++i) {
                forecast.quantiles[cell * offset.size() + i] = isClosed ? 0.0F : bounded(point + offset[i]);
            }
        }
    }
}

}  // namespace foresell
