// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/learning_settings.h"

#include <algorithm>
#include <cmath>

#include <array>
#include <utility>

#include "core/base/error.h"
#include "core/evaluation/training_limits.h"
#include "core/training/usable_options.h"

namespace foresell {
namespace {

void require(bool isFine, const std::string& option, const std::string& rule) {
    if (!isFine) {
        throw Error("training.option", "The option " + option + " cannot be used: " + rule + ".",
                    "Leave it open to let the program choose.", {{"option", option}, {"rule", rule}});
    }
}

constexpr std::array optimizers{std::pair{"adamw", OptimizerKind::AdamW}, std::pair{"adam", OptimizerKind::Adam},
                                std::pair{"sgd", OptimizerKind::Sgd}, std::pair{"nesterov", OptimizerKind::Nesterov}};
constexpr std::array schedules{
    std::pair{"one_cycle", ScheduleKind::OneCycle}, std::pair{"cosine", ScheduleKind::Cosine},
    std::pair{"plateau", ScheduleKind::Plateau}, std::pair{"constant", ScheduleKind::Constant}};

/// What a name stands for in a list of pairs.
template <typename Choices>
auto chosen(const Choices& choices, const std::string& name, const std::string& option) {
    std::string names;
    for (const auto& [known, value] : choices) {
        if (name == known) {
            return value;
        }
        names += (names.empty() ? "" : ", ") + std::string(known);
    }
    require(false, option, "it is one of " + names);
    return choices.front().second;
}

template <typename Choices>
std::vector<std::string> namesOf(const Choices& choices) {
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
        names.emplace_back(name);
    }
    return names;
}

LossInfo lossOf(const TrainingOptions& options) {
    const std::vector<LossInfo> losses = availableLosses();
    const auto loss = std::ranges::find(losses, options.loss, &LossInfo::name);
    std::string names;
    for (const LossInfo& info : losses) {
        names += (names.empty() ? "" : ", ") + info.name;
    }
    require(loss != losses.end(), "loss", "it is one of " + names);
    return *loss;
}

void checkLoss(const TrainingOptions& options, const FeaturePlan& plan) {
    const LossInfo loss = lossOf(options);
    require(!loss.needsPositive || !plan.allowsNegative, "loss",
            "of net sales, which returns make negative, it is quantile, mse, mae or huber");
    if (const std::string whyNot = plan.normalisation.whyNot(loss); !whyNot.empty()) {
        throw Error("training.normalisation", "The option normalisation cannot be used: " + whyNot + ".",
                    "Choose another normalisation, or another loss.", {{"loss", loss.name}});
    }
}

void checkOptions(const TrainingOptions& options) {
    require(std::ranges::count(availableActivations(), options.activation) > 0, "activation",
            "it is auto, relu, sigmoid, tanh or gelu");
    require(std::isfinite(options.weightDecay) && options.weightDecay >= 0 && options.weightDecay <= 1, "weight-decay",
            "it lies between 0 and 1");
    require(options.dropout >= 0 && options.dropout < 0.95, "dropout", "it is at least 0 and below 0.95");
    require(std::isfinite(options.learningRate) && options.learningRate >= 0 && options.learningRate <= 10,
            "learning-rate", "it lies between 0 and 10");
    const auto requireCount = [](int value, int most, const std::string& option) {
        require(value >= 0 && value <= most, option, "it lies between 1 and " + std::to_string(most));
    };
    requireCount(options.hiddenSize, training_limits::hiddenSize, "hidden-size");
    requireCount(options.layers, training_limits::layers, "layers");
    requireCount(options.batchSize, training_limits::batchSize, "batch-size");
    requireCount(options.lookback, training_limits::lookback, "lookback");
    require(options.epochs >= 0 && options.patience >= 0 && options.timeBudgetSeconds >= 0 && options.threads >= 0,
            "epochs", "epochs, patience, time budget and threads are not negative");
}

}  // namespace

void requireUsable(const TrainingOptions& options) {
    checkOptions(options);
    lossOf(options);
    chosen(optimizers, options.optimizer, "optimizer");
    chosen(schedules, options.schedule, "schedule");
    require(options.precision == "mixed" || options.precision == "single", "precision", "it is mixed or single");
}

std::vector<std::string> availableOptimizers() {
    return namesOf(optimizers);
}

std::vector<std::string> availableSchedules() {
    return namesOf(schedules);
}

LearningSettings chooseSettings(const TrainingOptions& options, const NetworkInfo& network, const FeaturePlan& plan,
                                std::int64_t windows) {
    checkOptions(options);
    checkLoss(options, plan);
    LearningSettings settings;
    settings.optimizer = chosen(optimizers, options.optimizer, "optimizer");
    settings.schedule = chosen(schedules, options.schedule, "schedule");
    const bool isAdam = settings.optimizer == OptimizerKind::AdamW || settings.optimizer == OptimizerKind::Adam;
    const bool staysHigh = settings.schedule == ScheduleKind::Plateau || settings.schedule == ScheduleKind::Constant;
    const double usualRate = isAdam ? network.learningRate : staysHigh ? 0.05 : 0.2;
    settings.learningRate = options.learningRate > 0 ? options.learningRate : usualRate;
    settings.weightDecay = settings.optimizer == OptimizerKind::AdamW ? options.weightDecay : 0.01 * options.weightDecay;
    settings.clipNorm /= std::sqrt(network.members);  // the loss is the members' mean
    settings.learningRate *= isAdam || options.learningRate > 0 ? 1 : network.members;
    settings.dropout = options.dropout;
    settings.halfLife = 1.0 * plan.year;
    const double fitting = static_cast<double>(windows) / 8;
    settings.batchSize = options.batchSize > 0 ? options.batchSize : fitting < 128 ? 32 : fitting < 2048 ? 128 : 256;
    settings.stepsAnEpoch =
        static_cast<int>(std::clamp(static_cast<double>(windows) / settings.batchSize, 20.0, 100.0));
    settings.stepsAWindow = network.feedsBack ? plan.horizon : std::min(plan.horizon, 28);
    settings.epochs = options.epochs > 0 ? options.epochs : isAdam ? 12 : 24;
    settings.patience = options.patience > 0 ? options.patience : std::max(5, settings.epochs / 3);
    settings.averaging = !options.averagesWeights ? 0 : settings.stepsAnEpoch >= 80 ? 0.995 : 0.98;
    settings.validationWindows = network.feedsBack ? 1024 : settings.validationWindows;  // many paths through each
    settings.timeBudgetSeconds = options.timeBudgetSeconds;
    require(options.precision == "mixed" || options.precision == "single", "precision", "it is mixed or single");
    settings.isMixedPrecision = options.precision == "mixed";
    settings.seed = options.seed;
    return settings;
}

}  // namespace foresell
