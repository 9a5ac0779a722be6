// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_writer.h"

#include <sodium.h>
#include <sqlite3.h>

#include <chrono>
#include <mutex>
#include <optional>

#include "core/base/checksum.h"
#include "core/project/database.h"
#include "core/project/item_links.h"
#include "core/project/page_checksums.h"
#include "core/project/project_backup.h"
#include "core/project/project_edits.h"
#include "core/project/project_lock.h"
#include "core/project/project_purge.h"
#include "core/project/project_rows.h"
#include "core/project/record_codec.h"
#include "core/project/sale_rewriter.h"
#include "core/project/schema.h"
#include "core/project/settings_table.h"
#include "core/project/week_settings.h"

namespace foresell {

namespace {

constexpr int chunksPerCommit = 16;
constexpr std::int64_t secondsBetweenBackups = 24 * 3600;

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string randomHex(std::size_t bytes) {
    if (sodium_init() < 0) {
        throw Error("project.random", "The system gives no random numbers.");
    }
    std::string raw(bytes, '\0');
    randombytes_buf(raw.data(), raw.size());
    std::string hex(bytes * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(raw.data()), raw.size());
    hex.pop_back();
    return hex;
}

/// What an erasure could not do to its end, since the program died or the disk was full.
void finishPurge(SQLite::Database& database, const std::filesystem::path& path) {
    try {
        if (isMarkedForPurge(database)) {
            purge(database, path);
        }
    } catch (const Error&) {
        // Opening the project is worth more; it is tried again the next time.
    } catch (const SQLite::Exception&) {
    }
}

}  // namespace

struct ProjectWriter::State {
    State(const std::filesystem::path& file, int flags)
        : path(file), lock(file), database(openDatabase(file, flags)), edits(database) {}

    std::filesystem::path path;
    ProjectLock lock;
    SQLite::Database database;
    ProjectEdits edits;
    mutable std::recursive_mutex mutex;
    std::optional<SQLite::Transaction> loading;  // open while the chunks of an import are appended
    int chunksInTransaction = 0;
    bool isLoadIncomplete = false;
    bool wasClean = true;
    bool isClosed = false;

    void commitLoading() {
        if (loading) {
            guardLoading([&] { loading->commit(); });
            loading.reset();
            chunksInTransaction = 0;
        }
    }

    /// After a failure (a full disk) SQLite may have rolled back already: what was loaded since the last commit is lost,
    /// so that this import cannot be finished any more, while all else goes on.
    template <typename Function>
    void guardLoading(Function&& function) {
        try {
            function();
        } catch (...) {
            loading.reset();
            chunksInTransaction = 0;
            isLoadIncomplete = true;
            throw;
        }
    }

    /// Part of an import that is not yet visible: committed together with others, in any case before the next change.
    template <typename Function>
    void load(Function&& function) {
        const std::lock_guard guard(mutex);
        translated(path, [&] {
            guardLoading([&] {
                if (!loading) {
                    loading.emplace(database, SQLite::TransactionBehavior::IMMEDIATE);
                }
                function();
            });
            if (++chunksInTransaction >= chunksPerCommit) {
                commitLoading();
            }
        });
    }

    /// One change: all of it or nothing is on the disk when this returns or throws.
    template <typename Function>
    auto change(Function&& function) {
        const std::lock_guard guard(mutex);
        return translated(path, [&] {
            commitLoading();
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            if constexpr (std::is_void_v<decltype(function())>) {
                function();
                bumpRevision();
                transaction.commit();
            } else {
                auto result = function();
                bumpRevision();
                transaction.commit();
                return result;
            }
        });
    }

    template <typename Function>
    auto look(Function&& function) const {
        const std::lock_guard guard(mutex);
        return translated(path, std::forward<Function>(function));
    }

    void bumpRevision() { database.exec("UPDATE internal SET value = value + 1 WHERE name = 'revision'"); }

};

ProjectWriter::ProjectWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}

ProjectWriter::~ProjectWriter() {
    try {
        close();
    } catch (...) {
        // The file is as the last change left it, only not marked as closed.
        m_state->isClosed = true;
    }
}

