// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/protocol/project_messages.h"

namespace foresell {

/// Files to read and how. What is empty is detected.
struct ImportRequest {
    std::vector<std::string> files;             ///< paths
    std::string role = "sales";                 ///< sales, plan, items
    std::map<std::string, std::string> fields;  ///< field -> column name; "" = the field is not in the file
    std::string encoding, delimiter, dateFormat, decimalSeparator;
    bool isDryRun = false;  ///< read and count, keep nothing
};

struct ImportColumn {
    std::string name;
    std::string field;  ///< what the column is taken for; empty: not used
    std::string kind;   ///< text, number, date
    std::vector<std::string> samples;
};

/// What a file looks like and how it would be read.
struct ImportPreviewResult {
    std::string file, role;
    std::string encoding, delimiter, dateFormat, decimalSeparator;
    bool hasHeader = true;
    std::vector<ImportColumn> columns;
    std::vector<std::vector<std::string>> rows;  ///< the first rows, cell by cell
    std::vector<std::string> missing;            ///< fields that the role needs and no column has
    std::int64_t bytes = 0;
};

struct ImportResult {
    std::vector<ImportRecord> imports;  ///< one a file
    ImportCounts counts;                ///< over all files
    double seconds = 0;
};

struct ImportUndoRequest {
    std::int32_t import = 0;
};

void to_json(nlohmann::json& json, const ImportColumn& value);
void from_json(const nlohmann::json& json, ImportColumn& value);
void to_json(nlohmann::json& json, const ImportRequest& value);
void from_json(const nlohmann::json& json, ImportRequest& value);
void to_json(nlohmann::json& json, const ImportPreviewResult& value);
void from_json(const nlohmann::json& json, ImportPreviewResult& value);
void to_json(nlohmann::json& json, const ImportResult& value);
void from_json(const nlohmann::json& json, ImportResult& value);
void to_json(nlohmann::json& json, const ImportUndoRequest& value);
void from_json(const nlohmann::json& json, ImportUndoRequest& value);

}  // namespace foresell
