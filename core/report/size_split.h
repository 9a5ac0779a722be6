// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/project/project_types.h"

namespace foresell {

/// What a size with this share of a style's demand lets expect, where the style's mean and one of its quantiles are known:
///   share x mean + sign(z) sqrt((share x d)^2 + z^2 share (1 - share) mean),   d = quantile - mean,
/// z the normal quantile of the level. The first term is the style's own spread, the second what chance adds when each buyer
/// takes the size with the probability `share` (the law of total variance: a share of Poisson demand is Poisson demand).
/// Not below 0 where the style's quantile is not. `level` lies between 0 and 1.
double sizeQuantile(double mean, double quantile, double level, double share);

/// The forecast with a series for each size in the place of each series of a style; means add up to those of the style.
/// Series of other items stay; the totals do too.
ForecastRecord splitBySize(const ForecastRecord& forecast, const std::vector<SizeShare>& sizes);

}  // namespace foresell
