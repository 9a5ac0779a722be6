// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/day_effects.h"

#include <algorithm>
#include <cmath>

namespace foresell {
namespace {

// Chosen on shops with known demand, and judged on others.
constexpr double keptADay = 0.5;        ///< of what a day tells of the next one
constexpr double unitsOfAKnownDay = 100;  ///< with which a day tells half as much as one that is known exactly
constexpr double drawnToUsual = 0.3;    ///< exactly known usual days, towards which the days around are drawn
constexpr double shopDrawnBy = 16;      ///< 1 / variance of the shop's day around the days beside it
constexpr double loadingDrawnBy = 50;   ///< 1 / variance around 1
constexpr double ownDrawnBy = 200;      ///< units
constexpr double weekdayDrawnBy = 50;   ///< units
constexpr double lowestDay = -6, highestDay = 3, largestStep = 1;
constexpr double highestLoading = 3, largestLoadingStep = 0.3;

/// What the days around each day tell of it: the mean of `values` with `weights` that fall by the distance, the day itself
/// left out, drawn towards `usual`.
std::vector<double> meansAround(const std::vector<double>& values, const std::vector<double>& weights, double usual) {
    const std::size_t days = values.size();
    std::vector<double> sums(days, drawnToUsual * usual);
    std::vector<double> counts(days, drawnToUsual);
    double sum = 0;
    double count = 0;
    const auto visit = [&](std::size_t day) {
        sums[day] += sum;
        counts[day] += count;
        sum = keptADay * (sum + weights[day] * values[day]);
        count = keptADay * (count + weights[day]);
    };
    for (std::size_t day = 0; day < days; ++day) {
        visit(day);
    }
    sum = count = 0;
    for (std::size_t day = days; day-- > 0;) {
        visit(day);
    }
    for (std::size_t day = 0; day < days; ++day) {
        sums[day] /= counts[day];
    }
    return sums;
}

/// How well a day is known that rests on so many units: 0 to 1.
double knownBy(double units) {
    return units / (units + unitsOfAKnownDay);
}

}  // namespace

DayEffects::DayEffects(std::size_t groups, std::size_t days, Day firstDay) : m_firstDay(firstDay), m_shop(days), m_groups(groups) {
    m_weekday.fill(1);
    for (Group& group : m_groups) {
        group.own.assign(days, 1);
        group.factors = group.own;
        group.weights.assign(days, ownDrawnBy);
    }
}

double DayEffects::shared(const Group& group, std::size_t day) const {
    return m_weekday[placeInWeek(day)] * std::exp(group.loading * m_shop[day]);
}

void DayEffects::improve(const std::vector<GroupDays>& groups) {
    findWeekdays(groups);
    findShopDays(groups);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        findLoading(m_groups[group], groups[group]);
        findOwnDays(m_groups[group], groups[group]);
    }
}

void DayEffects::findWeekdays(const std::vector<GroupDays>& groups) {
    std::array<double, 7> demand{}, expected{};
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (std::size_t day = 0; day < m_shop.size(); ++day) {
            demand[placeInWeek(day)] += groups[group].demand[day];
            expected[placeInWeek(day)] += groups[group].levels[day] * m_groups[group].factors[day];
        }
    }
    double sum = 0;
    for (std::size_t each = 0; each < m_weekday.size(); ++each) {
        m_weekday[each] *= (demand[each] + weekdayDrawnBy) / (expected[each] + weekdayDrawnBy);
        sum += m_weekday[each];
    }
    for (double& each : m_weekday) {
        each *= static_cast<double>(m_weekday.size()) / sum;
    }
}

void DayEffects::findShopDays(const std::vector<GroupDays>& groups) {
    const std::size_t days = m_shop.size();
    std::vector<double> information(days), score(days), known(days);
    for (std::size_t each = 0; each < groups.size(); ++each) {
        const Group& group = m_groups[each];
        for (std::size_t day = 0; day < days; ++day) {
            const double expected = groups[each].levels[day] * shared(group, day) * group.own[day];
            score[day] += group.loading * (groups[each].demand[day] - expected);
            information[day] += group.loading * group.loading * expected;
        }
    }
    std::transform(information.begin(), information.end(), known.begin(), knownBy);
    const std::vector<double> around = meansAround(m_shop, known, 0);
    for (std::size_t day = 0; day < days; ++day) {
        const double step = (score[day] + shopDrawnBy * (around[day] - m_shop[day])) / (information[day] + shopDrawnBy);
        m_shop[day] = std::clamp(m_shop[day] + std::clamp(step, -largestStep, largestStep), lowestDay, highestDay);
    }
}

void DayEffects::findLoading(Group& group, const GroupDays& days) const {
    double score = loadingDrawnBy * (1 - group.loading);
    double information = loadingDrawnBy;
    for (std::size_t day = 0; day < m_shop.size(); ++day) {
        const double expected = days.levels[day] * shared(group, day);
        score += m_shop[day] * (days.demand[day] - expected);
        information += m_shop[day] * m_shop[day] * expected;
    }
    const double step = std::clamp(score / information, -largestLoadingStep, largestLoadingStep);
    group.loading = std::clamp(group.loading + step, 0.0, highestLoading);
}

void DayEffects::findOwnDays(Group& group, const GroupDays& days) const {
    std::vector<double> expected(m_shop.size()), ratio(m_shop.size()), known(m_shop.size());
    for (std::size_t day = 0; day < m_shop.size(); ++day) {
        expected[day] = days.levels[day] * shared(group, day);
        ratio[day] = expected[day] > 1e-9 ? days.demand[day] / expected[day] : 1;
        known[day] = knownBy(expected[day]);
    }
    const std::vector<double> around = meansAround(ratio, known, 1);
    for (std::size_t day = 0; day < m_shop.size(); ++day) {
        group.weights[day] = expected[day] + ownDrawnBy;
        group.own[day] = (days.demand[day] + ownDrawnBy * around[day]) / group.weights[day];
        group.factors[day] = shared(group, day) * group.own[day];
    }
}

}  // namespace foresell
