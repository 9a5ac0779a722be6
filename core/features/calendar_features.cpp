// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/calendar_features.h"

#include <algorithm>
#include <map>

#include "core/calendar/holiday_calendar.h"

namespace foresell {

namespace {

constexpr int daysBefore = 28;
constexpr int peakImportance = 3;

int columnsOf(const Panel& panel) {
    return panel.periods + panel.futurePeriods;
}

Covariate emptyCovariate(const Panel& panel, const std::string& name) {
    Covariate covariate{.name = name, .shared = true, .isBinary = false, .values = {}, .isKnown = {}};
    covariate.values.assign(static_cast<std::size_t>(columnsOf(panel)), 0.0F);
    return covariate;
}

void finish(Panel& panel, Covariate covariate) {
    const auto isFlag = [](float value) { return value == 0.0F || value == 1.0F; };
    covariate.isBinary = std::ranges::all_of(covariate.values, isFlag);
    const bool isSeen = std::any_of(covariate.values.begin(), covariate.values.begin() + panel.periods,
                                    [](float value) { return value > 0; });
    if (isSeen) {  // nothing can be learnt of what the history never saw
        panel.knownFuture.push_back(std::move(covariate));
    }
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

void addPeaks(Panel& panel, const HolidayCalendar& calendar) {
    std::map<std::string, std::pair<Covariate, Covariate>> peaks;
    const Day last = panel.axis.lastDay(panel.firstPeriod + columnsOf(panel) - 1);
    for (const CalendarEvent& event : calendar.eventsBetween(panel.axis.firstDay(panel.firstPeriod), last + daysBefore)) {
        if (event.type->importance < peakImportance) {
            continue;
        }
        const std::string& id = event.type->id;
        const auto [peak, isNew] = peaks.try_emplace(id);
        if (isNew) {
            peak->second = {emptyCovariate(panel, "event:" + id), emptyCovariate(panel, "before:" + id)};
        }
        raise(panel, peak->second.first, event.first, event.last, [](Day) { return 1.0F; });
        raise(panel, peak->second.second, event.peak - daysBefore, event.peak - 1, [&event](Day day) {
            return 1.0F - static_cast<float>(event.peak - day) / static_cast<float>(daysBefore + 1);
        });
    }
    for (auto& [id, both] : peaks) {
        finish(panel, std::move(both.first));
        finish(panel, std::move(both.second));
    }
}

}  // namespace

void addCalendarFeatures(Panel& panel, const std::string& country) {
    const bool hasRules = HolidayCalendar::hasCountry(country);
    const HolidayCalendar& calendar = HolidayCalendar::forCountry(hasRules ? country : std::string());
    if (hasRules) {
        addShareOfDays(panel, "public_holiday", [&](Day day) { return calendar.isInBreak(day); });
        addShareOfDays(panel, "make_up_workday", [&](Day day) { return calendar.isMakeUpWorkday(day); });
    }
    if (panel.axis.kind != PeriodKind::Month) {
        addPeaks(panel, calendar);
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
