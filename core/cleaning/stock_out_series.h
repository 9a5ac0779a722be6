// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/cleaning/line_groups.h"

namespace foresell {

/// Days in a row by their place after the first day.
struct DayRange {
    std::size_t first = 0, last = 0;
};

/// The days of an item at a location (all channels together) on which its stock ran out.
struct StockOutSeries {
    std::int32_t item = 0, location = 0;
    std::vector<StockOutSpell> spells;  ///< by time, apart from one another, within the lines' span
};

/// Of all items that have lines, by item and location as they are now. A spell of which only the begin is told ends with the
/// first sale after it. What an item's other codes say counts until it sells without them: from the first sale of what came
/// after a replaced item, and where a code's own last sale is past, from the next sale under another. A stock file goes on
/// saying 0 of what is listed no more.
std::vector<StockOutSeries> stockOutSeries(const CleaningState& state, const LineGroups& byItem);

/// The places of a spell's days after `firstDay`.
inline DayRange daysOf(const StockOutSpell& spell, Day firstDay) {
    return {static_cast<std::size_t>(spell.first - firstDay), static_cast<std::size_t>(spell.last - firstDay)};
}

}  // namespace foresell
