// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace foresell {

/// One index for each place in the season (value t has place t % season), by the classical decomposition: the mean over all
/// seasons of value less (or over) the centred moving average, shifted to sum to 0 (or scaled to average 1). With fewer
/// than two seasons of values: the first season less (or over) its mean.
std::vector<double> seasonalIndices(std::span<const double> values, int season, bool isProduct);

}  // namespace foresell
