// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/intermittent.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/baselines/exponential_smoothing.h"

namespace foresell {

std::vector<double> salesOf(std::span<const double> values) {
    std::vector<double> sales;
    std::ranges::copy_if(values, std::back_inserter(sales), [](double value) { return value != 0; });
    return sales;
}

std::vector<double> intervalsOf(std::span<const double> values) {
    std::vector<double> intervals;
    double passed = 0;
    for (const double value : values) {
        ++passed;
        if (value != 0) {
            intervals.push_back(passed);
            passed = 0;
        }
    }
    return intervals;
}

int meanInterval(std::span<const double> values) {
    const std::vector<double> intervals = intervalsOf(values);
    if (intervals.empty()) {
        return 1;
    }
    const double sum = std::accumulate(intervals.begin(), intervals.end(), 0.0);
    return std::max(1, static_cast<int>(std::nearbyint(sum / static_cast<double>(intervals.size()))));
}

double blockForecast(std::span<const double> values, int length) {
    const auto size = static_cast<std::size_t>(length);
    std::vector<double> sums;
    for (std::size_t at = values.size() % size; at < values.size(); at += size) {
        const auto block = values.subspan(at, size);
        sums.push_back(std::accumulate(block.begin(), block.end(), 0.0));
    }
    return smoothedLevel(sums, bestAlpha(sums, 0.1, 0.3)) / length;
}

void repeatLevel(const SeriesHistory& history, std::span<const int> ends, int horizon, std::span<double> into,
                 const std::function<double(std::span<const double> observed)>& level) {
    const std::vector<double> observed = observedOf(history.values);
    std::size_t seen = 0;
    int at = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (; at < ends[i]; ++at) {
            seen += std::isnan(history.values[static_cast<std::size_t>(at)]) ? 0U : 1U;
        }
        std::ranges::fill(into.subspan(i * static_cast<std::size_t>(horizon), static_cast<std::size_t>(horizon)),
                          level(std::span(observed).first(seen)));
    }
}

}  // namespace foresell
