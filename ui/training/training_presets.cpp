// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_presets.h"

#include <nlohmann/json.hpp>

namespace foresell {

namespace {

const std::string trees = "boosted_trees";

/// What has a say in how long a training takes, but for the computer's own.
nlohmann::json workOf(const TrainingOptions& options) {
    nlohmann::json work = options;
    for (const char* name : {"seed", "origin", "horizon", "device", "threads"}) {
        work.erase(name);
    }
    return work;
}

}  // namespace

TrainingOptions optionsOf(TrainingPreset preset) {
    TrainingOptions options;
    switch (preset) {
        case TrainingPreset::Quick:
            options.model = trees;
            options.timeBudgetSeconds = 60;
            break;
        case TrainingPreset::Balanced:
            options.model = "auto";
            options.timeBudgetSeconds = 600;
            break;
        case TrainingPreset::Best:
            options.model = "auto";
            options.epochs = 40;
            options.patience = 10;
            options.searchSeconds = 600;
            options.timeBudgetSeconds = 3000;
            break;
    }
    return options;
}

PresetTime timeOf(const TrainingOptions& options, const std::vector<RunFacts>& runs) {
    const nlohmann::json work = workOf(options);
    for (const RunFacts& run : runs) {
        if (run.state == "done" && run.result.importedFrom.empty() && run.result.seconds > 0 && run.result.stoppedBy != "user" && workOf(run.options) == work) {
            return {run.result.seconds, true};
        }
    }
    return {options.timeBudgetSeconds > 0 ? options.timeBudgetSeconds + options.searchSeconds : 0, false};
}

int ownOptions(const TrainingOptions& options) {
    const nlohmann::json chosen = options, usual = TrainingOptions();
    int count = 0;
    for (const auto& [name, value] : chosen.items()) {
        count += value != usual.at(name) ? 1 : 0;
    }
    return count;
}

}  // namespace foresell
