// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/tsb.h"

#include "core/baselines/exponential_smoothing.h"
#include "core/baselines/intermittent.h"

namespace foresell {

void Tsb::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                         std::span<double> into) const {
    constexpr double alpha = 0.2;
    repeatLevel(history, ends, horizon, into, [&](std::span<const double> observed) {
        const std::vector<double> sales = salesOf(observed);
        if (sales.empty()) {
            return 0.0;
        }
        double chance = observed.front() != 0 ? 1 : 0;
        for (const double value : observed.subspan(1)) {
            chance += alpha * ((value != 0 ? 1 : 0) - chance);
        }
        return chance * smoothedLevel(sales, alpha);
    });
}

}  // namespace foresell
