// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/import/date_format.h"
#include "core/import/encoding.h"
#include "core/import/field.h"
#include "core/import/import_preset.h"

namespace foresell {

/// What a person may correct; whatever is left open is detected.
struct ImportOptions {
    std::optional<ImportRole> role;  ///< nothing: by the columns and the file's name
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::string sheet;             ///< of a workbook: its name or number from 1; "*": each of them; empty: the one with a table
    bool skipsHiddenRows = false;  ///< of a workbook
    std::optional<bool> isWide;  ///< days or items stand side by side
    std::optional<bool> hasHeader;
    std::optional<std::int64_t> headerRow;  ///< 1 = first row of the file
    std::optional<char> decimal;            ///< '.' or ','
    std::optional<DateOrder> dateOrder;
    std::optional<DateSystem> dateSystem;  ///< days are numbers, counted so
    std::optional<Day> weekOne;            ///< weeks are numbers, and the first begins on this day
    /// Field name -> column name, as written in the file; an empty column name says that the field is not there.
    std::map<std::string, std::string> fields;
    /// Columns that earlier imports of the project took for a field: name of the column, and before it the signature of its
    /// file, as `knownColumnKey` -> field name. A guess, not an order.
    std::map<std::string, std::string> knownColumns;
    std::string preset;                  ///< name of a preset; "none"; empty: the one that fits
    std::optional<DateBasis> dateBasis;  ///< which day counts, where the preset knows several
    bool dryRun = false;  ///< count, store nothing
};

using ImportFiles = std::vector<std::filesystem::path>;

}  // namespace foresell
