// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
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

/// What is assumed of demand where stock cut it.
struct CutDemand {
    double dispersion = 0.1;  ///< of a negative binomial law
    double promotionLift = 1;
};

/// How a day sells beside the usual day of the same item: over the items of a group, drawn towards the whole shop where the
/// group sells little. Found by iterated ratios: factor = demand of the day / sum of levels, level = demand of the series /
/// sum of factors. A series that had nothing to sell is left out of its day; one that sold out counts with what is to be
/// expected of demand that was at least so large, for a festival sells out just where demand is highest.
class DayFactors {
public:
    DayFactors(const CleaningState& state, const LineGroups& byItem, const std::vector<StockOutSeries>& stockOuts,
               const CutDemand& assumed);

    /// By day after the lines' first; 1 is a usual day.
    const std::vector<double>& of(std::int32_t item) const;

private:
    /// A day that sold out.
    struct CutDay {
        std::size_t day = 0;
        double sold = 0;
        double demand = 0;
        bool isPromoted = false;
    };
    struct Series {
        std::size_t group = 0;
        std::size_t firstDay = 0;
        std::vector<double> sold;   ///< with stock, by block of days
        std::vector<double> level;  ///< what it sells on a day of factor 1, by block: of the blocks around it
        std::vector<DayRange> empty;  ///< days without stock, but those that sold something
        std::vector<CutDay> cut;
    };
    struct Group {
        std::vector<double> sold, demand, levels, cutLevels, factor;  ///< by day; `demand` with that of cut days
    };

    using SpellsByKey = std::unordered_map<std::uint64_t, const StockOutSeries*>;

    void addItem(const CleaningState& state, std::span<const LineTable::Line> lines, std::int32_t item, const SpellsByKey& stockOuts);
    void noteEmptyDays(Series& series, const StockOutSeries* spells, const std::vector<CutDay>& cut);
    void iterate();
    void expectCutDays();
    void findLevels();
    void findLevelsOf(Series& series, const std::vector<double>& factorSums);
    void findFactors();
    void addLevels(Group& group, const Series& series) const;

    CutDemand m_assumed;
    Day m_firstDay = 0;
    std::size_t m_days = 0;
    std::vector<Series> m_series;
    std::vector<Group> m_groups;  ///< the first: the whole shop
    std::unordered_map<std::string, std::size_t> m_groupNumbers;
    std::unordered_map<std::int32_t, std::size_t> m_groupOf;
};

/// The places of a spell's days after `firstDay`.
inline DayRange daysOf(const StockOutSpell& spell, Day firstDay) {
    return {static_cast<std::size_t>(spell.first - firstDay), static_cast<std::size_t>(spell.last - firstDay)};
}

}  // namespace foresell
