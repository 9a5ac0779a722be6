// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

/// Before a function: it is compiled for several instruction sets, the best of which is chosen at run time by what the
/// processor can do. (Names of processors, such as haswell, would leave out those of other makers.)
#if defined(__x86_64__) && defined(__GNUC__) && __GNUC__ >= 12 && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define FORESELL_VECTOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FORESELL_VECTOR_CLONES
#endif
#if defined(__GNUC__)
#define FORESELL_INLINE [[gnu::always_inline]] inline
#else
#define FORESELL_INLINE inline
#endif

namespace foresell {

/// A polynomial of degree 6 after Cody and Waite's range reduction; the loop that calls it becomes vector code.
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

/// Within 3e-7 of the exact value (absolute), and so the tangent.
FORESELL_INLINE float sigmoid(float x) { return 1.0f / (1.0f + fastExp(-x)); }

FORESELL_INLINE float hyperbolicTangent(float x) { return 1.0f - 2.0f / (1.0f + fastExp(2.0f * x)); }

}  // namespace foresell
