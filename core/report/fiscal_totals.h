// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/calendar/fiscal_calendar.h"
#include "core/calendar/period.h"

namespace foresell {

/// What is expected in one fiscal month, of that part of it which the forecast reaches.
struct FiscalTotal {
    int year = 0;
    int month = 1;
    Day first = noDay, last = noDay;  ///< of the part
    double units = 0;
    bool isWhole = false;  ///< the forecast reaches the whole month
    bool operator==(const FiscalTotal&) const = default;
};

/// The fiscal week that a week or day of a forecast counts to: that of its middle day.
FiscalWeek fiscalWeekOf(const FiscalCalendar& calendar, const PeriodAxis& axis, std::int32_t period);

/// Units by fiscal month, of days or weeks from `firstPeriod`; nothing for months or where weeks have no numbers.
std::vector<FiscalTotal> fiscalTotals(const FiscalCalendar& calendar, const PeriodAxis& axis, std::int32_t firstPeriod,
                                      std::span<const double> units);

}  // namespace foresell
