// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/reading_query.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "core/base/error.h"

namespace foresell {

namespace {

[[noreturn]] void refuse(const std::string& why) {
    throw Error("database.not_reading", "The query does not only read: " + why + ".", "Write one SELECT.");
}

/// Where what begins at `at` (a quoted text or name, or a comment) ends; `at` where nothing of the kind begins.
std::size_t endOfQuoted(std::string_view sql, std::size_t at) {
    const char quote = sql[at];
    if (quote == '\'' || quote == '"' || quote == '`') {
        const std::size_t end = sql.find(quote, at + 1);
        if (end == std::string_view::npos) {
            refuse("a quotation mark is never closed");
        }
        return end + 1;
    }
    if (sql.substr(at, 2) == "--") {
        return std::min(sql.find('\n', at), sql.size());
    }
    if (sql.substr(at, 2) == "/*") {
        const std::size_t end = sql.find("*/", at + 2);
        if (end == std::string_view::npos || sql.substr(at, 3) == "/*!") {
            refuse("a comment that the server might run");
        }
        return end + 2;
    }
    return at;
}

bool isWord(char each) {
    return std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '_' || static_cast<unsigned char>(each) >= 128;
}

/// The words outside quotes and comments in lower case, and ";" where it stands.
std::vector<std::string> wordsOf(std::string_view sql) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < sql.size();) {
        if (const std::size_t end = endOfQuoted(sql, at); end != at) {
            at = end;
        } else if (isWord(sql[at])) {
            std::string word;
            for (; at < sql.size() && isWord(sql[at]); ++at) {
                word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(sql[at]))));
            }
            words.push_back(std::move(word));
        } else {
            if (sql[at] == ';') {
                words.emplace_back(";");
            }
            ++at;
        }
    }
    return words;
}

}  // namespace

std::string readingQuery(std::string_view query) {
    std::vector<std::string> words = wordsOf(query);
    std::size_t size = query.find_last_not_of(" \t\r\n");
    size = size == std::string_view::npos ? 0 : size + 1;
    if (!words.empty() && words.back() == ";" && size > 0 && query[size - 1] == ';') {
        words.pop_back();
        --size;
    }
    static constexpr std::array<std::string_view, 4> beginnings{"select", "with", "values", "table"};
    if (words.empty() || std::ranges::find(beginnings, words.front()) == beginnings.end()) {
        refuse("it begins with " + (words.empty() ? std::string("nothing") : words.front()));
    }
    static constexpr std::array<std::string_view, 9> writing{";", "into", "insert", "update", "delete", "drop", "alter", "truncate", "grant"};
    for (const std::string& word : words) {
        // "update" and "delete" stand in FOR UPDATE as well, which locks.
        if (std::ranges::find(writing, word) != writing.end()) {
            refuse(word == ";" ? "it holds several statements" : "it holds \"" + word + "\"");
        }
    }
    return std::string(query.substr(0, size));
}

}  // namespace foresell
