// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// The element-wise part of one step of gated recurrent units (Cho et al. 2014; reset after the product, as in cuDNN) over
/// `rows` sequences. A row of `gates` holds 4 x hidden sums in the order fresh, reset, keep, recalled: those of the input
/// are the first three, those of the memory the last three (so each is one block for the matrix products). The first three
/// are left activated. `before` is the memory before the step, null at the first, where it is 0. Accuracy as in
/// vector_math.h.
void gruGatesForward(float* gates, const float* before, float* output, std::int64_t rows, std::int64_t hidden);

/// The way back through the same step: replaces the gates by the gradients of their sums. `outputGradientAbove` (may be
/// null) is added to `outputGradient`, which is left with the part that reaches the memory before directly.
void gruGatesBackward(float* gates, const float* before, float* outputGradient, const float* outputGradientAbove,
                      std::int64_t rows, std::int64_t hidden);

/// The same for a plain recurrent network (Elman 1990): `sums` (rows x hidden) becomes its hyperbolic tangent.
void rnnForward(float* sums, float* output, std::int64_t rows, std::int64_t hidden);
/// Replaces `sums`, as rnnForward left them, by their gradients; nothing of `outputGradient` reaches the memory directly.
void rnnBackward(float* sums, float* outputGradient, const float* outputGradientAbove, std::int64_t rows,
                 std::int64_t hidden);

}  // namespace foresell
