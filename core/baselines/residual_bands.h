// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/dataset/forecaster.h"

namespace foresell {

/// Turns point forecasts of one series into quantiles by adding the empirical quantiles of the method's own past errors
/// (Hyndman and Athanasopoulos 2021, section 5.5, bootstrapped residuals), widened by the square root of the number of
/// seasons ahead. Writes the means and quantiles of series `series` into `forecast`; never crossing, and not below zero
/// unless `allowsNegative`. With fewer than 4 errors the spread of a count (square root of the level) stands in.
void writeBands(Forecast& forecast, std::size_t series, const std::vector<float>& points, std::vector<float> errors,
                int season, bool allowsNegative);

/// True where the plan says that series `series` is closed in the `step`-th period after the history.
bool isClosedAhead(const Panel& panel, std::size_t series, int step);

}  // namespace foresell
