// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/day_factors.h"

#include <algorithm>
#include <numeric>

#include "core/cleaning/censored_demand.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr std::size_t fewestRounds = 2, mostRounds = 8;  ///< of each improvement
constexpr std::size_t mostCutDays = 1'000'000;           ///< looked at in an improvement, where that is less
constexpr std::size_t blockDays = 28;
constexpr std::size_t aroundBlocks = 2;
constexpr double fewestDays = 7;  ///< of the whole level that a block's is mixed with
constexpr double soldDays = 2;    ///< of what was sold a day that the whole level is mixed with: sales that were cut set no upper bound

std::uint64_t keyOf(std::int32_t item, std::int32_t location) {
    return static_cast<std::uint64_t>(location) << 32U | static_cast<std::uint32_t>(item);
}

bool isShort(const StockOutSeries& series, Day day) {
    const auto after = std::partition_point(series.spells.begin(), series.spells.end(), [day](const StockOutSpell& spell) { return spell.first <= day; });
    return after != series.spells.begin() && std::prev(after)->last >= day;
}

}  // namespace

DayFactors::DayFactors(const CleaningState& state, const LineGroups& byItem, const std::vector<StockOutSeries>& stockOuts)
    : m_firstDay(state.facts().firstDay),
      m_days(static_cast<std::size_t>(state.facts().lastDay - state.facts().firstDay) + 1) {
    SpellsByKey byKey;
    for (const StockOutSeries& each : stockOuts) {
        byKey.emplace(keyOf(each.item, each.location), &each);
    }
    for (std::size_t item = 0; item < byItem.size(); ++item) {
        if (byItem.count(item) > 0) {
            addItem(state, byItem.at(item), static_cast<std::int32_t>(item), byKey);
        }
    }
    m_effects.emplace(m_groups.size(), m_days, m_firstDay);
    std::size_t cutDays = 1;
    for (const Series& series : m_series) {
        cutDays += series.cut.size();
    }
    m_rounds = std::clamp(mostCutDays / cutDays, fewestRounds, mostRounds);
}

std::size_t DayFactors::groupFor(const CleaningState& state, std::int32_t item) {
    const auto [found, isNew] = m_groupNumbers.emplace(state.source().itemGroup(item), m_groups.size());
    if (isNew) {
        m_groups.emplace_back().sold.resize(m_days);
    }
    m_groupOf[item] = found->second;
    return found->second;
}

DayFactors::Place DayFactors::newPlace(std::size_t group, std::size_t day, std::int32_t item, std::int32_t location,
                                       const SpellsByKey& stockOuts) const {
    Place place;
    auto spells = stockOuts.find(keyOf(item, location));
    spells = spells == stockOuts.end() ? stockOuts.find(keyOf(item, 0)) : spells;
    place.spells = spells == stockOuts.end() ? nullptr : spells->second;
    place.series.group = group;
    place.series.firstDay = day;
    place.series.sold.resize(m_days / blockDays + 1);
    place.series.level.resize(place.series.sold.size());
    return place;
}

void DayFactors::addItem(const CleaningState& state, std::span<const Line> lines, std::int32_t item, const SpellsByKey& stockOuts) {
    const std::size_t group = groupFor(state, item);
    std::map<std::int32_t, Place> places;  // by location
    for (const Line line : lines) {
        const std::int32_t location = state.location(line);
        auto place = places.find(location);
        if (place == places.end()) {
            const auto day = static_cast<std::size_t>(state.table().day(line) - m_firstDay);
            place = places.emplace(location, newPlace(group, day, item, location, stockOuts)).first;
        }
        addLine(state, line, place->second);
    }
    for (auto& [location, place] : places) {
        for (const auto& [day, cut] : place.cut) {
            place.series.cut.push_back(cut);
        }
        noteEmptyDays(place.series, place.spells);
        m_series.push_back(std::move(place.series));
    }
}

void DayFactors::addLine(const CleaningState& state, Line line, Place& place) {
    const auto day = static_cast<std::size_t>(state.table().day(line) - m_firstDay);
    const double units = toDouble(state.quantity(line));
    const bool isPromotedLine = isPromoted(state, line);
    place.series.firstDay = std::min(place.series.firstDay, day);
    if (place.spells != nullptr && isShort(*place.spells, state.table().day(line))) {
        CutDay& cut = place.cut[day];
        cut.day = day;
        cut.sold += units;
        cut.isPromoted = cut.isPromoted || isPromotedLine;
    } else {
        const auto kind = isPromotedLine ? &Sold::promoted : &Sold::plain;
        place.series.sold[day / blockDays].*kind += units;
        m_groups[place.series.group].sold[day].*kind += units;
    }
}

