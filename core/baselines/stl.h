// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace foresell {

/// The smoothing windows of one decomposition, all odd; at least 3.
struct StlWindows {
    int season = 11;  ///< seasons, over which each place of the season is averaged
    int trend = 0;    ///< values
    int lowPass = 0;  ///< values

    /// The usual ones for a season of `period` values (Cleveland et al. 1990, section 3): the trend as quick as can be
    /// without taking the season in, the low pass just over a season.
    static StlWindows usual(int period, int season);
};

/// What values are made of; the rest is what remains.
struct StlParts {
    std::vector<double> season, trend;
};

/// Seasonal-trend decomposition by local regression (Cleveland, Cleveland, McRae and Terpenning 1990): five rounds of
/// smoothing each place of the season by a local mean, taking the trend out of it by moving averages and a local line, and
/// smoothing what is left by a local line. `values` (at least two periods of them) must be finite. Where a window is longer
/// than 100, lines are fitted at every tenth of it and joined.
StlParts decompose(std::span<const double> values, int period, const StlWindows& windows);

/// Several seasons at once (Bandara, Hyndman and Bergmeir 2021): each in turn, the shortest first, from values without
/// the others, twice over (once for a single one), with seasonal windows of 11, 15, 19, ... Returns one season each.
std::vector<std::vector<double>> seasonsOf(std::span<const double> values, const std::vector<int>& periods);

}  // namespace foresell
