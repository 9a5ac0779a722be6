// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/import_messages.h"

namespace foresell {

using json_fields::asNumber;

void fields(JsonArchive& archive, DatabaseRequest& value) {
    archive("url", value.url);
    archive("password", value.password);
    archive("table", value.table);
    archive("query", value.query);
    archive("adds_up", value.addsUp);
}

void fields(JsonArchive& archive, DatabaseTableFacts& value) {
    archive("name", value.name);
    archive("is_view", value.isView);
    archive("rows", value.rows);
}

void fields(JsonArchive& archive, DatabaseTables& value) {
    archive("database", value.database);
    archive("tables", value.tables);
}

void fields(JsonArchive& archive, DatabaseQuery& value) {
    archive("query", value.query);
}

void fields(JsonArchive& archive, ImportColumn& value) {
    archive("name", value.name);
    archive("field", value.field);
    archive("use", value.use);
    archive("kind", value.kind);
    archive("samples", value.samples);
    archive("confidence", value.confidence, asNumber);
    archive("evidence", value.evidence);
}

void fields(JsonArchive& archive, ImportFault& value) {
    archive("row", value.row);
    archive("column", value.column);
    archive("reason", value.reason);
}

void fields(JsonArchive& archive, Reject& value) {
    archive("row", value.row);
    archive("reason", value.reason);
    archive("column", value.column);
    archive("text", value.text);
}

void fields(JsonArchive& archive, ImportRequest& value) {
    archive("files", value.files);
    archive("text", value.text);
    archive("corrects", value.corrects);
    archive("rows", value.rows);
    archive("role", value.role);
    archive("fields", value.fields);
    archive("encoding", value.encoding);
    archive("delimiter", value.delimiter);
    archive("sheet", value.sheet);
    archive("skips_hidden_rows", value.skipsHiddenRows);
    archive("layout", value.layout);
    archive("preset", value.preset);
    archive("date_counts", value.dateCounts);
    archive("date_format", value.dateFormat);
    archive("decimal_separator", value.decimalSeparator);
    archive("header_row", value.headerRow);
    archive("is_dry_run", value.isDryRun);
    if (archive.isReading() || value.database.isSet()) {
        archive("database", value.database);
    }
}

void fields(JsonArchive& archive, ImportPreviewResult& value) {
    archive("file", value.file);
    archive("role", value.role);
    archive("encoding", value.encoding);
    archive("delimiter", value.delimiter);
    archive("sheets", value.sheets);
    archive("sheet", value.sheet);
    archive("layout", value.layout);
    archive("preset", value.preset);
    archive("preset_english", value.presetEnglish);
    archive("preset_chinese", value.presetChinese);
    archive("preset_missing", value.presetMissing);
    archive("preset_added", value.presetAdded);
    archive("date_choices", value.dateChoices);
    archive("date_counts", value.dateCounts);
    archive("tables", value.tables);
    archive("hidden_rows", value.hiddenRows);
    archive("has_header", value.hasHeader);
    archive("header_row", value.headerRow);
    archive("encoding_confidence", value.encodingConfidence, asNumber);
    archive("date_format", value.dateFormat);
    archive("decimal_separator", value.decimalSeparator);
    archive("columns", value.columns);
    archive("rows", value.rows);
    archive("faults", value.faults);
    archive("missing", value.missing);
    archive("is_date_order_open", value.isDateOrderOpen);
    archive("bytes", value.bytes);
    archive("sample_rows", value.sampleRows);
    archive("sample_rejected", value.sampleRejected);
    archive("estimated_rows", value.estimatedRows);
}

void fields(JsonArchive& archive, ImportResult& value) {
    archive("imports", value.imports);
    archive("counts", value.counts);
    archive("reject_reasons", value.rejectReasons);
    archive("rejects", value.rejects);
    archive("is_dry_run", value.isDryRun);
    archive("seconds", value.seconds, asNumber);
    archive("transferred_bytes", value.transferredBytes);
}

void fields(JsonArchive& archive, ImportUndoRequest& value) {
    archive("import", value.import);
}

}  // namespace foresell
