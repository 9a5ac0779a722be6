// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sodium.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "core/project/page_checksums.h"
#include "core/project/project_backup.h"
#include "core/project/project_purge.h"
#include "core/project/project_rows.h"
#include "core/project/project_writer_state.h"
#include "core/project/schema.h"
#include "core/project/settings_table.h"
#include "core/project/week_settings.h"

namespace foresell {

namespace {

constexpr std::int64_t secondsBetweenBackups = 24 * 3600;
constexpr const char* pragmas = "PRAGMA secure_delete=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

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

bool isBackupDue(SQLite::Database& database) {
    return now() - database.execAndGet("SELECT value FROM internal WHERE name = 'backed_up_at'").getInt64() > secondsBetweenBackups;
}

void noteBackup(SQLite::Database& database) {
    database.exec("UPDATE internal SET value = " + std::to_string(now()) + " WHERE name = 'backed_up_at'");
}

/// Runs the migrations from version `from` on.
void migrate(SQLite::Database& database, std::size_t from) {
    for (std::size_t next = from; next < migrations().size(); ++next) {
        database.exec(migrations()[next]);
    }
    database.exec("PRAGMA user_version=" + std::to_string(migrations().size()));
}

/// The empty project in a new file.
void makeTables(SQLite::Database& database, const ProjectSettings& settings) {
    int reserve = projectPageReserve;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
    database.exec("PRAGMA page_size=" + std::to_string(projectPageSize));
    database.exec(pragmas);
    SQLite::Transaction transaction(database);
    migrate(database, 0);
    database.exec("PRAGMA application_id=" + std::to_string(projectApplicationId));
    writeSettings(database, settings);
    SQLite::Statement internal(database, "INSERT INTO internal (name, value) VALUES ('revision', 0), "
                                         "('is_closed', 0), ('backed_up_at', ?), ('digest_key', ?)");
    internal.bind(1, now());
    internal.bind(2, randomHex(32));
    internal.exec();
    transaction.commit();
}

/// What a crash left half loaded.
void sweepImports(SQLite::Database& database) {
    std::vector<ImportId> leftOver;
    SQLite::Statement loading(database, "SELECT id FROM import WHERE state = 'loading'");
    while (loading.executeStep()) {
        leftOver.push_back({loading.getColumn(0).getInt()});
    }
    loading.reset();
    for (const ImportId import : leftOver) {
        deleteImportRows(database, import);
    }
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
        makeTables(database, settings);
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
        database.exec(pragmas);
        state->wasClean = database.execAndGet("SELECT value FROM internal WHERE name = 'is_closed'").getInt() == 1;
        const auto version = static_cast<std::size_t>(schemaVersion(database));
        const bool backsUp = version < migrations().size() || isBackupDue(database);
        if (backsUp) {
            backUp(database, path);
        }
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        migrate(database, version);
        if (backsUp) {
            noteBackup(database);
        }
        database.exec("UPDATE internal SET value = 0 WHERE name = 'is_closed'");
        database.exec("UPDATE run SET state = 'failed' WHERE state = 'running'");
        sweepImports(database);
        transaction.commit();
        finishPurge(database, path);
        return std::unique_ptr<ProjectWriter>(new ProjectWriter(std::move(state)));
    });
}

}  // namespace foresell
