// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/import/table_source.h"
#include "core/project/project_reader.h"

namespace foresell {

/// The rejected rows of an import as they were written, below the names of their columns, to be corrected and imported
/// again. Personal cells were never kept. Throws Error "import.no_such_import".
std::string rejectsAsCsv(const ProjectReader& project, ImportId import);

/// Rejected rows of an import as a person has corrected them, written as in `rejectsAsCsv`, to be read as the import read
/// its file: sets the options so. Throws Error "import.no_such_import".
std::unique_ptr<TableSource> correctedRows(const ProjectReader& project, ImportId import, const std::vector<std::string>& rows,
                                           ImportOptions& options);

}  // namespace foresell
