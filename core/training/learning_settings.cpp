// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/learning_settings.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace foresell {
namespace {

void require(bool isFine, const std::string& option, const std::string& rule) {
    if (!isFine) {
        throw Error("training.option", "The option " + option + " cannot be used: " + rule + ".",
                    "Leave it open to let the program choose.", {{"option", option}, {"rule", rule}});
    }
}

void checkOptions(const TrainingOptions& options) {
    require(options.loss == "quantile" || options.loss == "mse", "loss", "it is quantile or mse");
    require(options.optimizer == "adam" || options.optimizer == "sgd", "optimizer", "it is adam or sgd");
    require(options.activation == "auto" || options.activation == "relu" || options.activation == "sigmoid" ||
                options.activation == "tanh",
            "activation", "it is auto, relu, sigmoid or tanh");
    require(options.dropout >= 0 && options.dropout < 0.95, "dropout", "it is at least 0 and below 0.95");
    require(std::isfinite(options.learningRate) && options.learningRate >= 0 && options.learningRate <= 10,
            "learning-rate", "it lies between 0 and 10");
    require(options.hiddenSize >= 0 && options.hiddenSize <= 4096, "hidden-size", "it lies between 1 and 4096");
    require(options.layers >= 0 && options.layers <= 16, "layers", "it lies between 1 and 16");
    require(options.batchSize >= 0 && options.batchSize <= 65536, "batch-size", "it lies between 1 and 65536");
    require(options.lookback >= 0 && options.lookback <= 2000, "lookback", "it lies between 1 and 2000 periods");
    require(options.epochs >= 0 && options.patience >= 0 && options.timeBudgetSeconds >= 0 && options.threads >= 0,
            "epochs", "epochs, patience, time budget and threads are not negative");
}

}  // namespace

LearningSettings chooseSettings(const TrainingOptions& options, const NetworkInfo& network, const FeaturePlan& plan,
                                std::int64_t windows) {
    checkOptions(options);
    LearningSettings settings;
    settings.isAdam = options.optimizer == "adam";
    settings.isQuantile = options.loss == "quantile";
    const double usualRate = settings.isAdam ? network.learningRate : 0.5;
    settings.learningRate = options.learningRate > 0 ? options.learningRate : usualRate;
    settings.weightDecay = settings.isAdam ? 0.01 : 1e-4;
    settings.dropout = options.dropout;
    settings.halfLife = 1.0 * plan.year;
    const double fitting = static_cast<double>(windows) / 8;
    settings.batchSize = options.batchSize > 0 ? options.batchSize : fitting < 128 ? 32 : fitting < 2048 ? 128 : 256;
    settings.stepsAnEpoch =
        static_cast<int>(std::clamp(static_cast<double>(windows) / settings.batchSize, 20.0, 100.0));
    settings.stepsAWindow = std::min(plan.horizon, 28);
    settings.epochs = options.epochs > 0 ? options.epochs : settings.isAdam ? 12 : 24;
    settings.patience = options.patience > 0 ? options.patience : std::max(5, settings.epochs / 3);
    settings.averaging = settings.stepsAnEpoch >= 80 ? 0.995 : 0.98;
    settings.timeBudgetSeconds = options.timeBudgetSeconds;
    settings.seed = options.seed;
    return settings;
}

}  // namespace foresell
