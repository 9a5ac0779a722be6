// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/import/zip_archive.h"

namespace foresell {

/// A cell as text: numbers with '.', days as "2025-12-31" or "2025-12-31 08:30:00", formulas as their last result.
struct SheetCell {
    std::string text;
    bool isNumber = false;    ///< a number that is no day
    std::size_t column = 0;   ///< from 0
    std::size_t repeats = 1;  ///< so many cells like it follow one another
};

struct SheetRow {
    std::int64_t number = 0;   ///< 1 = first row of the sheet
    std::int64_t repeats = 1;  ///< so many rows like it follow one another
    bool isHidden = false;
    std::vector<SheetCell> cells;  ///< that hold something, from left to right
};

/// Cells joined into one. Rows from 1, columns from 0; both ends are in it.
struct MergedCells {
    std::int64_t firstRow = 0, lastRow = 0;
    std::size_t firstColumn = 0, lastColumn = 0;
};

/// Reads one sheet from its first row, in bounded memory. Empty rows are left out.
class SheetReader {
public:
    static constexpr std::int64_t mostRows = 1'048'576;
    static constexpr std::size_t mostColumns = 16'384;

    virtual ~SheetReader() = default;
    /// False at the end. Throws Error "import.damaged_workbook", "import.unsafe_xml" or "import.unsafe_zip".
    virtual bool next(SheetRow& row) = 0;
    /// All of them only at the end.
    virtual const std::vector<MergedCells>& merged() const = 0;
    /// Bytes of the sheet read so far.
    virtual std::int64_t position() const = 0;
};

/// A spreadsheet file: XLSX (also as written by Apache POI and others, with text in the cells) or ODS.
class Workbook {
public:
    struct Sheet {
        std::string name;
        bool isHidden = false;
        std::int64_t bytes = 0;  ///< to be read for it
    };

    virtual ~Workbook() = default;
    virtual const std::vector<Sheet>& sheets() const = 0;
    virtual std::unique_ptr<SheetReader> read(std::size_t sheet) const = 0;

    /// Null where the archive is no workbook. Throws as SheetReader.
    static std::shared_ptr<const Workbook> open(std::shared_ptr<const ZipArchive> archive);
};

/// Both throw as SheetReader; null where the archive is none.
std::shared_ptr<const Workbook> openXlsx(std::shared_ptr<const ZipArchive> archive);
std::shared_ptr<const Workbook> openOds(std::shared_ptr<const ZipArchive> archive);

}  // namespace foresell
