// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/number_format.h"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::int64_t largestWhole = 90'000'000'000'000;  // 9e13 units = 9e17 ten-thousandths

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Digits with one decimal sign and nothing else: exact, without floating point.
NumberResult parsePlain(std::string_view text, char decimal, Fixed& value) {
    std::int64_t whole = 0;
    std::size_t at = 0;
    std::size_t digits = 0;
    for (; at < text.size() && isDigit(text[at]); ++at, ++digits) {
        if (whole > largestWhole) {
            return NumberResult::TooLarge;
        }
        whole = whole * 10 + (text[at] - '0');
    }
    std::int64_t fraction = 0;
    if (at < text.size() && text[at] == decimal) {
        std::int64_t scale = fixedOne;
        bool rounds = true;
        for (++at; at < text.size() && isDigit(text[at]); ++at, ++digits) {
            if (scale > 1) {
                scale /= 10;
                fraction += (text[at] - '0') * scale;
            } else if (rounds) {
                fraction += text[at] >= '5' ? 1 : 0;
                rounds = false;
            }
        }
    }
    if (digits == 0 || at != text.size()) {
        return NumberResult::Bad;
    }
    if (whole > largestWhole) {
        return NumberResult::TooLarge;
    }
    value = whole * fixedOne + fraction;
    return NumberResult::Ok;
}

bool isNothing(std::string_view text) {
    static constexpr std::array<std::string_view, 12> words = {"na",  "n/a",  "null", "none", "nan", "-",
                                                               "--", "\xE2\x80\x94", "#n/a", "\\n", ".",  "nil"};
    if (text.empty()) {
        return true;
    }
    if (text.size() > 4) {
        return false;
    }
    const std::string lower = asciiLower(text);
    return std::find(words.begin(), words.end(), lower) != words.end();
}

/// Removes what may stand round a number; what is left is digits, '.', ',', and perhaps an exponent.
struct Stripped {
    std::string digits;
    bool isNegative = false;
    bool isPercent = false;
    std::int64_t scale = 1;  ///< of "1.2万"
    bool isBad = false;
};

void stripUnit(std::string& text) {
    static constexpr std::array<std::string_view, 27> units = {
        "HK$", "NT$", "S$", "A$", "C$", "R$", "CHF", "INR", "\xE2\x82\xA9", "\xE4\xBA\xBA\xE6\xB0\x91\xE5\xB8\x81",
        "\xC2\xA5",     "\xC2\xA3", "\xE2\x82\xAC", "$",   "\xE5\x85\x83", "\xE4\xBB\xB6", "RMB", "CNY", "USD",
        "EUR",          "GBP",      "\xE2\x82\xB9", "US$", "\xE5\x86\x86", "Rs",           "JPY", "\xE4\xB8\xAA"};
    for (const std::string_view unit : units) {
        if (text.starts_with(unit)) {
            text.erase(0, unit.size());
        }
        if (text.ends_with(unit)) {
            text.erase(text.size() - unit.size());
        }
    }
}

void takeSign(Stripped& result) {
    std::string& text = result.digits;
    if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
        result.isNegative = true;
        text = text.substr(1, text.size() - 2);
    }
    if (text.starts_with("\xE2\x88\x92")) {
        text.replace(0, 3, "-");
    }
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        result.isNegative = result.isNegative != (text.front() == '-');
        text.erase(0, 1);
    } else if (!text.empty() && text.back() == '-') {
        result.isNegative = !result.isNegative;
        text.pop_back();
    }
}

