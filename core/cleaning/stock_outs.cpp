// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>
#include <optional>

#include "core/cleaning/censored_demand.h"
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/day_factors.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr int rounds = 10;               ///< of putting estimates for cut days into the level around them
constexpr double largestDispersion = 2;
constexpr double smallestLift = 0.5, largestLift = 20;
constexpr double liftDrawnBy = 15;       ///< units of usual demand under promotions

/// One item at one location, day by day from the first line of all.
struct DemandDays {
    const StockOutSeries* series = nullptr;
    std::size_t begin = 0;                    ///< of its first sale
    std::vector<double> sold, money;
    std::vector<double> demand;               ///< what was sold, or is estimated where the day was short
    std::vector<float> availability;          ///< 1: in stock
    std::vector<std::uint8_t> isPromoted;
    double lift = 1;                          ///< of a promotion of this item
    /// A day says something of demand where there was something to sell.
    bool tells(std::size_t day) const { return day >= begin && (availability[day] >= 1 || sold[day] > 0); }
};

/// Estimates what an item would have sold at a location on its days without stock:
///
///   expected = day's factor x promotion's factor x level,  level = demand around it / sum of factors around it,
///
/// where "around" are the days with stock within `days`, and the days on which the stock ran out during the day with what
/// is to be expected of demand that was at least the sales (see demandOfAtLeast). Those estimates need the level and the level
/// needs them: expectation and maximisation in turn (Dempster, Laird and Rubin, JRSS B 39, 1977). Leaving such days out
/// would leave out the days of highest demand.
class LostDemandEstimator {
public:
    LostDemandEstimator(CleaningState& state, const StepOptions& options)
        : m_state(state), m_table(state.table()), m_around(static_cast<std::size_t>(options.number("days"))),
          m_fewestDays(options.number("fewest_days")), m_firstDay(state.facts().firstDay),
          m_days(static_cast<std::size_t>(state.facts().lastDay - state.facts().firstDay) + 1) {}

    void run(const JobControl& job);

private:
    void collectSpells(const LineGroups& byItem);
    void endSpellsBySales(StockOutSeries& series, std::span<const Line> lines);
    void learn(const LineGroups& byItem, const DayFactors& factors, const JobControl& job);
    std::vector<DemandDays> daysOfItem(std::span<const Line> lines, std::int32_t item);
    void fillDays(DemandDays& days, std::span<const Line> lines);
    double factorOf(const DemandDays& days, const std::vector<double>& factor, std::size_t day) const {
        return factor[day] * (days.isPromoted[day] != 0 ? days.lift : 1);
    }
    void addEvidence(const DemandDays& days, const std::vector<double>& expected);
    std::vector<double> expectedOf(const DemandDays& days, const std::vector<double>& factor) const;
    std::vector<double> estimate(DemandDays& days, const std::vector<double>& factor) const;
    void findLift(DemandDays& days, const std::vector<double>& expected) const;
    void report(const DemandDays& days, const std::vector<double>& expected);

    CleaningState& m_state;
    const LineTable& m_table;
    std::size_t m_around;
    double m_fewestDays;
    Day m_firstDay;
    std::size_t m_days;
    std::vector<StockOutSeries> m_series;  ///< by item, location
    double m_lift = 1;                     ///< of a promotion
    double m_dispersion = 0.1;
    double m_promoted = 0, m_promotedExpected = 0, m_excess = 0, m_squares = 0;
    std::int64_t m_notEstimated = 0;
    std::vector<StockOutDay> m_lost;
};

void LostDemandEstimator::collectSpells(const LineGroups& byItem) {
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<StockOutSpell>> bySeries;
    const Day last = m_state.facts().lastDay;
    for (StockOutSpell spell : m_state.source().stockOutSpells(last)) {
        spell.first = std::max(spell.first, m_firstDay);
        spell.last = std::min(spell.last, last);
        if (spell.first <= spell.last) {
            bySeries[{m_state.itemNow(spell.item), m_state.locationNow(spell.location)}].push_back(spell);
        }
    }
    for (auto& [key, spells] : bySeries) {
        if (key.first > m_state.highestItem() || byItem.count(static_cast<std::size_t>(key.first)) == 0) {
            continue;
        }
        std::sort(spells.begin(), spells.end(), [](const StockOutSpell& a, const StockOutSpell& b) {
            return std::tuple(a.first, a.availability, a.last) < std::tuple(b.first, b.availability, b.last);
        });
        StockOutSeries series{key.first, key.second, {}};
        for (const StockOutSpell& spell : spells) {
            StockOutSpell next = spell;
            next.first = series.spells.empty() ? spell.first : std::max(spell.first, series.spells.back().last + 1);
            if (next.first <= next.last) {
                series.spells.push_back(next);
            }
        }
        endSpellsBySales(series, byItem.at(static_cast<std::size_t>(key.first)));
        m_series.push_back(std::move(series));
    }
}

