// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/dataset/panel.h"
#include "core/project/project_types.h"

namespace foresell {

/// The shop's plan (prices, promotions, open days and any other number, for past and coming days) as it was known at the
/// end of a day, and its way into a panel.
///
/// A row counts when it says no day from which it was known, or one up to the day asked for. Where several rows speak of
/// the same series and day the one with more of item, location and channel wins (item before location before channel),
/// then the one that became known last, then the one imported last.
class Plan {
public:
    /// `knownAt` noDay: everything that is written in it.
    /// `lastDay`: rows of later days do not count either, as of signals that are told from day to day; noDay: they do.
    explicit Plan(Day knownAt = noDay, Day lastDay = noDay) : m_knownAt(knownAt), m_lastDay(lastDay) {}

    /// To be called with the batches in the order of their import.
    void add(const PlanBatch& batch);
    bool empty() const { return m_rows.empty(); }

    /// Adds one known-future covariate a column, in the order of their names, over the history and `futurePeriods`, which
    /// must be set. A week's or month's value is the mean of its days. Where the plan does not say, a price holds until the
    /// next one, a column that is only ever 1 is 0 ("open" that is only ever 0 is 1), and anything else is unknown.
    ///
    /// A series has state Closed, and no demand, in periods of the history with "open" 0 and no sale.
    void addTo(Panel& panel) const;
    /// The same of signals from around the shop, which nobody plans: one is past-only unless coming values of it are given.
    /// Where the panel has a covariate of this name already it stays alone.
    void addSignalsTo(Panel& panel) const;

private:
    struct Rows {
        std::vector<Day> day, knownFrom;
        std::vector<std::vector<float>> values;  ///< by column of m_names; may be shorter than day: NaN
    };

    /// The rows that apply to a series, the most general first.
    std::vector<const Rows*> rowsFor(const SeriesKey& key) const;
    bool isShared(std::size_t column) const;
    /// A column over history and future, NaN where the plan does not say; without values where it never does.
    Covariate covariateOf(const Panel& panel, const std::string& name, std::size_t column) const;

    Day m_knownAt;
    Day m_lastDay;
    std::map<std::string, std::size_t> m_names;
    std::map<SeriesKey, Rows> m_rows;
};

}  // namespace foresell
