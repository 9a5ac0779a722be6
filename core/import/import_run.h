// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "core/base/job.h"
#include "core/import/catalogue.h"
#include "core/import/importer.h"
#include "core/import/known_lines.h"
#include "core/import/line_keys.h"

namespace foresell {

/// Tells the progress of an import over all its files, at most twenty times a second, and asks whether to stop.
class ImportProgress {
public:
    ImportProgress(const JobControl& job, std::int64_t totalBytes);

    void beginFile(std::string name, std::int64_t bytes);
    /// Cheap; call it every few thousand rows. Throws Cancelled.
    void at(std::int64_t bytesOfFile, std::int64_t rowsOfFile);

private:
    using Clock = std::chrono::steady_clock;
    const JobControl& m_job;
    std::int64_t m_total;
    std::int64_t m_before = 0, m_ofFile = 0, m_rowsBefore = 0, m_rowsOfFile = 0;
    std::string m_name;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_last;
};

/// What the files of one call share.
struct ImportRun {
    ImportRun(ProjectWriter& project, const ImportOptions& options, const JobControl& job, std::int64_t totalBytes);

    ProjectWriter& project;
    const ImportOptions& options;
    const JobControl& job;
    ProjectSettings settings;
    std::unique_ptr<ProjectReader> reader;
    Catalogue catalogue;
    LineKeys keys;
    ShopClock clock;
    ImportProgress progress;

    KnownDigests knownDigests;
    HashSet knownOrders;
    bool hasEarlierLines = false;  ///< known lines were read
    bool keepsDigests = false;     ///< more sales files follow
};

/// Reads what earlier imports hold, once: digests, order numbers and the dates of names.
void readEarlierLines(ImportRun& run);

/// Each reads one file into an import that was begun (id 0: a dry run) and returns its rows.
struct FileCounts {
    ImportCounts counts;
    std::map<std::string, std::int64_t> rejectReasons;
    std::vector<Reject> firstRejects;
};
FileCounts importSales(ImportRun& run, DetectedFile& file, ImportId import);
FileCounts importPlan(ImportRun& run, DetectedFile& file, ImportId import, const std::filesystem::path& path);
FileCounts importItems(ImportRun& run, DetectedFile& file, ImportId import);

}  // namespace foresell
