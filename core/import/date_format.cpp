// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/date_format.h"

#include <fast_float/fast_float.h>

#include <array>
#include <charconv>
#include <cstring>

#include "core/import/clock_time.h"
#include "core/import/date_cursor.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

int monthOfName(const std::string& word) {
    static constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                                "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") {
        return 9;
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || (word.size() == 3 && months[i].starts_with(word))) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

int fullYear(std::int64_t year, std::size_t digits) {
    const int value = static_cast<int>(year);
    return digits > 2 ? value : value < 69 ? 2000 + value : 1900 + value;
}

DateResult makeDay(int year, std::int64_t month, std::int64_t day, DateTime& value) {
    const CivilDate date{year, static_cast<int>(month), static_cast<int>(day)};
    if (month < 1 || month > 12 || day < 1 || day > 31 || !isValid(date)) {
        return DateResult::Bad;
    }
    if (year < 1900 || year > 2199) {
        return DateResult::OutOfRange;
    }
    value.day = toDay(date);
    return DateResult::Ok;
}

DateResult fromSeconds(std::int64_t seconds, DateTime& value) {
    value.day = static_cast<Day>(seconds / secondsOfDay);
    value.second = static_cast<std::int32_t>(seconds % secondsOfDay);
    value.offsetMinutes = 0;
    return DateResult::Ok;
}

/// 20101201, 201012, 20101201082600, and seconds or milliseconds since 1970.
DateResult readCompact(std::int64_t number, std::size_t digits, DateTime& value) {
    if (digits == 14) {
        const std::int64_t clock = number % 1'000'000;
        const std::int64_t hour = clock / 10'000, minute = clock / 100 % 100, second = clock % 100;
        if (hour > 23 || minute > 59 || second > 59) {
            return DateResult::Bad;
        }
        value.second = static_cast<std::int32_t>(hour * 3600 + minute * 60 + second);
        number /= 1'000'000;
        digits = 8;
    }
    if (digits == 8) {
        return makeDay(static_cast<int>(number / 10'000), number / 100 % 100, number % 100, value);
    }
    if (digits == 6) {
        return makeDay(static_cast<int>(number / 100), number % 100, 1, value);
    }
    if (digits == 10 || digits == 13) {
        return fromSeconds(digits == 13 ? number / 1000 : number, value);
    }
    return DateResult::Bad;
}

constexpr std::string_view separators = "-/. ";

/// What follows a four-digit year.
DateResult readYearFirst(DateCursor& cursor, int year, DateTime& value) {
    if (cursor.take("-W") || cursor.take("W")) {
        std::int64_t week = 0;
        if (cursor.number(week) != 2 || week < 1 || week > 53) {
            return DateResult::Bad;
        }
        const Day fourth = toDay(year, 1, 4);
        value.day = fourth - weekday(fourth) + static_cast<Day>(week - 1) * 7;
        return year < 1900 || year > 2199 ? DateResult::OutOfRange : DateResult::Ok;
    }
    cursor.skip(separators);
    cursor.take("\xE5\xB9\xB4");  // 年
    cursor.skip(separators);
    std::int64_t month = 0, day = 1;
    const std::size_t monthDigits = cursor.number(month);
    if (monthDigits == 0) {
        month = monthOfName(cursor.word());
    }
    if (monthDigits > 2 || month == 0) {
        return DateResult::Bad;
    }
    cursor.take("\xE6\x9C\x88");  // 月
    const std::size_t afterMonth = cursor.position();
    cursor.skip(separators);
    if (cursor.isAtEnd()) {
        return makeDay(year, month, 1, value);
    }
    if (cursor.position() == afterMonth && !isDigit(cursor.peek())) {
        return DateResult::Bad;
    }
    if (const std::size_t digits = cursor.number(day); digits == 0 || digits > 2) {
        return DateResult::Bad;
    }
    cursor.take("\xE6\x97\xA5");  // 日
    return makeDay(year, month, day, value);
}

/// "1/12/2010", "1 Dec 2010", after the first number.
DateResult readDayOrMonthFirst(DateCursor& cursor, std::int64_t first, DateOrder order, DateTime& value) {
    cursor.skip(separators);
    std::int64_t second = 0, year = 0;
    bool isNamed = false;
    if (isLetter(cursor.peek())) {
        second = monthOfName(cursor.word());
        isNamed = true;
    } else if (const std::size_t digits = cursor.number(second); digits > 2) {
        return DateResult::Bad;
    }
    cursor.skip("-/., ");
    const std::size_t yearDigits = cursor.number(year);
    if (second == 0 || (yearDigits != 2 && yearDigits != 4)) {
        return DateResult::Bad;
    }
    const bool isDayFirst = isNamed || order == DateOrder::DayFirst;
    return makeDay(fullYear(year, yearDigits), isDayFirst ? second : first, isDayFirst ? first : second, value);
}

/// "Jul 1, 2026", after an optional day of the week.
DateResult readMonthName(DateCursor& cursor, DateTime& value) {
    int month = monthOfName(cursor.word());
    if (month == 0) {
        cursor.skip(",. ");
        const std::size_t before = cursor.position();
        if (isDigit(cursor.peek())) {
            std::int64_t first = 0;
            return cursor.number(first) <= 2 ? readDayOrMonthFirst(cursor, first, DateOrder::DayFirst, value) : DateResult::Bad;
        }
        cursor.rewind(before);
        month = monthOfName(cursor.word());
    }
    cursor.skip("-/. ");
    std::int64_t day = 0, year = 0;
    if (month == 0 || cursor.number(day) == 0) {
        return DateResult::Bad;
    }
    if (day > 31) {  // "Dec 2010"
        return makeDay(static_cast<int>(day), month, 1, value);
    }
    cursor.skip("-/., ");
    const std::size_t digits = cursor.number(year);
    return digits == 2 || digits == 4 ? makeDay(fullYear(year, digits), month, day, value) : DateResult::Bad;
}

bool isIsoShape(std::string_view text) {
    return text[4] == text[7] && (text[4] == '-' || text[4] == '/' || text[4] == '.') && isDigit(text[0]) && isDigit(text[1]) &&
           isDigit(text[2]) && isDigit(text[3]) && isDigit(text[5]) && isDigit(text[6]) && isDigit(text[8]) && isDigit(text[9]);
}

}  // namespace

DateResult DateParser::parse(std::string_view text, DateTime& value) {
    if (text.size() >= 10 && (text.size() == 10 || text[10] == ' ' || text[10] == 'T')) {
        const bool isRepeated = m_lastDay != noDay && std::memcmp(text.data(), m_lastText, sizeof m_lastText) == 0;
        if (isRepeated || isIsoShape(text)) {
            const std::int32_t second = text.size() == 10 ? -1 : plainTime(text.substr(11));
            if (isRepeated && (second >= 0 || text.size() == 10)) {
                value = {m_lastDay, second, std::nullopt};
                return DateResult::Ok;
            }
        }
    }
    text = trimmed(text);
    if (text.empty()) {
        return DateResult::Empty;
    }
    const DateResult result = parseFully(text, value);
    const bool isPlain = text.size() >= 10 && isIsoShape(text) && (text.size() == 10 || plainTime(text.substr(11)) >= 0);
    if (result == DateResult::Ok && isPlain) {
        std::memcpy(m_lastText, text.data(), sizeof m_lastText);
        m_lastDay = value.day;
    }
    return result;
}

DateResult DateParser::parseSerial(std::string_view text, DateTime& value) const {
    double serial = 0;
    const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), serial);
    const std::string day = error == std::errc() && end == text.data() + text.size() ? textOfSerial(serial, *m_serials) : std::string();
    return day.size() < 10 ? DateResult::Bad : DateParser().parse(day, value);
}

