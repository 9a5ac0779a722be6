// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "core/calendar/event_phase.h"

namespace foresell {

/// How the date of an event follows from the year. Written in resources/calendars as one of
///   "on": "12-25"                      the same date every year
///   "weekday": [month, weekday, n]     the n-th (-1: the last) of that weekday (0 Monday) of the month
///   "easter": offset                   days after Easter Sunday
///   "lunar": [month, day]              of the Chinese calendar
///   "term": "qingming" | "vernal_equinox" | "autumnal_equinox"
///   "dates": ["2022-06-03", ...]       on these days alone
/// with "shift" (days added), "days" (length), "peak" (days after the first), "from", "to" (years), "except" (years),
/// "phases": {"presale": [first, last], ...} in days counted from the peak, and "estimated": true where the date is a guess
/// until it is announced.
class EventRule {
public:
    explicit EventRule(const nlohmann::json& json);

    /// Days on which the occurrences of the year begin, before they are shortened to 2000..2100.
    std::vector<Day> firstDays(int year) const;

    int days() const { return m_days; }
    int peak() const { return m_peak; }
    bool isEstimated() const { return m_isEstimated; }
    /// Of an occurrence whose main day is `peak`, by their first days.
    std::vector<EventPhase> phasesAround(Day peak) const;

private:
    enum class Kind { Fixed, Weekday, Easter, Lunar, Term, Dates };

    std::optional<Day> dayOf(int year) const;

    Kind m_kind = Kind::Fixed;
    int m_month = 1;
    int m_day = 1;  ///< or the weekday, or the Easter offset, or the term
    int m_nth = 1;
    int m_shift = 0;
    int m_days = 1;
    int m_peak = 0;
    int m_from = 2000;
    int m_to = 2100;
    bool m_isEstimated = false;
    std::vector<EventPhase> m_phases;  ///< in days from the peak
    std::vector<int> m_except;
    std::vector<Day> m_dates;
};

}  // namespace foresell
