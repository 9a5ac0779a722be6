// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/calendar/shop_calendar.h"
#include "core/dataset/panel.h"

namespace foresell {

/// Adds what the calendar of a shop knows ahead, as covariates shared by all series: "public_holiday", the share of a
/// period's days that are off for a public holiday, and "make_up_workday", that of weekend days worked for it (where the
/// country has rules). And for each kind of event that forecasts learn, where the history holds it at least once, on its own
/// time axis rather than the calendar's, so that years in which it lies elsewhere or lasts longer teach each other:
///   "event:ID"        1 in its days
///   "before:ID"       rises from 0 to 1 over the lead days before its main day
///   "after:ID"        falls from 1 to 0 over the days after its last that lack the demand it drew forward
///   "phase:ID:PHASE"  1 in the days of a phase
///   "position:ID"     from 0 to 1 on the way from its first phase to its last, where phases span a week or more
/// A week's value is the highest of its days. Events of some channels alone have a row a series, 0 in other channels.
/// Months have only the holidays. Weekday and season are no covariates: every network sees them through its own calendar.
void addCalendarFeatures(Panel& panel, const ShopCalendar& calendar);

/// Adds the covariate "open" for regularly closed weekdays (0 Monday ..) of a daily panel without one, so that coming
/// ones are known to be closed.
void addClosedWeekdays(Panel& panel, const std::vector<int>& closedWeekdays);

}  // namespace foresell
