// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holiday_calendar.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/calendar/calendar_data.h"
#include "core/calendar/event_rule.h"

namespace foresell {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 6> countryCodes = {"CN", "DE", "FR", "GB", "JP", "US"};
constexpr int firstYear = 2000;
constexpr int lastYear = 2100;

/// What happens to a public holiday on a weekend.
enum class Substitution { None, NearestWeekday, NextWeekday, JapaneseLaw };

Substitution substitutionNamed(const std::string& name) {
    static const std::map<std::string, Substitution> names = {{"nearest_weekday", Substitution::NearestWeekday},
                                                              {"next_weekday", Substitution::NextWeekday},
                                                              {"japanese_law", Substitution::JapaneseLaw}};
    const auto found = names.find(name);
    return found == names.end() ? Substitution::None : found->second;
}

EventKind kindNamed(const std::string& name) {
    return name == "public" ? EventKind::PublicHoliday : name == "commerce" ? EventKind::Commerce : EventKind::Festival;
}

EventType readType(const json& entry) {
    const EventKind kind = kindNamed(entry.at("kind"));
    return {.id = entry.at("id"),
            .nameEn = entry.at("en"),
            .nameZh = entry.at("zh"),
            .kind = kind,
            .importance = entry.value("importance", kind == EventKind::PublicHoliday ? 2 : 1),
            .lead = entry.value("lead", EventType().lead),
            .pullForward = entry.value("pull_forward", EventType().pullForward)};
}

bool appliesTo(const json& entry, const std::string& country) {
    if (!entry.contains("countries")) {
        return true;
    }
    const auto& countries = entry.at("countries");
    return std::find(countries.begin(), countries.end(), json(country)) != countries.end();
}

}  // namespace

struct HolidayCalendar::Impl {
    struct Dated {
        std::size_t type = 0;
        Day first = noDay;
        Day last = noDay;
        Day peak = noDay;
        std::vector<EventPhase> phases;
        bool isEstimated = false;
    };

    std::vector<EventType> types;
    std::vector<Dated> events;  ///< sorted by first day, then id
    std::set<Day> holidays;
    std::set<Day> breaks, makeUpWorkdays;  ///< of the years that are announced
    Day announcedFrom = noDay, announcedUntil = noDay;
    int longest = 1;  ///< days of the longest event

    void addEntries(const json& entries, const std::string& country);
    void addRule(std::size_t type, const EventRule& rule);
    void addSubstitutes(const json& file);
    void addSubstitute(std::size_t type, Day day);
    void addArrangements(const json& file);
    void sort();
    bool isOff(Day day) const { return holidays.contains(day) || weekday(day) >= 5; }
    Day substituteFor(Day holiday, Substitution kind) const;
};

void HolidayCalendar::Impl::addEntries(const json& entries, const std::string& country) {
    for (const json& entry : entries) {
        if (!appliesTo(entry, country)) {
            continue;
        }
        types.push_back(readType(entry));
        for (const json& rule : entry.at("rules")) {
            if (appliesTo(rule, country)) {
                addRule(types.size() - 1, EventRule(rule));
            }
        }
    }
}

void HolidayCalendar::Impl::addRule(std::size_t type, const EventRule& rule) {
    longest = std::max(longest, rule.days());
    for (int year = firstYear; year <= lastYear; ++year) {
        for (const Day first : rule.firstDays(year)) {
            const Day peak = first + rule.peak();
            events.push_back({type, first, first + rule.days() - 1, peak, rule.phasesAround(peak), rule.isEstimated()});
            for (Day day = first; types[type].kind == EventKind::PublicHoliday && day < first + rule.days(); ++day) {
                holidays.insert(day);
            }
        }
    }
}

Day HolidayCalendar::Impl::substituteFor(Day holiday, Substitution kind) const {
    const int on = weekday(holiday);
    if (on < 5 || (kind == Substitution::JapaneseLaw && on == 5)) {
        return noDay;
    }
    if (kind == Substitution::NearestWeekday) {
        return on == 5 ? holiday - 1 : holiday + 1;
    }
    Day day = holiday + 1;
    while (kind == Substitution::NextWeekday ? isOff(day) : holidays.contains(day)) {
        ++day;
    }
    return day;
}

void HolidayCalendar::Impl::addSubstitute(std::size_t type, Day day) {
    if (holidays.insert(day).second) {
        events.push_back({type, day, day, day, {}, false});
    }
}

