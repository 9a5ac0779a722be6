// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/gru_gates.h"

#include "core/networks/vector_math.h"

namespace foresell {

FORESELL_VECTOR_CLONES
void gruGatesForward(float* gates, const float* before, float* output, std::int64_t rows, std::int64_t hidden) {
    const float isThere = before ? 1.0f : 0.0f;
    for (std::int64_t row = 0; row < rows; ++row) {
        float* fresh = gates + row * 4 * hidden;
        float* reset = fresh + hidden;
        float* keep = reset + hidden;
        const float* recalled = keep + hidden;
        const float* m = before ? before + row * hidden : recalled;
        float* h = output + row * hidden;
#pragma omp simd
        for (std::int64_t j = 0; j < hidden; ++j) {
            const float r = sigmoid(reset[j]);
            const float z = sigmoid(keep[j]);
            const float n = hyperbolicTangent(fresh[j] + r * recalled[j]);
            reset[j] = r;
            keep[j] = z;
            fresh[j] = n;
            h[j] = n + z * (isThere * m[j] - n);
        }
    }
}

FORESELL_VECTOR_CLONES
void gruGatesBackward(float* gates, const float* before, float* outputGradient, const float* outputGradientAbove,
                      std::int64_t rows, std::int64_t hidden) {
    const float isThere = before ? 1.0f : 0.0f;
    const float hasAbove = outputGradientAbove ? 1.0f : 0.0f;
    for (std::int64_t row = 0; row < rows; ++row) {
        float* fresh = gates + row * 4 * hidden;
        float* reset = fresh + hidden;
        float* keep = reset + hidden;
        float* recalled = keep + hidden;
        float* dh = outputGradient + row * hidden;
        const float* m = before ? before + row * hidden : dh;
        const float* above = outputGradientAbove ? outputGradientAbove + row * hidden : dh;
#pragma omp simd
        for (std::int64_t j = 0; j < hidden; ++j) {
            const float dOutput = dh[j] + hasAbove * above[j];
            const float n = fresh[j];
            const float r = reset[j];
            const float z = keep[j];
            const float dFresh = dOutput * (1.0f - z) * (1.0f - n * n);
            reset[j] = dFresh * recalled[j] * r * (1.0f - r);
            keep[j] = dOutput * (isThere * m[j] - n) * z * (1.0f - z);
            recalled[j] = dFresh * r;
            fresh[j] = dFresh;
            dh[j] = dOutput * z;
        }
    }
}

FORESELL_VECTOR_CLONES
void rnnForward(float* sums, float* output, std::int64_t rows, std::int64_t hidden) {
#pragma omp simd
    for (std::int64_t j = 0; j < rows * hidden; ++j) {
        sums[j] = hyperbolicTangent(sums[j]);
        output[j] = sums[j];
    }
}

FORESELL_VECTOR_CLONES
void rnnBackward(float* sums, float* outputGradient, const float* outputGradientAbove, std::int64_t rows,
                 std::int64_t hidden) {
    const float* above = outputGradientAbove ? outputGradientAbove : outputGradient;
    const float hasAbove = outputGradientAbove ? 1.0f : 0.0f;
#pragma omp simd
    for (std::int64_t j = 0; j < rows * hidden; ++j) {
        const float dOutput = outputGradient[j] + hasAbove * above[j];
        sums[j] = dOutput * (1.0f - sums[j] * sums[j]);
        outputGradient[j] = 0;
    }
}

}  // namespace foresell
