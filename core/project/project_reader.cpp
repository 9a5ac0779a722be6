// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_reader.h"

#include "core/project/database.h"
#include "core/project/item_links.h"
#include "core/project/project_rows.h"
#include "core/project/record_codec.h"
#include "core/project/settings_table.h"

namespace foresell {

namespace {

Fixed money(const SQLite::Column& column) {
    return column.isNull() ? fixedMissing : column.getInt64();
}

ImportRecord importRecord(SQLite::Statement& row) {
    ImportRecord record;
    record.id = {row.getColumn(0).getInt()};
    record.source = {row.getColumn(1).getString(), row.getColumn(2).getString(), row.getColumn(3).getInt64(),
                     row.getColumn(4).getString()};
    record.state = row.getColumn(5).getString();
    record.finishedAt = row.getColumn(6).getInt64();
    record.counts = {row.getColumn(7).getInt64(), row.getColumn(8).getInt64(), row.getColumn(9).getInt64(),
                     row.getColumn(10).getInt64(), row.getColumn(11).getInt64()};
    record.details = row.getColumn(12).getString();
    record.erased = row.getColumn(13).getInt64();
    return record;
}

RunRecord runRecord(SQLite::Statement& row) {
    RunRecord record;
    record.id = {row.getColumn(0).getInt()};
    record.createdAt = row.getColumn(1).getInt64();
    record.state = row.getColumn(2).getString();
    record.options = row.getColumn(3).getString();
    record.result = row.getColumn(4).getString();
    record.dataHash = row.getColumn(5).getString();
    record.hasModel = row.getColumn(6).getInt() != 0;
    return record;
}

/// What a crash left beside the file can only be taken in where the folder can be written.
bool hasUnfinishedLog(const std::filesystem::path& path) {
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(path.string() + "-wal", missing);
    return !missing && bytes > 0;
}

constexpr const char* runColumns =
    "SELECT id, created_at, state, options, result, data_hash, EXISTS (SELECT 1 FROM model WHERE run = run.id) FROM run ";

}  // namespace

struct ProjectReader::State {
    State(const std::filesystem::path& file, SQLite::Database opened) : path(file), database(std::move(opened)) {}

    static std::unique_ptr<ProjectReader> open(const std::filesystem::path& file, OpenMode mode) {
        return translated(file, [&] {
            auto state = std::make_unique<State>(file, openDatabase(file, SQLite::OPEN_READONLY, mode));
            state->database.exec("PRAGMA query_only=ON");
            checkSchema(state->database, false);
            return std::unique_ptr<ProjectReader>(new ProjectReader(std::move(state)));
        });
    }

    std::filesystem::path path;
    mutable SQLite::Database database;

    template <typename Function>
    auto look(Function&& function) const {
        return translated(path, std::forward<Function>(function));
    }

    std::vector<PlaceRecord> places(const char* table) const {
        return look([&] {
            std::vector<PlaceRecord> all;
            SQLite::Statement row(database, std::string("SELECT id, code, name, attributes FROM ") + table + " ORDER BY id");
            while (row.executeStep()) {
                all.push_back({row.getColumn(0).getInt(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                               row.getColumn(3).getString()});
            }
            return all;
        });
    }

    std::string text(const char* sql) const {
        return look([&] {
            SQLite::Statement row(database, sql);
            return row.executeStep() ? row.getColumn(0).getString() : std::string();
        });
    }

    std::string runBlob(const char* table, RunId run) const {
        return look([&] {
            SQLite::Statement row(database, std::string("SELECT data, checksum FROM ") + table + " WHERE run = ?");
            row.bind(1, run.value);
            return row.executeStep() ? std::string(checkedBlob(row, 0, table)) : std::string();
        });
    }
};

ProjectReader::ProjectReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProjectReader::~ProjectReader() = default;

std::unique_ptr<ProjectReader> ProjectReader::open(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) {
        throw Error("project.missing", path.filename().string() + " is not there.",
                    "Check the path, or create the project first.", {{"file", path.filename().string()}});
    }
    try {
        return State::open(path, OpenMode::usual);
    } catch (const Error& error) {
        const bool cannotWrite = error.code() == "project.cannot_open" || error.code() == "project.read_only";
        if (!cannotWrite || hasUnfinishedLog(path)) {
            throw;
        }
    }
    return State::open(path, OpenMode::immutable);
}

std::unique_ptr<ProjectReader> ProjectReader::openDamaged(const std::filesystem::path& path) {
    return State::open(path, OpenMode::unchecked);
}

void ProjectReader::checkPages() const {
    m_state->look([&] {
        SQLite::Statement problems(m_state->database, "PRAGMA integrity_check(1)");
        if (!problems.executeStep() || problems.getColumn(0).getString() != "ok") {
            throwDamaged("the order of the pages");
        }
    });
}

const std::filesystem::path& ProjectReader::path() const {
    return m_state->path;
}

ProjectSettings ProjectReader::settings() const {
    return m_state->look([&] { return readSettings(m_state->database); });
}

std::int64_t ProjectReader::revision() const {
    return m_state->look([&] {
        return m_state->database.execAndGet("SELECT value FROM internal WHERE name = 'revision'").getInt64();
    });
}

std::vector<ImportRecord> ProjectReader::imports() const {
    return m_state->look([&] {
        std::vector<ImportRecord> all;
        SQLite::Statement row(m_state->database,
                              "SELECT id, role, name, bytes, file_digest, state, finished_at, read_rows, imported_rows, "
                              "rejected_rows, duplicate_rows, updated_rows, details, erased_rows FROM import WHERE state <> 'loading' "
                              "ORDER BY id");
        while (row.executeStep()) {
            all.push_back(importRecord(row));
        }
        return all;
    });
}

std::vector<Reject> ProjectReader::rejects(ImportId import, std::int64_t offset, std::int64_t limit) const {
    return m_state->look([&] {
        std::vector<Reject> page;
        SQLite::Statement row(m_state->database,
                              "SELECT row, reason, \"column\", text FROM reject WHERE import = ? ORDER BY row LIMIT ? OFFSET ?");
        row.bind(1, import.value);
        row.bind(2, limit);
        row.bind(3, offset);
        while (row.executeStep()) {
            page.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                            row.getColumn(3).getString()});
        }
        return page;
    });
}

