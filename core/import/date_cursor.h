// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/import/text_normal.h"

namespace foresell {

inline bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

inline bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads a date from left to right. Internal to the reading of dates.
class DateCursor {
public:
    explicit DateCursor(std::string_view text) : m_text(text) {}

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

}  // namespace foresell
