// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/shop_calendar.h"

#include <algorithm>

namespace foresell {

namespace {

constexpr Day widest = 220;  // days that an event with its phases can reach
constexpr int peakImportance = 3;
constexpr int lastYear = 2100;

int yearOf(const EventDates& dates) {
    return toCivil(dates.peak).year;
}

bool touches(const ShopEvent& event, Day first, Day last) {
    return event.reachFirst() <= last && event.reachLast() >= first;
}

/// The same dates in another year; 29 February becomes the 28th.
EventDates movedTo(int year, const EventDates& dates) {
    CivilDate main = toCivil(dates.peak);
    main.year = year;
    main.day = isValid(main) ? main.day : 28;
    const Day shift = toDay(main) - dates.peak;
    EventDates moved = dates;
    for (Day* day : {&moved.first, &moved.last, &moved.peak}) {
        *day += shift;
    }
    for (EventPhase& phase : moved.phases) {
        phase.first += shift;
        phase.last += shift;
    }
    return moved;
}

void apply(const EventEdit& edit, ShopEvent& event) {
    event.isOn = edit.isOn.value_or(true);
    event.isLearned = edit.isLearned.value_or(event.isLearned);
    event.lead = edit.lead.value_or(event.lead);
    event.pullForward = edit.pullForward.value_or(event.pullForward);
    event.channels = edit.channels;
    event.isEdited = !edit.isOwn();
}

ShopEvent fromType(const EventType& type, EventDates dates, const EventEdit* edit) {
    ShopEvent event{.id = type.id,
                    .nameEn = type.nameEn,
                    .nameZh = type.nameZh,
                    .kind = type.kind,
                    .importance = type.importance,
                    .dates = std::move(dates),
                    .lead = type.lead,
                    .pullForward = type.pullForward,
                    .channels = {}};
    event.isLearned = type.importance >= peakImportance;
    if (edit != nullptr) {
        apply(*edit, event);
    }
    return event;
}

}  // namespace

Day ShopEvent::reachFirst() const {
    Day day = dates.first;
    for (const EventPhase& phase : dates.phases) {
        day = std::min(day, phase.first);
    }
    return day;
}

Day ShopEvent::reachLast() const {
    Day day = dates.last;
    for (const EventPhase& phase : dates.phases) {
        day = std::max(day, phase.last);
    }
    return day;
}

ShopCalendar::ShopCalendar(const std::string& country, CalendarEdits edits)
    : m_edits(std::move(edits)),
      m_hasHolidays(HolidayCalendar::hasCountry(country)),
      m_calendar(HolidayCalendar::forCountry(m_hasHolidays ? country : std::string())) {}

void ShopCalendar::addOwn(const EventEdit& edit, Day first, Day last, std::vector<ShopEvent>& into) const {
    ShopEvent event{.id = edit.id, .nameEn = edit.name, .nameZh = edit.name, .importance = peakImportance, .dates = {}, .channels = {}};
    event.lead = EventType().lead;
    event.pullForward = EventType().pullForward;
    event.isLearned = true;
    event.isOwn = true;
    apply(edit, event);
    const auto add = [&](EventDates dates) {
        event.dates = std::move(dates);
        if (touches(event, first, last)) {
            into.push_back(event);
        }
    };
    std::ranges::for_each(edit.dates, add);
    if (edit.isYearly && !edit.dates.empty()) {
        const EventDates& newest = *std::ranges::max_element(edit.dates, {}, &EventDates::peak);
        for (int year = yearOf(newest) + 1; year <= std::min(lastYear, toCivil(last).year + 1); ++year) {
            add(movedTo(year, newest));
        }
    }
}

std::vector<ShopEvent> ShopCalendar::eventsBetween(Day first, Day last, bool withSwitchedOff) const {
    std::vector<ShopEvent> events;
    for (const CalendarEvent& each : m_calendar.eventsBetween(first - widest, last + widest)) {
        const EventEdit* edit = m_edits.find(each.type->id);
        EventDates dates{each.first, each.last, each.peak, each.phases};
        const bool isMoved = edit != nullptr && std::ranges::any_of(edit->dates, [&dates](const EventDates& own) {
                                 return yearOf(own) == yearOf(dates);
                             });
        if (!isMoved) {
            events.push_back(fromType(*each.type, std::move(dates), edit));
            events.back().isEstimated = each.isEstimated;
        }
    }
    for (const EventEdit& edit : m_edits.events) {
        const auto& types = m_calendar.eventTypes();
        const auto type = std::ranges::find(types, edit.id, &EventType::id);
        if (edit.isOwn()) {
            addOwn(edit, first, last, events);
        }
        for (const EventDates& dates : edit.dates) {
            if (type != types.end()) {
                events.push_back(fromType(*type, dates, &edit));
            }
        }
    }
    std::erase_if(events, [&](const ShopEvent& event) {
        return !touches(event, first, last) || (!event.isOn && !withSwitchedOff);
    });
    std::ranges::sort(events, [](const ShopEvent& a, const ShopEvent& b) {
        return a.dates.first != b.dates.first ? a.dates.first < b.dates.first : a.id < b.id;
    });
    return events;
}

Day ShopCalendar::unannouncedAfter(Day last) const {
    const Day until = m_calendar.announcedUntil();
    return m_hasHolidays && until != noDay && last > until ? until : noDay;
}

}  // namespace foresell
