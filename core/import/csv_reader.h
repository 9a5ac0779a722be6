// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/csv_format.h"
#include "core/import/row_source.h"
#include "core/import/text_source.h"

namespace foresell {

/// Cuts text into rows and cells (RFC 4180; spaces are kept). Blank lines are passed over. A quote that is never closed,
/// or whose end is not the end of a cell, spoils its own line only: that line is handed out as damaged, and reading
/// goes on with the line after it. Memory is bounded by `longestRow`.
class CsvReader {
public:
    static constexpr std::size_t longestRow = std::size_t{8} << 20;

    CsvReader(TextSource& source, CsvFormat format);

    /// False at the end.
    bool next(TableRow& row);

private:
    enum class Scan { Complete, Incomplete };

    Scan scanRow(TableRow& row);
    Scan scanQuoted(const char*& at, TableRow& row, bool& isBroken);
    const char* nextSpecial();
    void reseat(const char* from);
    void endRow(TableRow& row, const char* textEnd, const char* next);
    void unescape(TableRow& row);
    Scan breakAtLineEnd(TableRow& row);
    bool extend();
    bool skipRestOfLine();

    TextSource& m_source;
    CsvFormat m_format;
    std::unique_ptr<TextBlock> m_block;
    const char* m_pos = nullptr;  ///< start of the row to read
    const char* m_end = nullptr;
    bool m_isLast = false;
    std::int64_t m_rows = 0;

    const char* m_window = nullptr;  ///< 16 bytes under inspection
    unsigned m_mask = 0;             ///< special characters in it that lie ahead
    bool m_sawOddByte = false;

    std::vector<std::size_t> m_escaped;  ///< cells with doubled quotes
    std::string m_unescaped;
};

}  // namespace foresell
