// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/dataset/panel.h"

namespace foresell::benchmarks {

/// A forecasting task as a folder: task.json (ids, freq, horizon, gaps), sales.csv.gz and truth.csv.gz (ids, date,
/// quantity), and where there are any plan.csv.gz (ids, date, known-future columns) and items.csv.gz (ids, attributes).
/// The panel ends `earlier` periods before the history does; `truth` (series x horizon) is what came then, NaN where
/// nothing is known.
struct Task {
    Panel panel;
    int horizon = 0;
    std::string metric;
    std::vector<std::string> ids;
    std::vector<std::vector<std::string>> idValues;  ///< by series
    std::vector<float> truth;
    std::vector<std::string> levels;  ///< by series, empty without weights.csv.gz (uid, level, weight)
    std::vector<double> weights;
};

Task readTask(const std::filesystem::path& folder, int earlier);

}  // namespace foresell::benchmarks
