// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/import/date_cursor.h"
#include "core/import/date_format.h"

namespace foresell {

// The time of day in a date. Internal to the reading of dates.

/// "08:26:00" or "08:26" alone, -1 for anything else.
std::int32_t plainTime(std::string_view text);
/// What follows the day: nothing, or a time and perhaps a zone. False where the text is not at its end then.
bool readTime(DateCursor& cursor, DateTime& value);

}  // namespace foresell
