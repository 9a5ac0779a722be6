// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/evaluation/run_result.h"

namespace foresell {

/// A run as it takes part in a comparison.
struct ComparedRun {
    std::int32_t run = 0;
    TrainingOptions options;
    RunResult result;
};

/// Runs side by side. `options`: those that differ, with a value for each run, as in their JSON ("" for one that a run
/// does not have). `metrics`: what the method of each run reached on the held-out end and what it cost; NaN where it is not
/// known. Lower is better for all but the coverages and "windows_per_second".
struct RunComparison {
    struct Option {
        std::string name;
        std::vector<std::string> values;
    };
    struct Metric {
        std::string name;  ///< wape, bias, mase, rmsse, smape, pinball, coverage_80, coverage_95, seconds, ...
        std::vector<double> values;
    };

    std::vector<std::int32_t> runs;
    std::vector<std::string> models;  ///< that made the forecast, by run
    std::vector<Option> options;
    std::vector<Metric> metrics;
    std::vector<std::vector<double>> curves;  ///< validation loss by epoch, by run
    bool isSameTest = true;  ///< judged on the same days, so that their errors compare
    bool isSameData = true;
    bool isSameLoss = true;  ///< curves of other losses do not compare
    int best = -1;           ///< place of the smallest WAPE; -1: they do not compare
};

/// Throws Error "runs.too_few" for fewer than two runs.
RunComparison compareRuns(const std::vector<ComparedRun>& runs);

void to_json(nlohmann::json& json, const RunComparison& comparison);

}  // namespace foresell