bool ProjectReader::knowsFile(const std::string& fileDigest) const {
    return m_state->look([&] {
        SQLite::Statement row(m_state->database, "SELECT 1 FROM import WHERE state = 'done' AND file_digest = ?");
        row.bind(1, fileDigest);
        return row.executeStep();
    });
}

std::vector<ItemRecord> ProjectReader::items() const {
    return m_state->look([&] {
        std::vector<ItemRecord> all;
        SQLite::Statement row(m_state->database,
                              "SELECT id, code, name, category, brand, cost, price, attributes FROM item ORDER BY id");
        while (row.executeStep()) {
            all.push_back({{row.getColumn(0).getInt()},
                           row.getColumn(1).getString(),
                           row.getColumn(2).getString(),
                           row.getColumn(3).getString(),
                           row.getColumn(4).getString(),
                           money(row.getColumn(5)),
                           money(row.getColumn(6)),
                           row.getColumn(7).getString()});
        }
        describeStyles(readLinks(m_state->database), all);
        return all;
    });
}

std::vector<ItemLink> ProjectReader::links() const {
    return m_state->look([&] { return readLinks(m_state->database); });
}

std::vector<PlaceRecord> ProjectReader::locations() const {
    return m_state->places("location");
}

std::vector<PlaceRecord> ProjectReader::channels() const {
    return m_state->places("channel");
}

std::vector<ChunkInfo> ProjectReader::chunks(std::optional<Day> from, std::optional<Day> to) const {
    return m_state->look([&] {
        std::vector<ChunkInfo> all;
        SQLite::Statement row(m_state->database,
                              "SELECT sale_chunk.id, import, lines, first_day, last_day FROM sale_chunk "
                              "JOIN import ON import.id = sale_chunk.import AND import.state = 'done' "
                              "WHERE last_day >= ? AND first_day <= ? ORDER BY import, sale_chunk.id");
        row.bind(1, from.value_or(INT32_MIN));
        row.bind(2, to.value_or(INT32_MAX));
        while (row.executeStep()) {
            all.push_back({row.getColumn(0).getInt64(), {row.getColumn(1).getInt()}, row.getColumn(2).getInt(),
                           row.getColumn(3).getInt(), row.getColumn(4).getInt()});
        }
        return all;
    });
}

Day ProjectReader::linesFrom() const {
    return m_state->look([&] {
        SQLite::Statement row(m_state->database, "SELECT value FROM internal WHERE name = 'lines_from'");
        return row.executeStep() ? row.getColumn(0).getInt() : noDay;
    });
}

std::int64_t ProjectReader::undoSteps() const {
    return m_state->look([&] { return m_state->database.execAndGet("SELECT count(*) FROM edit").getInt64(); });
}

std::string ProjectReader::readContents(std::int64_t chunk) const {
    return m_state->look([&] {
        SQLite::Statement row(m_state->database, "SELECT contents, contents_checksum FROM sale_chunk WHERE id = ?");
        row.bind(1, chunk);
        if (!row.executeStep()) {
            throw Error("project.changed", "The sales have changed while they were read.", "Try again.");
        }
        return std::string(checkedBlob(row, 0, "the contents of a chunk"));
    });
}

