// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace foresell {

/// The text of resources/calendars/NAME.json, which the build makes part of the library; empty for an unknown name.
std::string_view calendarData(std::string_view name);

}  // namespace foresell
