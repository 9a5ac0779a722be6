// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foresell {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01, in the shop's time zone.
using Day = std::int32_t;

inline constexpr Day noDay = INT32_MIN;

struct CivilDate {
    int year = 1970;
    int month = 1;  ///< 1..12
    int day = 1;    ///< 1..31
    bool operator==(const CivilDate&) const = default;
};

Day toDay(const CivilDate& date);
Day toDay(int year, int month, int day);
CivilDate toCivil(Day day);

/// False for 30 February and the like.
bool isValid(const CivilDate& date);

/// 0 Monday .. 6 Sunday (ISO 8601).
int weekday(Day day);

/// "2011-12-09".
std::string toIso(Day day);

/// Reads "2011-12-09" alone; nothing else is accepted.
std::optional<Day> fromIso(std::string_view text);

}  // namespace foresell
