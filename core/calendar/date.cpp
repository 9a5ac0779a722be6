// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace foresell {

namespace {

std::chrono::year_month_day toChrono(const CivilDate& date) {
    return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
            std::chrono::day(static_cast<unsigned>(date.day))};
}

}  // namespace

Day toDay(const CivilDate& date) {
    return static_cast<Day>(std::chrono::sys_days(toChrono(date)).time_since_epoch().count());
}

Day toDay(int year, int month, int day) {
    return toDay(CivilDate{year, month, day});
}

CivilDate toCivil(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

bool isValid(const CivilDate& date) {
    return date.month >= 1 && date.day >= 1 && toChrono(date).ok();
}

int weekday(Day day) {
    const int sinceMonday = (day + 3) % 7;  // 1970-01-01 was a Thursday
    return sinceMonday < 0 ? sinceMonday + 7 : sinceMonday;
}

std::string toIso(Day day) {
    const CivilDate date = toCivil(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Day> fromIso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    CivilDate date;
    const auto read = [&](std::size_t from, std::size_t length, int& value) {
        const char* begin = text.data() + from;
        const auto [end, error] = std::from_chars(begin, begin + length, value);
        return error == std::errc() && end == begin + length && value >= 0;
    };
    if (!read(0, 4, date.year) || !read(5, 2, date.month) || !read(8, 2, date.day) || !isValid(date)) {
        return std::nullopt;
    }
    return toDay(date);
}

}  // namespace foresell
