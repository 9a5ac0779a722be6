// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/calendar/date.h"

namespace foresell {

/// What the series of a group that had something to sell sold together on each day, and would have sold on a usual one.
struct GroupDays {
    std::vector<double> demand, levels;
};

/// How each day sells beside a usual day, by group of items:
///
///   factor(group, day) = weekday x exp(loading(group) x shop's day) x the group's own day
///
/// A festival that empties a group's shelves on its first day is not seen in that group any more, but in groups that react to
/// it less, and in the days around. So groups share the day of the shop, each with a loading of its own: a factor model
/// (Forni, Hallin, Lippi and Reichlin, Review of Economics and Statistics 82, 2000) of Poisson sales. What few units tell is
/// drawn towards what the days around it tell, in the manner of empirical Bayes: a day of the shop by a normal law on the
/// logarithm, a group's own day by a Gamma law, whose mean under Poisson sales is a ratio of sums.
class DayEffects {
public:
    DayEffects(std::size_t groups, std::size_t days, Day firstDay);

    /// A round of improvement, each part by a step of Newton's or a ratio with the others as they are. As many groups as were
    /// told.
    void improve(const std::vector<GroupDays>& groups);

    /// By day; 1 is a usual day.
    const std::vector<double>& factors(std::size_t group) const { return m_groups[group].factors; }
    /// Units that a factor rests on, by day: its own and those that it is drawn by.
    const std::vector<double>& weights(std::size_t group) const { return m_groups[group].weights; }

private:
    struct Group {
        double loading = 1;
        std::vector<double> own, factors, weights;  ///< by day
    };

    std::size_t placeInWeek(std::size_t day) const { return static_cast<std::size_t>(weekday(m_firstDay + static_cast<Day>(day))); }
    /// Of a group on a day, but for what is the group's own.
    double shared(const Group& group, std::size_t day) const;
    void findWeekdays(const std::vector<GroupDays>& groups);
    void findShopDays(const std::vector<GroupDays>& groups);
    void findLoading(Group& group, const GroupDays& days) const;
    void findOwnDays(Group& group, const GroupDays& days) const;

    Day m_firstDay;
    std::array<double, 7> m_weekday{};
    std::vector<double> m_shop;  ///< logarithm, by day
    std::vector<Group> m_groups;
};

}  // namespace foresell
