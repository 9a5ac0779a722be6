// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/lunar.h"

#include <array>
#include <cstdint>
#include <string>

#include "core/base/error.h"

namespace foresell {
namespace {

// One word a lunar year. Bits 0-12: month i has 30 days; 13-16: the month after which a leap month comes, or 0;
// 17-22: New Year as days after 1 January; 23-24: Qingming as days after 4 April. Every month begins on the day of an
// astronomical new moon and every Qingming is the day on which the sun reaches 15 degrees, in China Standard Time.
constexpr std::array<std::uint32_t, lastLunarYear - firstLunarYear + 1> yearWords = {
    0x0de0536, 0x0c80aad, 0x0b4b5aa, 0x0d805b2, 0x0c20da5, 0x0ae7d4a, 0x0d40d4a, 0x0bd0a95,
    0x0e00a97, 0x0cc0556, 0x0b6cab5, 0x0da0ad5, 0x0c606d2, 0x0b08ea5, 0x0d60ea5, 0x0c0064a,
    0x0a86c97, 0x0ce0a9b, 0x0baf55a, 0x0de056a, 0x0c80b69, 0x0b4b752, 0x0da0b52, 0x0c20b25,
    0x0ac964b, 0x0d20a4b, 0x03d14ab, 0x0e002ad, 0x0ca056d, 0x0b6cb69, 0x05c0da9, 0x0c60d92,
    0x0b09d25, 0x0d60d25, 0x0415a4d, 0x0e40a56, 0x0ce02b6, 0x0b8c5b5, 0x05e06d5, 0x0c80ea9,
    0x0b4be92, 0x0da0e92, 0x0440d26, 0x0ac6a56, 0x0d00a57, 0x0bd14d6, 0x062035a, 0x0ca06d5,
    0x0b6b6c9, 0x0dc0749, 0x0460693, 0x0ae952b, 0x0d4052b, 0x0be0a5b, 0x02a555a, 0x0ce056a,
    0x0b8fb55, 0x0e00ba4, 0x04a0b49, 0x032ba93, 0x0d80a95, 0x0c2052d, 0x02c8aad, 0x0500ab5,
    0x0bd35aa, 0x0e205d2, 0x04c0da5, 0x036dd4a, 0x0dc0d4a, 0x0c60c95, 0x030952e, 0x0540556,
    0x0be0ab5, 0x0aa55b2, 0x05006d2, 0x038cea5, 0x0de0725, 0x0c8064b, 0x032ac97, 0x0560cab,
    0x0c2055a, 0x0ac6ad6, 0x0520b69, 0x03d7752, 0x0e20b52, 0x0cc0b25, 0x036da4b, 0x05a0a4b,
    0x0c404ab, 0x0aea55b, 0x05405ad, 0x03e0b6a, 0x02a5b52, 0x0d00d92, 0x03afd25, 0x05e0d25,
    0x0480a55, 0x0b2b4ad, 0x05804b6, 0x04005b5, 0x02c6daa, 0x0d20ec9, 0x03f1e92, 0x0620e92,
    0x04c0d26, 0x0b6ca56, 0x05a0a57, 0x0440556, 0x02e86d5, 0x0d40755, 0x0400749, 0x0286e93,
    0x04e0693, 0x0b8f52b, 0x05e052b, 0x0460a5b, 0x032b55a, 0x0d8056a, 0x0420b65, 0x02c974a,
    0x0520b4a, 0x0bd1a95, 0x0620a95, 0x04a052d, 0x034caad, 0x05a0ab5, 0x04605aa, 0x02e8ba5,
    0x0540da5, 0x0400d4a, 0x02a7c95, 0x04e0c96, 0x038f94e, 0x05e0556, 0x0480ab5, 0x032b5b2,
    0x05806d2, 0x0420ea5, 0x02e8e4a, 0x050068b, 0x03b0c97, 0x06004ab, 0x04a055b, 0x034cad6,
    0x05a0b6a, 0x0460752, 0x0309725, 0x0540b45, 0x03e0a8b, 0x028549b, 0x0ce04ab,
};

[[noreturn]] void throwRange(const std::string& what) {
    throw Error("calendar.lunar_range", "The lunar calendar does not hold " + what + ".",
                "Lunar dates are known from 1950 to 2100.", {{"date", what}});
}

std::uint32_t yearWord(int year) {
    if (year < firstLunarYear || year > lastLunarYear) {
        throwRange("the year " + std::to_string(year));
    }
    return yearWords[static_cast<std::size_t>(year - firstLunarYear)];
}

int leapMonth(std::uint32_t word) {
    return static_cast<int>(word >> 13U & 0xFU);
}

int monthCount(std::uint32_t word) {
    return leapMonth(word) > 0 ? 13 : 12;
}

int monthDays(std::uint32_t word, int index) {
    return (word >> static_cast<unsigned>(index) & 1U) != 0 ? 30 : 29;
}

LunarDate monthAt(std::uint32_t word, int year, int index) {
    const int leap = leapMonth(word);
    if (leap == 0 || index < leap) {
        return {.year = year, .month = index + 1};
    }
    return {.year = year, .month = index, .isLeapMonth = index == leap};
}

}  // namespace

Day chineseNewYear(int year) {
    return toDay(year, 1, 1) + static_cast<Day>(yearWord(year) >> 17U & 0x3FU);
}

Day qingming(int year) {
    return toDay(year, 4, 4) + static_cast<Day>(yearWord(year) >> 23U & 3U);
}

LunarDate toLunar(Day day) {
    int year = toCivil(day).year;
    if (year >= firstLunarYear && (year > lastLunarYear || day < chineseNewYear(year))) {
        --year;
    }
    const std::uint32_t word = yearWord(year);
    Day left = day - chineseNewYear(year);
    for (int index = 0; index < monthCount(word); ++index) {
        if (left < monthDays(word, index)) {
            LunarDate date = monthAt(word, year, index);
            date.day = left + 1;
            return date;
        }
        left -= monthDays(word, index);
    }
    throwRange(toIso(day));
}

Day fromLunar(const LunarDate& date) {
    const std::uint32_t word = yearWord(date.year);
    Day first = chineseNewYear(date.year);
    for (int index = 0; index < monthCount(word); ++index) {
        const LunarDate month = monthAt(word, date.year, index);
        if (month.month == date.month && month.isLeapMonth == date.isLeapMonth) {
            if (date.day >= 1 && date.day <= monthDays(word, index)) {
                return first + date.day - 1;
            }
            break;
        }
        first += monthDays(word, index);
    }
    throwRange("day " + std::to_string(date.day) + " of month " + std::to_string(date.month) + " of " +
               std::to_string(date.year));
}

Day easterSunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return toDay(year, n / 31, n % 31 + 1);
}

}  // namespace foresell
