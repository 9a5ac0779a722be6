// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/import/byte_source.h"
#include "core/import/column_guess.h"
#include "core/import/csv_reader.h"
#include "core/import/import_options.h"
#include "core/import/number_format.h"

namespace foresell {

/// What was found out about a file from its first megabyte, corrected by the options.
struct FileDetection {
    ImportRole role = ImportRole::Sales;
    EncodingGuess encoding;
    CsvFormat format;
    bool hasHeader = true;
    std::int64_t headerRow = 1;  ///< 1 = first row of the file; 0 without a header
    std::vector<ColumnGuess> columns;
    FieldColumns fields;
    NumberFormat numbers;
    DateOrder dateOrder = DateOrder::DayFirst;
    bool isDateOrderOpen = false;  ///< every date so far can be read in both orders
    bool isDateYearFirst = true;   ///< so the order does not matter
};

/// A file with what was detected, ready to be read from its first byte.
struct DetectedFile {
    FileDetection detection;
    SampleTable sample;
    bool isWhole = false;              ///< the sample is the whole file
    double sampleShare = 1;            ///< of the file, by (compressed) bytes; 0: not known
    std::unique_ptr<ByteSource> bytes; ///< at the first byte
};

/// Opens and looks. Throws Error "import.*" when the file cannot be read, is empty or no table.
DetectedFile detectFile(const std::filesystem::path& path, const ImportOptions& options);
DetectedFile detectFile(std::unique_ptr<ByteSource> bytes, const std::string& name, const ImportOptions& options);

/// Fields that the role needs and no column has.
std::vector<Field> missingFields(const FileDetection& detection);

/// "day first", "month first", "year first": as in the details of an import.
std::string dateFormatName(const FileDetection& detection);

/// For the details of an import and the command line.
nlohmann::json toJson(const FileDetection& detection);

}  // namespace foresell