void LostDemandEstimator::endSpellsBySales(StockOutSeries& series, std::span<const Line> lines) {
    std::vector<Day> sales;
    for (const Line line : lines) {
        if (series.location == 0 || m_state.location(line) == series.location) {
            sales.push_back(m_table.day(line));
        }
    }
    std::sort(sales.begin(), sales.end());
    for (StockOutSpell& spell : series.spells) {
        const auto sale = std::upper_bound(sales.begin(), sales.end(), spell.lastTold);
        if (sale != sales.end() && *sale <= spell.last) {
            spell.last = *sale - 1;
        }
    }
    std::erase_if(series.spells, [](const StockOutSpell& spell) { return spell.last < spell.first; });
}

void LostDemandEstimator::fillDays(DemandDays& days, std::span<const Line> lines) {
    days.sold.assign(m_days, 0);
    days.money.assign(m_days, 0);
    days.availability.assign(m_days, 1);
    days.isPromoted.assign(m_days, 0);
    days.begin = m_days;
    for (const Line line : lines) {
        if (days.series->location == 0 || m_state.location(line) == days.series->location) {
            const auto day = static_cast<std::size_t>(m_table.day(line) - m_firstDay);
            days.begin = std::min(days.begin, day);
            days.sold[day] += toDouble(m_state.quantity(line));
            days.money[day] += toDouble(m_state.money(line));
        }
    }
    for (const StockOutSpell& spell : days.series->spells) {
        const DayRange range = daysOf(spell, m_firstDay);
        for (std::size_t day = range.first; day <= range.last; ++day) {
            days.availability[day] = static_cast<float>(spell.availability);
        }
    }
    for (std::size_t day = days.begin; day < m_days; ++day) {
        const auto date = m_firstDay + static_cast<Day>(day);
        days.isPromoted[day] = m_state.source().isPromoted(days.series->item, days.series->location, date) ? 1 : 0;
    }
    days.demand = days.sold;
}

std::vector<DemandDays> LostDemandEstimator::daysOfItem(std::span<const Line> lines, std::int32_t item) {
    std::vector<DemandDays> all;
    const auto [begin, end] = std::equal_range(m_series.begin(), m_series.end(), StockOutSeries{item, 0, {}},
                                               [](const StockOutSeries& a, const StockOutSeries& b) { return a.item < b.item; });
    for (auto series = begin; series != end; ++series) {
        all.emplace_back().series = &*series;
        fillDays(all.back(), lines);
    }
    std::erase_if(all, [this](const DemandDays& days) { return days.begin >= m_days; });
    return all;
}

/// Level around each day times the day's own factor; negative where too few days tell it.
std::vector<double> LostDemandEstimator::expectedOf(const DemandDays& days, const std::vector<double>& factor) const {
    std::vector<double> demand(m_days + 1);
    std::vector<double> factors(m_days + 1);
    std::vector<double> counted(m_days + 1);
    for (std::size_t day = 0; day < m_days; ++day) {
        const bool tells = days.tells(day);
        demand[day + 1] = demand[day] + (tells ? days.demand[day] : 0);
        factors[day + 1] = factors[day] + (tells ? factorOf(days, factor, day) : 0);
        counted[day + 1] = counted[day] + (tells ? 1 : 0);
    }
    std::vector<double> expected(m_days);
    for (std::size_t day = days.begin; day < m_days; ++day) {
        std::size_t from = day < m_around ? 0 : day - m_around;
        std::size_t to = std::min(m_days, day + m_around + 1);
        if (counted[to] - counted[from] < m_fewestDays) {
            from = 0;
            to = m_days;
        }
        const double around = factors[to] - factors[from];
        const bool isKnown = counted[to] - counted[from] >= m_fewestDays && around > 1e-9;
        expected[day] = isKnown ? (demand[to] - demand[from]) / around * factorOf(days, factor, day) : -1;
    }
    return expected;
}

/// What days say about promotions and about the spread of demand.
void LostDemandEstimator::addEvidence(const DemandDays& days, const std::vector<double>& expected) {
    for (std::size_t day = days.begin; day < m_days; ++day) {
        if (!days.tells(day) || expected[day] <= 0) {
            continue;
        }
        if (days.isPromoted[day] != 0) {
            m_promoted += days.demand[day];
            m_promotedExpected += expected[day] / days.lift;
        } else {
            const double apart = days.demand[day] - expected[day];
            const bool isCut = days.availability[day] < 1;
            const double square = isCut ? demandOfAtLeast(expected[day], m_dispersion, days.sold[day]).square : apart * apart;
            m_excess += square - expected[day];
            m_squares += expected[day] * expected[day];
        }
    }
}

