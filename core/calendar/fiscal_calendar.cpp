// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/fiscal_calendar.h"

#include <fmt/format.h>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr int monday = 0, sunday = 6;
constexpr int january = 1, february = 2;
constexpr int months = 12, monthsInQuarter = 3;

constexpr std::array<std::string_view, weekSchemes.size()> names{"none", "iso", "4-4-5", "4-5-4", "5-4-4", "nrf"};

std::array<int, monthsInQuarter> patternOf(WeekScheme scheme) {
    switch (scheme) {
        case WeekScheme::FourFiveFour:
        case WeekScheme::Retail: return {4, 5, 4};
        case WeekScheme::FiveFourFour: return {5, 4, 4};
        default: return {4, 4, 5};
    }
}

}  // namespace

std::string_view weekSchemeName(WeekScheme scheme) {
    return names[static_cast<std::size_t>(scheme)];
}

std::optional<WeekScheme> weekSchemeNamed(std::string_view name) {
    for (const WeekScheme scheme : weekSchemes) {
        if (weekSchemeName(scheme) == name) {
            return scheme;
        }
    }
    return std::nullopt;
}

FiscalCalendar::FiscalCalendar(WeekScheme scheme, int firstMonth, int firstWeekday)
    : m_scheme(scheme), m_firstMonth(firstMonth), m_firstWeekday(firstWeekday), m_pattern(patternOf(scheme)) {
    if (firstMonth < january || firstMonth > months || firstWeekday < monday || firstWeekday > sunday) {
        throw Error("calendar.bad_weeks", "A fiscal year begins in month 1 to 12, on weekday 0 (Monday) to 6 (Sunday).");
    }
    if (scheme == WeekScheme::Iso) {
        m_firstMonth = january;
        m_firstWeekday = monday;
    } else if (scheme == WeekScheme::Retail) {
        m_firstMonth = february;
        m_firstWeekday = sunday;
    }
}

Day FiscalCalendar::yearStart(int year) const {
    const Day next = toDay(year, m_firstMonth, 1);
    const int after = (weekday(next) - m_firstWeekday + 7) % 7;  // days since the last first weekday
    return after <= 3 ? next - after : next + 7 - after;
}

int FiscalCalendar::weeksIn(int year) const {
    return (yearStart(year + 1) - yearStart(year)) / 7;
}

FiscalWeek FiscalCalendar::weekOf(Day day) const {
    FiscalWeek week;
    week.year = toCivil(day).year;
    while (day >= yearStart(week.year + 1)) {
        ++week.year;
    }
    while (day < yearStart(week.year)) {
        --week.year;
    }
    const int before = (day - yearStart(week.year)) / 7;  // whole weeks of the year that lie before it
    week.week = before + 1;
    week.first = yearStart(week.year) + 7 * before;
    int left = before;
    while (week.month < months && left >= m_pattern[static_cast<std::size_t>((week.month - 1) % monthsInQuarter)]) {
        left -= m_pattern[static_cast<std::size_t>((week.month - 1) % monthsInQuarter)];
        ++week.month;
    }
    week.weekOfMonth = left + 1;
    return week;
}

std::string weekName(const FiscalWeek& week) {
    return fmt::format("{:04}-W{:02}", week.year, week.week);
}

}  // namespace foresell
