// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/browsing/line_browser.h"

namespace foresell {

/// Writes what a query finds to FILE.xlsx (numbers and days as such) or any other name as CSV (UTF-8 with a byte order
/// mark, cells guarded against being run as formulas). Without customers, unless they are asked for: then the keys by
/// which the project tells them apart. Returns the lines written. Throws Error "export.cannot_write"; a failed or cancelled export
/// leaves no file.
std::int64_t exportLines(LineBrowser& browser, const LineQuery& query, const std::filesystem::path& file, bool withCustomers,
                         const JobControl& job);

}  // namespace foresell
