// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/project/project_reader.h"
#include "core/protocol/calendar_messages.h"
#include "core/report/fiscal_totals.h"

namespace foresell {

/// What the options of `calendar` ask to change; empty parts change nothing.
struct CalendarChange {
    std::string add;     ///< the name of a new event
    std::string change;  ///< the id of an event
    std::string on, off, remove;  ///< ids
    std::string first, last, main;  ///< dates; last: first if not given, main: last if not given
    std::vector<std::string> phases;    ///< "presale=2025-10-15..2025-10-20"
    std::vector<std::string> channels;  ///< codes
    std::optional<int> lead, pullForward;
    std::optional<bool> isLearned;
    bool isYearly = false;

    bool isEmpty() const { return add.empty() && change.empty() && on.empty() && off.empty() && remove.empty(); }
};

/// The project's changes to the calendar after another one. Throws Error "calendar.no_such_event",
/// "calendar.no_such_channel", "calendar.fixed_dates", "calendar.bad_event" or "option.*".
CalendarEdits changedBy(const ProjectReader& reader, const CalendarChange& change);

ShopCalendar calendarOf(const ProjectReader& reader);
/// The year to show where none is asked for: that of the last sale, else this one.
int calendarYear(const ProjectReader& reader);
CalendarFacts calendarFacts(const ProjectReader& reader, Day first, Day last);
std::string toText(const CalendarFacts& facts);

/// What the calendar says of a forecast's coming periods.
struct ForecastCalendar {
    std::vector<FiscalTotal> fiscalMonths;  ///< units of the whole shop; empty where weeks have no numbers
    Day unannouncedAfter = noDay;           ///< days off later than this are not announced yet; noDay: they are
};
ForecastCalendar forecastCalendar(const ProjectReader& reader, std::int32_t run, const std::vector<double>& totals);
void to_json(nlohmann::json& json, const ForecastCalendar& value);
std::string toText(const ForecastCalendar& value);

}  // namespace foresell
