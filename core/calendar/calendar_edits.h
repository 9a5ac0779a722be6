// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/event_phase.h"

namespace foresell {

/// An event's days in one year, as a shop sets them. The main day lies in them; phases may reach beyond.
struct EventDates {
    Day first = noDay;
    Day last = noDay;
    Day peak = noDay;
    std::vector<EventPhase> phases;
    bool operator==(const EventDates&) const = default;
};

/// What a shop changes about an event of its country's calendar, or an event of its own. What is absent stays as it is.
struct EventEdit {
    std::string id;    ///< of the calendar, or "own.N"
    std::string name;  ///< own events alone
    std::optional<bool> isOn;       ///< off: neither shown nor learnt from
    std::optional<bool> isLearned;  ///< whether forecasts learn its effect; else those of the year's peaks and own ones
    std::optional<int> lead, pullForward;  ///< days, as in EventType
    std::vector<std::string> channels;     ///< codes of the channels that take part; empty: all
    bool isYearly = false;                 ///< own events: on the same dates in the years after the last one given
    std::vector<EventDates> dates;         ///< in the years of their main days these replace the calendar's
    bool operator==(const EventEdit&) const = default;

    bool isOwn() const { return id.starts_with("own."); }
    /// Nothing is changed by it.
    bool isEmpty() const;
};

/// A shop's changes to the calendar, as the project keeps them.
struct CalendarEdits {
    std::vector<EventEdit> events;
    bool operator==(const CalendarEdits&) const = default;

    const EventEdit* find(const std::string& id) const;
    /// The edit of this event, made where there is none.
    EventEdit& edit(const std::string& id);
    /// An id that no event has yet.
    std::string nextOwnId() const;
    void remove(const std::string& id);
};

/// Throws Error "calendar.bad_event" where an event cannot be meant: no name, a last day before the first, a main day
/// outside, a phase more than 90 days away, windows beyond 120 days, more than 500 events or 200 dates of one.
void check(const CalendarEdits& edits);

/// JSON and back; the empty text means no changes. Throws Error "calendar.bad_event" or "json.bad_field".
std::string toText(const CalendarEdits& edits);
CalendarEdits calendarEditsFrom(const std::string& text);

}  // namespace foresell
