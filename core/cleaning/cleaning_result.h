// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/fixed.h"
#include "core/calendar/date.h"
#include "core/catalog/sale_batch.h"
#include "core/project/sale_chunk.h"

namespace foresell {

struct CleaningTotals {
    std::int64_t lines = 0;
    Fixed units = 0;
    Fixed money = 0;  ///< a line without amount and price counts as 0

    CleaningTotals& operator+=(const CleaningTotals& other);
    CleaningTotals& operator-=(const CleaningTotals& other);
    bool operator==(const CleaningTotals&) const = default;
};

/// Demand that found nothing to buy on a day without (enough) stock: kept apart from the sales.
struct StockOutDay {
    std::int32_t item = 0, location = 0;
    Day day = noDay;
    Fixed soldUnits = 0;  ///< before the stock ran out
    Fixed lostUnits = 0;  ///< estimated
    Fixed lostMoney = 0;  ///< at the item's usual price; 0 where it has none

    bool operator==(const StockOutDay&) const = default;
};

/// What part of a style's sales each of its variants has; items by dictionary id.
struct SizeCurve {
    struct Part {
        std::int32_t item = 0;
        std::string size;  ///< as it is called across styles; empty: not told
        double units = 0;  ///< sold over the last year, with what was wanted while it was out of stock
        double share = 0;  ///< drawn towards the category's curve; those of a style sum to 1
    };
    std::int32_t style = 0;
    std::vector<Part> parts;
};

struct ClosedSpan {
    Day first = noDay, last = noDay;
};

/// Items and locations that were merged into others, by dictionary id; empty: none was.
struct MergedIds {
    std::vector<std::int32_t> items, locations;

    std::int32_t itemNow(std::int32_t item) const { return now(items, item); }
    std::int32_t locationNow(std::int32_t location) const { return now(locations, location); }

private:
    static std::int32_t now(const std::vector<std::int32_t>& ids, std::int32_t id) {
        return static_cast<std::size_t>(id) < ids.size() ? ids[static_cast<std::size_t>(id)] : id;
    }
};

/// What one step did. Exactly: before - removed + added = after, in lines, units and money. A line that is set aside
/// counts in `removed`; a corrected line counts there as it was and in `added` as it is now.
struct CleaningStepResult {
    std::string id;
    bool enabled = true;
    CleaningTotals before, removed, added, after;
    std::int64_t setAside = 0;   ///< lines
    std::int64_t created = 0;    ///< lines that were not imported: parts of bundles, gifts
    std::int64_t corrected = 0;  ///< lines whose quantity, price or item the step changed
    CleaningTotals lost;         ///< estimated demand on days without stock (`lines`: of an item at a location): no sales
    /// Counts worth telling: "cancellation_lines", "matched_sales", "without_sale", "unknown_price", ...
    std::map<std::string, std::int64_t> facts;
    /// The part of the units sold (positive lines before the step) that the step takes off as whole lines, 0..1.
    double shareOfUnits = 0;
    bool needsALook = false;  ///< takes off so much that a person should look before trusting it
};

/// What the imported lines hold, before any step.
struct CleaningFacts {
    std::int64_t lines = 0;
    std::int64_t exactRepeats = 0;
    std::int64_t cancellationLines = 0;  ///< of orders that begin with a cancellation prefix
    std::int64_t negativeQuantity = 0;
    std::int64_t zeroOrNegativePrice = 0;
    std::int64_t withoutCustomer = 0;
    std::int64_t withoutItem = 0;
    std::int64_t withoutQuantity = 0;
    std::int64_t withoutPrice = 0;
    Day firstDay = noDay;
    Day lastDay = noDay;
};

/// Totals by week (seven days from `firstDay + 7 * i`), as imported (stage 0) and after each step of the recipe.
struct WeeklyTotals {
    Day firstDay = noDay;
    std::vector<std::vector<Fixed>> units;  ///< [stage][week]
    std::vector<std::vector<Fixed>> money;  ///< [stage][week]
};

/// In ChunkMarks::step: dated after `asOf`, so not looked at.
inline constexpr std::uint8_t lineNotSeen = 255;

struct CleaningResult {
    Day asOf = noDay;  ///< only lines dated up to this day were looked at; noDay: all
    CleaningTotals imported, kept;
    std::int64_t setAside = 0;
    std::vector<CleaningStepResult> steps;
    CleaningFacts facts;
    WeeklyTotals weekly;
    std::vector<ChunkMarks> marks;  ///< of every chunk that was read, in the order of the source
    MergedIds merged;
    std::vector<ClosedSpan> closed;       ///< of the whole shop, as the recipe says
    std::vector<StockOutDay> stockOuts;   ///< in the order of item, location and day
    SaleBatch added;                      ///< lines that stand for bundles or came with a sale: of day, time, keys, units and money
    std::vector<SizeCurve> sizes;         ///< of the styles that stand for their variants, by style
    double seconds = 0;
};

}  // namespace foresell
