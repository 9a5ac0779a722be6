// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/fixed.h"
#include "core/base/job.h"
#include "core/calendar/date.h"
#include "core/cleaning/sale_source.h"
#include "core/dataset/item_quality.h"

namespace foresell {

/// Days in a row without a sale, regularly closed weekdays at their sides left out.
struct SalesGap {
    Day first = noDay, last = noDay;
    std::int32_t days = 0;      ///< of them, those on which the shop could be open
    bool isUnusual = false;     ///< the shop sells plenty on such a weekday: taken as closed, not as zero
};

struct MonthOfSales {
    Day firstDay = noDay;  ///< of the month
    std::int64_t lines = 0;
    Fixed units = 0, money = 0;  ///< a line without amount and price counts as 0 money
    std::int32_t daysWithSales = 0;
};

/// What the imported lines are like over time, before any cleaning.
struct DataQuality {
    std::int64_t lines = 0;
    Day firstDay = noDay, lastDay = noDay;
    std::int32_t daysWithSales = 0;
    std::vector<int> closedWeekdays;  ///< 0 Monday ..: regularly without sales
    std::vector<SalesGap> gaps;       ///< in the order of time
    std::vector<MonthOfSales> months; ///< those with a line, in the order of time
    /// The whole weeks that can be learnt from; noDay: there is none. Before and after stand incomplete weeks.
    Day completeFrom = noDay, completeTo = noDay;
    std::int64_t negativeQuantity = 0, zeroOrNegativePrice = 0;
    ItemSummary items;
};

/// Reads every line once or twice; `weekStart` 0 = Monday.
/// `stock`: hands out the batches of stock rows; may be empty.
using StockRows = std::function<void(const std::function<void(const PlanBatch&)>&)>;
DataQuality qualityOf(const SaleSource& source, int weekStart, const JobControl& job, const StockRows& stock = {});

}  // namespace foresell
