// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/fixed.h"
#include "core/calendar/date.h"
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

/// What one step did. Exactly: before - removed + added = after, in lines, units and money. A line that is set aside
/// counts in `removed`; a corrected line counts there as it was and in `added` as it is now.
struct CleaningStepResult {
    std::string id;
    bool enabled = true;
    CleaningTotals before, removed, added, after;
    std::int64_t setAside = 0;   ///< lines
    std::int64_t corrected = 0;  ///< lines whose quantity the step changed
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
    double seconds = 0;
};

}  // namespace foresell
