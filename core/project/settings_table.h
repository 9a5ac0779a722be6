// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "core/project/project_types.h"

namespace foresell {

// The table `setting`. Internal to core/project; the caller holds the transaction.

std::string readSetting(SQLite::Database& database, const std::string& name);
void writeSetting(SQLite::Database& database, const std::string& name, const std::string& value);
ProjectSettings readSettings(SQLite::Database& database);
void writeSettings(SQLite::Database& database, const ProjectSettings& settings);

}  // namespace foresell
