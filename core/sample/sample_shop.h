// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/job.h"
#include "core/calendar/date.h"

namespace foresell {

struct SampleOptions {
    int items = 60;
    int locations = 2;
    int days = 730;
    std::uint64_t seed = 1;
    Day lastDay = 20'758;  ///< of the sales: Sunday, 1 November 2026
    int daysAhead = 56;    ///< that plan.csv looks beyond the last day
    bool isClean = false;  ///< leaves out everything that cleaning would have to find, and the broken rows
};

struct SampleSummary {
    std::vector<std::filesystem::path> files;
    std::int64_t rows = 0;   ///< of sales.csv, without its header, broken ones included
    std::int64_t bytes = 0;  ///< of all files
};

/// Writes a shop's files with known truth into `folder`, which is made where it is missing: sales.csv (order lines),
/// items.csv, locations.csv, plan.csv (price, promotion and `open`, past and coming), stock.csv (stock-outs) and
/// truth.json (every parameter, and how much of what was put in for cleaning to find). The same options give the same
/// bytes. Sales are written day by day, so memory does not grow with the days.
///
/// Throws Error "sample.bad_option" for impossible sizes, and "sample.foreign_files" where the folder holds one of these
/// files but no truth.json, so that nobody's sales are overwritten. Files appear when they are complete.
SampleSummary writeSampleShop(const std::filesystem::path& folder, const SampleOptions& options, const JobControl& job);

}  // namespace foresell
