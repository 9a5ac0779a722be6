// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_presets.h"

#include <algorithm>

namespace foresell {

namespace {

constexpr int usualEpochs = 12;  ///< what 0 means to the engine

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
            options.model = "mlp";
            options.epochs = 6;
            options.timeBudgetSeconds = 60;
            break;
        case TrainingPreset::Balanced:
            options.model = "auto";
            options.timeBudgetSeconds = 600;
            break;
        case TrainingPreset::Best:
            options.model = "auto";
            options.hiddenSize = 128;
            options.epochs = 40;
            options.patience = 10;
            options.timeBudgetSeconds = 3600;
            break;
    }
    return options;
}

double secondsAtMost(const TrainingOptions& options, const std::vector<RunFacts>& runs) {
    const double budget = options.timeBudgetSeconds > 0 ? options.timeBudgetSeconds : -1;
    const auto known = std::find_if(runs.begin(), runs.end(), [](const RunFacts& run) {
        return run.state == "done" && run.result.epochs > 0 && run.result.seconds > 0;
    });
    if (known == runs.end()) {
        return budget;
    }
    const int epochs = options.epochs > 0 ? options.epochs : usualEpochs;
    const double perEpoch = known->result.seconds / known->result.epochs;
    const double expected = perEpoch * epochs * costOf(options.hiddenSize) / costOf(known->options.hiddenSize);
    return budget > 0 ? std::min(budget, expected) : expected;
}

}  // namespace foresell
