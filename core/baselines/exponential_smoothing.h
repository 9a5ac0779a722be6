// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace foresell {

/// The level after simple exponential smoothing (Brown 1956) of `values`, from the first value on: the forecast of all
/// that follows. `values` must not be empty.
double smoothedLevel(std::span<const double> values, double alpha);

/// The alpha within [low, high] with the least sum of squared one-step errors, by golden section search.
double bestAlpha(std::span<const double> values, double low, double high);

}  // namespace foresell
