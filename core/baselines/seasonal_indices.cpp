// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/seasonal_indices.h"

#include <cmath>
#include <numeric>

namespace foresell {

namespace {

/// Centred moving averages of a season's length; NaN at the ends.
std::vector<double> movingAverages(std::span<const double> values, std::size_t season) {
    const std::size_t half = season / 2;
    std::vector<double> averages(values.size(), std::nan(""));
    for (std::size_t t = half; t + half < values.size(); ++t) {
        double sum = 0;
        for (std::size_t at = t - half; at <= t + half; ++at) {
            const bool isEdge = season % 2 == 0 && (at == t - half || at == t + half);
            sum += isEdge ? values[at] / 2 : values[at];
        }
        averages[t] = sum / static_cast<double>(season);
    }
    return averages;
}

}  // namespace

std::vector<double> seasonalIndices(std::span<const double> values, int season, bool isProduct) {
    const auto length = static_cast<std::size_t>(season);
    std::vector<double> sums(length, 0.0), counts(length, 0.0);
    std::vector<double> averages = movingAverages(values, length);
    if (values.size() < 2 * length) {
        const auto first = values.first(std::min(length, values.size()));
        const double mean = std::accumulate(first.begin(), first.end(), 0.0) / static_cast<double>(first.size());
        averages.assign(values.size(), std::nan(""));
        std::fill_n(averages.begin(), first.size(), mean);
    }
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (!std::isnan(averages[t]) && (!isProduct || averages[t] > 0)) {
            sums[t % length] += isProduct ? values[t] / averages[t] : values[t] - averages[t];
            counts[t % length] += 1;
        }
    }
    double mean = 0;
    for (std::size_t i = 0; i < length; ++i) {
        sums[i] = counts[i] > 0 ? sums[i] / counts[i] : isProduct ? 1.0 : 0.0;
        mean += sums[i] / static_cast<double>(length);
    }
    for (double& index : sums) {
        index = isProduct ? (mean > 0 ? index / mean : 1.0) : index - mean;
    }
    return sums;
}

}  // namespace foresell
