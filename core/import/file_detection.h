// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/import/column_guess.h"
#include "core/import/import_options.h"
#include "core/import/order_states.h"
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
    PresetMatch preset;                       ///< the export that it is
    std::vector<DateBasis> dateBases;         ///< days among which one can choose
    std::optional<DateBasis> dateBasis;       ///< the one that counts
    std::vector<std::size_t> dateFallbacks;   ///< columns of other days, for rows without that one
    std::vector<OrderStates::Column> states;  ///< columns that tell what became of an order
    std::vector<std::size_t> paidColumns;     ///< that say when it was paid
    std::vector<std::size_t> repeatsDown;     ///< written on the first line of an order alone
    std::string signature;                    ///< of the names of the columns, in any order
    bool hasHeader = true;
    std::int64_t headerRow = 1;  ///< 1 = first row of the file; 0 without a header
    std::vector<ColumnGuess> columns;
    FieldColumns fields;
    NumberFormat numbers;
    DateOrder dateOrder = DateOrder::DayFirst;
    std::optional<DateSystem> serialDates;  ///< days are numbers
    std::optional<Day> weekOne;             ///< weeks are numbers, counted from the one that begins on this day
    std::optional<std::size_t> stages;      ///< column that tells the deposits of presales from their balances
    bool hasProductLists = false;           ///< the name of a line lists several products with their quantities
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

/// The key of ImportOptions::knownColumns for a column of files with this signature.
std::string knownColumnKey(const std::string& signature, const std::string& columnName);

/// "long", "dates across", "items across".
std::string layoutName(TableLayout layout);

/// For the details of an import and the command line.
nlohmann::json toJson(const FileDetection& detection);

}  // namespace foresell
