// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/calendar/calendar_edits.h"
#include "core/calendar/holiday_calendar.h"

namespace foresell {

/// One dated occurrence of an event as a shop has it.
struct ShopEvent {
    std::string id, nameEn, nameZh;  ///< an own event has one name for both
    EventKind kind = EventKind::Commerce;
    int importance = 1;
    EventDates dates;
    int lead = 0, pullForward = 0;
    std::vector<std::string> channels;  ///< codes; empty: all
    bool isOn = true;
    bool isLearned = false;  ///< forecasts learn its effect
    bool isOwn = false;
    bool isEdited = false;     ///< the shop changed something about this kind of event
    bool isEstimated = false;  ///< a guess until the date is announced

    /// From the first phase, or day, to the last.
    Day reachFirst() const;
    Day reachLast() const;
};

/// The calendar of a country with what a shop changed: events switched off, moved, of some channels alone, and its own.
class ShopCalendar {
public:
    /// A country without rules has the worldwide shopping events alone.
    explicit ShopCalendar(const std::string& country, CalendarEdits edits = {});

    /// Occurrences whose days or phases touch `first` to `last` (both included), by first day, then id.
    std::vector<ShopEvent> eventsBetween(Day first, Day last, bool withSwitchedOff = false) const;

    const HolidayCalendar& holidays() const { return m_calendar; }
    const CalendarEdits& edits() const { return m_edits; }
    bool hasHolidays() const { return m_hasHolidays; }
    /// Days off and worked on weekends are not announced for all days up to `last`: the day up to which they are, else noDay.
    Day unannouncedAfter(Day last) const;

private:
    void addOwn(const EventEdit& event, Day first, Day last, std::vector<ShopEvent>& into) const;

    CalendarEdits m_edits;
    bool m_hasHolidays;
    const HolidayCalendar& m_calendar;
};

}  // namespace foresell
