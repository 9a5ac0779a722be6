// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/calendar_features.h"

#include <algorithm>
#include <map>

namespace foresell {

namespace {

constexpr int farthest = 120;      ///< days from an event that its windows reach
constexpr Day shortestRoute = 7;   ///< days of phases that a position is worth

int columnsOf(const Panel& panel) {
    return panel.periods + panel.futurePeriods;
}

Covariate emptyCovariate(const Panel& panel, const std::string& name) {
    Covariate covariate{.name = name, .shared = true, .isBinary = false, .values = {}, .isKnown = {}};
    covariate.values.assign(static_cast<std::size_t>(columnsOf(panel)), 0.0F);
    return covariate;
}

/// One row a series, 0 where the series is of another channel.
void spread(const Panel& panel, Covariate& covariate, const std::vector<std::string>& channels) {
    const std::vector<float> shared = std::move(covariate.values);
    const std::vector<float> none(shared.size(), 0.0F);
    covariate.shared = false;
    covariate.values.clear();
    covariate.values.reserve(shared.size() * panel.seriesCount());
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const bool takesPart = std::ranges::find(channels, panel.channelCodes[series]) != channels.end();
        const std::vector<float>& row = takesPart ? shared : none;
        covariate.values.insert(covariate.values.end(), row.begin(), row.end());
    }
}

void finish(Panel& panel, Covariate covariate, const std::vector<std::string>& channels = {}) {
    const auto isFlag = [](float value) { return value == 0.0F || value == 1.0F; };
    covariate.isBinary = std::ranges::all_of(covariate.values, isFlag);
    const bool isSeen = std::any_of(covariate.values.begin(), covariate.values.begin() + panel.periods,
                                    [](float value) { return value > 0; });
    if (!isSeen) {
        return;  // nothing can be learnt of what the history never saw
    }
    if (!channels.empty()) {
        spread(panel, covariate, channels);
    }
    panel.knownFuture.push_back(std::move(covariate));
}

/// The share of each period's days for which `holds(day)`.
template <typename Holds>
void addShareOfDays(Panel& panel, const std::string& name, Holds&& holds) {
    Covariate share = emptyCovariate(panel, name);
    for (int column = 0; column < columnsOf(panel); ++column) {
        const Day first = panel.axis.firstDay(panel.firstPeriod + column);
        const Day last = panel.axis.lastDay(panel.firstPeriod + column);
        int days = 0;
        for (Day day = first; day <= last; ++day) {
            days += holds(day) ? 1 : 0;
        }
        share.values[static_cast<std::size_t>(column)] = static_cast<float>(days) / static_cast<float>(last - first + 1);
    }
    finish(panel, std::move(share));
}

/// Raises a covariate to `valueOf(day)` in the periods of the days `first` to `last`.
template <typename ValueOf>
void raise(const Panel& panel, Covariate& covariate, Day first, Day last, ValueOf&& valueOf) {
    for (Day day = first; day <= last; ++day) {
        const int column = panel.axis.indexOf(day) - panel.firstPeriod;
        if (column >= 0 && column < columnsOf(panel)) {
            float& value = covariate.values[static_cast<std::size_t>(column)];
            value = std::max(value, valueOf(day));
        }
    }
}

/// The covariates of one kind of event, by name.
using EventRows = std::map<std::string, Covariate>;

void raiseRow(const Panel& panel, EventRows& rows, const std::string& name, Day first, Day last, auto&& valueOf) {
    const auto [row, isNew] = rows.try_emplace(name);
    if (isNew) {
        row->second = emptyCovariate(panel, name);
    }
    raise(panel, row->second, first, last, valueOf);
}

void addOccurrence(const Panel& panel, EventRows& rows, const ShopEvent& event) {
    const EventDates& dates = event.dates;
    const auto share = [](Day part, Day whole) { return static_cast<float>(part) / static_cast<float>(whole); };
    const auto one = [](Day) { return 1.0F; };
    raiseRow(panel, rows, "event:" + event.id, dates.first, dates.last, one);
    raiseRow(panel, rows, "before:" + event.id, dates.peak - event.lead, dates.peak - 1,
             [&](Day day) { return 1.0F - share(dates.peak - day, event.lead + 1); });
    raiseRow(panel, rows, "after:" + event.id, dates.last + 1, dates.last + event.pullForward,
             [&](Day day) { return 1.0F - share(day - dates.last, event.pullForward + 1); });
    for (const EventPhase& phase : dates.phases) {
        raiseRow(panel, rows, "phase:" + event.id + ':' + std::string(phaseId(phase.kind)), phase.first, phase.last, one);
    }
    const Day first = event.reachFirst(), last = event.reachLast();
    if (!dates.phases.empty() && last - first >= shortestRoute) {
        raiseRow(panel, rows, "position:" + event.id, first, last, [&](Day day) { return share(day - first + 1, last - first + 1); });
    }
}

void addEvents(Panel& panel, const ShopCalendar& calendar) {
    struct Kind {
        EventRows rows;
        std::vector<std::string> channels;
    };
    std::map<std::string, Kind> kinds;
    const Day first = panel.axis.firstDay(panel.firstPeriod) - farthest;
    const Day last = panel.axis.lastDay(panel.firstPeriod + columnsOf(panel) - 1) + farthest;
    for (const ShopEvent& event : calendar.eventsBetween(first, last)) {
        if (event.isLearned) {
            kinds[event.id].channels = event.channels;
            addOccurrence(panel, kinds[event.id].rows, event);
        }
    }
    for (auto& [id, kind] : kinds) {
        for (auto& [name, covariate] : kind.rows) {
            finish(panel, std::move(covariate), kind.channels);
        }
    }
}

}  // namespace

void addCalendarFeatures(Panel& panel, const ShopCalendar& calendar) {
    if (calendar.hasHolidays()) {
        const HolidayCalendar& holidays = calendar.holidays();
        addShareOfDays(panel, "public_holiday", [&](Day day) { return holidays.isInBreak(day); });
        addShareOfDays(panel, "make_up_workday", [&](Day day) { return holidays.isMakeUpWorkday(day); });
    }
    if (panel.axis.kind != PeriodKind::Month) {
        addEvents(panel, calendar);
    }
}

void addClosedWeekdays(Panel& panel, const std::vector<int>& closedWeekdays) {
    const bool hasOpen = std::ranges::find(panel.knownFuture, "open", &Covariate::name) != panel.knownFuture.end();
    if (panel.axis.kind != PeriodKind::Day || closedWeekdays.empty() || hasOpen) {
        return;
    }
    Covariate open = emptyCovariate(panel, "open");
    open.isBinary = true;
    for (int column = 0; column < columnsOf(panel); ++column) {
        const bool isClosed = std::ranges::find(closedWeekdays, weekday(panel.firstPeriod + column)) != closedWeekdays.end();
        open.values[static_cast<std::size_t>(column)] = isClosed ? 0.0F : 1.0F;
    }
    panel.knownFuture.push_back(std::move(open));
}

}  // namespace foresell
