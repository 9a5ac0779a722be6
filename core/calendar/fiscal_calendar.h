// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar/date.h"

namespace foresell {

/// How a shop numbers its weeks and puts them together to months of whole weeks.
enum class WeekScheme {
    None,            ///< weeks have no numbers
    Iso,             ///< ISO 8601: from Monday, week 1 holds the year's first Thursday; months of 4, 4 and 5 weeks
    FourFourFive,    ///< months of 4, 4 and 5 weeks, from a chosen month
    FourFiveFour,    ///< 4, 5, 4
    FiveFourFour,    ///< 5, 4, 4
    Retail,          ///< the 4-5-4 calendar of the National Retail Federation (US): from the Sunday next to 1 February
};

inline constexpr std::array weekSchemes{WeekScheme::None,         WeekScheme::Iso,          WeekScheme::FourFourFive,
                                        WeekScheme::FourFiveFour, WeekScheme::FiveFourFour, WeekScheme::Retail};

/// "none", "iso", "4-4-5", "4-5-4", "5-4-4", "nrf".
std::string_view weekSchemeName(WeekScheme scheme);
std::optional<WeekScheme> weekSchemeNamed(std::string_view name);

/// A week of a fiscal year.
struct FiscalWeek {
    int year = 0;         ///< the year that begins next to its first month (retail 2023: from 29 January 2023)
    int week = 1;         ///< 1..52, 53 in long years
    int month = 1;        ///< 1..12 from the first month of the year; a 53rd week belongs to the 12th
    int weekOfMonth = 1;  ///< 1..5, 6 where the 53rd comes on top of five
    Day first = noDay;    ///< seven days from here
    int quarter() const { return (month + 2) / 3; }
    Day last() const { return first + 6; }
    bool operator==(const FiscalWeek&) const = default;
};

/// Years of 52 or 53 whole weeks. A year begins on the first weekday that lies next to the first day of its first month (at
/// most three days away), which gives ISO 8601 for Monday and January, and the calendar of the National Retail Federation
/// (nrf.com, 4-5-4 calendar: the year ends on the Saturday next to 31 January) for Sunday and February.
class FiscalCalendar {
public:
    /// `firstMonth` 1..12 and `firstWeekday` 0 Monday .. 6 Sunday hold where the scheme does not set them itself. Throws Error
    /// "calendar.bad_weeks" for other numbers.
    explicit FiscalCalendar(WeekScheme scheme = WeekScheme::None, int firstMonth = 1, int firstWeekday = 0);

    WeekScheme scheme() const { return m_scheme; }
    bool hasWeeks() const { return m_scheme != WeekScheme::None; }
    int firstMonth() const { return m_firstMonth; }
    int firstWeekday() const { return m_firstWeekday; }

    Day yearStart(int year) const;
    int weeksIn(int year) const;  ///< 52 or 53
    FiscalWeek weekOf(Day day) const;

private:
    WeekScheme m_scheme;
    int m_firstMonth;
    int m_firstWeekday;
    std::array<int, 3> m_pattern;  ///< weeks of the months of a quarter
};

/// "2025-W07", the week's name in files.
std::string weekName(const FiscalWeek& week);

}  // namespace foresell
