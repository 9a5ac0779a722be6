// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "core/project/project_edits.h"

#include <sqlite3.h>

#include <memory>

#include "core/base/checksum.h"
#include "core/base/error.h"
#include "core/project/database.h"

namespace foresell {

namespace {

constexpr int editsKept = 500;

struct SessionDeleter {
    void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
};
using Session = std::unique_ptr<sqlite3_session, SessionDeleter>;

struct SqliteFree {
    void operator()(void* memory) const { sqlite3_free(memory); }
};

void require(int status, const char* what) {
    if (status != SQLITE_OK) {
        throw Error("project.undo", std::string(what) + ": " + sqlite3_errstr(status),
                    "The change itself is not affected.");
    }
}

int refuseConflicts(void*, int, sqlite3_changeset_iter*) {
    return SQLITE_CHANGESET_ABORT;
}

void apply(SQLite::Database& database, std::string& changeset, bool inverted) {
    int size = static_cast<int>(changeset.size());
    void* bytes = changeset.data();
    std::unique_ptr<void, SqliteFree> inverse;
    if (inverted) {
        int inverseSize = 0;
        void* inverseBytes = nullptr;
        require(sqlite3changeset_invert(size, bytes, &inverseSize, &inverseBytes), "Undo failed");
        inverse.reset(inverseBytes);
        size = inverseSize;
        bytes = inverseBytes;
    }
    require(sqlite3changeset_apply(database.getHandle(), size, bytes, nullptr, refuseConflicts, nullptr),
            inverted ? "Undo failed" : "Redo failed");
}

}  // namespace

void ProjectEdits::record(const std::string& name, const std::function<void()>& change) {
    sqlite3_session* raw = nullptr;
    require(sqlite3session_create(m_database.getHandle(), "main", &raw), "The change cannot be recorded");
    const Session session(raw);
    for (const char* table : {"setting", "import"}) {
        require(sqlite3session_attach(raw, table), "The change cannot be recorded");
    }
    change();
    int size = 0;
    void* bytes = nullptr;
    require(sqlite3session_changeset(raw, &size, &bytes), "The change cannot be recorded");
    const std::unique_ptr<void, SqliteFree> owner(bytes);
    if (size == 0) {
        return;
    }
    m_database.exec("DELETE FROM edit WHERE is_undone = 1");
    SQLite::Statement insert(m_database, "INSERT INTO edit (name, changeset, checksum) VALUES (?, ?, ?)");
    const std::string_view changeset(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    insert.bind(1, name);
    bindBlob(insert, 2, changeset);
    insert.bind(3, static_cast<std::int64_t>(checksum64(changeset)));
    insert.exec();
    SQLite::Statement trim(m_database, "DELETE FROM edit WHERE id <= (SELECT max(id) FROM edit) - ?");
    trim.bind(1, editsKept);
    trim.exec();
}

std::string ProjectEdits::undoName() const {
    SQLite::Statement row(m_database, "SELECT name FROM edit WHERE is_undone = 0 ORDER BY id DESC LIMIT 1");
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

std::string ProjectEdits::redoName() const {
    SQLite::Statement row(m_database, "SELECT name FROM edit WHERE is_undone = 1 ORDER BY id LIMIT 1");
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

bool ProjectEdits::undo() {
    return step(true);
}

bool ProjectEdits::redo() {
    return step(false);
}

bool ProjectEdits::step(bool isUndo) {
    std::int64_t id = 0;
    std::string changeset;
    {
        SQLite::Statement row(m_database, isUndo ? "SELECT id, changeset, checksum FROM edit WHERE is_undone = 0 "
                                                   "ORDER BY id DESC LIMIT 1"
                                                 : "SELECT id, changeset, checksum FROM edit WHERE is_undone = 1 "
                                                   "ORDER BY id LIMIT 1");
        if (!row.executeStep()) {
            return false;
        }
        id = row.getColumn(0).getInt64();
        changeset = checkedBlob(row, 1, "the undo log");
    }
    apply(m_database, changeset, isUndo);
    SQLite::Statement mark(m_database, "UPDATE edit SET is_undone = ? WHERE id = ?");
    mark.bind(1, isUndo ? 1 : 0);
    mark.bind(2, id);
    mark.exec();
    return true;
}

void ProjectEdits::forget(const std::string& name) {
    SQLite::Statement remove(m_database, "DELETE FROM edit WHERE name = ?");
    remove.bind(1, name);
    remove.exec();
}

}  // namespace foresell
