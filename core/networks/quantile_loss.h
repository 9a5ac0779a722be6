// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// Cells (a period of a window each) that a network says `width` numbers of: `levels` for the quantiles, of which the middle
/// one is the median and the others are steps away from it before their softplus, and last the logarithm of the mean.
struct QuantileCells {
    static constexpr int mostLevels = 31;

    const float* raw;       ///< cells x width
    const float* scaled;    ///< demand in scaled space
    const float* ratio;     ///< demand over the level
    const float* mask;      ///< 1 where it is to be learnt
    const float* censored;  ///< 1 where demand was at least that much; null where it never was
    std::int64_t cells;
    int width, levels;
    const float* quantileLevels;
    float meanWeight;     ///< of Poisson's deviance of the mean beside the pinball loss
    float largestLogMean, largestRatio;
};

/// Sum over the cells of the mean pinball loss (Koenker and Bassett 1978) of quantiles that cannot cross, and of meanWeight times
/// Poisson's deviance (exp(m) - ratio m, m being the logarithm of the mean, held to [-12, largestLogMean]). Where a cell is
/// censored a quantile or mean above what was sold is no error. `gradients` (cells x width), unless null, gets its slope.
double quantileLossSum(const QuantileCells& cells, float* gradients);

}  // namespace foresell
