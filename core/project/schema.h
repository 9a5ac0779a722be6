// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foresell {

/// The .sql files of core/project/schema in order: running the first n gives a file of schema version n.
const std::vector<std::string>& migrations();

inline constexpr std::int32_t projectApplicationId = 0x46534C31;  // "FSL1"

}  // namespace foresell
