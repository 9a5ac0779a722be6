// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/job.h"
#include "core/cleaning/cleaning_result.h"
#include "core/cleaning/sale_source.h"
#include "core/dataset/panel.h"
#include "core/project/sale_chunk.h"

namespace foresell {

/// What a period without a row of a series means.
enum class GapRule {
    Auto,     ///< Missing where the file gives one row a series and period and most of them are there; else Zero
    Zero,     ///< nothing was sold
    Missing,  ///< not known: masked
};

struct PanelOptions {
    std::optional<PeriodKind> period;  ///< none: dates all on one weekday -> weeks, all on the first or last of a month
                                       ///< -> months, else days
    Day origin = noDay;                ///< last day to see, taken as complete; noDay: the last line decides
    int weekStart = 0;                 ///< 0 Monday .. 6 Sunday
    GapRule gaps = GapRule::Auto;
    bool netOfReturns = false;         ///< periods may be negative
};

/// Codes by dictionary id (index 0: the empty text). Series are sorted by them.
struct PanelCodes {
    std::vector<std::string> items, locations, channels;
};

/// Days on which an item, location or channel (0 = any) is closed, as the plan says.
struct ClosedDay {
    SeriesKey key;
    Day day = noDay;
};

/// A panel and what belongs to it for display.
struct BuiltPanel {
    Panel panel;
    std::vector<float> sold;       ///< series x periods, as imported: returns subtracted, nothing set aside
    std::vector<float> paidPrice;  ///< series x periods: mean paid a unit, 0 where not known; empty without prices
    std::vector<std::uint8_t> lines;  ///< series x periods: kept lines, up to 255
    std::vector<float> lastPrice;  ///< by series: of the last kept line with a price; NaN: none
    std::vector<SizeShare> sizes;  ///< where styles stand for their sizes
    Day lastDay = noDay;           ///< last day of the panel's last period: the origin
    bool droppedFirst = false;     ///< an incomplete first period was left out
    bool droppedLast = false;      ///< an incomplete last period was left out
    GapRule gaps = GapRule::Zero;  ///< as decided
    std::vector<int> closedWeekdays;  ///< 0 Monday ..: weekdays on which the shop regularly sells nothing
};

/// Sums sale lines into series x periods.
///
/// Lines that cleaning set aside do not count as demand, those that it made of bundles do; corrected quantities and prices replace the imported ones, and
/// items and locations are those that they were merged into. `cleaned` may be empty: every line counts as imported.
/// Days on which
/// a shop that sells on every such weekday sold nothing at all are Gap, regularly closed weekdays are Closed, and so are
/// days that the plan closes; every other period without a row follows the GapRule. An incomplete first or last period is
/// left out: a week or month that the data do not span, or a last day that ends long before the usual last sale.
/// Series without a kept line have no row in the panel. The result depends on the lines up to the origin alone.
/// Throws Error "panel.no_sales" where nothing is left.
BuiltPanel buildPanel(const SaleSource& source, const CleaningResult& cleaned, const PanelCodes& codes,
                      const std::vector<ClosedDay>& closed, const PanelOptions& options, const JobControl& job);

/// The last day of the panel that `options` would give, judged by all lines, whatever cleaning says of them. A forecast
/// from there may know nothing dated later: clean as of this day and build with it as the origin.
Day lastCompleteDay(const SaleSource& source, const PanelOptions& options, const JobControl& job);

/// Weeks for a daily panel of half a year or more in which the middle series sells on fewer than half of its days; else
/// the panel's own period.
PeriodKind suggestPeriod(const BuiltPanel& built);

/// The panel as it was after its column `lastColumn`: later history is cut off and becomes future for the known-future
/// covariates. Series that begin later keep their row, all BeforeStart.
Panel cutPanel(const Panel& panel, int lastColumn);

}  // namespace foresell
