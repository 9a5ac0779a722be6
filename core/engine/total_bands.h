// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/forecaster.h"
#include "core/project/project_types.h"

namespace foresell {

/// How much of the errors the series share, 0 (independent) .. 1 (all err together): from the error of the
/// shop's total on a held-out end, against what independence and full dependence would give. `truth` reaches
/// further than `history`.
double sharedErrorOf(const Forecast& forecast, const Panel& history, const Panel& truth);

/// Where no end was held out.
inline constexpr double assumedSharedError = 0.3;

/// Fills the totals of the whole shop: means add up; the distance of a quantile from the median is the root
/// of shared x (sum of distances)^2 + (1 - shared) x (sum of squared distances), the spread of a sum whose
/// terms have one correlation in common.
void fillTotals(ForecastRecord& forecast, double shared, bool allowsNegative);

}  // namespace foresell
