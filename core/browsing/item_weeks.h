// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/browsing/line_query.h"
#include "core/calendar/period.h"
#include "core/catalog/sale_batch.h"
#include "core/project/sale_chunk.h"

namespace foresell {

/// The weeks of every item over the chunks that were read so far: a chunk that one item is looked up in serves all others,
/// so that a person who goes from item to item waits for the first few alone.
class ItemWeeks {
public:
    /// Of items with the ids 1 to `items`; weeks begin on `weekStart` (0 Monday).
    ItemWeeks(std::size_t chunks, std::size_t items, int weekStart);

    int weekStart() const { return m_axis.firstWeekday; }
    bool has(std::size_t chunk) const { return m_has[chunk]; }
    void add(std::size_t chunk, const SaleBatch& lines, const std::optional<ChunkMarks>& marks);
    /// True: it holds as much as it may, about 100 MB, and is to be read from no further.
    bool isFull() const;
    bool knows(std::int32_t item) const { return item >= 1 && static_cast<std::size_t>(item) <= m_items; }
    LineWeeks of(std::int32_t item) const;

private:
    struct Sums {
        Fixed sold = fixedMissing, kept = 0;  ///< sold: missing where the item has no line in the week
    };

    PeriodAxis m_axis;
    std::size_t m_items;
    std::vector<bool> m_has;
    std::map<std::int32_t, std::vector<Sums>> m_weeks;  ///< a week's items lie together, as a chunk's lines do
};

}  // namespace foresell
