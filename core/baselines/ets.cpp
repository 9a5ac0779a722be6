// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/ets.h"

#include <algorithm>
#include <vector>

#include "core/baselines/ets_model.h"
#include "core/baselines/exponential_smoothing.h"
#include "core/baselines/intermittent.h"

namespace foresell {

namespace {

constexpr int longestSeason = 24, usualSteps = 12;
constexpr double softness = 20;  // ten times that of Akaike's weights: errors follow from one another

}  // namespace

void Ets::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                         std::span<double> into) const {
    const int steps = history.season > 1 && history.season <= longestSeason ? history.season : usualSteps;
    const std::vector<WeightedEts> forms = fitEtsForms(history.values, history.season, steps, softness);
    if (forms.empty()) {
        repeatLevel(history, ends, horizon, into, [](std::span<const double> observed) { return smoothedLevel(observed, 0.5); });
        return;
    }
    std::ranges::fill(into, 0.0);
    std::vector<double> own(into.size());
    for (const WeightedEts& form : forms) {
        form.model.forecast(history.values, ends, horizon, own);
        for (std::size_t i = 0; i < own.size(); ++i) {
            into[i] += form.weight * own[i];
        }
    }
}

}  // namespace foresell
