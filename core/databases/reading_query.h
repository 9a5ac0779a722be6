// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foresell {

/// The query without the semicolon at its end. Throws Error "database.not_reading" unless it is one statement that
/// only reads: SELECT, WITH, VALUES or TABLE, and writes into nothing. Server side, a read-only transaction guards as well.
std::string readingQuery(std::string_view query);

}  // namespace foresell
