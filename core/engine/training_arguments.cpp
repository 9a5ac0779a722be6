// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training_arguments.h"

#include <CLI/CLI.hpp>

#include "core/evaluation/run_result.h"
#include "core/engine/method_registry.h"
#include "core/networks/normalisation.h"
#include "core/training/learning_settings.h"

namespace foresell {

namespace {

std::vector<std::string> lossNames() {
    std::vector<std::string> names;
    for (const LossInfo& info : availableLosses()) {
        names.push_back(info.name);
    }
    return names;
}

}  // namespace

std::string listOf(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

void TrainingArguments::addModel(CLI::App& command) {
    command
        .add_option("--model", m_options.model, "auto, " + listOf(methodNames()) + " (auto)")
        ->type_name("NAME");
}

void TrainingArguments::addOptions(CLI::App& command) {
    command.add_option("--period", m_period, "auto, day, week or month")
        ->check(CLI::IsMember({"auto", "day", "week", "month"}));
    command.add_option("--horizon", m_options.horizon, "Periods ahead (28 days, 13 weeks or 12 months)")
        ->check(CLI::Range(1, 2000));
    command.add_option("--loss", m_options.loss, listOf(lossNames()));
    command.add_option("--optimizer", m_options.optimizer, listOf(availableOptimizers()));
    command.add_option("--schedule", m_options.schedule,
                       "Of the learning rate: " + listOf(availableSchedules()));
    command.add_option("--activation", m_options.activation, listOf(availableActivations()));
    command.add_option("--normalisation", m_options.normalisation,
                       "How a network sees demand of items of every size: log (a multiple of the item's mean, large ones counting "
                       "less), mean (that multiple), robust (distance from the median in its usual spread; not with laws that count "
                       "from 0), none (units) (log)")
        ->check(CLI::IsMember(Normalisation::kinds()));
    command.add_option("--normalisation-scope", m_options.normalisationScope,
                       "Mean or median of each series, or global: one of all series (series)")
        ->check(CLI::IsMember(Normalisation::scopes()));
    command.add_option("--dropout", m_options.dropout, "Share of units left out at random (0.1)")
        ->check(CLI::Range(0.0, 0.94));
    command.add_option("--weight-decay", m_options.weightDecay, "How strongly weights are drawn to 0 (0.01)")
        ->check(CLI::Range(0.0, 1.0));
    command.add_flag("!--no-averaging", m_options.averagesWeights,
                     "Keep the weights of the last step, not their running mean");
    command.add_option("--patience", m_options.patience, "Stop after so many epochs without gain")
        ->check(CLI::Range(1, 100'000));
    command.add_option("--hidden-size", m_options.hiddenSize, "Width of the network")
        ->check(CLI::Range(1, 4096));
    command.add_option("--layers", m_options.layers, "Depth of the network")->check(CLI::Range(1, 16));
    command.add_option("--lookback", m_options.lookback, "Periods that a window sees")
        ->check(CLI::Range(1, 5000));
    command.add_option("--learning-rate", m_options.learningRate, "Highest learning rate")
        ->check(CLI::PositiveNumber);
    command.add_option("--batch-size", m_options.batchSize, "Windows in a step")
        ->check(CLI::Range(1, 65'536));
    command.add_option("--epochs", m_options.epochs, "At most so many")->check(CLI::Range(1, 100'000));
    command
        .add_option("--time-budget", m_options.timeBudgetSeconds,
                    "Stop learning after so many seconds in all")
        ->type_name("SECONDS")
        ->check(CLI::PositiveNumber);
    command.add_option("--seed", m_options.seed, "The same seed gives the same forecast");
    command.add_option("--device", m_options.device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command.add_option("--precision", m_options.precision, "Of a GPU's products: mixed (faster) or single")
        ->check(CLI::IsMember({"mixed", "single"}));
    command.add_option("--threads", m_options.threads, "All cores, if not given")
        ->check(CLI::Range(1, 1024));
    command.add_flag("!--no-known-future", m_options.useKnownFuture,
                     "Do not use prices, promotions and holidays known ahead");
}

TrainingOptions TrainingArguments::chosen() const {
    TrainingOptions options = m_options;
    options.period = m_period == "auto" ? std::nullopt : std::optional(periodFromName(m_period));
    return options;
}

}  // namespace foresell
