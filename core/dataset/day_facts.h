// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "core/base/job.h"
#include "core/cleaning/sale_source.h"
#include "core/dataset/panel_builder.h"

namespace foresell {

/// What the kept lines say about days, over the whole shop. Internal to core/dataset.
class DayFacts {
public:
    struct DayCount {
        std::int64_t lines = 0;
        std::int32_t firstSecond = -1, lastSecond = -1;  ///< -1: the file gives no times
    };

    void add(Day day, std::int32_t second);

    bool empty() const { return m_days.empty(); }
    Day first() const { return m_days.begin()->first; }
    Day last() const { return m_days.rbegin()->first; }
    const std::map<Day, DayCount>& days() const { return m_days; }

    /// Weekdays on which the shop sells in fewer than one week of twenty, although it sells on others.
    std::vector<int> closedWeekdays() const;
    /// True where `day` has no line although the shop sells plenty on such a weekday: closed, not zero.
    bool isSilent(Day day) const;
    /// False where the lines of the last day end more than three hours before the median last sale of the four weeks
    /// before it.
    bool isLastDayComplete() const;
    /// True where the dates are labels of weeks or months rather than days of sale.
    bool areLabelsOf(const PeriodAxis& axis) const;
    /// The axis for the options: as asked, or as the dates show.
    PeriodAxis chooseAxis(const PanelOptions& options) const;

private:
    std::map<Day, DayCount> m_days;
    Day m_lastDay = noDay;
    DayCount* m_lastCount = nullptr;  // of m_lastDay: lines of a day mostly follow one another
    mutable std::vector<double> m_usualLines;  // by weekday: median lines of days with sales; filled on demand
};

}  // namespace foresell
