// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/dataset/panel.h"
#include "core/features/stand_ins.h"
#include "core/project/project_types.h"

namespace foresell {

/// What people did with the items, day by day (core/import/behaviour_tally.h), and its way into a panel as past-only
/// covariates, for what they will do is not known ahead:
///   "views_to_usual", "visitors_to_usual", "carts_to_usual", "favourites_to_usual", "searches_to_usual", "orders_to_usual"
///                     (1 + count) / (1 + usual), the usual following the periods before by a tenth each
///   "conversion"      orders a view over the last four weeks (28 days, one month); units sold a view where no orders are told
///   "cart_share"      carts a view over the same time
///   "view_recency"    periods since the last one with a view, 0 to a year
///   "view_frequency"  share of the last 28 days, 13 weeks or 12 months that had one
///   "repeat_share"    returning visitors among all, over four weeks
/// Figures of the whole shop (rows without an item) have "shop_" before their name. Days between the first and the last one
/// told of hold zeros where nothing is told; all others are unknown. Where the sales tell locations or channels apart and the
/// file does not, its figures are those of each; where it does and they do not, the sum. A day that several imports tell of
/// is as the last one says. An item that stands for others, such as a style for its sizes, has their figures added to its own.
class BehaviourHistory {
public:
    /// Rows dated later than `knownAt` are not known yet; noDay: all are known.
    explicit BehaviourHistory(Day knownAt = noDay) : m_knownAt(knownAt) {}

    /// To be called with the batches in the order of their import.
    void add(const PlanBatch& batch);
    bool empty() const { return m_rows.empty(); }
    /// Left out in a panel of over 20 million cells, which they would make too large.
    void addTo(Panel& panel, const StandIns& standIns = {}) const;

private:
    static constexpr std::size_t deeds = 7;
    struct Row {
        Day day = noDay;
        float counts[deeds] = {};
    };
    using Rows = std::vector<Row>;  ///< in the order they came
    struct Group;

    std::vector<const Rows*> rowsFor(const SeriesKey& key) const;
    void addGroup(Panel& panel, const Group& group) const;

    Day m_knownAt;
    std::map<SeriesKey, Rows> m_rows;
    bool m_isTold[deeds] = {};
};

}  // namespace foresell
