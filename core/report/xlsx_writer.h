// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/date.h"

namespace foresell {

/// Writes one long table as an Excel workbook, row by row in constant memory; where a sheet is full (1,048,576 rows) the
/// table goes on in another one under the same heads. Texts are written as texts, so that nothing in them is ever run as
/// a formula. The file appears when it is finished, whole or not at all.
class XlsxWriter {
public:
    enum class Kind { Text, Number, Day };
    struct Column {
        std::string title;
        Kind kind = Kind::Text;
        double width = 12;  ///< in characters
    };

    /// Throws Error "export.cannot_write".
    XlsxWriter(std::filesystem::path file, std::string sheet, std::vector<Column> columns);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    // The cells of a row from left to right.
    void text(std::string_view value);
    void number(double value);
    void day(Day value);
    void empty();
    void endRow();

    /// Throws Error "export.cannot_write" where the disk refuses.
    void finish();

    static constexpr std::uint32_t rowsOfSheet = 1'048'576;

private:
    struct State;
    void beginSheet();
    std::unique_ptr<State> m_state;
};

}  // namespace foresell
