// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/calendar/date.h"
#include "core/import/serial_date.h"

namespace foresell {

/// In which order a file writes day, month and year where the year is not first.
enum class DateOrder { DayFirst, MonthFirst };

enum class DateResult { Ok, Empty, Bad, OutOfRange };

/// A point of time as a file says it.
struct DateTime {
    Day day = noDay;
    std::int32_t second = -1;          ///< of the day; -1 = a date alone
    std::optional<int> offsetMinutes;  ///< from UTC, where the file says it
    bool operator==(const DateTime&) const = default;
};

/// Reads "2010-12-01 08:26:00", "2010/12/1 8:26", "20101201", "2010年12月1日 8时26分", "01.12.2010", "12/1/10 8:26 AM", "1 Dec 2010",
/// "Jul 1, 2026 4:24:44 AM PDT", "2026-11-23T10:00:00+09:00", "2010-12" (its first day), "2024-W15" (its Monday) and
/// seconds or milliseconds since 1970. Years 1900 to 2199. Remembers the last date, since most rows repeat it.
class DateParser {
public:
    /// `serials`: digits alone are days as a spreadsheet counts them, and nothing else. `weekOne`: they are numbers of weeks,
    /// of which that one begins on this day.
    explicit DateParser(DateOrder order = DateOrder::DayFirst, std::optional<DateSystem> serials = {}, std::optional<Day> weekOne = {})
        : m_order(order), m_serials(serials), m_weekOne(weekOne) {}

    DateOrder order() const { return m_order; }
    DateResult parse(std::string_view text, DateTime& value);

private:
    DateResult parseFully(std::string_view text, DateTime& value) const;
    DateResult parseSerial(std::string_view text, DateTime& value) const;
    DateResult parseWeek(std::string_view text, DateTime& value) const;

    DateOrder m_order;
    std::optional<DateSystem> m_serials;
    std::optional<Day> m_weekOne;
    char m_lastText[10] = {};
    Day m_lastDay = noDay;
};

/// True for "45291" and "45291.5": a day between 1954 and 2119 as a spreadsheet counts from 1900.
bool isDateSerial(std::string_view text);

}  // namespace foresell
