// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_purge.h"

#include <sqlite3.h>

#include <chrono>
#include <thread>

#include "core/base/error.h"
#include "core/project/project_backup.h"

namespace foresell {

namespace {

/// VACUUM attaches the database that it writes into, which a project otherwise never may.
class AttachingAllowed {
public:
    explicit AttachingAllowed(SQLite::Database& database) : m_handle(database.getHandle()) {
        sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 1);
    }
    ~AttachingAllowed() { sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 0); }
    AttachingAllowed(const AttachingAllowed&) = delete;
    AttachingAllowed& operator=(const AttachingAllowed&) = delete;

private:
    sqlite3* m_handle;
};

/// A reader that is in the middle of a page of the old state keeps the log from being emptied for a moment.
void emptyLog(SQLite::Database& database) {
    constexpr int tries = 20;
    for (int i = 0; i < tries; ++i) {
        if (database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
    throw Error("project.busy", "Another program keeps reading the project, so that what was erased still stands in its log.",
                "Close the other program; the rest is done when the project is opened again.");
}

std::int64_t sizeOf(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(file, ignored);
    return ignored ? 0 : static_cast<std::int64_t>(bytes);
}

}  // namespace

void markForPurge(SQLite::Database& database) {
    database.exec("INSERT OR REPLACE INTO internal (name, value) VALUES ('is_purge_due', 1)");
}

bool isMarkedForPurge(SQLite::Database& database) {
    return database.execAndGet("SELECT count(*) FROM internal WHERE name = 'is_purge_due'").getInt() > 0;
}

PurgeCounts purge(SQLite::Database& database, const std::filesystem::path& project) {
    PurgeCounts counts;
    counts.bytesBefore = sizeOf(project) + sizeOf(project.string() + "-wal");
    {
        const AttachingAllowed allowed(database);
        database.exec("VACUUM");
    }
    emptyLog(database);
    counts.backups = removeBackups(project);
    backUp(database, project);
    database.exec("DELETE FROM internal WHERE name = 'is_purge_due'");
    emptyLog(database);
    counts.bytesAfter = sizeOf(project);
    return counts;
}

}  // namespace foresell
