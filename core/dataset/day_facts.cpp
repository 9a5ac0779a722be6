// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/day_facts.h"

#include <algorithm>
#include <array>

namespace foresell {

namespace {

constexpr std::int32_t earlyEnd = 3 * 3600;
constexpr double plentyOfLines = 10;

double median(std::vector<std::int64_t>& values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return static_cast<double>(*middle);
}

}  // namespace

void DayFacts::add(Day day, std::int32_t second) {
    if (m_lastCount == nullptr || day != m_lastDay) {
        m_lastCount = &m_days[day];
        m_lastDay = day;
    }
    DayCount& count = *m_lastCount;
    if (count.lines++ == 0) {
        count.firstSecond = count.lastSecond = second;
    } else {
        count.firstSecond = std::min(count.firstSecond, second);
        count.lastSecond = std::max(count.lastSecond, second);
    }
}

std::vector<int> DayFacts::closedWeekdays() const {
    std::array<std::int64_t, 7> sold{};
    for (const auto& [day, count] : m_days) {
        ++sold[static_cast<std::size_t>(weekday(day))];
    }
    const auto weeks = (last() - first()) / 7 + 1;
    std::vector<int> closed;
    if (weeks < 8) {
        return closed;
    }
    if (*std::ranges::max_element(sold) * 2 < weeks) {  // sells too seldom on any weekday to have closed ones
        return closed;
    }
    for (int day = 0; day < 7; ++day) {
        if (sold[static_cast<std::size_t>(day)] * 20 < weeks) {
            closed.push_back(day);
        }
    }
    return closed;
}

bool DayFacts::isSilent(Day day) const {
    if (m_days.contains(day)) {
        return false;
    }
    if (m_usualLines.empty()) {
        std::array<std::vector<std::int64_t>, 7> lines;
        for (const auto& [sold, count] : m_days) {
            lines[static_cast<std::size_t>(weekday(sold))].push_back(count.lines);
        }
        for (std::vector<std::int64_t>& each : lines) {
            m_usualLines.push_back(median(each));
        }
    }
    return m_usualLines[static_cast<std::size_t>(weekday(day))] >= plentyOfLines;
}

bool DayFacts::isLastDayComplete() const {
    const DayCount& end = m_days.rbegin()->second;
    if (end.lastSecond < 0) {
        return true;
    }
    std::vector<std::int64_t> ends;
    for (auto day = m_days.lower_bound(last() - 28); day->first != last(); ++day) {
        if (day->second.lastSecond >= 0) {
            ends.push_back(day->second.lastSecond);
        }
    }
    return ends.size() < 5 || end.lastSecond >= median(ends) - earlyEnd;
}

bool DayFacts::areLabelsOf(const PeriodAxis& axis) const {
    return axis.kind != PeriodKind::Day &&
           std::ranges::all_of(m_days, [&axis](const auto& day) { return axis.label(axis.indexOf(day.first)) == day.first; });
}

PeriodAxis DayFacts::chooseAxis(const PanelOptions& options) const {
    bool oneWeekday = true;
    bool monthStarts = true;
    bool monthEnds = true;
    for (const auto& [day, count] : m_days) {
        oneWeekday = oneWeekday && weekday(day) == weekday(first());
        monthStarts = monthStarts && toCivil(day).day == 1;
        monthEnds = monthEnds && toCivil(day + 1).day == 1;
    }
    const bool isLong = m_days.size() > 1;
    PeriodAxis axis;
    if (options.period) {
        axis.kind = *options.period;
    } else if (isLong && (monthStarts || monthEnds)) {
        axis.kind = PeriodKind::Month;
    } else if (isLong && oneWeekday) {
        axis.kind = PeriodKind::Week;
    }
    if (axis.kind == PeriodKind::Week) {
        axis.firstWeekday = options.weekStart;
        if (isLong && oneWeekday) {
            // A label at the start or the end of its week: either way a row is one week, named by its weekday.
            axis.firstWeekday = weekday(first());
        }
        axis.labelWeekday = axis.firstWeekday;
    }
    axis.labelAtMonthEnd = axis.kind == PeriodKind::Month && monthEnds && !monthStarts;
    return axis;
}

}  // namespace foresell
