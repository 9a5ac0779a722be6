// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/privacy/erasure.h"

namespace foresell {

/// The first day whose single lines are kept: the first of the month, `months` whole months before that of the newest
/// sale; noDay where there are no sales.
Day keptFrom(const ProjectReader& project, int months);

/// What keeping no single lines before a day would change.
struct RetentionPreview {
    Day from = noDay;
    std::int64_t lines = 0;      ///< single lines that would be summed by day
    std::int64_t setAside = 0;   ///< of them, those that cleaning has set aside, which are dropped
    std::int64_t linesLeft = 0;  ///< from that day on, and earlier sums
};

RetentionPreview previewRetention(const ProjectReader& project, Day from, const JobControl& job);

/// Puts in place of the single lines before `from` their sums by day, item, location and channel, sales and returns
/// apart, of what cleaning has kept, with the quantities that it has corrected. Customers, order numbers, times of day and
/// names are gone from them; forecasts stay as they are, but for what depends on the number or size of orders. The
/// project must have been cleaned: Error "privacy.not_cleaned". Proven and purged as an erasure.
ErasureOutcome sumOldSales(ProjectWriter& project, Day from, const std::filesystem::path& checkpoints, const JobControl& job);

}  // namespace foresell
