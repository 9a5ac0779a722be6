// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// Factors for dropout: 0 with chance `share` (in [0, 1)), else 1 / (1 - share). What the number at place `first + i` gets
/// depends on the seed and its place alone, so threads can share the work: it is a hash of both by two rounds of the
/// finaliser of MurmurHash3 (Appleby 2011).
void dropoutMask(float* mask, std::int64_t count, std::int64_t first, double share, std::uint64_t seed);

}  // namespace foresell
