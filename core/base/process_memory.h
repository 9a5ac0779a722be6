// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// The most memory that the process has held so far, in bytes; 0: not known.
std::int64_t peakMemory();

}  // namespace foresell
