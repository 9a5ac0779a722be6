// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/baselines/local_method.h"

namespace foresell {

/// The values that are not zero.
std::vector<double> salesOf(std::span<const double> values);

/// For each value that is not zero, how many periods after the one before it came; the first counts from the beginning.
std::vector<double> intervalsOf(std::span<const double> values);

/// The mean interval between sales as a whole number, at least 1.
int meanInterval(std::span<const double> values);

/// The forecast per period from sums over blocks of `length` periods, the last block ending with the history, smoothed
/// with the best alpha of 0.1 to 0.3. `values` must be at least `length` long.
double blockForecast(std::span<const double> values, int length);

/// Fills each row of `into` with one level: `level` is given the observed values before the end, never none.
void repeatLevel(const SeriesHistory& history, std::span<const int> ends, int horizon, std::span<double> into,
                 const std::function<double(std::span<const double> observed)>& level);

}  // namespace foresell
