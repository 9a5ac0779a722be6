// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/size_split.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <map>

namespace foresell {

namespace {

double normalQuantile(double level) {
    return -std::sqrt(2.0) * boost::math::erfc_inv(2 * level);
}

/// One step of a style for one of its sizes.
void appendStep(const ForecastRecord& from, std::size_t cell, double share, ForecastRecord& into) {
    const auto mean = static_cast<double>(from.mean[cell]);
    into.mean.push_back(static_cast<float>(share * mean));
    double last = -INFINITY;
    for (std::size_t level = 0; level < from.levels.size(); ++level) {
        const auto quantile = static_cast<double>(from.quantiles[cell * from.levels.size() + level]);
        last = std::max(last, sizeQuantile(mean, quantile, from.levels[level], share));
        into.quantiles.push_back(static_cast<float>(last));
    }
}

}  // namespace

double sizeQuantile(double mean, double quantile, double level, double share) {
    const double distance = quantile - mean;
    const double z = normalQuantile(level);
    const double chance = z * z * share * (1 - share) * std::max(0.0, mean);
    // Of a skewed law a quantile can lie on the other side of the mean than its level: then the two do not join.
    const bool isOneSide = distance * z > 0;
    const double apart = isOneSide ? std::copysign(std::sqrt(share * share * distance * distance + chance), z)
                                   : share * distance + std::copysign(std::sqrt(chance), z);
    const double value = share * mean + apart;
    return quantile >= 0 ? std::max(0.0, value) : value;
}

ForecastRecord splitBySize(const ForecastRecord& forecast, const std::vector<SizeShare>& sizes) {
    std::multimap<ItemId, const SizeShare*> byStyle;
    for (const SizeShare& size : sizes) {
        byStyle.emplace(size.style, &size);
    }
    ForecastRecord split = forecast;
    split.keys.clear();
    split.mean.clear();
    split.quantiles.clear();
    const auto steps = static_cast<std::size_t>(forecast.horizon);
    for (std::size_t series = 0; series < forecast.keys.size(); ++series) {
        const SeriesKey& key = forecast.keys[series];
        const auto [first, last] = byStyle.equal_range(key.item);
        std::vector<std::pair<ItemId, double>> parts;
        for (auto size = first; size != last; ++size) {
            parts.emplace_back(size->second->item, size->second->share);
        }
        if (parts.empty()) {
            parts.emplace_back(key.item, 1.0);
        }
        for (const auto& [item, share] : parts) {
            split.keys.push_back({item, key.location, key.channel});
            for (std::size_t step = 0; step < steps; ++step) {
                appendStep(forecast, series * steps + step, share, split);
            }
        }
    }
    return split;
}

}  // namespace foresell