Stripped strip(std::string_view text) {
    Stripped result;
    result.digits = normalForm(text);
    std::erase_if(result.digits, [](char c) { return c == ' ' || c == '\t' || c == '\''; });
    for (std::size_t at = result.digits.find("\xE2\x80\x99"); at != std::string::npos; at = result.digits.find("\xE2\x80\x99")) {
        result.digits.erase(at, 3);  // a typographic apostrophe groups thousands in Switzerland
    }
    stripUnit(result.digits);
    takeSign(result);
    stripUnit(result.digits);
    constexpr std::string_view tenThousand = "\xE4\xB8\x87", hundredMillion = "\xE4\xBA\xBF";
    for (const auto& [word, scale] : {std::pair(tenThousand, std::int64_t{10'000}), std::pair(hundredMillion, std::int64_t{100'000'000})}) {
        if (result.digits.size() > word.size() && result.digits.ends_with(word)) {
            result.digits.resize(result.digits.size() - word.size());
            result.scale = scale;
        }
    }
    if (result.digits.ends_with('%')) {
        result.isPercent = true;
        result.digits.pop_back();
    }
    if (!result.isNegative) {
        takeSign(result);
    }
    return result;
}

/// Removes group signs where they stand as groups do: two or three digits after each, three after the last.
bool removeGroups(std::string& text, char group) {
    const std::size_t first = text.find(group);
    if (first == std::string::npos) {
        return true;
    }
    std::size_t wholeEnd = 0;
    while (wholeEnd < text.size() && (isDigit(text[wholeEnd]) || text[wholeEnd] == group)) {
        ++wholeEnd;
    }
    if (first == 0 || first > 3) {
        return false;
    }
    for (std::size_t at = first; at < wholeEnd;) {
        const std::size_t next = std::min(text.find(group, at + 1), wholeEnd);
        const std::size_t digits = next - at - 1;
        if (digits != 3 && !(digits == 2 && next < wholeEnd)) {
            return false;
        }
        at = next;
    }
    if (text.find(group, wholeEnd) != std::string::npos) {
        return false;
    }
    std::erase(text, group);
    return true;
}

NumberResult parseExponent(const std::string& text, Fixed& value) {
    double number = 0;
    const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), number);
    const bool looksLikeNumber = !text.empty() && (isDigit(text[0]) || text[0] == '.');
    if (error != std::errc() || end != text.data() + text.size() || !looksLikeNumber || !std::isfinite(number)) {
        return NumberResult::Bad;
    }
    if (std::abs(number) > static_cast<double>(largestWhole)) {
        return NumberResult::TooLarge;
    }
    value = toFixed(number);
    return NumberResult::Ok;
}

NumberResult parseUnusual(std::string_view text, NumberFormat format, Fixed& value) {
    Stripped stripped = strip(text);
    if (isNothing(stripped.digits)) {
        return isNothing(trimmed(text)) ? NumberResult::Empty : NumberResult::Bad;
    }
    if (!removeGroups(stripped.digits, format.decimal == '.' ? ',' : '.')) {
        return NumberResult::Bad;
    }
    NumberResult result = parsePlain(stripped.digits, format.decimal, value);
    if (result == NumberResult::Bad) {
        std::replace(stripped.digits.begin(), stripped.digits.end(), ',', '.');
        result = parseExponent(stripped.digits, value);
    }
    if (result != NumberResult::Ok) {
        return result;
    }
    if (stripped.isPercent) {
        value = (value + (value >= 0 ? 50 : -50)) / 100;
    }
    if (stripped.scale > 1) {
        if (value > largestWhole * fixedOne / stripped.scale) {
            return NumberResult::TooLarge;
        }
        value *= stripped.scale;
    }
    value = stripped.isNegative ? -value : value;
    return NumberResult::Ok;
}

/// What one value says about the decimal sign: ',' or '.', or nothing.
std::optional<char> decimalOf(std::string_view value) {
    const std::size_t comma = value.rfind(',');
    const std::size_t point = value.rfind('.');
    if (comma == std::string_view::npos && point == std::string_view::npos) {
        return std::nullopt;
    }
    if (comma != std::string_view::npos && point != std::string_view::npos) {
        return comma > point ? ',' : '.';
    }
    const char sign = comma != std::string_view::npos ? ',' : '.';
    const std::size_t at = comma != std::string_view::npos ? comma : point;
    if (value.find(sign) != at) {
        return sign == ',' ? '.' : ',';  // twice: it groups
    }
    std::size_t after = 0;
    while (at + 1 + after < value.size() && isDigit(value[at + 1 + after])) {
        ++after;
    }
    const bool mayGroup = after == 3 && at >= 1 && at <= 4 && !(at == 1 && value[0] == '0');
    return mayGroup ? std::nullopt : std::optional(sign);
}

}  // namespace

NumberResult parseNumber(std::string_view text, NumberFormat format, Fixed& value) {
    if (text.empty()) {
        return NumberResult::Empty;
    }
    const bool isNegative = text.front() == '-';
    if (parsePlain(isNegative ? text.substr(1) : text, format.decimal, value) == NumberResult::Ok) {
        value = isNegative ? -value : value;
        return NumberResult::Ok;
    }
    return parseUnusual(text, format, value);
}

NumberFormat guessNumberFormat(const std::vector<std::string_view>& values) {
    std::int64_t commas = 0;
    std::int64_t points = 0;
    for (const std::string_view value : values) {
        if (const auto sign = decimalOf(value)) {
            ++(*sign == ',' ? commas : points);
        }
    }
    return {commas > points ? ',' : '.'};
}

std::string formatFixed(Fixed value) {
    if (isMissing(value)) {
        return {};
    }
    const std::uint64_t size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    std::string text = fmt::format("{}{}.{:04}", value < 0 ? "-" : "", size / fixedOne, size % fixedOne);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

}  // namespace foresell
