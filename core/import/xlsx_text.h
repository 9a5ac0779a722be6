// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foresell {

/// A place in a sheet: rows from 1, columns from 0.
struct CellPlace {
    std::int64_t row = 0;
    std::size_t column = 0;
};

/// Reads "BC12"; nothing where it is no such name.
std::optional<CellPlace> cellOf(std::string_view name);

/// Text as it was meant: "_x000D_" and the like (ECMA-376 part 1, 22.9.2.19) stand for the control characters that XML does not have.
std::string withoutEscapes(std::string text);

}  // namespace foresell