void ProjectReader::readChunk(std::int64_t chunk, SaleBatch& batch) const {
    m_state->look([&] {
        SQLite::Statement row(m_state->database, "SELECT columns, columns_checksum FROM sale_chunk WHERE id = ?");
        row.bind(1, chunk);
        if (!row.executeStep()) {
            throw Error("project.changed", "The sales have changed while they were read.", "Try again.");
        }
        decodeSaleChunk(checkedBlob(row, 0, "a chunk of sale lines"),
                        static_cast<std::uint64_t>(row.getColumn(1).getInt64()), batch);
    });
}

void ProjectReader::readDigests(std::int64_t chunk, std::vector<Digest>& into) const {
    m_state->look([&] {
        SQLite::Statement row(m_state->database, "SELECT digests, digests_checksum FROM sale_chunk WHERE id = ?");
        row.bind(1, chunk);
        if (!row.executeStep()) {
            throw Error("project.changed", "The sales have changed while they were read.", "Try again.");
        }
        decodeDigests(checkedBlob(row, 0, "the digests of a chunk of sale lines"),
                      static_cast<std::uint64_t>(row.getColumn(1).getInt64()), into);
    });
}

std::optional<ChunkMarks> ProjectReader::readMarks(std::int64_t chunk) const {
    return m_state->look([&]() -> std::optional<ChunkMarks> {
        SQLite::Statement row(m_state->database, "SELECT data, checksum FROM sale_mark WHERE chunk = ?");
        row.bind(1, chunk);
        if (!row.executeStep()) {
            return std::nullopt;
        }
        return decodeMarks(checkedBlob(row, 0, "the cleaning of a chunk"), chunk);
    });
}

std::int64_t ProjectReader::lineCount() const {
    return m_state->look([&] {
        return m_state->database
            .execAndGet("SELECT coalesce(sum(lines), 0) FROM sale_chunk JOIN import ON import.id = sale_chunk.import AND "
                        "import.state = 'done'")
            .getInt64();
    });
}

void ProjectReader::readDays(const std::string& role, const std::function<void(const PlanBatch&)>& visit) const {
    m_state->look([&] {
        SQLite::Statement row(m_state->database,
                              "SELECT data, checksum FROM plan_chunk JOIN import ON import.id = plan_chunk.import AND "
                              "import.state = 'done' AND import.role = ? ORDER BY import, plan_chunk.id");
        row.bind(1, role);
        while (row.executeStep()) {
            visit(decodePlan(checkedBlob(row, 0, "a plan or stock")));
        }
    });
}

std::string ProjectReader::calendarEdits() const {
    return m_state->text("SELECT value FROM setting WHERE name = 'calendar'");
}

std::string ProjectReader::recipe() const {
    return m_state->text("SELECT value FROM setting WHERE name = 'recipe'");
}

std::string ProjectReader::features() const {
    return m_state->text("SELECT value FROM setting WHERE name = 'features'");
}

std::string ProjectReader::cleaningSummary() const {
    return m_state->text("SELECT value FROM internal WHERE name = 'cleaning_summary'");
}

std::vector<RunRecord> ProjectReader::runs() const {
    return m_state->look([&] {
        std::vector<RunRecord> all;
        SQLite::Statement row(m_state->database, std::string(runColumns) + "ORDER BY id DESC");
        while (row.executeStep()) {
            all.push_back(runRecord(row));
        }
        return all;
    });
}

std::optional<RunRecord> ProjectReader::run(RunId run) const {
    return m_state->look([&]() -> std::optional<RunRecord> {
        SQLite::Statement row(m_state->database, std::string(runColumns) + "WHERE id = ?");
        row.bind(1, run.value);
        return row.executeStep() ? std::optional(runRecord(row)) : std::nullopt;
    });
}

std::string ProjectReader::model(RunId run) const {
    return m_state->runBlob("model", run);
}

std::optional<SeriesHistory> ProjectReader::history(RunId run) const {
    const std::string bytes = m_state->runBlob("history", run);
    return bytes.empty() ? std::nullopt : std::optional(decodeHistory(bytes));
}

RunId ProjectReader::forecastRun() const {
    return m_state->look([&] { return readForecastRun(m_state->database); });
}

std::optional<ForecastRecord> ProjectReader::forecast(RunId run) const {
    run = run.value == 0 ? forecastRun() : run;
    return m_state->look([&]() -> std::optional<ForecastRecord> {
        SQLite::Statement row(m_state->database,
                              "SELECT data, checksum FROM forecast JOIN run ON run.id = forecast.run AND run.state = 'done' "
                              "WHERE run = ?1 ORDER BY origin DESC LIMIT 1");
        row.bind(1, run.value);
        if (!row.executeStep()) {
            return std::nullopt;
        }
        return decodeForecast(checkedBlob(row, 0, "the forecast"));
    });
}

}  // namespace foresell
