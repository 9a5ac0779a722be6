// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fiscal_totals.h"

namespace foresell {

namespace {

/// Whether nothing of the month lies before or after the part.
bool isWholeMonth(const FiscalCalendar& calendar, const FiscalTotal& total, const PeriodAxis& axis) {
    const int step = axis.kind == PeriodKind::Week ? 7 : 1;
    const auto isOther = [&](Day middle) {
        const FiscalWeek week = calendar.weekOf(middle);
        return week.year != total.year || week.month != total.month;
    };
    const int half = step / 2;
    return isOther(total.first + half - step) && isOther(total.last - half + step);
}

}  // namespace

FiscalWeek fiscalWeekOf(const FiscalCalendar& calendar, const PeriodAxis& axis, std::int32_t period) {
    return calendar.weekOf((axis.firstDay(period) + axis.lastDay(period)) / 2);
}

std::vector<FiscalTotal> fiscalTotals(const FiscalCalendar& calendar, const PeriodAxis& axis, std::int32_t firstPeriod,
                                      std::span<const double> units) {
    std::vector<FiscalTotal> totals;
    if (!calendar.hasWeeks() || axis.kind == PeriodKind::Month) {
        return totals;
    }
    for (std::size_t step = 0; step < units.size(); ++step) {
        const std::int32_t period = firstPeriod + static_cast<std::int32_t>(step);
        const FiscalWeek week = fiscalWeekOf(calendar, axis, period);
        if (totals.empty() || totals.back().year != week.year || totals.back().month != week.month) {
            totals.push_back({week.year, week.month, axis.firstDay(period), noDay, 0, false});
        }
        totals.back().last = axis.lastDay(period);
        totals.back().units += units[step];
    }
    for (FiscalTotal& total : totals) {
        total.isWhole = isWholeMonth(calendar, total, axis);
    }
    return totals;
}

}  // namespace foresell