std::unique_ptr<ProjectWriter> ProjectWriter::create(const std::filesystem::path& path, ProjectSettings settings) {
    if (std::filesystem::exists(path)) {
        throw Error("project.exists", path.filename().string() + " is there already.",
                    "Choose another name, or open it.", {{"file", path.filename().string()}});
    }
    if (settings.name.empty()) {
        settings.name = path.stem().string();
    }
    settings = withFittingWeeks(std::move(settings));
    settings.uuid = randomHex(16);
    return translated(path, [&] {
        auto state = std::make_unique<State>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Database& database = state->database;
        std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        int reserve = projectPageReserve;
        sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
        database.exec("PRAGMA page_size=" + std::to_string(projectPageSize));
        database.exec("PRAGMA secure_delete=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        SQLite::Transaction transaction(database);
        for (const std::string& migration : migrations()) {
            database.exec(migration);
        }
        database.exec("PRAGMA application_id=" + std::to_string(projectApplicationId));
        database.exec("PRAGMA user_version=" + std::to_string(migrations().size()));
        writeSettings(database, settings);
        SQLite::Statement internal(database, "INSERT INTO internal (name, value) VALUES ('revision', 0), "
                                             "('is_closed', 0), ('backed_up_at', ?), ('digest_key', ?)");
        internal.bind(1, now());
        internal.bind(2, randomHex(32));
        internal.exec();
        transaction.commit();
        return std::unique_ptr<ProjectWriter>(new ProjectWriter(std::move(state)));
    });
}

std::unique_ptr<ProjectWriter> ProjectWriter::open(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) {
        throw Error("project.missing", path.filename().string() + " is not there.",
                    "Check the path, or create the project first.", {{"file", path.filename().string()}});
    }
    return translated(path, [&] {
        auto state = std::make_unique<State>(path, SQLite::OPEN_READWRITE);
        SQLite::Database& database = state->database;
        checkSchema(database, true);
        database.exec("PRAGMA secure_delete=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        const auto version = static_cast<std::size_t>(schemaVersion(database));
        state->wasClean = database.execAndGet("SELECT value FROM internal WHERE name = 'is_closed'").getInt() == 1;
        const std::int64_t backedUp =
            database.execAndGet("SELECT value FROM internal WHERE name = 'backed_up_at'").getInt64();
        const bool isOld = version < migrations().size();
        const bool backsUp = isOld || now() - backedUp > secondsBetweenBackups;
        if (backsUp) {
            backUp(database, path);
        }
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        for (std::size_t next = version; next < migrations().size(); ++next) {
            database.exec(migrations()[next]);
        }
        database.exec("PRAGMA user_version=" + std::to_string(migrations().size()));
        if (backsUp) {
            database.exec("UPDATE internal SET value = " + std::to_string(now()) + " WHERE name = 'backed_up_at'");
        }
        database.exec("UPDATE internal SET value = 0 WHERE name = 'is_closed'");
        database.exec("UPDATE run SET state = 'failed' WHERE state = 'running'");
        std::vector<ImportId> leftOver;
        SQLite::Statement loading(database, "SELECT id FROM import WHERE state = 'loading'");
        while (loading.executeStep()) {
            leftOver.push_back({loading.getColumn(0).getInt()});
        }
        loading.reset();
        for (const ImportId import : leftOver) {
            deleteImportRows(database, import);
        }
        transaction.commit();
        finishPurge(database, path);
        return std::unique_ptr<ProjectWriter>(new ProjectWriter(std::move(state)));
    });
}

const std::filesystem::path& ProjectWriter::path() const {
    return m_state->path;
}

ProjectSettings ProjectWriter::settings() const {
    return m_state->look([&] { return readSettings(m_state->database); });
}

std::int64_t ProjectWriter::revision() const {
    return m_state->look([&] {
        return m_state->database.execAndGet("SELECT value FROM internal WHERE name = 'revision'").getInt64();
    });
}

std::string ProjectWriter::digestKey() const {
    const std::string hex = m_state->look([&] {
        return m_state->database.execAndGet("SELECT value FROM internal WHERE name = 'digest_key'").getString();
    });
    std::string key(hex.size() / 2, '\0');
    if (sodium_hex2bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), hex.data(), hex.size(), nullptr, nullptr,
                       nullptr) != 0 ||
        key.size() != 32) {
        throwDamaged("the key of the project");
    }
    return key;
}

ImportId ProjectWriter::beginImport(const ImportSource& source) {
    return m_state->change([&] {
        m_state->isLoadIncomplete = false;
        SQLite::Statement insert(m_state->database, "INSERT INTO import (role, name, bytes, file_digest, state) "
                                                    "VALUES (?, ?, ?, ?, 'loading')");
        insert.bind(1, source.role);
        insert.bind(2, source.name);
        insert.bind(3, source.bytes);
        insert.bind(4, source.fileDigest);
        insert.exec();
        return ImportId{static_cast<std::int32_t>(m_state->database.getLastInsertRowid())};
    });
}

