// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/time_table.h"

#include <cmath>
#include <numbers>

namespace foresell {
namespace {

Day middleDay(const PeriodAxis& axis, std::int32_t period) {
    const Day first = axis.firstDay(period);
    return first + (axis.lastDay(period) - first) / 2;
}

/// The part of the year that has passed, 0 to 1.
double placeInYear(Day day) {
    const int year = toCivil(day).year;
    const Day first = toDay(year, 1, 1);
    return (day - first + 0.5) / (toDay(year + 1, 1, 1) - first);
}

void addOneHot(std::vector<float>& values, int index, int size) {
    for (int i = 0; i < size; ++i) {
        values.push_back(i == index ? 1.0f : 0.0f);
    }
}

void addHarmonics(std::vector<float>& values, double place, int count) {
    for (int k = 1; k <= count; ++k) {
        const double angle = 2 * std::numbers::pi * k * place;
        values.push_back(static_cast<float>(std::sin(angle)));
        values.push_back(static_cast<float>(std::cos(angle)));
    }
}

template <typename AddRow>
TimeTable makeTable(std::int32_t firstPeriod, int columns, AddRow addRow) {
    TimeTable table;
    for (int column = 0; column < columns; ++column) {
        addRow(table.values, firstPeriod + column);
    }
    table.width = columns > 0 ? static_cast<int>(table.values.size()) / columns : 0;
    return table;
}

}  // namespace

TimeTable stepCalendar(const PeriodAxis& axis, std::int32_t firstPeriod, int columns) {
    return makeTable(firstPeriod, columns, [&](std::vector<float>& values, std::int32_t period) {
        const Day day = middleDay(axis, period);
        const CivilDate date = toCivil(day);
        addOneHot(values, date.month - 1, 12);
        if (axis.kind == PeriodKind::Month) {
            values.push_back(static_cast<float>(axis.lastDay(period) - axis.firstDay(period) + 1 - 30) / 2.0f);
            return;
        }
        addHarmonics(values, placeInYear(day), axis.kind == PeriodKind::Day ? 4 : 6);
        values.push_back(static_cast<float>(date.day - 16) / 16.0f);
        if (axis.kind == PeriodKind::Day) {
            addOneHot(values, weekday(day), 7);
            values.push_back(date.day <= 3 ? 1.0f : 0.0f);
            values.push_back(toCivil(day + 3).month != date.month ? 1.0f : 0.0f);
        }
    });
}

TimeTable pastCalendar(const PeriodAxis& axis, std::int32_t firstPeriod, int columns) {
    return makeTable(firstPeriod, columns, [&](std::vector<float>& values, std::int32_t period) {
        const Day day = middleDay(axis, period);
        addHarmonics(values, placeInYear(day), 2);
        if (axis.kind == PeriodKind::Day) {
            addOneHot(values, weekday(day), 7);
        }
    });
}

}  // namespace foresell
