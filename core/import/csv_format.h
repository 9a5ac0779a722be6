// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foresell {

/// How a file separates its cells and lines.
struct CsvFormat {
    char delimiter = ',';
    char quote = '"';
    char lineEnd = '\n';  ///< '\n' also reads "\r\n"; '\r' for files of old systems

    bool operator==(const CsvFormat&) const = default;
};

/// A cell as it stands in a line: in quotes where it holds what would end it.
inline std::string quotedCell(std::string_view cell, char delimiter) {
    if (cell.find_first_of("\"\r\n") == std::string_view::npos && cell.find(delimiter) == std::string_view::npos) {
        return std::string(cell);
    }
    std::string text = "\"";
    for (const char each : cell) {
        text += each == '"' ? "\"\"" : std::string(1, each);
    }
    return text + '"';
}

}  // namespace foresell
