// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/text_source.h"

namespace foresell {

/// How a file separates its cells and lines.
struct CsvFormat {
    char delimiter = ',';
    char quote = '"';
    char lineEnd = '\n';  ///< '\n' also reads "\r\n"; '\r' for files of old systems

    bool operator==(const CsvFormat&) const = default;
};

/// One row. The views hold until the next call of the reader.
struct CsvRow {
    enum class Damage { None, OpenQuote, TooLong };

    std::vector<std::string_view> cells;  ///< as written, quotes removed
    std::int64_t number = 0;              ///< 1 = first row of the file; blank lines count
    std::string_view text;                ///< the whole row, without its line end
    std::int64_t position = 0;            ///< bytes of the file used up at least so far
    bool isPlainAscii = true;             ///< surely ASCII without NUL; else to be checked
    Damage damage = Damage::None;
};

/// Cuts text into rows and cells (RFC 4180; spaces are kept). Blank lines are passed over. A quote that is never closed,
/// or whose end is not the end of a cell, spoils its own line only: that line is handed out as damaged, and reading
/// goes on with the line after it. Memory is bounded by `longestRow`.
class CsvReader {
public:
    static constexpr std::size_t longestRow = std::size_t{8} << 20;

    CsvReader(TextSource& source, CsvFormat format);

    /// False at the end.
    bool next(CsvRow& row);

private:
    enum class Scan { Complete, Incomplete };

    Scan scanRow(CsvRow& row);
    Scan scanQuoted(const char*& at, CsvRow& row, bool& isBroken);
    const char* nextSpecial();
    void reseat(const char* from);
    void endRow(CsvRow& row, const char* textEnd, const char* next);
    void unescape(CsvRow& row);
    Scan breakAtLineEnd(CsvRow& row);
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