void LostDemandEstimator::learn(const LineGroups& byItem, const DayFactors& factors, const JobControl& job) {
    m_promoted = m_promotedExpected = m_excess = m_squares = 0;
    std::int32_t item = -1;
    for (const StockOutSeries& series : m_series) {
        if (series.item == item) {
            continue;
        }
        item = series.item;
        job.throwIfCancelled();
        for (DemandDays& days : daysOfItem(byItem.at(static_cast<std::size_t>(item)), item)) {
            addEvidence(days, estimate(days, factors.of(item)));
        }
    }
    m_lift = m_promotedExpected > 0 ? std::clamp(m_promoted / m_promotedExpected, smallestLift, largestLift) : 1;
    m_dispersion = m_squares > 0 ? std::clamp(m_excess / m_squares, 0.0, largestDispersion) : 0;
}

/// The item's own promotions, drawn towards those of the shop where it sold little under them.
void LostDemandEstimator::findLift(DemandDays& days, const std::vector<double>& expected) const {
    double demand = 0;
    double usual = 0;
    for (std::size_t day = days.begin; day < m_days; ++day) {
        if (days.isPromoted[day] != 0 && days.tells(day) && expected[day] > 0) {
            demand += days.demand[day];
            usual += expected[day] / days.lift;
        }
    }
    days.lift = std::clamp((demand + liftDrawnBy * m_lift) / (usual + liftDrawnBy), smallestLift, largestLift);
}

/// Fills in the demand of the short days; returns what was to be expected of each day.
std::vector<double> LostDemandEstimator::estimate(DemandDays& days, const std::vector<double>& factor) const {
    std::vector<double> expected;
    days.lift = m_lift;
    for (int round = 0; round < rounds; ++round) {
        expected = expectedOf(days, factor);
        for (std::size_t day = days.begin; day < m_days; ++day) {
            const double open = days.availability[day];
            if (open >= 1 || expected[day] < 0) {
                continue;
            }
            days.demand[day] = open > 0 ? days.sold[day] + (1 - open) * expected[day]
                                        : demandOfAtLeast(expected[day], m_dispersion, days.sold[day]).mean;
        }
        findLift(days, expected);
    }
    return expected;
}

void LostDemandEstimator::report(const DemandDays& days, const std::vector<double>& expected) {
    double units = 0;
    double money = 0;
    for (std::size_t day = 0; day < m_days; ++day) {
        units += days.money[day] > 0 ? days.sold[day] : 0;
        money += days.money[day];
    }
    const double price = units > 0 ? money / units : 0;
    for (std::size_t day = days.begin; day < m_days; ++day) {
        if (days.availability[day] >= 1) {
            continue;
        }
        if (expected[day] < 0) {
            ++m_notEstimated;
            continue;
        }
        const double lost = std::max(0.0, days.demand[day] - days.sold[day]);
        m_lost.push_back({.item = days.series->item,
                          .location = days.series->location,
                          .day = m_firstDay + static_cast<Day>(day),
                          .soldUnits = toFixed(days.sold[day]),
                          .lostUnits = toFixed(lost),
                          .lostMoney = toFixed(lost * price)});
    }
}

void LostDemandEstimator::run(const JobControl& job) {
    const LineGroups byItem = salesByItem(m_state);
    collectSpells(byItem);
    if (m_series.empty()) {
        return;
    }
    std::optional<DayFactors> factors;
    CutDemand assumed;
    for (int round = 0; round < 3; ++round) {
        factors.emplace(m_state, byItem, m_series, assumed);
        learn(byItem, *factors, job);
        assumed = {m_dispersion, m_lift};
    }
    std::int32_t item = -1;
    for (const StockOutSeries& series : m_series) {
        if (series.item == item) {
            continue;
        }
        item = series.item;
        job.throwIfCancelled();
        for (DemandDays& days : daysOfItem(byItem.at(static_cast<std::size_t>(item)), item)) {
            report(days, estimate(days, factors->of(item)));
        }
    }
    m_state.setFact("not_estimated", m_notEstimated);
    m_state.setFact("promotion_percent", std::lround(m_lift * 100));
    m_state.addLostDemand(std::move(m_lost));
}

}  // namespace

void estimateLostDemand(CleaningState& state, const StepOptions& options, const JobControl& job) {
    if (state.facts().lines > 0) {
        LostDemandEstimator(state, options).run(job);
    }
}

}  // namespace foresell
