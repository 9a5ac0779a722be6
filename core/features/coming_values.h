// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/dataset/panel.h"
#include "core/features/feature_settings.h"

namespace foresell {

/// Fills what is not told of the periods after the history, for the covariates named: HoldLast repeats the last value that
/// is known before it; LastYear takes that of the same period a year before (364 days, so that the weekday agrees; 52 weeks;
/// 12 months), and leaves unknown what was unknown then. What is told stays as it is, and so does the history. A past-only covariate that
/// is named becomes one that is known ahead.
void fillComing(Panel& panel, const std::map<std::string, ComingFill>& fills);

}  // namespace foresell
