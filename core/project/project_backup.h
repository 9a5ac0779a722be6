// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <vector>

namespace foresell {

/// Copies an open project into a new file, page by page, as one consistent state. Internal to core/project.
void copyDatabase(SQLite::Database& from, const std::filesystem::path& target);

/// Copies the project into the folder "NAME-backups" beside it and keeps the newest three.
void backUp(SQLite::Database& database, const std::filesystem::path& project);

/// Deletes every backup, half-written ones too, and tells how many there were.
int removeBackups(const std::filesystem::path& project);

/// The backups of a project, newest first.
std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& project);

}  // namespace foresell
