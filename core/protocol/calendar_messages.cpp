// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/calendar_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using nlohmann::json;

json daysJson(const std::vector<Day>& days) {
    json list = json::array();
    for (const Day day : days) {
        list.push_back(toIso(day));
    }
    return list;
}

const char* kindName(EventKind kind) {
    switch (kind) {
        case EventKind::PublicHoliday: return "public_holiday";
        case EventKind::Festival: return "festival";
        case EventKind::Commerce: break;
    }
    return "commerce";
}

}  // namespace

void to_json(json& to, const EventPhase& value) {
    to = {{"phase", std::string(phaseId(value.kind))}, {"first", toIso(value.first)}, {"last", toIso(value.last)}};
}

void to_json(json& to, const ShopEvent& value) {
    to = {{"id", value.id},
          {"name", value.nameEn},
          {"name_zh", value.nameZh},
          {"kind", kindName(value.kind)},
          {"importance", value.importance},
          {"first", toIso(value.dates.first)},
          {"last", toIso(value.dates.last)},
          {"main", toIso(value.dates.peak)},
          {"phases", value.dates.phases},
          {"lead", value.lead},
          {"pull_forward", value.pullForward},
          {"channels", value.channels},
          {"is_on", value.isOn},
          {"is_learned", value.isLearned},
          {"is_own", value.isOwn},
          {"is_edited", value.isEdited},
          {"is_estimated", value.isEstimated}};
}

void to_json(json& to, const CalendarFacts& value) {
    to = {{"first", dayJson(value.first)},
          {"last", dayJson(value.last)},
          {"country", value.country},
          {"events", value.events},
          {"days_off", daysJson(value.daysOff)},
          {"make_up_workdays", daysJson(value.makeUpWorkdays)},
          {"announced_until", dayJson(value.announcedUntil)},
          {"is_announced", value.isAnnounced},
          {"weeks", value.weeks}};
}

void to_json(json& to, const CalendarRequest& value) {
    const std::string text = toText(value.edits);
    to = text.empty() ? json{{"events", json::array()}} : json::parse(text);
}

void from_json(const json& from, CalendarRequest& value) {
    value.edits = calendarEditsFrom(from.dump());
}

}  // namespace foresell
