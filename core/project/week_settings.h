// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/fiscal_calendar.h"
#include "core/project/project_types.h"

namespace foresell {

/// How the shop numbers its weeks; settings that cannot be meant (a damaged file) give weeks without numbers.
FiscalCalendar fiscalCalendarOf(const ProjectSettings& settings);

/// The same settings with weeks that begin on the day which their numbering asks for.
ProjectSettings withFittingWeeks(ProjectSettings settings);

}  // namespace foresell
