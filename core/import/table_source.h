// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/import/csv_format.h"
#include "core/import/import_options.h"
#include "core/import/row_source.h"

namespace foresell {

/// A row that was read to look at it.
struct SampleRow {
    std::int64_t number = 0;  ///< as TableRow::number
    std::vector<std::string> cells;
};

/// A long table has a row for each item and day; a wide one has days, or items, side by side.
enum class TableLayout { Long, DatesAcross, ItemsAcross };

/// The first rows of a table and what was found out about its form by reading them.
struct TableLook {
    std::vector<SampleRow> rows;
    EncodingGuess encoding;
    CsvFormat format;         ///< of text
    TableLayout layout = TableLayout::Long;  ///< of the source; the rows are long always
    bool isTyped = false;     ///< numbers and days come from typed cells, not from text that must be understood
    bool isWhole = false;     ///< the rows are all there are
    double share = 0;         ///< of the table that the rows are, 0 to 1; 0: not known
    std::vector<std::string> sheets;  ///< of the workbook that the table is in; empty where it is in none
    std::string sheet;                ///< the one that the table is
    std::int64_t hiddenRows = 0;      ///< that the spreadsheet does not show
};

/// Something that holds one table and can be imported: a text file, a sheet of a workbook, a query of a database. It is
/// looked at first and then read from its first row, once or several times.
class TableSource {
public:
    virtual ~TableSource() = default;

    /// As shown and as recorded with the import: "orders.csv", "book.xlsx / March".
    virtual std::string name() const = 0;
    /// Bytes to be read, for the progress; 0: not known.
    virtual std::int64_t bytes() const = 0;
    /// XXH3-128 of the source in hexadecimal, by which it is known again; empty where it has none.
    virtual std::string digest() const = 0;
    /// False where the rows can be had only once, as from the standard input.
    virtual bool canReread() const { return true; }

    /// Reads the first rows. Throws Error "import.*" where that cannot be done.
    virtual TableLook look(const ImportOptions& options) = 0;
    /// The rows from the first one on, as `look`, which comes before, found them to be written.
    virtual std::unique_ptr<RowSource> rows() = 0;
};

using TableSources = std::vector<std::unique_ptr<TableSource>>;

/// The tables of the files: one of a text file; of a workbook the sheet that the options name, else the first with a
/// table in it; of a zip archive that of each text file and workbook in it. Throws Error "import.*".
TableSources openTables(const ImportFiles& files, const ImportOptions& options);
/// A table that was pasted.
TableSources openText(std::string name, std::string text);

}  // namespace foresell
