// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/week_settings.h"

#include "core/base/error.h"

namespace foresell {

FiscalCalendar fiscalCalendarOf(const ProjectSettings& settings) {
    const auto scheme = weekSchemeNamed(settings.weeks);
    const bool isSound = scheme && settings.fiscalMonth >= 1 && settings.fiscalMonth <= 12 && settings.weekStart >= 0 &&
                         settings.weekStart <= 6;
    return isSound ? FiscalCalendar(*scheme, settings.fiscalMonth, settings.weekStart) : FiscalCalendar();
}

ProjectSettings withFittingWeeks(ProjectSettings settings) {
    if (!weekSchemeNamed(settings.weeks)) {
        throw Error("settings.weeks", "\"" + settings.weeks + "\" is no way to number weeks.",
                    "Choose none, iso, 4-4-5, 4-5-4, 5-4-4 or nrf.", {{"weeks", settings.weeks}});
    }
    const FiscalCalendar fiscal(*weekSchemeNamed(settings.weeks), settings.fiscalMonth, settings.weekStart);
    settings.weekStart = fiscal.firstWeekday();
    settings.fiscalMonth = fiscal.firstMonth();
    return settings;
}

}  // namespace foresell
