// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/day_factors.h"

#include <map>

#include "core/cleaning/censored_demand.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr int rounds = 8;
constexpr double drawnBy = 25;  ///< units a day of the whole shop's pattern that a group's is mixed with

std::uint64_t keyOf(std::int32_t item, std::int32_t location) {
    return static_cast<std::uint64_t>(location) << 32U | static_cast<std::uint32_t>(item);
}

bool isShort(const StockOutSeries& series, Day day) {
    const auto after = std::partition_point(series.spells.begin(), series.spells.end(), [day](const StockOutSpell& spell) { return spell.first <= day; });
    return after != series.spells.begin() && std::prev(after)->last >= day;
}

}  // namespace

DayFactors::DayFactors(const CleaningState& state, const LineGroups& byItem, const std::vector<StockOutSeries>& stockOuts,
                       const CutDemand& assumed)
    : m_assumed(assumed), m_firstDay(state.facts().firstDay),
      m_days(static_cast<std::size_t>(state.facts().lastDay - state.facts().firstDay) + 1) {
    SpellsByKey byKey;
    for (const StockOutSeries& each : stockOuts) {
        byKey.emplace(keyOf(each.item, each.location), &each);
    }
    m_groups.resize(1);
    for (std::size_t item = 0; item < byItem.size(); ++item) {
        if (byItem.count(item) > 0) {
            addItem(state, byItem.at(item), static_cast<std::int32_t>(item), byKey);
        }
    }
    iterate();
}

void DayFactors::addItem(const CleaningState& state, std::span<const Line> lines, std::int32_t item, const SpellsByKey& stockOuts) {
    const auto [group, isNew] = m_groupNumbers.emplace(state.source().itemGroup(item), m_groups.size());
    if (isNew) {
        m_groups.emplace_back();
    }
    m_groupOf[item] = group->second;
    for (const std::size_t each : {std::size_t{0}, group->second}) {
        m_groups[each].sold.resize(m_days);
    }
    struct Place {
        Series series;
        const StockOutSeries* spells = nullptr;
        std::map<std::size_t, CutDay> cut;
    };
    std::map<std::int32_t, Place> places;  // by location
    for (const Line line : lines) {
        const std::int32_t location = state.location(line);
        const auto day = static_cast<std::size_t>(state.table().day(line) - m_firstDay);
        const auto [found, isFirst] = places.try_emplace(location);
        Place& place = found->second;
        if (isFirst) {
            auto spells = stockOuts.find(keyOf(item, location));
            spells = spells == stockOuts.end() ? stockOuts.find(keyOf(item, 0)) : spells;
            place.spells = spells == stockOuts.end() ? nullptr : spells->second;
            place.series.group = group->second;
            place.series.firstDay = day;
        }
        place.series.firstDay = std::min(place.series.firstDay, day);
        const double units = toDouble(state.quantity(line));
        if (place.spells != nullptr && isShort(*place.spells, state.table().day(line))) {
            CutDay& cut = place.cut[day];
            cut.day = day;
            cut.sold += units;
            cut.isPromoted = cut.isPromoted || isPromoted(state, line);
        } else {
            place.series.sold += units;
            m_groups[0].sold[day] += units;
            m_groups[group->second].sold[day] += units;
        }
    }
    for (auto& [location, place] : places) {
        for (const auto& [day, cut] : place.cut) {
            place.series.cut.push_back(cut);
        }
        noteEmptyDays(place.series, place.spells, place.series.cut);
        m_series.push_back(std::move(place.series));
    }
}

void DayFactors::noteEmptyDays(Series& series, const StockOutSeries* spells, const std::vector<CutDay>& cut) {
    auto next = cut.begin();
    for (const StockOutSpell& spell : spells == nullptr ? std::vector<StockOutSpell>() : spells->spells) {
        const DayRange days = daysOf(spell, m_firstDay);
        std::size_t first = std::max(days.first, series.firstDay);
        for (; next != cut.end() && next->day <= days.last; ++next) {
            if (next->day > first) {
                series.empty.push_back({first, next->day - 1});
            }
            first = next->day + 1;
        }
        if (first <= days.last) {
            series.empty.push_back({first, days.last});
        }
    }
}

void DayFactors::iterate() {
    for (Group& group : m_groups) {
        group.sold.resize(m_days);
        group.factor.assign(m_days, 1);
    }
    for (Series& series : m_series) {
        for (CutDay& cut : series.cut) {
            cut.demand = cut.sold;
        }
    }
    for (int round = 0; round < rounds; ++round) {
        findLevels();
        findFactors();
        expectCutDays();
    }
}

void DayFactors::expectCutDays() {
    for (Series& series : m_series) {
        for (CutDay& cut : series.cut) {
            const double mean = series.level * m_groups[series.group].factor[cut.day] * (cut.isPromoted ? m_assumed.promotionLift : 1);
            cut.demand = demandOfAtLeast(mean, m_assumed.dispersion, cut.sold).mean;
        }
    }
}

/// A level is what a series sells on a day of factor 1.
void DayFactors::findLevels() {
    std::vector<std::vector<double>> sums;  // of factors up to a day
    for (const Group& group : m_groups) {
        std::vector<double>& sum = sums.emplace_back(m_days + 1);
        for (std::size_t day = 0; day < m_days; ++day) {
            sum[day + 1] = sum[day] + group.factor[day];
        }
    }
    for (Series& series : m_series) {
        const std::vector<double>& sum = sums[series.group];
        double factors = sum[m_days] - sum[series.firstDay];
        for (const DayRange& days : series.empty) {
            factors -= sum[days.last + 1] - sum[days.first];
        }
        double demand = series.sold;
        for (const CutDay& cut : series.cut) {
            demand += cut.demand;
        }
        series.level = factors > 1e-9 ? demand / factors : 0;
    }
}

void DayFactors::findFactors() {
    for (Group& group : m_groups) {
        group.demand = group.sold;
        group.levels.assign(m_days + 1, 0);  // as changes from day to day
    }
    for (const Series& series : m_series) {
        for (const std::size_t each : {std::size_t{0}, series.group}) {
            Group& group = m_groups[each];
            group.levels[series.firstDay] += series.level;
            for (const DayRange& days : series.empty) {
                group.levels[days.first] -= series.level;
                group.levels[days.last + 1] += series.level;
            }
            for (const CutDay& cut : series.cut) {
                group.demand[cut.day] += cut.demand;
            }
        }
    }
    for (std::size_t each = 0; each < m_groups.size(); ++each) {
        Group& group = m_groups[each];
        double levels = 0;
        for (std::size_t day = 0; day < m_days; ++day) {
            levels += group.levels[day];
            const double shop = each == 0 ? 1 : m_groups[0].factor[day];
            const double drawn = each == 0 ? 0 : drawnBy;
            group.factor[day] = levels + drawn > 1e-9 ? (group.demand[day] + drawn * shop) / (std::max(levels, 0.0) + drawn) : 1;
        }
    }
}

const std::vector<double>& DayFactors::of(std::int32_t item) const {
    const auto group = m_groupOf.find(item);
    return m_groups[group == m_groupOf.end() ? 0 : group->second].factor;
}

}  // namespace foresell
