// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/calendar/date.h"

namespace foresell {

/// What a daily series is expected to be on each day: the running median of six weeks around it plus the median of its
/// weekday, both over observed days alone. On whatever scale the values have; nothing observed gives 0.
std::vector<double> seasonalLevel(const std::vector<double>& values, const std::vector<std::uint8_t>& isObserved, Day firstDay);

}  // namespace foresell
