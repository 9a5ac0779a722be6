// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

#include "core/project/sale_rewrite.h"

namespace foresell {

/// Notes in the transaction of an erasure that the file still has to be purged, so that a crash in between is made good
/// when the project is opened again. Internal to core/project.
void markForPurge(SQLite::Database& database);
bool isMarkedForPurge(SQLite::Database& database);

/// Writes the whole file anew without its free pages, empties the write-ahead log, deletes every backup and makes one of
/// what is left; then takes the note away. Throws Error "project.busy" where another program reads all the time.
PurgeCounts purge(SQLite::Database& database, const std::filesystem::path& project);

}  // namespace foresell
