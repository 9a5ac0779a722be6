// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/event_rule.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/calendar/lunar.h"

namespace foresell {
namespace {

constexpr int qingmingTerm = 0;
constexpr int vernalEquinox = 1;

Day nthWeekday(int year, int month, int day, int nth) {
    if (nth > 0) {
        const Day first = toDay(year, month, 1);
        return first + (day - weekday(first) + 7) % 7 + 7 * (nth - 1);
    }
    const Day last = (month == 12 ? toDay(year + 1, 1, 1) : toDay(year, month + 1, 1)) - 1;
    return last - (weekday(last) - day + 7) % 7;
}

/// Approximation of the equinoxes as days in Japan, good for 1980 to 2099 (Hydrographic Department, Japan).
Day equinox(int year, bool isVernal) {
    const int passed = year - 1980;
    const double day = (isVernal ? 20.8431 : 23.2488) + 0.242194 * passed - std::floor(passed / 4.0);
    return toDay(year, isVernal ? 3 : 9, static_cast<int>(std::floor(day)));
}

int termNumber(const std::string& name) {
    return name == "qingming" ? qingmingTerm : name == "vernal_equinox" ? vernalEquinox : vernalEquinox + 1;
}

std::vector<EventPhase> phasesFrom(const nlohmann::json& json) {
    std::vector<EventPhase> phases;
    const auto given = json.find("phases");
    for (const EventPhaseKind kind : eventPhaseKinds) {
        const std::string id(phaseId(kind));
        if (given != json.end() && given->contains(id)) {
            phases.push_back({kind, given->at(id).at(0), given->at(id).at(1)});
        }
    }
    return phases;
}

}  // namespace

EventRule::EventRule(const nlohmann::json& json)
    : m_shift(json.value("shift", 0)),
      m_days(json.value("days", 1)),
      m_peak(json.value("peak", 0)),
      m_from(json.value("from", 2000)),
      m_to(json.value("to", 2100)),
      m_isEstimated(json.value("estimated", false)),
      m_phases(phasesFrom(json)),
      m_except(json.value("except", std::vector<int>())) {
    if (json.contains("on")) {
        const auto text = json.at("on").get<std::string>();
        m_month = std::stoi(text.substr(0, 2));
        m_day = std::stoi(text.substr(3));
    } else if (json.contains("weekday")) {
        m_kind = Kind::Weekday;
        m_month = json.at("weekday").at(0);
        m_day = json.at("weekday").at(1);
        m_nth = json.at("weekday").at(2);
    } else if (json.contains("easter")) {
        m_kind = Kind::Easter;
        m_day = json.at("easter");
    } else if (json.contains("lunar")) {
        m_kind = Kind::Lunar;
        m_month = json.at("lunar").at(0);
        m_day = json.at("lunar").at(1);
    } else if (json.contains("term")) {
        m_kind = Kind::Term;
        m_day = termNumber(json.at("term"));
    } else {
        m_kind = Kind::Dates;
        for (const auto& date : json.at("dates")) {
            m_dates.push_back(fromIso(date.get<std::string>()).value());
        }
    }
}

std::vector<Day> EventRule::firstDays(int year) const {
    if (m_kind == Kind::Dates) {
        std::vector<Day> days;
        std::copy_if(m_dates.begin(), m_dates.end(), std::back_inserter(days),
                     [&](Day day) { return toCivil(day).year == year; });
        return days;
    }
    if (year < m_from || year > m_to || std::find(m_except.begin(), m_except.end(), year) != m_except.end()) {
        return {};
    }
    const auto day = dayOf(year);
    return day ? std::vector<Day>{*day + m_shift} : std::vector<Day>();
}

std::vector<EventPhase> EventRule::phasesAround(Day peak) const {
    std::vector<EventPhase> phases = m_phases;
    for (EventPhase& phase : phases) {
        phase.first += peak;
        phase.last += peak;
    }
    return phases;
}

std::optional<Day> EventRule::dayOf(int year) const {
    switch (m_kind) {
        case Kind::Weekday:
            return nthWeekday(year, m_month, m_day, m_nth);
        case Kind::Easter:
            return easterSunday(year) + m_day;
        case Kind::Lunar:
            return fromLunar({.year = year, .month = m_month, .day = m_day});
        case Kind::Term:
            return m_day == qingmingTerm ? qingming(year) : equinox(year, m_day == vernalEquinox);
        default:
            return isValid({year, m_month, m_day}) ? std::optional(toDay(year, m_month, m_day)) : std::nullopt;
    }
}

}  // namespace foresell
