// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/import/file_detection.h"
#include "core/import/import_options.h"
#include "core/project/project_reader.h"
#include "core/project/project_writer.h"

namespace foresell {

/// A row of a preview that could not be imported as things are.
struct PreviewFault {
    std::int64_t row = 0;       ///< of ImportPreview::rows, from 0
    std::int64_t column = -1;   ///< the column at fault; -1: the row as such
    std::string reason;         ///< as in Reject
};

/// What a file looks like and how it would be read, from its first megabyte.
struct ImportPreview {
    std::string file;  ///< name without its folder
    std::int64_t bytes = 0;
    FileDetection detection;
    std::vector<std::vector<std::string>> rows;  ///< the first rows, cell by cell
    std::vector<std::string> kinds;              ///< by column: "text", "number", "date"
    std::vector<PreviewFault> faults;            ///< among `rows`; sales only
    std::vector<Field> missing;                  ///< fields that the role needs and no column has
    std::int64_t sampleRows = 0;                 ///< rows looked at
    std::int64_t sampleRejected = 0;             ///< of them, how many could not be imported
    std::int64_t estimatedRows = 0;              ///< of the whole file; 0: not known
};

/// One file of an import.
struct FileImport {
    ImportRecord record;  ///< id 0 after a dry run
    FileDetection detection;
    std::map<std::string, std::int64_t> rejectReasons;
    std::vector<Reject> firstRejects;  ///< the first 200, also after a dry run
};

struct ImportSummary {
    ImportCounts counts;  ///< over all files; balanced
    std::vector<FileImport> files;
    double seconds = 0;
    bool isDryRun = false;
};

/// What earlier imports took the columns for, as ImportOptions::knownColumns, so that a preview guesses as the import will.
std::map<std::string, std::string> knownColumnsOf(const ProjectReader& project);

/// Fast, even on large tables; the same detection as `runImport`.
std::vector<ImportPreview> previewImport(const TableSources& tables, const ImportOptions& options, std::size_t rows = 50);
std::vector<ImportPreview> previewImport(const ImportFiles& files, const ImportOptions& options, std::size_t rows = 50);

/// Imports the tables, each as an import of its own, all or none: when it is cancelled (throws Cancelled) or fails (throws
/// Error "import.*" or "project.*") the project is as it was. Columns that earlier imports took for a field are taken for it again.
ImportSummary runImport(ProjectWriter& project, const TableSources& tables, const ImportOptions& options, const JobControl& job);
ImportSummary runImport(ProjectWriter& project, const ImportFiles& files, const ImportOptions& options, const JobControl& job);

/// The tables of a folder that no earlier import has read, by name: items, their structure and locations first, then plans, stock, behaviour and signals, then sales.
struct NewFile {
    std::filesystem::path path;
    ImportRole role = ImportRole::Sales;
};
std::vector<NewFile> findNewFiles(const ProjectReader& project, const std::filesystem::path& folder);

/// Imports what is new in the folder; counts of nothing where nothing is.
ImportSummary importNewFiles(ProjectWriter& project, const std::filesystem::path& folder, const ImportOptions& options,
                             const JobControl& job);

/// For `foresell-cli import --json`: read, imported, rejected, duplicate, updated at its top level, then each file.
nlohmann::json toJson(const ImportSummary& summary);

}  // namespace foresell
