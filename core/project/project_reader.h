// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/catalog/sale_batch.h"
#include "core/project/project_types.h"
#include "core/project/sale_chunk.h"

namespace foresell {

struct ChunkInfo {
    std::int64_t id = 0;
    ImportId import;
    std::int32_t lines = 0;
    Day firstDay = noDay, lastDay = noDay;
};

/// Reads a project file, beside its writer or alone; any number at a time. It sees finished imports only. Every blob is
/// checked against its checksum as it is read: Error "project.damaged" names what is lost.
/// Not for use by several threads at once.
class ProjectReader {
public:
    static std::unique_ptr<ProjectReader> open(const std::filesystem::path& path);
    /// Opens a damaged project as well, as far as it can be read: names and settings may be wrong, lines are not.
    static std::unique_ptr<ProjectReader> openDamaged(const std::filesystem::path& path);
    ~ProjectReader();

    /// Reads every page in use and every index; throws "project.damaged" at the first that is wrong.
    void checkPages() const;

    const std::filesystem::path& path() const;
    ProjectSettings settings() const;
    std::int64_t revision() const;

    std::vector<ImportRecord> imports() const;
    std::vector<Reject> rejects(ImportId import, std::int64_t offset, std::int64_t limit) const;
    /// True when a finished import read a file with this digest.
    bool knowsFile(const std::string& fileDigest) const;

    /// A style of which no list says more is described by its variants.
    std::vector<ItemRecord> items() const;
    std::vector<PlaceRecord> locations() const;
    std::vector<PlaceRecord> channels() const;

    /// How items belong together, as the last import says that tells of the bundle, the item with gifts, the variant or
    /// the replaced item.
    std::vector<ItemLink> links() const;

    /// Visible chunks in the order of their import and file, those that overlap [from, to] where given.
    std::vector<ChunkInfo> chunks(std::optional<Day> from = {}, std::optional<Day> to = {}) const;
    /// How many lines of each day and item a chunk holds, as in chunk_contents.h.
    std::string readContents(std::int64_t chunk) const;
    void readChunk(std::int64_t chunk, SaleBatch& batch) const;
    void readDigests(std::int64_t chunk, std::vector<Digest>& into) const;
    /// Marks of the cleaning that is in force; none where the chunk was not cleaned.
    std::optional<ChunkMarks> readMarks(std::int64_t chunk) const;
    std::int64_t lineCount() const;
    /// Lines of earlier days were erased or summed and are not taken any more; noDay: all are.
    Day linesFrom() const;
    /// How many steps undo and redo remember.
    std::int64_t undoSteps() const;

    /// The covariates of finished plan imports, batch by batch in the order of their import.
    void readPlan(const std::function<void(const PlanBatch&)>& visit) const { readDays("plan", visit); }
    /// The same of another role whose files tell of days: "stock", "behaviour", "signals".
    void readDays(const std::string& role, const std::function<void(const PlanBatch&)>& visit) const;

    std::string recipe() const;           ///< JSON; empty: the default recipe
    std::string calendarEdits() const;    ///< JSON of CalendarEdits; empty: none
    std::string features() const;         ///< JSON of FeatureSettings; empty: nothing chosen
    std::string cleaningSummary() const;  ///< JSON; empty: not cleaned since the last import

    std::vector<RunRecord> runs() const;  ///< newest first
    std::optional<RunRecord> run(RunId run) const;
    std::string model(RunId run) const;
    std::optional<SeriesHistory> history(RunId run) const;
    /// The run that the forecast is made by: the one that `ProjectWriter::useForecast` chose, else the newest that has one;
    /// 0: none has.
    RunId forecastRun() const;
    /// The newest forecast of a run; of `forecastRun` when `run` is absent.
    std::optional<ForecastRecord> forecast(RunId run = {}) const;

private:
    struct State;
    explicit ProjectReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace foresell