void ProjectWriter::appendSales(ImportId import, const EncodedChunk& chunk) {
    m_state->load([&] { storeSaleChunk(m_state->database, import, chunk); });
}

void ProjectWriter::appendPlan(ImportId import, const PlanBatch& batch) {
    m_state->load([&] { storePlanChunk(m_state->database, import, batch); });
}

void ProjectWriter::appendRejects(ImportId import, const std::vector<Reject>& rejects) {
    m_state->load([&] { storeRejects(m_state->database, import, rejects); });
}

void ProjectWriter::finishImport(ImportId import, const ImportCounts& counts, const Dictionaries& dictionaries,
                                 const std::string& details) {
    if (!counts.isBalanced()) {
        throw Error("import.unbalanced", "The rows of the import do not add up.",
                    "Nothing was imported. Please report the file that shows this.");
    }
    m_state->change([&] {
        if (m_state->isLoadIncomplete) {
            throw Error("import.incomplete", "A part of the import could not be saved.", "Import the file again.");
        }
        storeItems(m_state->database, dictionaries.items);
        storePlaces(m_state->database, "location", dictionaries.locations);
        storePlaces(m_state->database, "channel", dictionaries.channels);
        storeLinks(m_state->database, import, dictionaries.links);
        SQLite::Statement update(m_state->database,
                                 "UPDATE import SET state = 'done', finished_at = ?, read_rows = ?, imported_rows = ?, "
                                 "rejected_rows = ?, duplicate_rows = ?, updated_rows = ?, details = ? WHERE id = ?");
        update.bind(1, now());
        update.bind(2, counts.read);
        update.bind(3, counts.imported);
        update.bind(4, counts.rejected);
        update.bind(5, counts.duplicate);
        update.bind(6, counts.updated);
        update.bind(7, details);
        update.bind(8, import.value);
        update.exec();
        // Bringing an undone import back would now count its lines twice.
        m_state->edits.forget("undo_import");
        m_state->database.exec("DELETE FROM internal WHERE name = 'cleaning_summary'");
    });
}

void ProjectWriter::abandonImport(ImportId import) {
    m_state->change([&] { deleteImportRows(m_state->database, import); });
}

void ProjectWriter::setSettings(const ProjectSettings& settings) {
    const ProjectSettings fitting = withFittingWeeks(settings);
    m_state->change([&] { m_state->edits.record("settings", [&] { writeSettings(m_state->database, fitting); }); });
}

void ProjectWriter::setRecipe(const std::string& json) {
    m_state->change([&] { m_state->edits.record("recipe", [&] { writeSetting(m_state->database, "recipe", json); }); });
}

void ProjectWriter::setCalendarEdits(const std::string& json) {
    m_state->change([&] { m_state->edits.record("calendar", [&] { writeSetting(m_state->database, "calendar", json); }); });
}

void ProjectWriter::setFeatures(const std::string& json) {
    m_state->change([&] { m_state->edits.record("features", [&] { writeSetting(m_state->database, "features", json); }); });
}

void ProjectWriter::undoImport(ImportId import) {
    m_state->change([&] {
        m_state->edits.record("undo_import", [&] {
            SQLite::Statement update(m_state->database,
                                     "UPDATE import SET state = 'undone' WHERE id = ? AND state = 'done'");
            update.bind(1, import.value);
            if (update.exec() == 0) {
                throw Error("import.unknown", "This import is not there.", "Choose one of the list.");
            }
        });
        m_state->database.exec("DELETE FROM internal WHERE name = 'cleaning_summary'");
    });
}

std::string ProjectWriter::undoName() const {
    return m_state->look([&] { return m_state->edits.undoName(); });
}

std::string ProjectWriter::redoName() const {
    return m_state->look([&] { return m_state->edits.redoName(); });
}

bool ProjectWriter::undo() {
    return m_state->change([&] {
        if (m_state->edits.undoName() != "features") {
            m_state->database.exec("DELETE FROM internal WHERE name = 'cleaning_summary'");
        }
        return m_state->edits.undo();
    });
}

bool ProjectWriter::redo() {
    return m_state->change([&] {
        if (m_state->edits.redoName() != "features") {
            m_state->database.exec("DELETE FROM internal WHERE name = 'cleaning_summary'");
        }
        return m_state->edits.redo();
    });
}

