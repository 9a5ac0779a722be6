// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/data_quality.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/dataset/day_facts.h"
#include "core/dataset/panel_builder.h"

namespace foresell {

namespace {

Day monthOf(Day day) {
    const CivilDate date = toCivil(day);
    return toDay(date.year, date.month, 1);
}

Fixed moneyOf(const SaleBatch& lines, std::size_t i) {
    if (!isMissing(lines.amount[i])) {
        return lines.amount[i];
    }
    return isMissing(lines.price[i]) || isMissing(lines.quantity[i]) ? 0 : toFixed(toDouble(lines.price[i]) * toDouble(lines.quantity[i]));
}

bool contains(const std::vector<int>& weekdays, Day day) {
    return std::ranges::find(weekdays, weekday(day)) != weekdays.end();
}

void findGaps(const DayFacts& days, DataQuality& quality) {
    SalesGap gap;
    const auto close = [&] {
        if (gap.days > 0) {
            quality.gaps.push_back(gap);
        }
        gap = {};
    };
    for (Day day = quality.firstDay; day <= quality.lastDay; ++day) {
        if (days.days().contains(day)) {
            close();
        } else if (!contains(quality.closedWeekdays, day)) {
            gap.first = gap.days == 0 ? day : gap.first;
            gap.last = day;
            ++gap.days;
            gap.isUnusual = gap.isUnusual || days.isSilent(day);
        }
    }
}

void findWholeWeeks(const SaleSource& source, int weekStart, const JobControl& job, DataQuality& quality) {
    PanelOptions options;
    options.period = PeriodKind::Week;
    options.weekStart = weekStart;
    try {
        quality.completeTo = lastCompleteDay(source, options, job);
    } catch (const Error&) {
        return;  // the lines do not span one whole week
    }
    // Days before the first sale on which the shop is closed anyway do not make its week incomplete.
    Day first = quality.firstDay;
    while (weekday(first) != weekStart && contains(quality.closedWeekdays, first - 1)) {
        --first;
    }
    while (weekday(first) != weekStart) {
        ++first;
    }
    quality.completeFrom = first;
}

}  // namespace

DataQuality qualityOf(const SaleSource& source, int weekStart, const JobControl& job, const StockRows& stock) {
    DataQuality quality;
    DayFacts days;
    ItemDays items;
    std::map<Day, MonthOfSales> months;
    source.readChunks(noDay, job, [&](std::int64_t, const SaleBatch& lines) {
        job.throwIfCancelled();
        items.add(lines);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            ++quality.lines;
            days.add(lines.day[i], lines.second[i]);
            MonthOfSales& month = months[monthOf(lines.day[i])];
            ++month.lines;
            month.units += isMissing(lines.quantity[i]) ? 0 : lines.quantity[i];
            month.money += moneyOf(lines, i);
            quality.negativeQuantity += !isMissing(lines.quantity[i]) && lines.quantity[i] < 0 ? 1 : 0;
            quality.zeroOrNegativePrice += !isMissing(lines.price[i]) && lines.price[i] <= 0 ? 1 : 0;
        }
    });
    if (days.empty()) {
        return quality;
    }
    quality.firstDay = days.first();
    quality.lastDay = days.last();
    quality.daysWithSales = static_cast<std::int32_t>(days.days().size());
    quality.closedWeekdays = days.closedWeekdays();
    for (const auto& [day, count] : days.days()) {
        ++months[monthOf(day)].daysWithSales;
    }
    for (auto& [first, month] : months) {
        month.firstDay = first;
        quality.months.push_back(month);
    }
    if (stock) {
        stock([&items](const PlanBatch& batch) { items.addStock(batch); });
    }
    quality.items = ItemDays::summaryOf(items.items(source), items.knowsStock());
    findGaps(days, quality);
    findWholeWeeks(source, weekStart, job, quality);
    return quality;
}

}  // namespace foresell
