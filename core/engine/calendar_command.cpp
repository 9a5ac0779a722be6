// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/engine/calendar_command.h"
#include "core/project/week_settings.h"

namespace foresell {

namespace {

Day dayOf(const std::string& text) {
    const std::optional<Day> day = fromIso(text);
    if (!day) {
        throw Error("option.date", "\"" + text + "\" is no date", "Write it as 2025-11-11.", {{"date", text}});
    }
    return *day;
}

/// "presale=2025-10-15..2025-10-20".
EventPhase phaseOf(const std::string& text) {
    const std::size_t equals = text.find('='), dots = text.find("..");
    const auto kind = phaseNamed(text.substr(0, equals));
    if (!kind || equals == std::string::npos || dots == std::string::npos || dots < equals) {
        throw Error("option.phase", "\"" + text + "\" is no phase",
                    "Write --phase PHASE=FIRST..LAST with presale, opening, burst or encore, "
                    "for instance --phase presale=2025-10-15..2025-10-20.");
    }
    return {*kind, dayOf(text.substr(equals + 1, dots - equals - 1)), dayOf(text.substr(dots + 2))};
}

const EventType* typeOf(const HolidayCalendar& calendar, const std::string& id) {
    const auto& types = calendar.eventTypes();
    const auto found = std::ranges::find(types, id, &EventType::id);
    return found == types.end() ? nullptr : &*found;
}

void requireKnown(const ShopCalendar& calendar, const std::string& id) {
    if (typeOf(calendar.holidays(), id) == nullptr && calendar.edits().find(id) == nullptr) {
        throw Error("calendar.no_such_event", "There is no event \"" + id + "\".",
                    "`foresell-cli calendar PROJECT` lists the events with their ids.", {{"event", id}});
    }
}

void checkChannels(const ProjectReader& reader, const std::vector<std::string>& channels) {
    const std::vector<PlaceRecord> known = reader.channels();
    for (const std::string& channel : channels) {
        if (std::ranges::find(known, channel, &PlaceRecord::code) == known.end()) {
            throw Error("calendar.no_such_channel", "There is no channel \"" + channel + "\".",
                        "Give the code as the sales file has it.", {{"channel", channel}});
        }
    }
}

void putDates(const CalendarChange& change, EventEdit& edit) {
    if (change.first.empty()) {
        if (!change.last.empty() || !change.main.empty() || !change.phases.empty()) {
            throw Error("option.date", "dates were given without a first day", "Add --first DATE.");
        }
        return;
    }
    EventDates dates;
    dates.first = dayOf(change.first);
    dates.last = change.last.empty() ? dates.first : dayOf(change.last);
    dates.peak = change.main.empty() ? dates.last : dayOf(change.main);
    for (const std::string& phase : change.phases) {
        dates.phases.push_back(phaseOf(phase));
    }
    std::ranges::sort(dates.phases, {}, &EventPhase::first);
    const int year = toCivil(dates.peak).year;
    std::erase_if(edit.dates, [year](const EventDates& old) { return toCivil(old.peak).year == year; });
    edit.dates.push_back(std::move(dates));
    std::ranges::sort(edit.dates, {}, &EventDates::peak);
}

std::string unannounced(Day until) {
    return fmt::format("Days off and worked after {} are not announced yet; statutory days alone are known.\n", toIso(until));
}

}  // namespace

CalendarEdits changedBy(const ProjectReader& reader, const CalendarChange& change) {
    const ShopCalendar calendar = calendarOf(reader);
    CalendarEdits edits = calendar.edits();
    std::string target = change.change;
    if (!change.add.empty()) {
        target = edits.nextOwnId();
        edits.edit(target).name = change.add;
    } else if (!target.empty()) {
        requireKnown(calendar, target);
        const EventType* type = typeOf(calendar.holidays(), target);
        if (type != nullptr && type->kind == EventKind::PublicHoliday && !change.first.empty()) {
            throw Error("calendar.fixed_dates", "Public holidays have the dates that the law gives them.",
                        "Add an event of your own instead.");
        }
    }
    if (!target.empty()) {
        EventEdit& edit = edits.edit(target);
        checkChannels(reader, change.channels);
        putDates(change, edit);
        edit.lead = change.lead ? change.lead : edit.lead;
        edit.pullForward = change.pullForward ? change.pullForward : edit.pullForward;
        edit.isLearned = change.isLearned ? change.isLearned : edit.isLearned;
        edit.channels = change.channels.empty() ? edit.channels : change.channels;
        edit.isYearly = edit.isYearly || change.isYearly;
    }
    for (const auto& [id, isOn] : {std::pair{change.off, false}, std::pair{change.on, true}}) {
        if (!id.empty()) {
            requireKnown(calendar, id);
            edits.edit(id).isOn = isOn ? std::optional<bool>() : false;
        }
    }
    if (!change.remove.empty()) {
        requireKnown(calendar, change.remove);
        edits.remove(change.remove);
    }
    check(edits);
    return edits;
}

ShopCalendar calendarOf(const ProjectReader& reader) {
    return ShopCalendar(reader.settings().country, calendarEditsFrom(reader.calendarEdits()));
}

int calendarYear(const ProjectReader& reader) {
    Day last = noDay;
    for (const ChunkInfo& chunk : reader.chunks()) {
        last = last == noDay ? chunk.lastDay : std::max(last, chunk.lastDay);
    }
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return toCivil(last == noDay ? static_cast<Day>(today.time_since_epoch().count()) : last).year;
}

CalendarFacts calendarFacts(const ProjectReader& reader, Day first, Day last) {
    const ShopCalendar calendar = calendarOf(reader);
    CalendarFacts facts;
    facts.first = first;
    facts.last = last;
    facts.country = reader.settings().country;
    facts.weeks = reader.settings().weeks;
    facts.events = calendar.eventsBetween(first, last, true);
    for (Day day = first; day <= last; ++day) {
        if (calendar.hasHolidays() && calendar.holidays().isInBreak(day)) {
            facts.daysOff.push_back(day);
        }
        if (calendar.holidays().isMakeUpWorkday(day)) {
            facts.makeUpWorkdays.push_back(day);
        }
    }
    facts.announcedUntil = calendar.hasHolidays() ? calendar.holidays().announcedUntil() : noDay;
    facts.isAnnounced = calendar.unannouncedAfter(last) == noDay;
    return facts;
}

ForecastCalendar forecastCalendar(const ProjectReader& reader, std::int32_t run, const std::vector<double>& totals) {
    ForecastCalendar found;
    const std::optional<ForecastRecord> forecast = reader.forecast(RunId{run});
    if (forecast && !totals.empty()) {
        const auto lastPeriod = forecast->firstPeriod + static_cast<std::int32_t>(totals.size()) - 1;
        found.fiscalMonths = fiscalTotals(fiscalCalendarOf(reader.settings()), forecast->axis, forecast->firstPeriod, totals);
        found.unannouncedAfter = calendarOf(reader).unannouncedAfter(forecast->axis.lastDay(lastPeriod));
    }
    return found;
}

void to_json(nlohmann::json& to, const ForecastCalendar& value) {
    to = {{"fiscal_months", nlohmann::json::array()}, {"holidays_announced_until", nullptr}};
    for (const FiscalTotal& total : value.fiscalMonths) {
        to["fiscal_months"].push_back({{"year", total.year}, {"month", total.month}, {"first", toIso(total.first)},
                                       {"last", toIso(total.last)}, {"units", total.units}, {"is_whole", total.isWhole}});
    }
    if (value.unannouncedAfter != noDay) {
        to["holidays_announced_until"] = toIso(value.unannouncedAfter);
    }
}

std::string toText(const ForecastCalendar& value) {
    std::string text;
    for (const FiscalTotal& total : value.fiscalMonths) {
        text += fmt::format("  fiscal month {} of {}, {} to {}: {:.0f} units{}\n", total.month, total.year, toIso(total.first),
                            toIso(total.last), total.units, total.isWhole ? "" : " (in part)");
    }
    return value.unannouncedAfter == noDay ? text : text + unannounced(value.unannouncedAfter);
}

std::string toText(const CalendarFacts& facts) {
    std::string text;
    for (const ShopEvent& event : facts.events) {
        const EventDates& dates = event.dates;
        const std::string days = toIso(dates.first) + (dates.last == dates.first ? std::string(14, ' ') : " to " + toIso(dates.last));
        text += fmt::format("  {}  {}{}{}  [{}]\n", days, event.nameEn, event.isOn ? "" : " (off)",
                            event.isEstimated ? " (expected, not announced)" : "", event.id);
        for (const EventPhase& phase : dates.phases) {
            text += fmt::format("      {:<8} {} to {}\n", phaseId(phase.kind), toIso(phase.first), toIso(phase.last));
        }
    }
    const auto list = [&text](const char* name, const std::vector<Day>& days) {
        text += days.empty() ? std::string() : fmt::format("{}:", name);
        for (const Day day : days) {
            text += ' ' + toIso(day);
        }
        text += days.empty() ? "" : "\n";
    };
    list("Days off", facts.daysOff);
    list("Weekend days worked", facts.makeUpWorkdays);
    if (!facts.isAnnounced) {
        text += unannounced(facts.announcedUntil);
    }
    return text.empty() ? "No events.\n" : text;
}

}  // namespace foresell
