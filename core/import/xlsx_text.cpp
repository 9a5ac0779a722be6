// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xlsx_text.h"

#include <charconv>

namespace foresell {

std::optional<CellPlace> cellOf(std::string_view name) {
    CellPlace place;
    std::size_t at = 0;
    std::size_t column = 0;
    for (; at < name.size() && at < 4 && ((name[at] >= 'A' && name[at] <= 'Z') || name[at] == '$'); ++at) {
        column = name[at] == '$' ? column : column * 26 + static_cast<std::size_t>(name[at] - 'A' + 1);
    }
    const std::string_view digits = name.substr(at < name.size() && name[at] == '$' ? at + 1 : at);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place.row);
    if (column == 0 || error != std::errc() || end != digits.data() + digits.size() || place.row < 1) {
        return std::nullopt;
    }
    place.column = column - 1;
    return place;
}

std::string withoutEscapes(std::string text) {
    for (std::size_t at = text.find("_x00"); at != std::string::npos && at + 7 <= text.size(); at = text.find("_x00", at + 1)) {
        unsigned code = 0;
        const char* const digits = text.data() + at + 4;
        const auto [end, error] = std::from_chars(digits, digits + 2, code, 16);
        if (error == std::errc() && end == digits + 2 && text[at + 6] == '_' && code > 0 && code < 0x80) {
            text.replace(at, 7, 1, static_cast<char>(code));
        }
    }
    return text;
}

}  // namespace foresell
