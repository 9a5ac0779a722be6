// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/imapa.h"

#include "core/baselines/intermittent.h"

namespace foresell {

void Imapa::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                           std::span<double> into) const {
    repeatLevel(history, ends, horizon, into, [](std::span<const double> observed) {
        const int longest = meanInterval(observed);
        double sum = 0;
        for (int length = 1; length <= longest; ++length) {
            sum += blockForecast(observed, length);
        }
        return sum / longest;
    });
}

}  // namespace foresell
