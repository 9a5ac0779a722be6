// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/catalog/sale_batch.h"
#include "core/project/project_types.h"
#include "core/project/sale_chunk.h"
#include "core/project/sale_rewrite.h"

namespace foresell {

/// The one writer of a project file, held by the engine: a lock on a side file keeps a second one out
/// (Error "project.locked" names the holder). Every change is one transaction; what a function has returned from is
/// on the disk. Safe to call from several threads. An import becomes visible by finishImport alone; what a crash left half loaded is swept on open.
class ProjectWriter {
public:
    /// Throws "project.exists" where the file is there already.
    static std::unique_ptr<ProjectWriter> create(const std::filesystem::path& path, ProjectSettings settings);
    /// Migrates an older file after a backup. Throws Error "project.*" where it cannot be opened.
    static std::unique_ptr<ProjectWriter> open(const std::filesystem::path& path);
    ~ProjectWriter();

    const std::filesystem::path& path() const;
    ProjectSettings settings() const;
    /// Counts every committed change; readers compare it to see whether to read anew.
    std::int64_t revision() const;
    /// 32 secret bytes of this project, for the digests of lines.
    std::string digestKey() const;

    // Imports
    ImportId beginImport(const ImportSource& source);
    void appendSales(ImportId import, const EncodedChunk& chunk);
    void appendPlan(ImportId import, const PlanBatch& batch);
    void appendRejects(ImportId import, const std::vector<Reject>& rejects);
    /// New and changed dictionary rows of the import; ids above the highest known are the importer's to give.
    struct Dictionaries {
        std::vector<ItemRecord> items;
        std::vector<PlaceRecord> locations;
        std::vector<PlaceRecord> channels;
        std::vector<ItemLink> links = {};
    };
    /// Makes the import visible in one transaction. Throws "import.unbalanced" when the counts do not add up.
    void finishImport(ImportId import, const ImportCounts& counts, const Dictionaries& dictionaries,
                      const std::string& details);
    void abandonImport(ImportId import);

    // Edits, each undoable
    void setSettings(const ProjectSettings& settings);
    void setRecipe(const std::string& json);
    void setCalendarEdits(const std::string& json);
    void setFeatures(const std::string& json);
    void undoImport(ImportId import);
    /// What undo or redo would do ("recipe", "features", "settings", "calendar", "undo_import"); empty: nothing.
    std::string undoName() const;
    std::string redoName() const;
    bool undo();
    bool redo();

    // Erasing, which nothing undoes
    /// Takes lines out for good, all or, when it is cancelled, none; the undo log and the cleaning go with them. Single
    /// lines before `linesFrom` (noDay: no such day) are not taken any more. `purge` has to follow.
    SaleRewriteCounts rewriteSales(SaleRewrite& rewrite, Day linesFrom, const JobControl& job);
    /// Leaves nothing behind of what was taken out: not in free pages, the write-ahead log or backups. Where the program
    /// died before it, opening the project does it.
    PurgeCounts purge();

    // Cleaning
    /// Marks of one chunk: one byte a line (0 kept, else the number of the step), and the corrected quantities as
    /// pairs of line and quantity.
    void storeCleaning(const std::string& recipeJson, const std::string& summaryJson,
                       const std::vector<ChunkMarks>& marks);

    // Runs and forecasts
    RunId beginRun(const std::string& options, const std::string& dataHash);
    void finishRun(RunId run, const std::string& state, const std::string& result);
    void storeModel(RunId run, const std::string& bytes);
    void storeHistory(RunId run, const SeriesHistory& history);
    /// Throws "forecast.immutable" when this run has issued a forecast for this origin.
    void storeForecast(const ForecastRecord& forecast);
    /// Removes a run with its model and forecast, which nothing brings back. Throws "run.in_use" where the forecast is made
    /// by it, "run.running" while it trains, "training.no_such_run".
    void removeRun(RunId run);
    /// From now on the forecast is made by this run. Throws "forecast.no_such_run" where it did not finish or has none.
    void useForecast(RunId run);

    /// Copies the project as it is now into `target`, which must not be there yet.
    void saveCopy(const std::filesystem::path& target);
    /// False when the last writer died: then a full check is worth its time.
    bool wasClosedCleanly() const;
    /// Ends cleanly: empties the write-ahead log and marks the file as closed.
    void close();

private:
    struct State;
    explicit ProjectWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Removes a closed project that has no backups yet: its file and those that lie beside it.
void removeProjectFiles(const std::filesystem::path& path);

}  // namespace foresell
