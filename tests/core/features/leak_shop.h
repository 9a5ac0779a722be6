// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/cleaning/project_sales.h"
#include "core/dataset/panel.h"
#include "core/project/project_reader.h"

namespace foresell::test {

inline constexpr Day firstDay = 14'613;  // Monday 2010-01-04
inline constexpr int shopDays = 180;

/// Stores what a small shop had recorded by the end of a day: repeats, cancellations that come weeks after their sale, bulk
/// orders, postage, items that are new after day 100, a plan that says from when it was known, stock that runs out, visits, the weather; closed on Sundays. Items are
/// numbered as they come, from `firstNumber` on.
void storeShop(const std::filesystem::path& path, Day upTo, int firstNumber, std::size_t chunkLines);

/// A stored shop, opened for reading.
struct Shop {
    explicit Shop(const std::filesystem::path& path);

    /// Cleaned by the default recipe as of the origin.
    Panel panelAt(PeriodKind period, Day origin) const;

    std::unique_ptr<ProjectReader> reader;
    ProjectSales sales;
};

}  // namespace foresell::test
