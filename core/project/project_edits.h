// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <string>

namespace foresell {

/// Undo and redo of what a person changes (settings, recipe, undone imports) by SQLite changesets, kept in the file so
/// that they survive a restart. Internal to core/project; the caller holds the transaction.
class ProjectEdits {
public:
    explicit ProjectEdits(SQLite::Database& database) : m_database(database) {}

    /// Runs `change` and records what it did under `name`; what was undone before can then no longer be redone.
    void record(const std::string& name, const std::function<void()>& change);
    std::string undoName() const;
    std::string redoName() const;
    bool undo();
    bool redo();
    /// Forgets the edits of this name, since what they changed back would no longer be right.
    void forget(const std::string& name);

private:
    bool step(bool isUndo);

    SQLite::Database& m_database;
};

}  // namespace foresell
