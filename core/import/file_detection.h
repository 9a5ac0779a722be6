// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/import/column_guess.h"
#include "core/import/import_options.h"
#include "core/import/number_format.h"
#include "core/import/table_source.h"

namespace foresell {

/// What was found out about a table from its first rows, corrected by the options.
struct FileDetection {
    ImportRole role = ImportRole::Sales;
    EncodingGuess encoding;
    CsvFormat format;
    TableLayout layout = TableLayout::Long;
    bool isTyped = false;  ///< from typed cells: numbers are written with '.'
    std::vector<std::string> sheets;  ///< of the workbook; empty where it is none
    std::string sheet;
    std::int64_t hiddenRows = 0;
    bool hasHeader = true;
    std::int64_t headerRow = 1;  ///< 1 = first row of the file; 0 without a header
    std::vector<ColumnGuess> columns;
    FieldColumns fields;
    NumberFormat numbers;
    DateOrder dateOrder = DateOrder::DayFirst;
    std::optional<DateSystem> serialDates;  ///< days are numbers
    bool isDateOrderOpen = false;  ///< every date so far can be read in both orders
    bool isDateYearFirst = true;   ///< so the order does not matter
};

/// What was detected of a table, and the rows that told it.
struct DetectedTable {
    FileDetection detection;
    SampleTable sample;
    bool isWhole = false;    ///< the sample is the whole table
    double sampleShare = 1;  ///< of the table; 0: not known
};

/// Looks at the table. Throws Error "import.*" when it cannot be read, is empty or no table.
DetectedTable detectTable(TableSource& source, const ImportOptions& options);

/// Fields that the role needs and no column has.
std::vector<Field> missingFields(const FileDetection& detection);

/// "day first", "month first", "year first": as in the details of an import.
std::string dateFormatName(const FileDetection& detection);

/// "long", "dates across", "items across".
std::string layoutName(TableLayout layout);

/// For the details of an import and the command line.
nlohmann::json toJson(const FileDetection& detection);

}  // namespace foresell