void HolidayCalendar::Impl::addSubstitutes(const json& file) {
    if (!file.contains("substitute")) {
        return;
    }
    const json& entry = file.at("substitute");
    const Substitution kind = substitutionNamed(entry.at("rule"));
    types.push_back(readType(entry));
    const std::size_t type = types.size() - 1;
    const std::vector<Day> days(holidays.begin(), holidays.end());
    if (kind == Substitution::JapaneseLaw) {  // a day between two holidays is one as well
        for (std::size_t i = 1; i < days.size(); ++i) {
            if (days[i] - days[i - 1] == 2 && weekday(days[i] - 1) != 6) {
                addSubstitute(type, days[i] - 1);
            }
        }
    }
    const Day from = toDay(entry.value("from", firstYear), 1, 1);
    for (const Day day : days) {
        const Day substitute = day < from ? noDay : substituteFor(day, kind);
        if (substitute != noDay) {
            addSubstitute(type, substitute);
        }
    }
}

void HolidayCalendar::Impl::addArrangements(const json& file) {
    if (!file.contains("arrangements")) {
        return;
    }
    for (const json& entry : file.at("arrangements")) {
        const int year = entry.at("year");
        const auto dayOf = [year](const std::string& monthAndDay) {
            return toDay(year, std::stoi(monthAndDay.substr(0, 2)), std::stoi(monthAndDay.substr(3)));
        };
        for (const json& off : entry.at("off")) {
            const Day first = dayOf(off.at(0));
            for (Day day = first; day < first + off.at(1).get<int>(); ++day) {
                breaks.insert(day);
            }
        }
        for (const json& worked : entry.at("work")) {
            makeUpWorkdays.insert(dayOf(worked));
        }
        announcedFrom = announcedFrom == noDay ? toDay(year, 1, 1) : announcedFrom;
        announcedUntil = toDay(year, 12, 31);
    }
}

void HolidayCalendar::Impl::sort() {
    std::sort(events.begin(), events.end(), [this](const Dated& a, const Dated& b) {
        return a.first != b.first ? a.first < b.first : types[a.type].id < types[b.type].id;
    });
}

HolidayCalendar::HolidayCalendar(std::string_view code) : m_impl(std::make_unique<Impl>()) {
    const std::string country(code);
    if (!country.empty()) {
        std::string name = country;
        std::transform(name.begin(), name.end(), name.begin(), [](char c) { return static_cast<char>(c | 0x20); });
        const json file = json::parse(calendarData(name));
        m_impl->addEntries(file.at("events"), country);
        m_impl->addSubstitutes(file);
        m_impl->addArrangements(file);
    }
    m_impl->addEntries(json::parse(calendarData("commerce")).at("events"), country);
    m_impl->sort();
}

HolidayCalendar::~HolidayCalendar() = default;

std::span<const std::string_view> HolidayCalendar::countries() {
    return countryCodes;
}

bool HolidayCalendar::hasCountry(std::string_view code) {
    return std::find(countryCodes.begin(), countryCodes.end(), code) != countryCodes.end();
}

const HolidayCalendar& HolidayCalendar::forCountry(std::string_view code) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<HolidayCalendar>, std::less<>> calendars;
    if (!code.empty() && !hasCountry(code)) {
        throw Error("calendar.unknown_country", "There is no holiday calendar for " + std::string(code) + ".",
                    "Choose one of CN, DE, FR, GB, JP, US, or none.", {{"country", std::string(code)}});
    }
    const std::lock_guard lock(mutex);
    auto found = calendars.find(code);
    if (found == calendars.end()) {
        found = calendars.emplace(std::string(code), std::unique_ptr<HolidayCalendar>(new HolidayCalendar(code))).first;
    }
    return *found->second;
}

const std::vector<EventType>& HolidayCalendar::eventTypes() const {
    return m_impl->types;
}

std::vector<CalendarEvent> HolidayCalendar::eventsBetween(Day first, Day last) const {
    std::vector<CalendarEvent> found;
    const auto& events = m_impl->events;
    auto event = std::lower_bound(events.begin(), events.end(), first - m_impl->longest,
                                  [](const Impl::Dated& dated, Day day) { return dated.first < day; });
    for (; event != events.end() && event->first <= last; ++event) {
        if (event->last >= first) {
            found.push_back({&m_impl->types[event->type], event->first, event->last, event->peak, event->phases, event->isEstimated});
        }
    }
    return found;
}

bool HolidayCalendar::isPublicHoliday(Day day) const {
    return m_impl->holidays.contains(day);
}

bool HolidayCalendar::isInBreak(Day day) const {
    const bool isAnnounced = m_impl->announcedUntil != noDay && day >= m_impl->announcedFrom && day <= m_impl->announcedUntil;
    return isAnnounced ? m_impl->breaks.contains(day) : isPublicHoliday(day);
}

bool HolidayCalendar::isMakeUpWorkday(Day day) const {
    return m_impl->makeUpWorkdays.contains(day);
}

Day HolidayCalendar::announcedUntil() const {
    return m_impl->announcedUntil;
}

}  // namespace foresell
