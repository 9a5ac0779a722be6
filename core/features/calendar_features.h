// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/dataset/panel.h"

namespace foresell {

/// Adds what the calendar of a country knows ahead, as covariates shared by all series: "public_holiday", the share of a
/// period's days that are off for a public holiday, and "make_up_workday", that of weekend days worked for it (where the
/// country has rules); and for each of the year's peaks that the
/// history holds at least once, "event:ID", 1 in its days, and "before:ID", which rises from 0 to 1 over the four weeks
/// before its main day. `country` is an ISO code; unknown and empty ones have the worldwide shopping events alone. Months
/// have only the holidays. Weekday and season are no covariates: every network sees them through its own calendar.
void addCalendarFeatures(Panel& panel, const std::string& country);

/// Adds the covariate "open" for regularly closed weekdays (0 Monday ..) of a daily panel without one, so that coming
/// ones are known to be closed.
void addClosedWeekdays(Panel& panel, const std::vector<int>& closedWeekdays);

}  // namespace foresell
