// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/json_archive.h"
#include "core/protocol/project_messages.h"

namespace foresell {

/// A table or query of a database to read instead of files.
struct DatabaseRequest {
    std::string url;       ///< as databaseLocation reads it; holds no password
    std::string password;  ///< kept in memory alone, never stored or logged
    std::string table;     ///< as listed; empty: `query`
    std::string query;
    bool addsUp = false;   ///< by day, item, location and channel, on the server

    bool isSet() const { return !url.empty(); }
};

/// Files to read and how. What is empty is detected.
struct ImportRequest {
    std::vector<std::string> files;             ///< paths; of a folder: what no earlier import has read
    std::string text;                           ///< a table that was pasted, instead of files
    std::int32_t corrects = 0;                  ///< the import whose rejected rows `rows` are, corrected, instead of files
    std::vector<std::string> rows;
    std::string role = "sales";                 ///< sales, plan, items, ...; empty or auto: detected
    std::map<std::string, std::string> fields;  ///< field -> column name; "" = the field is not in the file
    std::string encoding, delimiter;
    std::string sheet;             ///< of a workbook: name or number from 1; "*": each that holds a table
    bool skipsHiddenRows = false;  ///< of a workbook
    std::string layout;            ///< "long", "wide"
    std::string preset;            ///< name of a preset; "none"
    std::string dateCounts;        ///< "ordered", "paid", "shipped"
    std::string dateFormat;        ///< "day first", "month first"
    std::string decimalSeparator;  ///< ".", ","
    std::int64_t headerRow = -1;   ///< 1 = first row of the file; 0: there is none; -1: detected
    bool isDryRun = false;         ///< read and count, keep nothing
    DatabaseRequest database;      ///< where it is set, there are no files
};

struct ImportColumn {
    std::string name;
    std::string field;  ///< what the column is taken for; empty: not used
    std::string use;    ///< field, covariate, attribute, personal (never stored), country, ignored
    std::string kind;   ///< text, number, date
    std::vector<std::string> samples;
    double confidence = 0;  ///< of the guess, 0..1
    std::string evidence;   ///< stable word: given, known, name, content, personal_name, ...
};

/// A row of a preview that could not be imported as things are.
struct ImportFault {
    std::int64_t row = 0;      ///< of `rows`, from 0
    std::int64_t column = -1;  ///< the column at fault; -1: the row as such
    std::string reason;        ///< as in Reject
};

/// What a file looks like and how it would be read.
struct ImportPreviewResult {
    std::string file, role;
    std::string encoding, delimiter, dateFormat, decimalSeparator;
    std::vector<std::string> sheets;  ///< of a workbook
    std::string sheet, layout;        ///< layout: "long", "dates across", "items across"
    std::string preset, presetEnglish, presetChinese;  ///< the export that it is, and its title
    std::vector<std::string> presetMissing, presetAdded;  ///< how its columns differ from those of before
    std::vector<std::string> dateChoices;  ///< "ordered", "paid", "shipped": days that could count
    std::string dateCounts;                ///< the one that does
    std::int64_t tables = 1;          ///< that the file holds and that are imported
    std::int64_t hiddenRows = 0;      ///< that the spreadsheet does not show
    bool hasHeader = true;
    std::int64_t headerRow = 1;       ///< 1 = first row of the file; 0: none
    double encodingConfidence = 0;    ///< 0..1
    std::vector<ImportColumn> columns;
    std::vector<std::vector<std::string>> rows;  ///< the first rows, cell by cell
    std::vector<ImportFault> faults;             ///< among `rows`
    std::vector<std::string> missing;            ///< fields that the role needs and no column has
    bool isDateOrderOpen = false;  ///< every date looked at can be read day first and month first
    std::int64_t bytes = 0;
    std::int64_t sampleRows = 0, sampleRejected = 0;  ///< looked at, and of them not importable
    std::int64_t estimatedRows = 0;                   ///< of the whole file; 0: not known
};

struct ImportResult {
    std::vector<ImportRecord> imports;  ///< one a file
    ImportCounts counts;                ///< over all files
    std::map<std::string, std::int64_t> rejectReasons;
    std::vector<Reject> rejects;  ///< the first 200 over all files
    bool isDryRun = false;
    double seconds = 0;
    std::int64_t transferredBytes = 0;  ///< of values that came from a database
};

/// What a database holds, for `database.tables`.
struct DatabaseTableFacts {
    std::string name;
    bool isView = false;
    std::int64_t rows = -1;  ///< as the server guesses; -1: not known
};
struct DatabaseTables {
    std::string database;  ///< as shown
    std::vector<DatabaseTableFacts> tables;
};
/// The SQL that an import of the request would send.
struct DatabaseQuery {
    std::string query;
};

struct ImportUndoRequest {
    std::int32_t import = 0;
};

void fields(JsonArchive& archive, DatabaseRequest& value);
void fields(JsonArchive& archive, DatabaseTableFacts& value);
void fields(JsonArchive& archive, DatabaseTables& value);
void fields(JsonArchive& archive, DatabaseQuery& value);
void fields(JsonArchive& archive, ImportColumn& value);
void fields(JsonArchive& archive, ImportFault& value);
void fields(JsonArchive& archive, Reject& value);
void fields(JsonArchive& archive, ImportRequest& value);
void fields(JsonArchive& archive, ImportPreviewResult& value);
void fields(JsonArchive& archive, ImportResult& value);
void fields(JsonArchive& archive, ImportUndoRequest& value);

}  // namespace foresell
