// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/lstm_gates.h"

#include <algorithm>

#include "core/networks/vector_math.h"

namespace foresell {

FORESELL_VECTOR_CLONES
void lstmGatesForward(float* gates, const float* cellBefore, float* cell, float* output, std::int64_t rows,
                      std::int64_t hidden) {
    for (std::int64_t row = 0; row < rows; ++row) {
        float* in = gates + row * 4 * hidden;
        float* forget = in + hidden;
        float* candidate = forget + hidden;
        float* out = candidate + hidden;
        float* c = cell + row * hidden;
        float* h = output + row * hidden;
        const float* before = cellBefore ? cellBefore + row * hidden : c;
        const float isThere = cellBefore ? 1.0f : 0.0f;
        if (!cellBefore) {
            std::fill_n(c, hidden, 0.0f);
        }
#pragma omp simd
        for (std::int64_t j = 0; j < hidden; ++j) {
            const float i = sigmoid(in[j]);
            const float f = sigmoid(forget[j]);
            const float g = hyperbolicTangent(candidate[j]);
            const float o = sigmoid(out[j]);
            const float now = i * g + f * (isThere * before[j]);
            in[j] = i;
            forget[j] = f;
            candidate[j] = g;
            out[j] = o;
            c[j] = now;
            h[j] = o * hyperbolicTangent(now);
        }
    }
}

FORESELL_VECTOR_CLONES
void lstmGatesBackward(float* gates, const float* cellBefore, const float* cell, const float* outputGradient,
                       const float* outputGradientAbove, float* cellGradient, std::int64_t rows, std::int64_t hidden) {
    const float isThere = cellBefore ? 1.0f : 0.0f;
    const float hasAbove = outputGradientAbove ? 1.0f : 0.0f;
    for (std::int64_t row = 0; row < rows; ++row) {
        float* in = gates + row * 4 * hidden;
        float* forget = in + hidden;
        float* candidate = forget + hidden;
        float* out = candidate + hidden;
        const float* c = cell + row * hidden;
        const float* before = cellBefore ? cellBefore + row * hidden : c;
        const float* dh = outputGradient + row * hidden;
        const float* above = outputGradientAbove ? outputGradientAbove + row * hidden : dh;
        float* dc = cellGradient + row * hidden;
#pragma omp simd
        for (std::int64_t j = 0; j < hidden; ++j) {
            const float dOutput = dh[j] + hasAbove * above[j];
            const float tanhCell = hyperbolicTangent(c[j]);
            const float i = in[j];
            const float f = forget[j];
            const float g = candidate[j];
            const float o = out[j];
            const float dCell = dc[j] + dOutput * o * (1.0f - tanhCell * tanhCell);
            out[j] = dOutput * tanhCell * o * (1.0f - o);
            candidate[j] = dCell * i * (1.0f - g * g);
            in[j] = dCell * g * i * (1.0f - i);
            forget[j] = dCell * (isThere * before[j]) * f * (1.0f - f);
            dc[j] = dCell * f;
        }
    }
}

}  // namespace foresell
