// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/base/job.h"
#include "core/databases/database_table.h"
#include "core/import/import_options.h"
#include "core/protocol/import_messages.h"

namespace foresell {

/// What a request asks of a database, as a table to import. Where the server is to add up, it first looks at the rows to
/// know their columns, by `options`, and then changes these to fit the sums. Throws Error "database.*".
std::unique_ptr<DatabaseTable> databaseTable(const ImportRequest& request, ImportOptions& options, const JobControl& job);

}  // namespace foresell
