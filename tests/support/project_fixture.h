// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>
#include <functional>
#include <string>

#include "core/project/project_reader.h"
#include "core/project/project_writer.h"

namespace foresell::test {

/// Lines with every kind of value in every column; same arguments, same lines.
SaleBatch someLines(int lines, int seed);

/// Imports the lines, two items and one rejected row.
void importLines(ProjectWriter& writer, const SaleBatch& batch);

/// A project with something in every table, closed.
void makeFullProject(const std::filesystem::path& path);

/// All that can be read of a project, as one text.
std::string contentOf(const ProjectReader& reader);

/// Runs SQL on a project behind the back of its reader and writer, page checksums kept right.
void runSql(const std::filesystem::path& path, const char* sql);

/// Code of the Error that the action throws, "none" when it throws none.
QString codeOf(const std::function<void()>& action);

}  // namespace foresell::test
