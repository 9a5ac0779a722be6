// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/import_messages.h"

#include "core/base/json_fields.h"

namespace foresell {

namespace {

using json_fields::number;
using json_fields::read;
using json_fields::readNumber;
using nlohmann::json;

}  // namespace

void to_json(json& to, const DatabaseRequest& value) {
    to = {{"url", value.url}, {"password", value.password}, {"table", value.table}, {"query", value.query}, {"adds_up", value.addsUp}};
}

void from_json(const json& from, DatabaseRequest& value) {
    read(from, "url", value.url);
    read(from, "password", value.password);
    read(from, "table", value.table);
    read(from, "query", value.query);
    read(from, "adds_up", value.addsUp);
}

void to_json(json& to, const DatabaseTables& value) {
    to = {{"database", value.database}, {"tables", json::array()}};
    for (const DatabaseTableFacts& table : value.tables) {
        to["tables"].push_back({{"name", table.name}, {"is_view", table.isView}, {"rows", table.rows}});
    }
}

void from_json(const json& from, DatabaseTables& value) {
    read(from, "database", value.database);
    const json* tables = json_fields::find(from, "tables");
    for (const json& each : tables != nullptr && tables->is_array() ? *tables : json::array()) {
        DatabaseTableFacts& table = value.tables.emplace_back();
        read(each, "name", table.name);
        read(each, "is_view", table.isView);
        read(each, "rows", table.rows);
    }
}

void to_json(json& to, const DatabaseQuery& value) {
    to = {{"query", value.query}};
}

void from_json(const json& from, DatabaseQuery& value) {
    read(from, "query", value.query);
}

void to_json(json& to, const ImportColumn& value) {
    to = {{"name", value.name},
          {"field", value.field},
          {"use", value.use},
          {"kind", value.kind},
          {"samples", value.samples},
          {"confidence", number(value.confidence)},
          {"evidence", value.evidence}};
}

void from_json(const json& from, ImportColumn& value) {
    read(from, "name", value.name);
    read(from, "field", value.field);
    read(from, "use", value.use);
    read(from, "kind", value.kind);
    read(from, "samples", value.samples);
    readNumber(from, "confidence", value.confidence);
    read(from, "evidence", value.evidence);
}

void to_json(json& to, const ImportFault& value) {
    to = {{"row", value.row}, {"column", value.column}, {"reason", value.reason}};
}

void from_json(const json& from, ImportFault& value) {
    read(from, "row", value.row);
    read(from, "column", value.column);
    read(from, "reason", value.reason);
}

void to_json(json& to, const Reject& value) {
    to = {{"row", value.row}, {"reason", value.reason}, {"column", value.column}, {"text", value.text}};
}

void from_json(const json& from, Reject& value) {
    read(from, "row", value.row);
    read(from, "reason", value.reason);
    read(from, "column", value.column);
    read(from, "text", value.text);
}

void to_json(json& to, const ImportRequest& value) {
    to = {{"files", value.files},
          {"text", value.text},
          {"corrects", value.corrects},
          {"rows", value.rows},
          {"role", value.role},
          {"fields", value.fields},
          {"encoding", value.encoding},
          {"delimiter", value.delimiter},
          {"sheet", value.sheet},
          {"skips_hidden_rows", value.skipsHiddenRows},
          {"layout", value.layout},
          {"preset", value.preset},
          {"date_counts", value.dateCounts},
          {"date_format", value.dateFormat},
          {"decimal_separator", value.decimalSeparator},
          {"header_row", value.headerRow},
          {"is_dry_run", value.isDryRun}};
    if (value.database.isSet()) {
        to["database"] = value.database;
    }
}

void from_json(const json& from, ImportRequest& value) {
    read(from, "files", value.files);
    read(from, "text", value.text);
    read(from, "corrects", value.corrects);
    read(from, "rows", value.rows);
    read(from, "role", value.role);
    read(from, "fields", value.fields);
    read(from, "encoding", value.encoding);
    read(from, "delimiter", value.delimiter);
    read(from, "sheet", value.sheet);
    read(from, "skips_hidden_rows", value.skipsHiddenRows);
    read(from, "layout", value.layout);
    read(from, "preset", value.preset);
    read(from, "date_counts", value.dateCounts);
    read(from, "date_format", value.dateFormat);
    read(from, "decimal_separator", value.decimalSeparator);
    read(from, "header_row", value.headerRow);
    read(from, "is_dry_run", value.isDryRun);
    read(from, "database", value.database);
}

void to_json(json& to, const ImportPreviewResult& value) {
    to = {{"file", value.file},
          {"role", value.role},
          {"encoding", value.encoding},
          {"delimiter", value.delimiter},
          {"sheets", value.sheets},
          {"sheet", value.sheet},
          {"layout", value.layout},
          {"preset", value.preset},
          {"preset_english", value.presetEnglish},
          {"preset_chinese", value.presetChinese},
          {"preset_missing", value.presetMissing},
          {"preset_added", value.presetAdded},
          {"date_choices", value.dateChoices},
          {"date_counts", value.dateCounts},
          {"tables", value.tables},
          {"hidden_rows", value.hiddenRows},
          {"has_header", value.hasHeader},
          {"header_row", value.headerRow},
          {"encoding_confidence", number(value.encodingConfidence)},
          {"date_format", value.dateFormat},
          {"decimal_separator", value.decimalSeparator},
          {"columns", value.columns},
          {"rows", value.rows},
          {"faults", value.faults},
          {"missing", value.missing},
          {"is_date_order_open", value.isDateOrderOpen},
          {"bytes", value.bytes},
          {"sample_rows", value.sampleRows},
          {"sample_rejected", value.sampleRejected},
          {"estimated_rows", value.estimatedRows}};
}

void from_json(const json& from, ImportPreviewResult& value) {
    read(from, "file", value.file);
    read(from, "role", value.role);
    read(from, "encoding", value.encoding);
    read(from, "delimiter", value.delimiter);
    read(from, "sheets", value.sheets);
    read(from, "sheet", value.sheet);
    read(from, "layout", value.layout);
    read(from, "preset", value.preset);
    read(from, "preset_english", value.presetEnglish);
    read(from, "preset_chinese", value.presetChinese);
    read(from, "preset_missing", value.presetMissing);
    read(from, "preset_added", value.presetAdded);
    read(from, "date_choices", value.dateChoices);
    read(from, "date_counts", value.dateCounts);
    read(from, "tables", value.tables);
    read(from, "hidden_rows", value.hiddenRows);
    read(from, "has_header", value.hasHeader);
    read(from, "header_row", value.headerRow);
    readNumber(from, "encoding_confidence", value.encodingConfidence);
    read(from, "date_format", value.dateFormat);
    read(from, "decimal_separator", value.decimalSeparator);
    read(from, "columns", value.columns);
    read(from, "rows", value.rows);
    read(from, "faults", value.faults);
    read(from, "missing", value.missing);
    read(from, "is_date_order_open", value.isDateOrderOpen);
    read(from, "bytes", value.bytes);
    read(from, "sample_rows", value.sampleRows);
    read(from, "sample_rejected", value.sampleRejected);
    read(from, "estimated_rows", value.estimatedRows);
}

void to_json(json& to, const ImportResult& value) {
    to = {{"imports", value.imports},
          {"counts", value.counts},
          {"reject_reasons", value.rejectReasons},
          {"rejects", value.rejects},
          {"is_dry_run", value.isDryRun},
          {"seconds", number(value.seconds)},
          {"transferred_bytes", value.transferredBytes}};
}

void from_json(const json& from, ImportResult& value) {
    read(from, "imports", value.imports);
    read(from, "counts", value.counts);
    read(from, "reject_reasons", value.rejectReasons);
    read(from, "rejects", value.rejects);
    read(from, "is_dry_run", value.isDryRun);
    readNumber(from, "seconds", value.seconds);
    read(from, "transferred_bytes", value.transferredBytes);
}

void to_json(json& to, const ImportUndoRequest& value) {
    to = {{"import", value.import}};
}

void from_json(const json& from, ImportUndoRequest& value) {
    read(from, "import", value.import);
}

}  // namespace foresell
