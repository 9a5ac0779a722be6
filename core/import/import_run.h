// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/job.h"
#include "core/import/catalogue.h"
#include "core/import/importer.h"
#include "core/import/known_lines.h"
#include "core/import/line_keys.h"
#include "core/import/open_deposits.h"
#include "core/import/order_join.h"
#include "core/import/shop_clock.h"

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
    HashSet itemisedOrders;  ///< of which lines with items are known, of earlier files too
    HashSet listedOrders;    ///< of earlier imports, of which a line without an item is known
    OrderJoin orders;        ///< of the lists of orders in this call
    OpenDeposits deposits;   ///< of presales, of files before
    std::size_t file = 0;    ///< which of this call is being read
    bool hasEarlierLines = false;  ///< known lines were read
    bool keepsDigests = false;     ///< more sales files follow
};

/// Reads what earlier imports hold, once: digests, order numbers and the dates of names.
void readEarlierLines(ImportRun& run);

/// Calls `visit` with every row below the header, tells the progress and throws Cancelled where the job was stopped.
void forEachRow(ImportRun& run, TableSource& table, FileDetection& detection, const std::function<void(const TableRow&)>& visit);

/// Each reads one table into an import that was begun (id 0: a dry run) and returns its rows.
struct FileCounts {
    ImportCounts counts;
    std::map<std::string, std::int64_t> rejectReasons;
    std::vector<Reject> firstRejects;
};
FileCounts importSales(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import);
/// Plans, stock and signals: numbers by day. Reads the table twice, to learn its words first; `sample` stands in for the first time where that cannot be.
FileCounts importPlan(ImportRun& run, TableSource& table, FileDetection& detection, const SampleTable& sample, ImportId import);
/// Adds up by day what people did.
FileCounts importBehaviour(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import);
/// How items belong together.
FileCounts importStructure(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import);
/// Items, locations and channels with their attributes.
FileCounts importItems(ImportRun& run, TableSource& table, FileDetection& detection, ImportId import);

}  // namespace foresell
