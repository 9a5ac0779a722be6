// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/calendar_edits.h"

#include <algorithm>

#include "core/base/json_text.h"
#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using nlohmann::json;

constexpr std::size_t mostEvents = 500, mostDates = 200, longestText = 200, mostChannels = 200;
constexpr int longestEvent = 120, farthestPhase = 90, longestWindow = 120;
constexpr int firstYear = 1990, lastYear = 2100;

[[noreturn]] void refuse(const EventEdit& event, const std::string& why) {
    const std::string name = event.name.empty() ? event.id : event.name;
    throw Error("calendar.bad_event", "The event \"" + name + "\" cannot be kept: " + why + ".",
                "Correct its dates or its name.", {{"event", name}, {"reason", why}});
}

bool isYear(Day day) {
    return day >= toDay(firstYear, 1, 1) && day <= toDay(lastYear, 12, 31);
}

void checkDates(const EventEdit& event, const EventDates& dates) {
    if (!isYear(dates.first) || !isYear(dates.last)) {
        refuse(event, "its dates must lie in 1990 to 2100");
    }
    if (dates.last < dates.first || dates.last - dates.first >= longestEvent) {
        refuse(event, "it must end after it begins, within 120 days");
    }
    if (dates.peak < dates.first || dates.peak > dates.last) {
        refuse(event, "its main day must lie between its first and last day");
    }
    for (const EventPhase& phase : dates.phases) {
        if (phase.last < phase.first || phase.first < dates.peak - farthestPhase || phase.last > dates.peak + farthestPhase) {
            refuse(event, "a phase must end after it begins, within 90 days of the main day");
        }
    }
}

void checkEvent(const EventEdit& event) {
    if (event.id.empty() || event.id.size() > longestText || event.name.size() > longestText) {
        refuse(event, "its name is too long");
    }
    if (event.isOwn() && (event.name.empty() || event.dates.empty())) {
        refuse(event, "an event of your own needs a name and a date");
    }
    if (event.dates.size() > mostDates || event.channels.size() > mostChannels) {
        refuse(event, "it has too many dates or channels");
    }
    for (const std::optional<int>& window : {event.lead, event.pullForward}) {
        if (window && (*window < 0 || *window > longestWindow)) {
            refuse(event, "the days before and after must be 0 to 120");
        }
    }
    for (const EventDates& dates : event.dates) {
        checkDates(event, dates);
    }
}

json toJson(const EventDates& dates) {
    json to = {{"first", toIso(dates.first)}, {"last", toIso(dates.last)}, {"main", toIso(dates.peak)}};
    for (const EventPhase& phase : dates.phases) {
        to["phases"][std::string(phaseId(phase.kind))] = {toIso(phase.first), toIso(phase.last)};
    }
    return to;
}

Day dayIn(const json& value, const char* key) {
    const std::optional<Day> day = value.is_string() ? fromIso(value.get<std::string>()) : std::nullopt;
    if (!day) {
        json_fields::refuse(key);
    }
    return *day;
}

EventDates datesFrom(const json& from) {
    EventDates dates;
    json_fields::readDay(from, "first", dates.first);
    json_fields::readDay(from, "last", dates.last);
    json_fields::readDay(from, "main", dates.peak);
    const json* phases = json_fields::find(from, "phases");
    for (const EventPhaseKind kind : eventPhaseKinds) {
        const std::string id(phaseId(kind));
        const json* days = phases == nullptr ? nullptr : json_fields::find(*phases, id.c_str());
        if (days == nullptr) {
            continue;
        }
        if (!days->is_array() || days->size() != 2) {
            json_fields::refuse("phases");
        }
        dates.phases.push_back({kind, dayIn(days->at(0), "phases"), dayIn(days->at(1), "phases")});
    }
    return dates;
}

template <typename T>
void write(json& to, const char* key, const std::optional<T>& value) {
    if (value) {
        to[key] = *value;
    }
}

template <typename T>
void readOptional(const json& from, const char* key, std::optional<T>& into) {
    if (json_fields::find(from, key) != nullptr) {
        into.emplace();
        json_fields::read(from, key, *into);
    }
}

json toJson(const EventEdit& event) {
    json to = {{"id", event.id}};
    if (!event.name.empty()) {
        to["name"] = event.name;
    }
    write(to, "on", event.isOn);
    write(to, "learned", event.isLearned);
    write(to, "lead", event.lead);
    write(to, "pull_forward", event.pullForward);
    if (!event.channels.empty()) {
        to["channels"] = event.channels;
    }
    if (event.isYearly) {
        to["yearly"] = true;
    }
    for (const EventDates& dates : event.dates) {
        to["dates"].push_back(toJson(dates));
    }
    return to;
}

EventEdit eventFrom(const json& from) {
    EventEdit event;
    json_fields::read(from, "id", event.id);
    json_fields::read(from, "name", event.name);
    readOptional(from, "on", event.isOn);
    readOptional(from, "learned", event.isLearned);
    readOptional(from, "lead", event.lead);
    readOptional(from, "pull_forward", event.pullForward);
    json_fields::read(from, "channels", event.channels);
    json_fields::read(from, "yearly", event.isYearly);
    if (const json* dates = json_fields::find(from, "dates"); dates != nullptr && dates->is_array()) {
        std::ranges::transform(*dates, std::back_inserter(event.dates), datesFrom);
    }
    return event;
}

}  // namespace

bool EventEdit::isEmpty() const {
    EventEdit nothing;
    nothing.id = id;
    return *this == nothing;
}

const EventEdit* CalendarEdits::find(const std::string& id) const {
    const auto found = std::ranges::find(events, id, &EventEdit::id);
    return found == events.end() ? nullptr : &*found;
}

EventEdit& CalendarEdits::edit(const std::string& id) {
    const auto found = std::ranges::find(events, id, &EventEdit::id);
    if (found != events.end()) {
        return *found;
    }
    events.emplace_back().id = id;
    return events.back();
}

std::string CalendarEdits::nextOwnId() const {
    for (std::size_t number = 1;; ++number) {
        std::string id = "own." + std::to_string(number);
        if (find(id) == nullptr) {
            return id;
        }
    }
}

void CalendarEdits::remove(const std::string& id) {
    std::erase_if(events, [&id](const EventEdit& event) { return event.id == id; });
}

void check(const CalendarEdits& edits) {
    if (edits.events.size() > mostEvents) {
        throw Error("calendar.bad_event", "There are more than 500 events.", "Remove some of them.");
    }
    std::ranges::for_each(edits.events, checkEvent);
}

std::string toText(const CalendarEdits& edits) {
    json events = json::array();
    for (const EventEdit& event : edits.events) {
        if (!event.isEmpty()) {
            events.push_back(toJson(event));
        }
    }
    return events.empty() ? std::string() : json{{"events", events}}.dump();
}

CalendarEdits calendarEditsFrom(const std::string& text) {
    CalendarEdits edits;
    if (text.empty()) {
        return edits;
    }
    const json parsed = parseJson(text);
    if (const json* events = json_fields::find(parsed, "events"); events != nullptr && events->is_array()) {
        if (events->size() > mostEvents) {
            throw Error("calendar.bad_event", "There are more than 500 events.", "Remove some of them.");
        }
        std::ranges::transform(*events, std::back_inserter(edits.events), eventFrom);
    }
    check(edits);
    return edits;
}

}  // namespace foresell
