// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/lstm_gates.h"

#include <algorithm>
#include <bit>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define FORESELL_VECTOR_CLONES __attribute__((target_clones("arch=skylake-avx512", "arch=haswell", "default")))
#else
#define FORESELL_VECTOR_CLONES
#endif
#if defined(__GNUC__)
#define FORESELL_INLINE [[gnu::always_inline]] inline
#else
#define FORESELL_INLINE inline
#endif

namespace foresell {
namespace {

FORESELL_INLINE float fastExp(float x) {
    x = x > 87.0f ? 87.0f : x;
    x = x < -87.0f ? -87.0f : x;
    constexpr float roundToInteger = 12582912.0f;  // 1.5 * 2^23: the sum's low bits are the nearest integer
    const float shifted = x * 1.44269504088896341f + roundToInteger;
    const float exponent = shifted - roundToInteger;
    const float r = (x - exponent * 0.693359375f) + exponent * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    const std::int32_t power = (static_cast<std::int32_t>(exponent) + 127) << 23;
    return p * std::bit_cast<float>(power);
}

FORESELL_INLINE float sigmoid(float x) { return 1.0f / (1.0f + fastExp(-x)); }

FORESELL_INLINE float hyperbolicTangent(float x) { return 1.0f - 2.0f / (1.0f + fastExp(2.0f * x)); }

}  // namespace

FORESELL_VECTOR_CLONES
void lstmGatesForward(float* gates, const float* cellBefore, float* cell, float* output, std::int64_t rows,
                      std::int64_t hidden) {
    for (std::int64_t row = 0; row < rows; ++row) {
        float* __restrict in = gates + row * 4 * hidden;
        float* __restrict forget = in + hidden;
        float* __restrict candidate = forget + hidden;
        float* __restrict out = candidate + hidden;
        float* __restrict c = cell + row * hidden;
        float* __restrict h = output + row * hidden;
        const float* __restrict before = cellBefore ? cellBefore + row * hidden : nullptr;
        for (std::int64_t j = 0; j < 2 * hidden; ++j) {
            in[j] = sigmoid(in[j]);
        }
        for (std::int64_t j = 0; j < hidden; ++j) {
            candidate[j] = hyperbolicTangent(candidate[j]);
            out[j] = sigmoid(out[j]);
        }
        if (before) {
            for (std::int64_t j = 0; j < hidden; ++j) {
                c[j] = in[j] * candidate[j] + forget[j] * before[j];
                h[j] = out[j] * hyperbolicTangent(c[j]);
            }
        } else {
            for (std::int64_t j = 0; j < hidden; ++j) {
                c[j] = in[j] * candidate[j];
                h[j] = out[j] * hyperbolicTangent(c[j]);
            }
        }
    }
}

FORESELL_VECTOR_CLONES
void lstmGatesBackward(float* gates, const float* cellBefore, const float* cell, const float* outputGradient,
                       const float* outputGradientAbove, float* cellGradient, std::int64_t rows, std::int64_t hidden) {
    for (std::int64_t row = 0; row < rows; ++row) {
        float* __restrict in = gates + row * 4 * hidden;
        float* __restrict forget = in + hidden;
        float* __restrict candidate = forget + hidden;
        float* __restrict out = candidate + hidden;
        const float* __restrict c = cell + row * hidden;
        const float* __restrict before = cellBefore ? cellBefore + row * hidden : nullptr;
        const float* __restrict dh = outputGradient + row * hidden;
        const float* __restrict above = outputGradientAbove ? outputGradientAbove + row * hidden : nullptr;
        float* __restrict dc = cellGradient + row * hidden;
        for (std::int64_t j = 0; j < hidden; ++j) {
            const float dOutput = dh[j] + (above ? above[j] : 0.0f);
            const float tanhCell = hyperbolicTangent(c[j]);
            const float i = in[j];
            const float f = forget[j];
            const float g = candidate[j];
            const float o = out[j];
            const float dCell = dc[j] + dOutput * o * (1.0f - tanhCell * tanhCell);
            const float previous = before ? before[j] : 0.0f;
            out[j] = dOutput * tanhCell * o * (1.0f - o);
            candidate[j] = dCell * i * (1.0f - g * g);
            in[j] = dCell * g * i * (1.0f - i);
            forget[j] = dCell * previous * f * (1.0f - f);
            dc[j] = dCell * f;
        }
    }
}

}  // namespace foresell
