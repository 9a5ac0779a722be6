// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

#include "core/project/database.h"
#include "core/project/project_edits.h"
#include "core/project/project_lock.h"
#include "core/project/project_writer.h"

namespace foresell {

/// Seconds since 1970, UTC.
inline std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// The connection of the one writer, its lock, and its transactions. Internal to core/project.
struct ProjectWriter::State {
    State(const std::filesystem::path& file, int flags)
        : path(file), lock(file), database(openDatabase(file, flags)), edits(database) {}

    static constexpr int chunksPerCommit = 16;

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

    /// What cleaning found is no longer true.
    void forgetCleaning() { database.exec("DELETE FROM internal WHERE name = 'cleaning_summary'"); }

    void bumpRevision() { database.exec("UPDATE internal SET value = value + 1 WHERE name = 'revision'"); }
};

}  // namespace foresell
