// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/import/encoding.h"

namespace foresell {

/// One row of a table as text, wherever it comes from. The views hold until the next call of its source.
struct TableRow {
    enum class Damage { None, OpenQuote, TooLong, Total };  ///< Total: sums up other rows

    std::vector<std::string_view> cells;  ///< as written, quotes removed
    std::int64_t number = 0;              ///< 1 = first row of the table; blank lines count
    std::string_view text;                ///< the whole row, without its line end; empty where the source has no text
    std::int64_t position = 0;            ///< bytes of the source used up at least so far
    bool isPlainAscii = true;             ///< surely ASCII without NUL; else to be checked
    Damage damage = Damage::None;
};

/// Hands out the rows of a table, once, from its first to its last: a text file cut into cells, a sheet of a workbook, the
/// answer to a query. Numbers are written with '.', days as "2025-12-31" wherever the source itself has types.
class RowSource {
public:
    virtual ~RowSource() = default;
    /// False at the end. Throws Error "import.*" where the source cannot be read on.
    virtual bool next(TableRow& row) = 0;
    /// What the text is written in; final once the end was reached. UTF-8 where the source has no encoding of its own.
    virtual EncodingGuess encoding() const { return {}; }
};

}  // namespace foresell