DateResult DateParser::parseWeek(std::string_view text, DateTime& value) const {
    constexpr int mostWeeks = 10'000;
    int week = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), week);
    if (error != std::errc() || end != text.data() + text.size() || week > mostWeeks) {
        return DateResult::OutOfRange;
    }
    value.day = *m_weekOne + 7 * (week - 1);
    return DateResult::Ok;
}

DateResult DateParser::parseFully(std::string_view text, DateTime& value) const {
    value = DateTime();
    if (m_weekOne && text.find_first_not_of("0123456789") == std::string_view::npos) {
        return parseWeek(text, value);
    }
    if (m_serials && text.find_first_not_of("0123456789.") == std::string_view::npos) {
        return parseSerial(text, value);
    }
    const std::string normal = normalForm(text);
    DateCursor cursor(normal);
    std::int64_t first = 0;
    const std::size_t digits = cursor.number(first);
    DateResult result = DateResult::Bad;
    if (digits == 0) {
        result = isLetter(cursor.peek()) ? readMonthName(cursor, value) : DateResult::Bad;
    } else if (digits == 4 && !cursor.isAtEnd()) {
        result = readYearFirst(cursor, static_cast<int>(first), value);
    } else if (digits <= 2) {
        result = readDayOrMonthFirst(cursor, first, m_order, value);
    } else {
        result = readCompact(first, digits, value);
        if (result == DateResult::Ok && value.second >= 0) {
            return cursor.isAtEnd() ? result : DateResult::Bad;
        }
    }
    if (result != DateResult::Ok) {
        return result;
    }
    return readTime(cursor, value) ? DateResult::Ok : DateResult::Bad;
}

bool isDateSerial(std::string_view text) {
    const std::string_view days = text.substr(0, text.find('.'));
    return days.size() == 5 && days >= "20000" && days < "80000" && text.find_first_not_of("0123456789.") == std::string_view::npos &&
           text.find('.') == text.rfind('.');
}

}  // namespace foresell
