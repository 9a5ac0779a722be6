// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/day_factors.h"

#include <map>
#include <numeric>

#include "core/cleaning/censored_demand.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr std::size_t fewestRounds = 8;
constexpr std::size_t mostRounds = 30;       ///< a day that sold out nearly everywhere takes long to settle
constexpr std::size_t mostCutDays = 3'000'000;  ///< looked at in all rounds together, where that is less
constexpr std::size_t blockDays = 28;
constexpr std::size_t aroundBlocks = 2;
constexpr double fewestDays = 7;  ///< of the whole level that a block's is mixed with
constexpr double drawnByCut = 0.25;  ///< of what sold out, by which a day is drawn towards a usual one: sales that were cut set no upper bound
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
            place.series.sold.resize(m_days / blockDays + 1);
            place.series.level.resize(place.series.sold.size());
        }
        place.series.firstDay = std::min(place.series.firstDay, day);
        const double units = toDouble(state.quantity(line));
        if (place.spells != nullptr && isShort(*place.spells, state.table().day(line))) {
            CutDay& cut = place.cut[day];
            cut.day = day;
            cut.sold += units;
            cut.isPromoted = cut.isPromoted || isPromoted(state, line);
        } else {
            place.series.sold[day / blockDays] += units;
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
    std::size_t cutDays = 1;
    for (Series& series : m_series) {
        cutDays += series.cut.size();
        for (CutDay& cut : series.cut) {
            cut.demand = cut.sold;
        }
    }
    const std::size_t rounds = std::clamp(mostCutDays / cutDays, fewestRounds, mostRounds);
    for (std::size_t round = 0; round < rounds; ++round) {
        findLevels();
        findFactors();
        expectCutDays();
    }
}

void DayFactors::expectCutDays() {
    for (Series& series : m_series) {
        for (CutDay& cut : series.cut) {
            const double mean = series.level[cut.day / blockDays] * m_groups[series.group].factor[cut.day] * (cut.isPromoted ? m_assumed.promotionLift : 1);
            cut.demand = demandOfAtLeast(mean, m_assumed.dispersion, cut.sold).mean;
        }
    }
}

void DayFactors::findLevels() {
    std::vector<std::vector<double>> sums;  // of factors up to a day
    for (const Group& group : m_groups) {
        std::vector<double>& sum = sums.emplace_back(m_days + 1);
        for (std::size_t day = 0; day < m_days; ++day) {
            sum[day + 1] = sum[day] + group.factor[day];
        }
    }
    for (Series& series : m_series) {
        findLevelsOf(series, sums[series.group]);
    }
}

void DayFactors::findLevelsOf(Series& series, const std::vector<double>& factorSums) {
    const std::size_t blocks = series.sold.size();
    std::vector<double> demand = series.sold;
    std::vector<double> factors(blocks);
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t begin = std::max(series.firstDay, block * blockDays);
        const std::size_t end = std::min(m_days, (block + 1) * blockDays);
        factors[block] = begin < end ? factorSums[end] - factorSums[begin] : 0;
    }
    for (const DayRange& days : series.empty) {
        for (std::size_t day = days.first; day <= days.last; ++day) {
            factors[day / blockDays] -= factorSums[day + 1] - factorSums[day];
        }
    }
    for (const CutDay& cut : series.cut) {
        demand[cut.day / blockDays] += cut.demand;
    }
    const double allDemand = std::accumulate(demand.begin(), demand.end(), 0.0);
    const double allFactors = std::accumulate(factors.begin(), factors.end(), 0.0);
    const double whole = allFactors > 1e-9 ? allDemand / allFactors : 0;
    for (std::size_t block = 0; block < blocks; ++block) {
        double sum = fewestDays * whole;  // drawn towards the whole, which also tells where nothing else does
        double days = fewestDays;
        for (std::size_t near = block < aroundBlocks ? 0 : block - aroundBlocks; near < std::min(blocks, block + aroundBlocks + 1); ++near) {
            sum += demand[near];
            days += std::max(0.0, factors[near]);
        }
        series.level[block] = sum / days;
    }
}

void DayFactors::addLevels(Group& group, const Series& series) const {
    double before = 0;
    for (std::size_t block = series.firstDay / blockDays; block < series.level.size(); ++block) {
        group.levels[std::max(series.firstDay, block * blockDays)] += series.level[block] - before;
        before = series.level[block];
    }
    for (const DayRange& days : series.empty) {
        for (std::size_t day = days.first; day <= days.last; ++day) {
            group.levels[day] -= series.level[day / blockDays];
            group.levels[day + 1] += series.level[day / blockDays];
        }
    }
    for (const CutDay& cut : series.cut) {
        group.demand[cut.day] += cut.demand;
        group.cutLevels[cut.day] += series.level[cut.day / blockDays];
    }
}

void DayFactors::findFactors() {
    for (Group& group : m_groups) {
        group.demand = group.sold;
        group.levels.assign(m_days + 1, 0);  // as changes from day to day
        group.cutLevels.assign(m_days, 0);
    }
    for (const Series& series : m_series) {
        addLevels(m_groups[0], series);
        addLevels(m_groups[series.group], series);
    }
    for (std::size_t each = 0; each < m_groups.size(); ++each) {
        Group& group = m_groups[each];
        double levels = 0;
        for (std::size_t day = 0; day < m_days; ++day) {
            levels += group.levels[day];
            const double shop = each == 0 ? 1 : m_groups[0].factor[day];
            const double drawn = each == 0 ? drawnByCut * group.cutLevels[day] : drawnBy;
            group.factor[day] = levels + drawn > 1e-9 ? (group.demand[day] + drawn * shop) / (std::max(levels, 0.0) + drawn) : 1;
        }
    }
}

const std::vector<double>& DayFactors::of(std::int32_t item) const {
    const auto group = m_groupOf.find(item);
    return m_groups[group == m_groupOf.end() ? 0 : group->second].factor;
}

}  // namespace foresell
