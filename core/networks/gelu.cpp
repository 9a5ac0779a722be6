// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/gelu.h"

#include "core/networks/vector_math.h"

namespace foresell {
namespace {

struct Normal {
    float below, density;  ///< Phi and phi
};

FORESELL_INLINE Normal normalAt(float x) {
    const float power = fastExp(-0.5f * x * x);
    const float size = x < 0 ? -x : x;
    const float t = 1.0f / (1.0f + 0.3275911f * 0.70710678f * size);
    float tail = 1.061405429f;
    tail = tail * t - 1.453152027f;
    tail = tail * t + 1.421413741f;
    tail = tail * t - 0.284496736f;
    tail = tail * t + 0.254829592f;
    tail = 0.5f * tail * t * power;
    return {x < 0 ? tail : 1.0f - tail, 0.39894228f * power};
}

}  // namespace

FORESELL_VECTOR_CLONES
void gelu(const float* x, float* y, float* slope, std::int64_t count) {
    if (slope == nullptr) {
#pragma omp simd
        for (std::int64_t i = 0; i < count; ++i) {
            y[i] = x[i] * normalAt(x[i]).below;
        }
        return;
    }
#pragma omp simd
    for (std::int64_t i = 0; i < count; ++i) {
        const Normal normal = normalAt(x[i]);
        y[i] = x[i] * normal.below;
        slope[i] = normal.below + x[i] * normal.density;
    }
}

}  // namespace foresell
