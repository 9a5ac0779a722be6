// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foresell {

/// One cell of a CSV file that people open in a spreadsheet: quoted where needed, and text that a spreadsheet would run
/// as a formula (it begins with = + - @ or a control sign, and is no number) gets an apostrophe before it.
/// OWASP, CSV injection.
std::string csvCell(std::string_view text);

/// A row, with its line end.
std::string csvRow(const std::vector<std::string>& cells);

}  // namespace foresell
