// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/simple_method.h"

#include "core/baselines/moving_average.h"
#include "core/baselines/seasonal_naive.h"

namespace foresell {

const std::vector<std::string>& simpleMethods() {
    static const std::vector<std::string> names{"seasonal_naive", "moving_average"};
    return names;
}

std::unique_ptr<Forecaster> makeSimpleMethod(const std::string& name) {
    if (name == "seasonal_naive") {
        return std::make_unique<SeasonalNaive>();
    }
    if (name == "moving_average") {
        return std::make_unique<MovingAverage>();
    }
    return nullptr;
}

}  // namespace foresell
