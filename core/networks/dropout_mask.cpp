// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/dropout_mask.h"

#include "core/networks/vector_math.h"

namespace foresell {
namespace {

FORESELL_INLINE std::uint32_t scattered(std::uint32_t x) {
    x = (x ^ (x >> 16)) * 0x85ebca6bu;
    x = (x ^ (x >> 13)) * 0xc2b2ae35u;
    return x ^ (x >> 16);
}

}  // namespace

FORESELL_VECTOR_CLONES
void dropoutMask(float* mask, std::int64_t count, std::int64_t first, double share, std::uint64_t seed) {
    const auto low = static_cast<std::uint32_t>(seed), high = static_cast<std::uint32_t>(seed >> 32);
    const auto place = static_cast<std::uint32_t>(first);
    const auto below = static_cast<std::int32_t>(share * 0x1p31);
    const auto kept = static_cast<float>(1 / (1 - share));
    const auto size = static_cast<std::int32_t>(count);
#pragma omp simd
    for (std::int32_t i = 0; i < size; ++i) {
        const std::uint32_t drawn = scattered((scattered(place + static_cast<std::uint32_t>(i)) ^ low) + high);
        mask[i] = static_cast<std::int32_t>(drawn >> 1) < below ? 0.0f : kept;
    }
}

}  // namespace foresell
