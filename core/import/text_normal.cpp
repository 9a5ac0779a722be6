// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/text_normal.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace foresell {

namespace {

bool isAsciiText(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Length of the space that the text begins or ends with, 0 for none.
std::size_t wideSpace(std::string_view text, bool atEnd) {
    static constexpr std::array<std::string_view, 4> spaces = {"\xE3\x80\x80", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B"};
    for (const std::string_view space : spaces) {
        if (atEnd ? text.ends_with(space) : text.starts_with(space)) {
            return space.size();
        }
    }
    return 0;
}

icu::UnicodeString normalised(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
    const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    return U_SUCCESS(error) ? nfkc->normalize(wide, error) : wide;
}

/// Traditional Chinese characters as simplified ones, so that one name of a column stands for both.
void simplify(icu::UnicodeString& text) {
    thread_local const std::unique_ptr<icu::Transliterator> simplifier = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, error));
        return U_SUCCESS(error) ? std::move(made) : nullptr;
    }();
    if (simplifier) {
        simplifier->transliterate(text);
    }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        while (!text.empty() && isBlank(text.front())) {
            text.remove_prefix(1);
        }
        while (!text.empty() && isBlank(text.back())) {
            text.remove_suffix(1);
        }
        if (text.empty() || (static_cast<signed char>(text.front()) >= 0 && static_cast<signed char>(text.back()) >= 0)) {
            return text;
        }
        const std::size_t front = wideSpace(text, false);
        text.remove_prefix(front);
        const std::size_t back = wideSpace(text, true);
        text.remove_suffix(back);
        if (front == 0 && back == 0) {
            return text;
        }
    }
}

std::string asciiLower(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string normalForm(std::string_view text) {
    if (isAsciiText(text)) {
        return std::string(text);
    }
    std::string result;
    normalised(text).toUTF8String(result);
    return result;
}

std::string headerKey(std::string_view name) {
    icu::UnicodeString wide = normalised(trimmed(name));
    wide.foldCase();
    icu::UnicodeString key;
    int brackets = 0;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const UChar32 character = wide.char32At(at);
        if (character == '(' || character == '[' || character == 0x3010) {
            ++brackets;
        } else if (character == ')' || character == ']' || character == 0x3011) {
            brackets = std::max(0, brackets - 1);
        } else if (brackets == 0 && (u_isalnum(character) != 0 || character == '#')) {
            key.append(character);
        }
    }
    if (!isAsciiText(name)) {
        simplify(key);
    }
    std::string result;
    key.toUTF8String(result);
    return result;
}

std::string_view cleanId(std::string_view text) {
    const auto isPlain = [](char c) { return static_cast<signed char>(c) > ' ' && c != '\'' && c != '=' && c != '"'; };
    if (!text.empty() && isPlain(text.front()) && isPlain(text.back())) {
        return text;
    }
    text = trimmed(text);
    if (text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"')) {
        text = text.substr(2, text.size() - 3);
    }
    if (text.size() > 1 && text.front() == '\'') {
        text.remove_prefix(1);
    }
    return trimmed(text);
}

bool hasLostDigits(std::string_view id) {
    const std::size_t exponent = id.find_first_of("eE");
    if (exponent == std::string_view::npos || exponent == 0 || exponent + 2 >= id.size() || id[exponent + 1] != '+') {
        return false;
    }
    const auto areDigits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    };
    return areDigits(id.substr(0, exponent)) && areDigits(id.substr(exponent + 2));
}

}  // namespace foresell
