// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_presets.h"

#include <algorithm>

namespace foresell {

namespace {

constexpr int usualEpochs = 12;  ///< what 0 means to the engine
const std::string trees = "boosted_trees";

/// A recurrent step costs about as the square of its width, beside a part that does not grow.
double costOf(int hidden) {
    const double width = hidden > 0 ? hidden : 64;
    return 1 + width * width / (64.0 * 64.0);
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

double secondsAtMost(const TrainingOptions& options, const std::vector<RunFacts>& runs) {
    const double budget = options.timeBudgetSeconds > 0 ? options.timeBudgetSeconds + options.searchSeconds : -1;
    const bool isTrees = options.model == trees;
    const auto known = std::find_if(runs.begin(), runs.end(), [isTrees](const RunFacts& run) {
        const bool isAlike = isTrees ? run.options.model == trees : run.result.epochs > 0;
        return run.state == "done" && isAlike && run.result.seconds > run.options.searchSeconds;
    });
    if (known == runs.end()) {
        return budget;
    }
    double expected = known->result.seconds - known->options.searchSeconds;
    if (!isTrees) {
        const int epochs = options.epochs > 0 ? options.epochs : usualEpochs;
        expected *= costOf(options.hiddenSize) / costOf(known->options.hiddenSize) * epochs / known->result.epochs;
    }
    expected += options.searchSeconds;
    return budget > 0 ? std::min(budget, expected) : expected;
}

}  // namespace foresell
