// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/dataset/panel.h"
#include "core/features/stand_ins.h"
#include "core/project/project_types.h"

namespace foresell {

struct StockDays;
struct StockAvailability;

/// What was in stock, day by day, and what that says of a panel's demand.
///
/// A row tells the state of its day: "availability" where it is given, else 1 for a stock above 0 and 0 for one of 0 or
/// less; the row imported last holds. Between rows an empty stock lasts, 91 days at most, for a list often tells only of
/// changes; anything else that is not told counts as available. A sale in a period in which an empty stock merely lasts
/// shows that goods had come, and ends it. For a series the rows of its own item, location and channel count, else those
/// that leave the location or channel open; where the sales do not tell locations or channels apart, the mean over those of
/// the stock. A style that has no rows of its own is in stock as far as its sizes are, each by its share of the demand, and
/// wholly where those of four fifths are; an item into which others were merged is in stock where any of them is.
class StockHistory {
public:
    static constexpr Day longestEmpty = 91;

    /// Rows dated later than `knownAt` are not known yet; noDay: all are known.
    explicit StockHistory(Day knownAt = noDay) : m_knownAt(knownAt) {}

    /// To be called with the batches in the order of their import.
    void add(const PlanBatch& batch);
    bool empty() const { return m_runs.empty(); }

    /// Cells without a sale in periods that were out of stock from end to end become StockOut: nothing is known of their
    /// demand. Where only a part of a period was out of stock, or it sold out in the end, the cell is `censored`.
    void addTo(Panel& panel, const StandIns& standIns = {}) const;

private:
    /// Days told alike, one after the other; NaN: what follows is not told.
    struct Run {
        Day first, last;
        float availability;
    };
    using Runs = std::vector<Run>;

    void append(Runs& runs, Day day, float availability) const;
    std::vector<const Runs*> runsFor(const SeriesKey& key) const;
    /// What the rows of the item itself say; none where there are none.
    std::optional<StockAvailability> toldOf(const StockDays& frame, const SeriesKey& key) const;
    std::optional<StockAvailability> toldOfStyle(const StockDays& frame, const SeriesKey& key, const StandIns& standIns) const;
    std::optional<StockAvailability> toldOfMerged(const StockDays& frame, const SeriesKey& key, const StandIns& standIns) const;

    Day m_knownAt;
    std::map<SeriesKey, Runs> m_runs;  ///< in the order they came
};

}  // namespace foresell