SaleRewriteCounts ProjectWriter::rewriteSales(SaleRewrite& rewrite, Day linesFrom, const JobControl& job) {
    return m_state->change([&] {
        SQLite::Database& database = m_state->database;
        const SaleRewriteCounts counts = SaleRewriter(database, rewrite, job).run();
        if (linesFrom != noDay) {
            SQLite::Statement from(database,
                                   "INSERT INTO internal (name, value) VALUES ('lines_from', ?) "
                                   "ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)");
            from.bind(1, linesFrom);
            from.exec();
        }
        markForPurge(database);
        return counts;
    });
}

PurgeCounts ProjectWriter::purge() {
    const std::lock_guard guard(m_state->mutex);
    return translated(m_state->path, [&] {
        m_state->commitLoading();
        return foresell::purge(m_state->database, m_state->path);
    });
}

void ProjectWriter::storeCleaning(const std::string& recipeJson, const std::string& summaryJson,
                                  const std::vector<ChunkMarks>& marks) {
    m_state->change([&] {
        SQLite::Database& database = m_state->database;
        if (readSetting(database, "recipe") != recipeJson) {
            m_state->edits.record("recipe", [&] { writeSetting(database, "recipe", recipeJson); });
        }
        database.exec("DELETE FROM sale_mark");
        storeMarks(database, marks);
        SQLite::Statement summary(database, "INSERT OR REPLACE INTO internal (name, value) VALUES ('cleaning_summary', ?)");
        summary.bind(1, summaryJson);
        summary.exec();
    });
}

RunId ProjectWriter::beginRun(const std::string& options, const std::string& dataHash) {
    return m_state->change([&] {
        SQLite::Statement insert(m_state->database,
                                 "INSERT INTO run (created_at, state, options, data_hash) VALUES (?, 'running', ?, ?)");
        insert.bind(1, now());
        insert.bind(2, options);
        insert.bind(3, dataHash);
        insert.exec();
        return RunId{static_cast<std::int32_t>(m_state->database.getLastInsertRowid())};
    });
}

void ProjectWriter::finishRun(RunId run, const std::string& state, const std::string& result) {
    m_state->change([&] {
        SQLite::Statement update(m_state->database, "UPDATE run SET state = ?, result = ? WHERE id = ?");
        update.bind(1, state);
        update.bind(2, result);
        update.bind(3, run.value);
        update.exec();
    });
}

void ProjectWriter::storeModel(RunId run, const std::string& bytes) {
    m_state->change([&] { storeRunBlob(m_state->database, "model", run, bytes); });
}

void ProjectWriter::storeHistory(RunId run, const SeriesHistory& history) {
    const std::string bytes = encodeHistory(history);
    m_state->change([&] { storeRunBlob(m_state->database, "history", run, bytes); });
}

void ProjectWriter::storeForecast(const ForecastRecord& forecast) {
    const std::string bytes = encodeForecast(forecast);
    m_state->change([&] {
        SQLite::Statement insert(m_state->database,
                                 "INSERT INTO forecast (run, origin, data, checksum) VALUES (?, ?, ?, ?) "
                                 "ON CONFLICT DO NOTHING");
        insert.bind(1, forecast.run.value);
        insert.bind(2, forecast.origin);
        bindBlob(insert, 3, bytes);
        insert.bind(4, static_cast<std::int64_t>(checksum64(bytes)));
        if (insert.exec() == 0) {
            throw Error("forecast.immutable", "This run has issued a forecast for this day already.",
                        "Train again to get another one.");
        }
    });
}

void ProjectWriter::saveCopy(const std::filesystem::path& target) {
    const std::lock_guard guard(m_state->mutex);
    translated(target, [&] {
        m_state->commitLoading();
        copyDatabase(m_state->database, target);
    });
}

bool ProjectWriter::wasClosedCleanly() const {
    return m_state->wasClean;
}

void ProjectWriter::close() {
    const std::lock_guard guard(m_state->mutex);
    if (m_state->isClosed) {
        return;
    }
    translated(m_state->path, [&] {
        m_state->commitLoading();
        m_state->database.exec("UPDATE internal SET value = 1 WHERE name = 'is_closed'");
        m_state->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    });
    m_state->isClosed = true;
}

void removeProjectFiles(const std::filesystem::path& path) {
    for (const char* const suffix : {"-wal", "-shm", ".lock", ""}) {
        std::error_code ignored;  // what cannot be removed stays, an empty project
        std::filesystem::remove(path.string() + suffix, ignored);
    }
}

}  // namespace foresell