void DayFactors::noteEmptyDays(Series& series, const StockOutSeries* spells) {
    auto next = series.cut.begin();
    for (const StockOutSpell& spell : spells == nullptr ? std::vector<StockOutSpell>() : spells->spells) {
        const DayRange days = daysOf(spell, m_firstDay);
        std::size_t first = std::max(days.first, series.firstDay);
        for (; next != series.cut.end() && next->day <= days.last; ++next) {
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

void DayFactors::improve(double dispersion, const std::vector<SellingEffects>& effects, const JobControl& job) {
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        m_groups[group].lift = effects[group].liftOf(SaleDayKind::Promoted);
    }
    for (Series& series : m_series) {
        for (CutDay& cut : series.cut) {
            cut.demand = std::max(cut.demand, cut.sold / liftOf(series, cut));
        }
    }
    for (std::size_t round = 0; round < m_rounds; ++round) {
        job.throwIfCancelled();
        findLevels();
        findFactors();
        expectCutDays(dispersion);
    }
}

void DayFactors::expectCutDays(double dispersion) {
    for (Series& series : m_series) {
        const std::vector<double>& factors = m_effects->factors(series.group);
        for (CutDay& cut : series.cut) {
            const double lift = liftOf(series, cut);
            const double mean = series.level[cut.day / blockDays] * factors[cut.day] * lift;
            cut.demand = demandOfAtLeast(mean, dispersion, cut.sold).mean / lift;
        }
    }
}

void DayFactors::findLevels() {
    std::vector<std::vector<double>> sums;  // of factors up to a day
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        std::vector<double>& sum = sums.emplace_back(m_days + 1);
        const std::vector<double>& factors = m_effects->factors(group);
        std::partial_sum(factors.begin(), factors.end(), sum.begin() + 1);
    }
    for (Series& series : m_series) {
        findLevelsOf(series, sums[series.group]);
    }
}

/// Sum of the factors of the days with something to sell, by block.
std::vector<double> DayFactors::factorsOfBlocks(const Series& series, const std::vector<double>& factorSums) const {
    std::vector<double> factors(series.sold.size());
    for (std::size_t block = 0; block < factors.size(); ++block) {
        const std::size_t begin = std::max(series.firstDay, block * blockDays);
        const std::size_t end = std::min(m_days, (block + 1) * blockDays);
        factors[block] = begin < end ? factorSums[end] - factorSums[begin] : 0;
    }
    for (const DayRange& days : series.empty) {
        for (std::size_t day = days.first; day <= days.last; ++day) {
            factors[day / blockDays] -= factorSums[day + 1] - factorSums[day];
        }
    }
    return factors;
}

/// Of the whole span. Where every day with stock sold out, the likelihood has no maximum; so it is drawn towards what was sold.
double DayFactors::wholeLevelOf(const Series& series, double demand, double factors) const {
    if (factors <= 1e-9) {
        return 0;
    }
    double sold = 0;
    for (const Sold& block : series.sold) {
        sold += block.withoutLift(m_groups[series.group].lift);
    }
    for (const CutDay& cut : series.cut) {
        sold += cut.sold / liftOf(series, cut);
    }
    return (demand + soldDays * sold / factors) / (factors + soldDays);
}

void DayFactors::findLevelsOf(Series& series, const std::vector<double>& factorSums) const {
    const std::size_t blocks = series.sold.size();
    std::vector<double> demand(blocks);
    for (std::size_t block = 0; block < blocks; ++block) {
        demand[block] = series.sold[block].withoutLift(m_groups[series.group].lift);
    }
    for (const CutDay& cut : series.cut) {
        demand[cut.day / blockDays] += cut.demand;
    }
    const std::vector<double> factors = factorsOfBlocks(series, factorSums);
    const double whole = wholeLevelOf(series, std::accumulate(demand.begin(), demand.end(), 0.0),
                                      std::accumulate(factors.begin(), factors.end(), 0.0));
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

/// Levels as changes from day to day.
void DayFactors::addLevels(GroupDays& group, const Series& series) const {
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
    }
}

void DayFactors::findFactors() {
    std::vector<GroupDays> groups(m_groups.size());
    for (std::size_t each = 0; each < groups.size(); ++each) {
        groups[each].levels.resize(m_days + 1);
        groups[each].demand.resize(m_days);
        for (std::size_t day = 0; day < m_days; ++day) {
            groups[each].demand[day] = m_groups[each].sold[day].withoutLift(m_groups[each].lift);
        }
    }
    for (const Series& series : m_series) {
        addLevels(groups[series.group], series);
    }
    for (GroupDays& group : groups) {
        std::partial_sum(group.levels.begin(), group.levels.end(), group.levels.begin());
        std::for_each(group.levels.begin(), group.levels.end(), [](double& level) { level = level > 1e-9 ? level : 0; });
    }
    m_effects->improve(groups);
}

}  // namespace foresell
