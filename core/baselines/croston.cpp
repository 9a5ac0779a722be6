// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/croston.h"

#include "core/baselines/exponential_smoothing.h"
#include "core/baselines/intermittent.h"

namespace foresell {

void Croston::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                             std::span<double> into) const {
    constexpr double alpha = 0.1;
    const double correction = m_kind == Kind::Sba ? 1 - alpha / 2 : 1;
    repeatLevel(history, ends, horizon, into, [&](std::span<const double> observed) {
        const std::vector<double> sales = salesOf(observed);
        return sales.empty() ? 0.0
                             : correction * smoothedLevel(sales, alpha) / smoothedLevel(intervalsOf(observed), alpha);
    });
}

}  // namespace foresell
