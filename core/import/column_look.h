// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/import/field.h"

namespace foresell {

/// The first rows of a file, cut into cells.
struct SampleTable {
    std::vector<std::string> header;             ///< "column 1", ... where the file has none
    std::vector<std::vector<std::string>> rows;  ///< without the header; may be ragged
};

/// What the cells of a column look like; shares of the cells that are not empty.
struct ColumnLook {
    std::int64_t filled = 0;
    double serials = 0;  ///< days as a spreadsheet counts them
    double dates = 0, numbers = 0, integers = 0, emails = 0, phones = 0;
    double averageLength = 0;
    double distinct = 0;     ///< different values / filled
    bool isConstant = false;
    bool hasFractions = false;
    bool isDateShaped = false;  ///< the dates are written with separators or as eight digits
};

/// The share of cells from which on a column is taken for what they are.
inline constexpr double mostly = 0.8;

ColumnLook lookAt(const SampleTable& table, std::size_t column);
/// A field accepts only columns whose cells can be it.
bool canBe(Field field, const ColumnLook& look);

}  // namespace foresell
