// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/adida.h"

#include "core/baselines/intermittent.h"

namespace foresell {

void Adida::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                           std::span<double> into) const {
    repeatLevel(history, ends, horizon, into,
                [](std::span<const double> observed) { return blockForecast(observed, meanInterval(observed)); });
}

}  // namespace foresell
