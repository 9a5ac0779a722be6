// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace foresell {

/// Money and quantities are held as whole 1/10,000 units in an int64, so that sums are exact.
using Fixed = std::int64_t;

inline constexpr Fixed fixedOne = 10'000;
inline constexpr Fixed fixedMissing = std::numeric_limits<Fixed>::min();

inline constexpr bool isMissing(Fixed value) {
    return value == fixedMissing;
}

inline constexpr double toDouble(Fixed value) {
    return static_cast<double>(value) / static_cast<double>(fixedOne);
}

/// Rounds half away from zero. `value` must lie within +-9e14.
inline Fixed toFixed(double value) {
    return std::llround(value * static_cast<double>(fixedOne));
}

}  // namespace foresell
