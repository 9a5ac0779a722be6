// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "core/calendar/shop_calendar.h"

namespace foresell {

/// The shop's calendar in a span of days, as `calendar --json` tells it.
struct CalendarFacts {
    Day first = noDay, last = noDay;
    std::string country;
    std::vector<ShopEvent> events;          ///< also those switched off
    std::vector<Day> daysOff;               ///< in a break, as announced; else public holidays
    std::vector<Day> makeUpWorkdays;        ///< weekend days that are worked
    Day announcedUntil = noDay;             ///< days off and worked are announced up to here; noDay: all follow from rules
    bool isAnnounced = true;                ///< for the whole span
    std::string weeks = "none";             ///< name of the WeekScheme
};

/// What calendar.set takes: the whole of a shop's changes.
struct CalendarRequest {
    CalendarEdits edits;
};

void to_json(nlohmann::json& json, const EventPhase& value);
void to_json(nlohmann::json& json, const ShopEvent& value);
void to_json(nlohmann::json& json, const CalendarFacts& value);
void to_json(nlohmann::json& json, const CalendarRequest& value);
void from_json(const nlohmann::json& json, CalendarRequest& value);

}  // namespace foresell
