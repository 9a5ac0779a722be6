// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adam_step.h"

#include <cmath>

#include "core/networks/vector_math.h"

namespace foresell {

FORESELL_VECTOR_CLONES
void takeAdamStep(const AdamStep& step, float* values, const float* gradients, float* first, float* second,
                  std::int64_t count) {
    const AdamStep s = step;
#pragma omp simd
    for (std::int64_t i = 0; i < count; ++i) {
        const float gradient = gradients[i] * s.gradientScale + s.gradientDecay * values[i];
        first[i] = s.beta1 * first[i] + (1.0f - s.beta1) * gradient;
        second[i] = s.beta2 * second[i] + (1.0f - s.beta2) * gradient * gradient;
        values[i] = values[i] * s.valueFactor - s.rate * first[i] / (std::sqrt(second[i]) * s.secondScale + 1e-8f);
    }
}

}  // namespace foresell
