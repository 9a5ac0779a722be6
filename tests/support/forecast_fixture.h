// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/project/project_writer.h"
#include "core/report/forecast_view.h"

namespace foresell::test {

/// A shop of `items` items in four categories with 104 weeks of history and a forecast of 13 weeks, of which every number
/// follows from the item's number, and the run's scores.
struct ForecastFixture {
    ProjectSettings settings;
    RunRecord run;
    SeriesHistory history;
    ForecastRecord forecast;
    std::vector<ItemRecord> items;

    explicit ForecastFixture(int items);
    std::shared_ptr<const ForecastView> view() const;
    /// A project file that holds it.
    void write(const std::filesystem::path& path) const;
};

}  // namespace foresell::test
