// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/period.h"

namespace foresell {

namespace {

std::int32_t floorDivide(std::int32_t value, std::int32_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

// 1969-12-29 was a Monday.
constexpr Day epochMonday = -3;

}  // namespace

std::int32_t PeriodAxis::indexOf(Day day) const {
    switch (kind) {
        case PeriodKind::Week:
            return floorDivide(day - epochMonday - firstWeekday, 7);
        case PeriodKind::Month: {
            const CivilDate date = toCivil(day);
            return date.year * 12 + date.month - 1;
        }
        case PeriodKind::Day:
            break;
    }
    return day;
}

Day PeriodAxis::firstDay(std::int32_t period) const {
    switch (kind) {
        case PeriodKind::Week:
            return period * 7 + epochMonday + firstWeekday;
        case PeriodKind::Month:
            return toDay(floorDivide(period, 12), period - 12 * floorDivide(period, 12) + 1, 1);
        case PeriodKind::Day:
            break;
    }
    return period;
}

Day PeriodAxis::lastDay(std::int32_t period) const {
    return firstDay(period + 1) - 1;
}

Day PeriodAxis::label(std::int32_t period) const {
    switch (kind) {
        case PeriodKind::Week:
            return firstDay(period) + (labelWeekday - firstWeekday + 7) % 7;
        case PeriodKind::Month:
            return labelAtMonthEnd ? lastDay(period) : firstDay(period);
        case PeriodKind::Day:
            break;
    }
    return period;
}

int PeriodAxis::periodsPerYear() const {
    return kind == PeriodKind::Day ? 365 : season();
}

int PeriodAxis::season() const {
    return kind == PeriodKind::Day ? 7 : kind == PeriodKind::Week ? 52 : 12;
}

}  // namespace foresell
