// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/job.h"
#include "core/cleaning/cleaning_result.h"
#include "core/cleaning/recipe.h"
#include "core/cleaning/sale_source.h"

namespace foresell {

struct CleaningOptions {
    Day asOf = noDay;      ///< use lines dated up to this day alone, as if later ones were not recorded yet
    int firstWeekday = 0;  ///< of the weekly totals; 0 Monday
};

/// A line that a step set aside or corrected, and why. `reason` is stable (CleaningReason) and `other` is what it names: an
/// order, a pattern, how many times the usual, a percentage, or the code that an item has now. Of the step that estimates
/// lost demand: an item's day without stock, with what was sold, and what would have been.
struct ChangedLine {
    std::string order;
    Day day = noDay;
    std::int32_t second = -1;
    std::string itemCode;
    std::string itemName;
    Fixed quantity = 0;  ///< before the step
    Fixed price = fixedMissing;
    Fixed money = 0;
    Fixed quantityNow = 0;  ///< 0 where the line is set aside
    Fixed moneyNow = 0;     ///< of a day without stock: what was lost
    bool isSetAside = true;
    std::string reason;
    std::string other;
    std::int64_t usual = 0;  ///< what is usual where `other` is not: units, or orders a day; 0: not told
};

struct ChangedLinesPage {
    std::int64_t total = 0;  ///< lines that the step changes and the search finds
    std::vector<ChangedLine> lines;
};

/// Runs a recipe over the lines of a source without changing anything, and keeps a compact table of the lines
/// (about 80 bytes each), so that the lines of each step can be paged through.
class CleaningPreview {
public:
    CleaningPreview(const SaleSource& source, Recipe recipe, const CleaningOptions& options, const JobControl& job);
    ~CleaningPreview();

    const Recipe& recipe() const;
    const CleaningResult& result() const;

    /// Lines that step number `step` (from 0) changes, largest quantities first, a cancelled sale beside its
    /// cancellation. `search` is looked for in order numbers, item codes and item names, without regard to case.
    ChangedLinesPage changedLines(std::size_t step, std::size_t offset, std::size_t limit,
                                  std::string_view search = {}) const;

    /// The weekly totals of one item of the source, on the same weeks as those of the result.
    WeeklyTotals weeklyOf(std::int32_t item) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The result alone: what a forecast at origin `options.asOf` learns from. Equal, bit for bit, to the cleaning of a
/// source that holds only the lines dated up to that day.
CleaningResult cleanSales(const SaleSource& source, const Recipe& recipe, const CleaningOptions& options,
                          const JobControl& job);

}  // namespace foresell
