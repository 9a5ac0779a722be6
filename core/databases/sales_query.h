// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/databases/database_location.h"
#include "core/import/file_detection.h"

namespace foresell {

/// Every column of a table.
std::string tableQuery(DatabaseKind kind, const std::string& table);

/// The sales of `query` added up on the server: a row for each day, item, location and channel, as far as the detection has
/// found columns for them, sales and returns apart, with units and money. Its columns have the names of the fields. Throws
/// Error "database.cannot_add_up" where no column was taken for the date or the quantity.
std::string dailySalesQuery(DatabaseKind kind, const std::string& query, const FileDetection& detection);

}  // namespace foresell
