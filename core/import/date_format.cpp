// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/date_format.h"

#include <fast_float/fast_float.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "core/base/error.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr int secondsOfDay = 86'400;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads a date from left to right.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    bool isAtEnd() const { return m_at == m_text.size(); }
    char peek() const { return isAtEnd() ? '\0' : m_text[m_at]; }
    std::size_t position() const { return m_at; }
    void rewind(std::size_t position) { m_at = position; }

    void skip(std::string_view any) {
        while (!isAtEnd() && any.find(peek()) != std::string_view::npos) {
            ++m_at;
        }
    }
    bool take(std::string_view word) {
        if (!m_text.substr(m_at).starts_with(word)) {
            return false;
        }
        m_at += word.size();
        return true;
    }
    /// Digits as a number; how many there were.
    std::size_t number(std::int64_t& value) {
        const std::size_t begin = m_at;
        value = 0;
        while (isDigit(peek()) && m_at - begin < 15) {
            value = value * 10 + (m_text[m_at++] - '0');
        }
        return m_at - begin;
    }
    std::string word() {
        const std::size_t begin = m_at;
        while (isLetter(peek())) {
            ++m_at;
        }
        return asciiLower(m_text.substr(begin, m_at - begin));
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

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
DateResult readYearFirst(Cursor& cursor, int year, DateTime& value) {
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
DateResult readDayOrMonthFirst(Cursor& cursor, std::int64_t first, DateOrder order, DateTime& value) {
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
DateResult readMonthName(Cursor& cursor, DateTime& value) {
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
bool readOffset(Cursor& cursor, DateTime& value) {
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

/// What follows the date: nothing, or a time and perhaps a zone.
bool readTime(Cursor& cursor, DateTime& value) {
    cursor.skip(" ,T\t");
    if (cursor.isAtEnd()) {
        return true;
    }
    bool isAfternoon = cursor.take("\xE4\xB8\x8B\xE5\x8D\x88");            // 下午
    const bool isMorning = cursor.take("\xE4\xB8\x8A\xE5\x8D\x88");        // 上午
    bool isTwelveHours = isAfternoon || isMorning;
    std::int64_t hour = 0, minute = 0, second = 0, fraction = 0;
    cursor.skip(" ");
    const std::size_t hourDigits = cursor.number(hour);
    const bool isInWords = cursor.take("\xE6\x97\xB6") || cursor.take("\xE7\x82\xB9");  // 时, 点
    if (hourDigits == 0 || hourDigits > 2 || (!isInWords && !cursor.take(":")) || (cursor.number(minute) != 2 && !isInWords)) {
        return false;
    }
    const bool hasSeconds = cursor.take(":") || (cursor.take("\xE5\x88\x86") && isDigit(cursor.peek()));  // 分
    if (hasSeconds && cursor.number(second) == 0) {
        return false;
    }
    cursor.take("\xE7\xA7\x92");  // 秒
    if (cursor.peek() == '.' || cursor.peek() == ',') {
        cursor.skip(".,");
        cursor.number(fraction);
    }
    const std::size_t before = cursor.position();
    cursor.skip(" ");
    const std::string half = cursor.word();
    if (half == "am" || half == "pm") {
        isTwelveHours = true;
        isAfternoon = half == "pm";
    } else {
        cursor.rewind(before);
    }
    if (isTwelveHours && hour <= 12) {
        hour = hour % 12 + (isAfternoon ? 12 : 0);
    }
    if (hour == 24 && minute == 0 && second == 0) {
        hour = 0;
        ++value.day;
    }
    if (hour > 23 || minute > 59 || second > 60) {
        return false;
    }
    value.second = static_cast<std::int32_t>(hour * 3600 + minute * 60 + std::min<std::int64_t>(second, 59));
    return readOffset(cursor, value);
}

/// "08:26:00" or "08:26" alone, -1 for anything else.
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
    Cursor cursor(normal);
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

void DateOrderEvidence::add(std::string_view text) {
    DateTime byDay, byMonth;
    const bool isPlain = !text.empty() && isDigit(text.front());
    if (!isPlain || (text.size() > 4 && isDigit(text[1]) && isDigit(text[2]))) {
        return;  // year first, compact or with the month's name: nothing to decide
    }
    DateParser dayParser(DateOrder::DayFirst), monthParser(DateOrder::MonthFirst);
    const bool fitsDay = dayParser.parse(text, byDay) == DateResult::Ok;
    const bool fitsMonth = monthParser.parse(text, byMonth) == DateResult::Ok;
    if (fitsDay && fitsMonth && byDay != byMonth) {
        ++either;
    }
    dayFirst += fitsDay && !fitsMonth ? 1 : 0;
    monthFirst += fitsMonth && !fitsDay ? 1 : 0;
    if (fitsDay && fitsMonth) {
        m_stepsDayFirst += m_lastDayFirst == noDay ? 0 : std::abs(byDay.day - m_lastDayFirst);
        m_stepsMonthFirst += m_lastMonthFirst == noDay ? 0 : std::abs(byMonth.day - m_lastMonthFirst);
        m_lastDayFirst = byDay.day;
        m_lastMonthFirst = byMonth.day;
    }
}

DateOrder DateOrderEvidence::order() const {
    if (dayFirst != monthFirst) {
        return dayFirst > monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    }
    return m_stepsMonthFirst < m_stepsDayFirst ? DateOrder::MonthFirst : DateOrder::DayFirst;
}

struct ShopClock::State {
    std::unique_ptr<icu::TimeZone> zone;
    std::int64_t cachedHour = INT64_MIN;
    std::int64_t cachedOffset = 0;
};

ShopClock::ShopClock(const std::string& timeZone) : m_state(std::make_unique<State>()) {
    m_state->zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(timeZone)));
    if (*m_state->zone == icu::TimeZone::getUnknown()) {
        throw Error("import.unknown_time_zone", "There is no time zone " + timeZone,
                    "Choose a name such as Europe/London or Asia/Shanghai.", {{"zone", timeZone}});
    }
}

ShopClock::~ShopClock() = default;

void ShopClock::toLocal(DateTime& value) {
    if (!value.offsetMinutes || value.second < 0) {
        return;
    }
    const std::int64_t utc = std::int64_t{value.day} * secondsOfDay + value.second - std::int64_t{*value.offsetMinutes} * 60;
    const std::int64_t hour = utc / 900;  // no zone changes its offset but at a quarter of an hour
    if (hour != m_state->cachedHour) {
        std::int32_t raw = 0, saving = 0;
        UErrorCode error = U_ZERO_ERROR;
        m_state->zone->getOffset(static_cast<double>(utc) * 1000.0, 0, raw, saving, error);
        m_state->cachedHour = hour;
        m_state->cachedOffset = (raw + saving) / 1000;
    }
    const std::int64_t local = utc + m_state->cachedOffset;
    const std::int64_t day = local >= 0 ? local / secondsOfDay : (local - secondsOfDay + 1) / secondsOfDay;
    value.day = static_cast<Day>(day);
    value.second = static_cast<std::int32_t>(local - day * secondsOfDay);
    value.offsetMinutes = std::nullopt;
}

}  // namespace foresell
