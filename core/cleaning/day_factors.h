// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/cleaning/day_effects.h"
#include "core/cleaning/selling_effects.h"
#include "core/cleaning/stock_out_series.h"

namespace foresell {

/// How a day sells beside the usual day of the same item, by group of items (see DayEffects), over all series of the shop.
/// That needs what each sells on a usual day: level = demand of the series / sum of factors, in turn. A series that had
/// nothing to sell is left out of its day; one that sold out counts with what is to be expected of demand that was at least
/// so large, for a festival sells out just where demand is highest. What was sold under promotions counts divided by their
/// lift.
class DayFactors {
public:
    DayFactors(const CleaningState& state, const LineGroups& byItem, const std::vector<StockOutSeries>& stockOuts);

    /// Goes on from what was found before, with what is assumed of demand: the dispersion of its negative binomial law, and
    /// the effects in each group.
    void improve(double dispersion, const std::vector<SellingEffects>& effects, const JobControl& job);

    std::size_t groups() const { return m_groups.size(); }
    std::size_t groupOf(std::int32_t item) const { return m_groupOf.at(item); }
    /// By day after the lines' first; 1 is a usual day.
    const std::vector<double>& of(std::size_t group) const { return m_effects->factors(group); }
    /// Units that each factor rests on.
    const std::vector<double>& weights(std::size_t group) const { return m_effects->weights(group); }

private:
    /// A day that sold out.
    struct CutDay {
        std::size_t day = 0;
        double sold = 0;
        double demand = 0;  ///< as without a promotion
        bool isPromoted = false;
    };
    /// Units out of and under promotions.
    struct Sold {
        double plain = 0, promoted = 0;
        double withoutLift(double lift) const { return plain + promoted / lift; }
    };
    struct Series {
        std::size_t group = 0;
        std::size_t firstDay = 0;
        std::vector<Sold> sold;       ///< with stock, by block of days
        std::vector<double> level;    ///< what it sells on a day of factor 1, by block: of the blocks around it
        std::vector<DayRange> empty;  ///< days without stock, but those that sold something
        std::vector<CutDay> cut;
    };
    struct Group {
        std::vector<Sold> sold;  ///< with stock, by day
        double lift = 1;
    };
    struct Place {
        Series series;
        const StockOutSeries* spells = nullptr;
        std::map<std::size_t, CutDay> cut;
    };
    using SpellsByKey = std::unordered_map<std::uint64_t, const StockOutSeries*>;

    std::size_t groupFor(const CleaningState& state, std::int32_t item);
    Place newPlace(std::size_t group, std::size_t day, std::int32_t item, std::int32_t location, const SpellsByKey& stockOuts) const;
    void addItem(const CleaningState& state, std::span<const LineTable::Line> lines, std::int32_t item, const SpellsByKey& stockOuts);
    void addLine(const CleaningState& state, LineTable::Line line, Place& place);
    void noteEmptyDays(Series& series, const StockOutSeries* spells);
    double liftOf(const Series& series, const CutDay& cut) const { return cut.isPromoted ? m_groups[series.group].lift : 1; }
    void expectCutDays(double dispersion);
    void findLevels();
    void findLevelsOf(Series& series, const std::vector<double>& factorSums) const;
    std::vector<double> factorsOfBlocks(const Series& series, const std::vector<double>& factorSums) const;
    double wholeLevelOf(const Series& series, double demand, double factors) const;
    void findFactors();
    void addLevels(GroupDays& group, const Series& series) const;

    Day m_firstDay = 0;
    std::size_t m_days = 0;
    std::size_t m_rounds = 0;
    std::vector<Series> m_series;
    std::vector<Group> m_groups;
    std::optional<DayEffects> m_effects;
    std::unordered_map<std::string, std::size_t> m_groupNumbers;
    std::unordered_map<std::int32_t, std::size_t> m_groupOf;
};

}  // namespace foresell
