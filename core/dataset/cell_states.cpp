// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/cell_states.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <unordered_set>

namespace foresell {

namespace {

/// Where most cells have one row and no more, the file tells every period that it knows.
GapRule decidedGaps(const BuiltPanel& built) {
    const auto periods = static_cast<std::size_t>(built.panel.periods);
    std::int64_t cells = 0;
    std::int64_t filled = 0;
    std::int64_t repeated = 0;
    for (std::size_t series = 0; series < built.panel.seriesCount(); ++series) {
        const std::span<const std::uint8_t> rows = std::span(built.lines).subspan(series * periods, periods);
        std::size_t end = rows.size();
        while (end > 0 && rows[end - 1] == 0) {
            --end;
        }
        for (auto column = static_cast<std::size_t>(built.panel.begin[series]); column < end; ++column) {
            ++cells;
            filled += rows[column] > 0 ? 1 : 0;
            repeated += rows[column] > 1 ? 1 : 0;
        }
    }
    const bool isTotalled = repeated * 50 < filled;
    return isTotalled && filled * 10 > cells * 6 ? GapRule::Missing : GapRule::Zero;
}

/// Whole periods in which the shop sold nothing although it usually does, and regularly closed weekdays.
std::vector<CellState> shopStates(const Panel& panel, const DayFacts& days) {
    const std::vector<int> closed = days.closedWeekdays();
    std::vector<CellState> states(static_cast<std::size_t>(panel.periods), CellState::Sold);
    for (int column = 0; column < panel.periods; ++column) {
        bool hasSale = false;
        bool isSilent = true;
        bool isClosed = true;
        for (Day day = panel.axis.firstDay(panel.firstPeriod + column);
             day <= panel.axis.lastDay(panel.firstPeriod + column); ++day) {
            hasSale = hasSale || days.days().contains(day);
            const bool closedDay = std::ranges::find(closed, weekday(day)) != closed.end();
            isClosed = isClosed && closedDay;
            isSilent = isSilent && (closedDay || days.isSilent(day));
        }
        if (!hasSale && isClosed) {
            states[static_cast<std::size_t>(column)] = CellState::Closed;
        } else if (!hasSale && isSilent) {
            states[static_cast<std::size_t>(column)] = CellState::Gap;
        }
    }
    return states;
}

/// The days that the plan closes, by what they are closed for.
class PlannedClosings {
public:
    explicit PlannedClosings(const std::vector<ClosedDay>& closed) {
        for (const ClosedDay& each : closed) {
            m_days[{each.key.item.value, each.key.location.value, each.key.channel.value}].insert(each.day);
        }
    }

    bool empty() const { return m_days.empty(); }

    /// What applies to a series: closed for its item, location or channel, for several of them, or for all.
    void choose(const SeriesKey& key) {
        m_applying.clear();
        for (int mask = 0; mask < 8; ++mask) {
            const auto found = m_days.find({(mask & 1) != 0 ? key.item.value : 0, (mask & 2) != 0 ? key.location.value : 0,
                                            (mask & 4) != 0 ? key.channel.value : 0});
            if (found != m_days.end() && std::ranges::find(m_applying, &found->second) == m_applying.end()) {
                m_applying.push_back(&found->second);
            }
        }
    }
    bool doesApply() const { return !m_applying.empty(); }
    bool isClosed(Day day) const {
        return std::ranges::any_of(m_applying, [day](const auto* days) { return days->contains(day); });
    }

private:
    std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, std::unordered_set<Day>> m_days;
    std::vector<const std::unordered_set<Day>*> m_applying;
};

/// A week or month is closed when all of its days are, or its label where dates are labels.
bool isClosed(const PlannedClosings& closings, const PeriodAxis& axis, std::int32_t period, bool isLabelled) {
    if (isLabelled) {
        return closings.isClosed(axis.label(period));
    }
    for (Day day = axis.firstDay(period); day <= axis.lastDay(period); ++day) {
        if (!closings.isClosed(day)) {
            return false;
        }
    }
    return true;
}

void closePlannedDays(Panel& panel, PlannedClosings closings, bool isLabelled) {
    const auto periods = static_cast<std::size_t>(panel.periods);
    for (std::size_t series = 0; series < panel.seriesCount() && !closings.empty(); ++series) {
        closings.choose(panel.keys[series]);
        for (int column = panel.begin[series]; column < panel.periods && closings.doesApply(); ++column) {
            const std::size_t cell = series * periods + static_cast<std::size_t>(column);
            if (panel.target[cell] <= 0 && isClosed(closings, panel.axis, panel.firstPeriod + column, isLabelled)) {
                panel.state[cell] = CellState::Closed;
                panel.target[cell] = 0;
            }
        }
    }
}

}  // namespace

void setCellStates(BuiltPanel& built, const DayFacts& days, const std::vector<ClosedDay>& closed, GapRule gaps) {
    Panel& panel = built.panel;
    built.gaps = gaps == GapRule::Auto ? decidedGaps(built) : gaps;
    const std::vector<CellState> shop = shopStates(panel, days);
    const auto periods = static_cast<std::size_t>(panel.periods);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (auto column = static_cast<std::size_t>(panel.begin[series]); column < periods; ++column) {
            CellState state = CellState::Sold;
            if (built.lines[series * periods + column] == 0) {
                state = shop[column] != CellState::Sold         ? shop[column]
                        : built.gaps == GapRule::Missing ? CellState::Gap
                                                           : CellState::Sold;
            }
            panel.state[series * periods + column] = state;
        }
    }
    closePlannedDays(panel, PlannedClosings(closed), days.areLabelsOf(panel.axis));
}

}  // namespace foresell
