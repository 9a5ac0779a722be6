// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/ets.h"

#include "core/baselines/ets_model.h"
#include "core/baselines/exponential_smoothing.h"
#include "core/baselines/intermittent.h"

namespace foresell {

void Ets::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                         std::span<double> into) const {
    if (const auto model = fitBestEts(history.values, history.season)) {
        model->forecast(history.values, ends, horizon, into);
        return;
    }
    repeatLevel(history, ends, horizon, into, [](std::span<const double> observed) { return smoothedLevel(observed, 0.5); });
}

}  // namespace foresell
