// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <functional>

#include "core/cleaning/censored_demand.h"
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/day_factors.h"
#include "core/cleaning/demand_days.h"

namespace foresell {
namespace {

constexpr int learningRounds = 6;   ///< of day factors, effects and dispersion, each from the others
constexpr int levelRounds = 6;      ///< of putting estimates for cut days into the level around them
constexpr double largestDispersion = 2;
constexpr double largestShare = 0.5;  ///< of a day's factor that is taken to come from one series
constexpr double shopDrawnBy = 1, groupDrawnBy = 40, itemDrawnBy = 15;  ///< units of usual demand: towards none, shop, group

/// Estimates what an item would have sold at a location on its days without stock:
///
///   expected = day's factor x effects of promotion and price x level,
///   level = demand around it / sum of factors and effects around it,
///
/// where "around" are the days with stock within `days`, and the days on which the stock ran out during the day with what
/// is to be expected of demand that was at least the sales (see demandOfAtLeast). Those estimates need the level and the level
/// needs them: expectation and maximisation in turn (Dempster, Laird and Rubin, JRSS B 39, 1977; for lost sales Conrad, "Sales
/// data and the estimation of demand", Operational Research Quarterly 27, 1976, and Vulcano, van Ryzin and Ratliff, "Estimating
/// primary demand for substitutable products from sales transaction data", Operations Research 60, 2012). Leaving such days
/// out would leave out the days of highest demand.
class LostDemandEstimator {
public:
    LostDemandEstimator(CleaningState& state, const StepOptions& options)
        : m_state(state), m_byItem(salesByItem(state)), m_series(stockOutSeries(state, m_byItem)), m_reader(state, m_series),
          m_around(static_cast<std::size_t>(options.number("days"))), m_fewestDays(options.number("fewest_days")),
          m_firstDay(state.facts().firstDay), m_days(m_reader.days()) {}

    void run(const JobControl& job);

private:
    /// What is learnt from the days of a group of items.
    struct Evidence {
        EffectEvidence effects;
        double excess = 0, squares = 0;  ///< of squared errors over Poisson's; of expected demand
    };
    /// How a series sells beside its level.
    struct Pattern {
        const std::vector<double>& factor;
        SellingEffects effects;
        double of(const DemandDays& days, std::size_t day) const {
            return factor[day] * effects.of(days.kind[day], days.dearer[day]);
        }
    };

    void forEachSeries(const DayFactors& factors, const JobControl& job, const std::function<void(DemandDays&, std::size_t)>& use);
    void learn(const DayFactors& factors, const JobControl& job);
    void takeIn(const std::vector<Evidence>& groups);
    void addEvidence(const DemandDays& days, const Pattern& pattern, const std::vector<double>& expected,
                     const std::vector<double>& weights, Evidence& evidence) const;
    std::vector<double> expectedOf(const DemandDays& days, const Pattern& pattern) const;
    std::vector<double> estimate(DemandDays& days, Pattern& pattern, const SellingEffects& general) const;
    SellingEffects effectsOf(const DemandDays& days, const Pattern& pattern, const std::vector<double>& expected,
                             const SellingEffects& general) const;
    void report(const DemandDays& days, const std::vector<double>& expected);

