// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/drift.h"

#include <cmath>

namespace foresell {

void Drift::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                           std::span<double> into) const {
    const auto& values = history.values;  // the first is observed
    int at = 0, last = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (; at < ends[i]; ++at) {
            last = std::isnan(values[static_cast<std::size_t>(at)]) ? last : at;
        }
        const double level = values[static_cast<std::size_t>(last)];
        const double slope = last > 0 ? (level - values.front()) / last : 0;
        for (int step = 0; step < horizon; ++step) {
            into[i * static_cast<std::size_t>(horizon) + static_cast<std::size_t>(step)] =
                level + slope * (ends[i] + step - last);
        }
    }
}

}  // namespace foresell
