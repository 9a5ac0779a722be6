// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/error.h"
#include "core/engine/commands.h"
#include "core/engine/database_tables.h"
#include "core/engine/import_options.h"
#include "core/import/rejected_rows.h"

namespace foresell {

namespace {

ImportColumn columnOf(const ColumnGuess& guess, const ImportPreview& preview, std::size_t at) {
    ImportColumn column;
    column.name = guess.name;
    column.use = columnUseName(guess.use);
    column.field = guess.field ? std::string(fieldName(*guess.field)) : std::string();
    column.confidence = guess.confidence;
    column.evidence = guess.evidence;
    column.kind = at < preview.kinds.size() ? preview.kinds[at] : std::string();
    for (const auto& row : preview.rows) {
        if (column.samples.size() < 5 && at < row.size() && !row[at].empty()) {
            column.samples.push_back(row[at]);
        }
    }
    return column;
}

/// What the request names: a table of a database, files, folders with what is new in them, a pasted table or corrected rows.
TableSources tablesOf(const ProjectReader* reader, const ImportRequest& request, ImportOptions& options, const JobControl& job) {
    if (request.database.isSet()) {
        TableSources tables;
        tables.push_back(databaseTable(request, options, job));
        return tables;
    }
    if (request.corrects != 0 && reader != nullptr) {
        TableSources tables;
        tables.push_back(correctedRows(*reader, ImportId{request.corrects}, request.rows, options));
        return tables;
    }
    if (!request.text.empty()) {
        return openText("pasted table", request.text);
    }
    ImportFiles files;
    for (const auto& file : filesOf(request)) {
        if (!std::filesystem::is_directory(file) || reader == nullptr) {
            files.push_back(file);
            continue;
        }
        for (const NewFile& found : findNewFiles(*reader, file)) {
            files.push_back(found.path);
        }
    }
    return openTables(files, options);
}

}  // namespace

ImportPreviewResult previewFile(const ProjectReader* reader, const ImportRequest& request,
                                const JobControl& job) {
    job.throwIfCancelled();
    ImportOptions options = importOptions(request);
    if (reader != nullptr) {
        options.knownColumns = knownColumnsOf(*reader);
    }
    const std::vector<ImportPreview> previews = previewImport(tablesOf(reader, request, options, job), options);
    if (previews.empty()) {
        throw Error("protocol.bad_params", "name a file to preview");
    }
    const ImportPreview& preview = previews.front();
    ImportPreviewResult result;
    describe(preview.detection, result);
    result.file = preview.file;
    result.tables = std::ssize(previews);
    result.bytes = preview.bytes;
    result.rows = preview.rows;
    result.sampleRows = preview.sampleRows;
    result.sampleRejected = preview.sampleRejected;
    result.estimatedRows = preview.estimatedRows;
    for (const PreviewFault& fault : preview.faults) {
        result.faults.push_back({fault.row, fault.column, fault.reason});
    }
    for (const Field field : preview.missing) {
        result.missing.emplace_back(fieldName(field));
    }
    const std::vector<ColumnGuess>& columns = preview.detection.columns;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        result.columns.push_back(columnOf(columns[at], preview, at));
    }
    return result;
}

ImportResult importFiles(OpenProject& project, const ImportRequest& request, const JobControl& job) {
    ImportOptions options = importOptions(request);
    const TableSources tables = tablesOf(ProjectReader::open(project.writer().path()).get(), request, options, job);
    const ImportSummary summary = runImport(project.writer(), tables, options, job);
    if (!summary.isDryRun) {
        project.announce("import");
        includeStructure(project);
    }
    ImportResult result = resultOf(summary);
    if (request.database.isSet()) {
        result.transferredBytes = static_cast<const DatabaseTable&>(*tables.front()).transferredBytes();
    }
    return result;
}

}  // namespace foresell