    CleaningState& m_state;
    LineGroups m_byItem;
    std::vector<StockOutSeries> m_series;  ///< by item, location
    DemandDaysReader m_reader;
    std::size_t m_around;
    double m_fewestDays;
    Day m_firstDay;
    std::size_t m_days;
    SellingEffects m_shop;
    std::vector<SellingEffects> m_groups;
    double m_dispersion = 0.1;
    std::int64_t m_notEstimated = 0;
    std::vector<StockOutDay> m_lost;
};

void LostDemandEstimator::forEachSeries(const DayFactors& factors, const JobControl& job,
                                        const std::function<void(DemandDays&, std::size_t)>& use) {
    for (std::size_t first = 0; first < m_series.size();) {
        const std::int32_t item = m_series[first].item;
        std::size_t last = first;
        while (last < m_series.size() && m_series[last].item == item) {
            ++last;
        }
        job.throwIfCancelled();
        for (DemandDays& days : m_reader.read(m_byItem.at(static_cast<std::size_t>(item)), first, last)) {
            use(days, factors.groupOf(item));
        }
        first = last;
    }
}

/// Level around each day times what the day itself does; negative where too few days tell it.
std::vector<double> LostDemandEstimator::expectedOf(const DemandDays& days, const Pattern& pattern) const {
    std::vector<double> effect(m_days);
    std::vector<double> demand(m_days + 1), effects(m_days + 1), counted(m_days + 1);  // sums up to a day
    for (std::size_t day = 0; day < m_days; ++day) {
        const bool tells = days.tells(day);
        effect[day] = pattern.of(days, day);
        demand[day + 1] = demand[day] + (tells ? days.demand[day] : 0);
        effects[day + 1] = effects[day] + (tells ? effect[day] : 0);
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
        const double around = effects[to] - effects[from];
        const bool isKnown = counted[to] - counted[from] >= m_fewestDays && around > 1e-9;
        expected[day] = isKnown ? (demand[to] - demand[from]) / around * effect[day] : -1;
    }
    return expected;
}

/// The item's own promotions, drawn towards those of its group where it sold little under them.
SellingEffects LostDemandEstimator::effectsOf(const DemandDays& days, const Pattern& pattern, const std::vector<double>& expected,
                                              const SellingEffects& general) const {
    EffectEvidence evidence;
    for (std::size_t day = days.begin; day < m_days; ++day) {
        if (days.tells(day) && expected[day] > 0) {
            evidence.add(days.kind[day], days.dearer[day], days.demand[day], expected[day], pattern.effects);
        }
    }
    SellingEffects effects = evidence.improved(pattern.effects, general, itemDrawnBy);
    effects.elasticity = general.elasticity;  // an item's prices change too seldom
    return effects;
}

/// Fills in the demand of the short days; returns what was to be expected of each day.
std::vector<double> LostDemandEstimator::estimate(DemandDays& days, Pattern& pattern, const SellingEffects& general) const {
    std::vector<double> expected;
    SellingEffects effects = general;
    for (int round = 0; round < levelRounds; ++round) {
        pattern.effects = effects;
        expected = expectedOf(days, pattern);
        for (std::size_t day = days.begin; day < m_days; ++day) {
            const double open = days.availability[day];
            if (open >= 1 || expected[day] < 0) {
                continue;
            }
            days.demand[day] = open > 0 ? days.sold[day] + (1 - open) * expected[day]
                                        : demandOfAtLeast(expected[day], m_dispersion, days.sold[day]).mean;
        }
        effects = effectsOf(days, pattern, expected, general);
    }
    return expected;
}

/// What days say about promotions, prices and the spread of demand. Where a day's factor rests on few units it follows the
/// series itself, which hides some of its spread.
void LostDemandEstimator::addEvidence(const DemandDays& days, const Pattern& pattern, const std::vector<double>& expected,
                                      const std::vector<double>& weights, Evidence& evidence) const {
    for (std::size_t day = days.begin; day < m_days; ++day) {
        if (!days.tells(day) || expected[day] <= 0) {
            continue;
        }
        evidence.effects.add(days.kind[day], days.dearer[day], days.demand[day], expected[day], pattern.effects);
        if (days.kind[day] == SaleDayKind::Promoted) {
            continue;
        }
        const double apart = days.demand[day] - expected[day];
        const bool isCut = days.availability[day] < 1;
        const double square = isCut ? demandOfAtLeast(expected[day], m_dispersion, days.sold[day]).square : apart * apart;
        evidence.excess += square / (1 - std::min(largestShare, expected[day] / weights[day])) - expected[day];
        evidence.squares += expected[day] * expected[day];
    }
}

void LostDemandEstimator::learn(const DayFactors& factors, const JobControl& job) {
    std::vector<Evidence> groups(m_groups.size());
    forEachSeries(factors, job, [&](DemandDays& days, std::size_t group) {
        Pattern pattern{factors.of(group), {}};
        const std::vector<double> expected = estimate(days, pattern, m_groups[group]);
        addEvidence(days, pattern, expected, factors.weights(group), groups[group]);
    });
    takeIn(groups);
}

void LostDemandEstimator::takeIn(const std::vector<Evidence>& groups) {
    Evidence shop;
    for (const Evidence& group : groups) {
        shop.effects.add(group.effects);
        shop.excess += group.excess;
        shop.squares += group.squares;
    }
    m_dispersion = shop.squares > 0 ? std::clamp(shop.excess / shop.squares, 0.0, largestDispersion) : 0;
    m_shop = shop.effects.improved(m_shop, {}, shopDrawnBy);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        m_groups[group] = groups[group].effects.improved(m_groups[group], m_shop, groupDrawnBy);
    }
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
    if (m_series.empty()) {
        return;
    }
    DayFactors factors(m_state, m_byItem, m_series);
    m_groups.resize(factors.groups());
    for (int round = 0; round < learningRounds; ++round) {
        factors.improve(m_dispersion, m_groups, job);
        learn(factors, job);
    }
    forEachSeries(factors, job, [&](DemandDays& days, std::size_t group) {
        Pattern pattern{factors.of(group), {}};
        report(days, estimate(days, pattern, m_groups[group]));
    });
    m_state.setFact("not_estimated", m_notEstimated);
    m_state.setFact("promotion_percent", std::lround(m_shop.liftOf(SaleDayKind::Promoted) * 100));
    m_state.addLostDemand(std::move(m_lost));
}

}  // namespace

void estimateLostDemand(CleaningState& state, const StepOptions& options, const JobControl& job) {
    if (state.facts().lines > 0) {
        LostDemandEstimator(state, options).run(job);
    }
}

}  // namespace foresell
