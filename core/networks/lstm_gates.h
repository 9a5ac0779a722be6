// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// The element-wise part of one LSTM step (Hochreiter and Schmidhuber 1997; gates in the order input, forget, cell,
/// output) over `rows` sequences. A row of `gates` holds the 4 x hidden sums of the matrix products and is left with the
/// activated gates, which the way back needs. `cellBefore` may be null at the first step, where the cell is 0.
///
/// exp is a polynomial of degree 6 after Cody and Waite's range reduction: sigmoid and tanh are within 3e-7 of the
/// exact value (absolute). Compiled for several instruction sets, the best of which is chosen at run time.
void lstmGatesForward(float* gates, const float* cellBefore, float* cell, float* output, std::int64_t rows,
                      std::int64_t hidden);

/// The way back through the same step: replaces the activated gates by the gradient of their sums. `outputGradient` and
/// `outputGradientAbove` (may be null) add up; `cellGradient` comes from the step after and is left for the one before.
void lstmGatesBackward(float* gates, const float* cellBefore, const float* cell, const float* outputGradient,
                       const float* outputGradientAbove, float* cellGradient, std::int64_t rows, std::int64_t hidden);

}  // namespace foresell
