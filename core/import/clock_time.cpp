// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/clock_time.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace foresell {

namespace {

enum class Half { Morning, Afternoon };

struct Clock {
    std::int64_t hour = 0, minute = 0, second = 0;
};

/// "下午" or "上午" before the hour.
std::optional<Half> readHalfInFront(DateCursor& cursor) {
    if (cursor.take("\xE4\xB8\x8B\xE5\x8D\x88")) {  // 下午
        return Half::Afternoon;
    }
    return cursor.take("\xE4\xB8\x8A\xE5\x8D\x88") ? std::optional(Half::Morning) : std::nullopt;  // 上午
}

/// "AM" or "PM" behind the time; anything else is left.
std::optional<Half> readHalfBehind(DateCursor& cursor) {
    const std::size_t before = cursor.position();
    cursor.skip(" ");
    const std::string word = cursor.word();
    if (word == "am" || word == "pm") {
        return word == "pm" ? Half::Afternoon : Half::Morning;
    }
    cursor.rewind(before);
    return std::nullopt;
}

/// "8:26", "8:26:00.5", "8时26分0秒".
bool readClock(DateCursor& cursor, Clock& clock) {
    const std::size_t hourDigits = cursor.number(clock.hour);
    const bool isInWords = cursor.take("\xE6\x97\xB6") || cursor.take("\xE7\x82\xB9");  // 时, 点
    if (hourDigits == 0 || hourDigits > 2 || (!isInWords && !cursor.take(":")) || (cursor.number(clock.minute) != 2 && !isInWords)) {
        return false;
    }
    const bool hasSeconds = cursor.take(":") || (cursor.take("\xE5\x88\x86") && isDigit(cursor.peek()));  // 分
    if (hasSeconds && cursor.number(clock.second) == 0) {
        return false;
    }
    cursor.take("\xE7\xA7\x92");  // 秒
    if (cursor.peek() == '.' || cursor.peek() == ',') {
        std::int64_t fraction = 0;
        cursor.skip(".,");
        cursor.number(fraction);
    }
    return true;
}

std::optional<int> offsetOfName(const std::string& name) {
    static constexpr std::array<std::pair<std::string_view, int>, 11> zones = {
        {{"z", 0}, {"utc", 0}, {"gmt", 0}, {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
         {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}}};
    for (const auto& [zone, minutes] : zones) {
        if (zone == name) {
            return minutes;
        }
    }
    return std::nullopt;
}

/// "Z", "+0900", "+09:00", "+9", "PDT"; true when the text ends there.
bool readOffset(DateCursor& cursor, DateTime& value) {
    cursor.skip(" ");
    if (cursor.isAtEnd()) {
        return true;
    }
    if (isLetter(cursor.peek())) {
        value.offsetMinutes = offsetOfName(cursor.word());
        return value.offsetMinutes && cursor.isAtEnd();
    }
    const bool isWest = cursor.peek() == '-';
    if (!isWest && cursor.peek() != '+') {
        return false;
    }
    cursor.skip("+-");
    std::int64_t hours = 0, minutes = 0;
    const std::size_t digits = cursor.number(hours);
    if (digits == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (digits == 0 || digits > 2) {
        return false;
    } else if (cursor.take(":") && cursor.number(minutes) != 2) {
        return false;
    }
    value.offsetMinutes = static_cast<int>(isWest ? -(hours * 60 + minutes) : hours * 60 + minutes);
    return hours <= 15 && minutes < 60 && cursor.isAtEnd();
}

}  // namespace

std::int32_t plainTime(std::string_view text) {
    const auto two = [&](std::size_t at) {
        return isDigit(text[at]) && isDigit(text[at + 1]) ? (text[at] - '0') * 10 + (text[at + 1] - '0') : 100;
    };
    if ((text.size() != 8 && text.size() != 5) || text[2] != ':' || (text.size() == 8 && text[5] != ':')) {
        return -1;
    }
    const int hour = two(0), minute = two(3), second = text.size() == 8 ? two(6) : 0;
    return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : -1;
}

bool readTime(DateCursor& cursor, DateTime& value) {
    cursor.skip(" ,T\t");
    if (cursor.isAtEnd()) {
        return true;
    }
    std::optional<Half> half = readHalfInFront(cursor);
    cursor.skip(" ");
    Clock clock;
    if (!readClock(cursor, clock)) {
        return false;
    }
    if (const std::optional<Half> behind = readHalfBehind(cursor)) {
        half = behind;
    }
    if (half && clock.hour <= 12) {
        clock.hour = clock.hour % 12 + (half == Half::Afternoon ? 12 : 0);
    }
    if (clock.hour == 24 && clock.minute == 0 && clock.second == 0) {
        clock.hour = 0;
        ++value.day;
    }
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 60) {
        return false;
    }
    value.second = static_cast<std::int32_t>(clock.hour * 3600 + clock.minute * 60 + std::min<std::int64_t>(clock.second, 59));
    return readOffset(cursor, value);
}

}  // namespace foresell
