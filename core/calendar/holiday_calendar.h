// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/event_phase.h"

namespace foresell {

enum class EventKind {
    PublicHoliday,  ///< a statutory day off in the whole country
    Festival,       ///< kept by people, without a day off of its own (Lantern Festival, Valentine's Day), or the long
                    ///< break round a public holiday (Golden Week)
    Commerce,       ///< shopping events: 618, Double 11, Black Friday ...
};

/// A kind of event that comes back. `id` is stable ("cn.spring_festival", "commerce.double_11").
struct EventType {
    std::string id;
    std::string nameEn;
    std::string nameZh;
    EventKind kind = EventKind::PublicHoliday;
    int importance = 1;  ///< 3 the year's peaks, 2 worth a label in a chart, 1 the rest
    int lead = 28;       ///< days before the main day on which buying is held back or begins
    int pullForward = 7; ///< days after the last day that lack the demand which the event drew forward
};

/// One dated occurrence: the days `first` to `last`, both included. `peak` is its main day (11 November of Double 11).
/// Phases may reach beyond: a presale before the first day, an encore after the last.
struct CalendarEvent {
    const EventType* type = nullptr;  ///< lives as long as the program
    Day first = noDay;
    Day last = noDay;
    Day peak = noDay;
    std::vector<EventPhase> phases;
    bool isEstimated = false;  ///< a guess until the date is announced
};

/// Public holidays, festivals and commerce events of one country, from the rules in resources/calendars, which are part
/// of the program. Rules hold for 2000 to 2100; outside these years there are no events.
class HolidayCalendar {
public:
    /// ISO codes of the countries that have rules: CN, DE, FR, GB, JP, US.
    static std::span<const std::string_view> countries();
    static bool hasCountry(std::string_view code);

    /// The calendar of a country; "" gives the worldwide commerce events alone.
    /// Throws Error "calendar.unknown_country" for a code without rules.
    static const HolidayCalendar& forCountry(std::string_view code);

    /// Every kind of event of this calendar, in a fixed order that new versions only append to.
    const std::vector<EventType>& eventTypes() const;

    /// Occurrences that touch `first` to `last` (both included), sorted by first day, then by id.
    std::vector<CalendarEvent> eventsBetween(Day first, Day last) const;

    /// Whether the day is a statutory holiday.
    bool isPublicHoliday(Day day) const;

    /// Whether the day belongs to a break: as announced for its year (China moves weekend days to holidays), else by
    /// `isPublicHoliday`.
    bool isInBreak(Day day) const;
    /// Whether the day, of a weekend, is worked to make up for a break.
    bool isMakeUpWorkday(Day day) const;
    /// The last day whose breaks are announced; `noDay` for countries that follow rules alone. Beyond it China's moved
    /// days are not known yet.
    Day announcedUntil() const;

    HolidayCalendar(const HolidayCalendar&) = delete;
    HolidayCalendar& operator=(const HolidayCalendar&) = delete;
    ~HolidayCalendar();

private:
    explicit HolidayCalendar(std::string_view code);

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace foresell
