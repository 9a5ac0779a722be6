// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// What one step of Adam (Kingma and Ba 2015) or AdamW (Loshchilov and Hutter 2019) does to each number.
struct AdamStep {
    float beta1 = 0.9f, beta2 = 0.99f;
    float gradientScale = 1;    ///< clipping
    float gradientDecay = 0;    ///< Adam: weight decay as part of the gradient
    float valueFactor = 1;      ///< AdamW: 1 less rate x weight decay
    float rate = 0;             ///< over the correction of the first moment
    float secondScale = 1;      ///< one over the root of the correction of the second moment
};

/// Takes the step on `count` numbers on the CPU, in one pass over the four arrays.
void takeAdamStep(const AdamStep& step, float* values, const float* gradients, float* first, float* second,
                  std::int64_t count);

}  // namespace foresell
