// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/serial_date.h"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/calendar/date.h"

namespace foresell {

namespace {

constexpr double lastSerial = 2'958'466;  // 10000-01-01

/// The format without what it only writes: quoted text, escaped characters, conditions; of its first part.
std::string plainCode(std::string_view code) {
    std::string plain;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (code[i] == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const char first = i + 1 < code.size() ? static_cast<char>(code[i + 1] | 0x20) : ' ';
            plain += (first == 'h' || first == 'm' || first == 's') && code.find_first_not_of("hHmMsS", i + 1) == end ? "[" : "";
            i = end;
        } else {
            plain += static_cast<char>(code[i] >= 'A' && code[i] <= 'Z' ? code[i] | 0x20 : code[i]);
        }
    }
    return plain;
}

}  // namespace

std::string textOfSerial(double serial, DateSystem system) {
    if (!(serial >= 0) || serial >= lastSerial) {
        return {};
    }
    std::int64_t day = static_cast<std::int64_t>(std::floor(serial));
    std::int64_t second = std::llround((serial - std::floor(serial)) * static_cast<double>(secondsOfDay));
    if (second == secondsOfDay) {
        second = 0;
        ++day;
    }
    const std::string time = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    if (day == 0 && system == DateSystem::From1900) {
        return time;
    }
    const bool isLeapDayThatNeverWas = day == 60 && system == DateSystem::From1900;
    const Day origin = system == DateSystem::From1904 ? toDay(1904, 1, 1) : toDay(1899, 12, day < 60 ? 31 : 30);
    const std::string date = isLeapDayThatNeverWas ? "1900-02-29" : toIso(origin + static_cast<Day>(day));
    return second == 0 ? date : date + " " + time;
}

bool isDateFormat(std::string_view code) {
    const std::string plain = plainCode(code);
    return plain != "general" && plain.find('[') == std::string::npos && plain.find('#') == std::string::npos &&
           (plain.find('0') == std::string::npos || plain.find("s.0") != std::string::npos) &&
           plain.find_first_of("ydmhs") != std::string::npos;
}

bool isDateFormat(int builtIn) {
    return (builtIn >= 14 && builtIn <= 22) || (builtIn >= 27 && builtIn <= 36) || builtIn == 45 || builtIn == 47 ||
           (builtIn >= 50 && builtIn <= 58);
}

std::string tidyNumber(std::string_view raw) {
    if (raw.find_first_of(".eE") == std::string_view::npos) {
        return std::string(raw);
    }
    double value = 0;
    const auto [end, error] = fast_float::from_chars(raw.data(), raw.data() + raw.size(), value);
    return error != std::errc() || end != raw.data() + raw.size() ? std::string(raw) : fmt::format("{:.15g}", value);
}

}  // namespace foresell
