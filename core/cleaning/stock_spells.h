// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "core/cleaning/sale_source.h"
#include "core/project/project_types.h"

namespace foresell {

/// What a project's stock rows say of days with nothing, or not enough, to sell.
///
/// A row tells the availability of its day: as given, else 1 for a stock above 0 and 0 for one of 0 or less; the row imported
/// last holds. An empty stock lasts until the next row, 91 days at most; anything else holds for its day alone. Rows of an
/// item at a location count where they name no channel, or all the same one.
class StockSpells {
public:
    static constexpr Day longestEmpty = 91;

    /// To be called with the batches in the order of their import.
    void add(const PlanBatch& batch);
    /// As known at the end of `asOf` (noDay: all rows), in the order of item, location and time.
    std::vector<StockOutSpell> upTo(Day asOf) const;

private:
    using Days = std::map<Day, float>;  ///< NaN: from here on not told

    static void append(const Days& days, std::int32_t item, std::int32_t location, Day asOf, std::vector<StockOutSpell>& spells);

    std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, Days> m_days;  ///< by item, location, channel
};

}  // namespace foresell
