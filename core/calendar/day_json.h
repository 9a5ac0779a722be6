// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/base/json_archive.h"
#include "core/calendar/date.h"

namespace foresell::json_fields {

/// A day as "2011-12-09"; noDay as null.
inline nlohmann::json dayJson(Day day) {
    return day == noDay ? nlohmann::json(nullptr) : nlohmann::json(toIso(day));
}

inline void readDay(const nlohmann::json& json, const char* key, Day& into) {
    std::string text;
    read(json, key, text);
    if (text.empty()) {
        return;
    }
    const std::optional<Day> day = fromIso(text);
    if (!day) {
        refuse(key);
    }
    into = *day;
}

inline constexpr JsonFormat asDay{dayJson, readDay};

}  // namespace foresell::json_fields
