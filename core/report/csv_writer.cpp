// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csv_writer.h"

#include <fast_float/fast_float.h>

namespace foresell {

namespace {

bool isNumber(std::string_view text) {
    double value = 0;
    const std::string_view digits = !text.empty() && text.front() == '+' ? text.substr(1) : text;
    const auto [end, error] = fast_float::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

std::string csvCell(std::string_view text) {
    std::string cell(text);
    static constexpr std::string_view dangerous = "=+-@\t\r\n";
    if (!text.empty() && dangerous.find(text.front()) != std::string_view::npos && !isNumber(text)) {
        cell.insert(cell.begin(), '\'');
    }
    if (cell.find_first_of(",\"\r\n\t'") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char letter : cell) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + '"';
}

std::string csvRow(const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row += (i > 0 ? "," : "") + csvCell(cells[i]);
    }
    return row + "\r\n";
}

}  // namespace foresell
