// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/calendar/period.h"

namespace foresell {

/// What the calendar says of consecutive periods: columns x width, row by row.
struct TimeTable {
    int width = 0;
    std::vector<float> values;
};

/// For the periods to forecast: weekday and month as 0/1 columns, the year's round as harmonics, the place in the month.
TimeTable stepCalendar(const PeriodAxis& axis, std::int32_t firstPeriod, int columns);

/// For the periods of the past: weekday as 0/1 columns and two harmonics of the year.
TimeTable pastCalendar(const PeriodAxis& axis, std::int32_t firstPeriod, int columns);

}  // namespace foresell
