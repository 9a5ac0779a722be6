// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/seasonal_level.h"

#include <algorithm>
#include <array>

#include "core/cleaning/robust.h"

namespace foresell {
namespace {

constexpr std::size_t aroundDays = 21;
constexpr std::size_t daysOfWeek = 7;

/// One median for each week, over the weeks around it.
std::vector<double> runningMedian(const std::vector<double>& values, const std::vector<std::uint8_t>& isObserved) {
    std::vector<double> medians(values.size());
    std::vector<double> window;
    double last = 0;
    for (std::size_t begin = 0; begin < values.size(); begin += daysOfWeek) {
        const std::size_t end = std::min(values.size(), begin + daysOfWeek);
        window.clear();
        for (std::size_t day = begin < aroundDays ? 0 : begin - aroundDays; day < std::min(values.size(), end + aroundDays); ++day) {
            if (isObserved[day] != 0) {
                window.push_back(values[day]);
            }
        }
        last = window.empty() ? last : lowerMedian(window);
        std::fill(medians.begin() + static_cast<std::ptrdiff_t>(begin), medians.begin() + static_cast<std::ptrdiff_t>(end), last);
    }
    return medians;
}

}  // namespace

std::vector<double> seasonalLevel(const std::vector<double>& values, const std::vector<std::uint8_t>& isObserved, Day firstDay) {
    std::vector<double> level = runningMedian(values, isObserved);
    std::array<std::vector<double>, daysOfWeek> byWeekday;
    for (std::size_t day = 0; day < values.size(); ++day) {
        if (isObserved[day] != 0) {
            byWeekday[static_cast<std::size_t>(weekday(firstDay + static_cast<Day>(day)))].push_back(values[day] - level[day]);
        }
    }
    std::array<double, daysOfWeek> effect{};
    for (std::size_t each = 0; each < daysOfWeek; ++each) {
        effect[each] = byWeekday[each].empty() ? 0 : lowerMedian(byWeekday[each]);
    }
    for (std::size_t day = 0; day < level.size(); ++day) {
        level[day] += effect[static_cast<std::size_t>(weekday(firstDay + static_cast<Day>(day)))];
    }
    return level;
}

}  // namespace foresell
