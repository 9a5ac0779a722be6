// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

namespace foresell {

/// The years of the Chinese lunisolar calendar that the table holds (GB/T 33661-2017 rules, China Standard Time).
inline constexpr int firstLunarYear = 1950;
inline constexpr int lastLunarYear = 2100;

struct LunarDate {
    int year = 2000;  ///< the Gregorian year in which the lunar year begins
    int month = 1;    ///< 1..12
    int day = 1;      ///< 1..30
    bool isLeapMonth = false;
    bool operator==(const LunarDate&) const = default;
};

/// Throws Error "calendar.lunar_range" outside Chinese New Year 1950 .. the end of lunar year 2100.
LunarDate toLunar(Day day);

/// The day of a lunar date; day 30 of a month of 29 days is refused with Error "calendar.lunar_range", as are years
/// outside the table and a leap month that the year does not have.
Day fromLunar(const LunarDate& date);

/// The first day of the lunar year that begins in Gregorian year `year`.
Day chineseNewYear(int year);

/// The solar term Qingming (tomb sweeping day), 4 to 6 April.
Day qingming(int year);

/// Western Easter Sunday (Gregorian computus; Meeus, Astronomical Algorithms, chapter 8).
Day easterSunday(int year);

}  // namespace foresell
