// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/databases/database_location.h"

namespace foresell {

/// What a server or its driver says, as an Error "database.*": unreachable, wrong_password, no_such_database, no_such_table,
/// not_allowed, no_driver, or failed with the server's own words. `password` is taken out of the message. Internal to core/databases.
[[noreturn]] void throwDatabaseError(const DatabaseLocation& location, std::string message, const std::string& password);

}  // namespace foresell
