// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training_arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "core/evaluation/choice_words.h"
#include "core/evaluation/run_result.h"
#include "core/engine/method_registry.h"
#include "core/evaluation/training_limits.h"
#include "core/networks/normalisation.h"
#include "core/training/learning_settings.h"

namespace foresell {

namespace {

constexpr double secondsAtMost = 1e9;

/// "What it is:", then a line for each choice; the usual one is marked.
std::string explained(const std::string& what, const std::vector<ChoiceWords>& choices, const std::string& usual) {
    std::string text = what + ":";
    for (const ChoiceWords& choice : choices) {
        text += "\n  " + choice.name + (choice.name == usual ? " (the default): " : ": ") + choice.words;
    }
    return text;
}

CLI::Validator oneOf(const std::vector<ChoiceWords>& choices) {
    std::vector<std::string> names;
    std::ranges::transform(choices, std::back_inserter(names), &ChoiceWords::name);
    return CLI::Validator(
        [names](std::string& value) {
            return std::ranges::count(names, value) > 0 ? std::string() : "\"" + value + "\" is none of " + listOf(names);
        },
        "");
}

/// Above 0; `most` in words and as a number.
CLI::Validator above0(double most, const std::string& limit) {
    return CLI::Validator(
        [most, limit](std::string& value) {
            double number = 0;
            const bool isFine = CLI::detail::lexical_cast(value, number) && number > 0 && number <= most;
            return isFine ? std::string() : "\"" + value + "\" does not lie above 0" + limit;
        },
        "");
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
        .add_option("--model", m_options.model, "auto, or one that `foresell-cli models` explains: " + listOf(methodNames()) + " (auto)")
        ->type_name("NAME");
}

void TrainingArguments::addOptions(CLI::App& command) {
    command.add_option("--period", m_period, "auto, day, week or month")
        ->check(CLI::IsMember({"auto", "day", "week", "month"}));
    command.add_option("--horizon", m_options.horizon, "Periods ahead (28 days, 13 weeks or 12 months)")
        ->check(CLI::Range(1, training_limits::horizon));
    const auto choice = [&command](const char* name, std::string& value, const std::string& what, const std::vector<ChoiceWords>& choices) {
        command.add_option(name, value, explained(what, choices, value))->type_name("NAME")->check(oneOf(choices));
    };
    choice("--loss", m_options.loss, "What a network makes small while it learns", lossWords());
    choice("--optimizer", m_options.optimizer, "How a network takes its steps", optimizerWords());
    choice("--schedule", m_options.schedule, "How large the steps are in the course of the training", scheduleWords());
    choice("--activation", m_options.activation, "The bend inside the network's layers", activationWords());
    command.add_option("--normalisation", m_options.normalisation,
                       "How a network sees demand of items of every size: log (a multiple of the item's mean, large ones counting "
                       "less), mean (that multiple), robust (distance from the median in its usual spread; not with laws that count "
                       "from 0), none (units) (log)")
        ->check(CLI::IsMember(Normalisation::kinds()));
    command.add_option("--normalisation-scope", m_options.normalisationScope,
                       "Mean or median of each series, or global: one of all series (series)")
        ->check(CLI::IsMember(Normalisation::scopes()));
    command.add_option("--dropout", m_options.dropout, "Share of units left out at random (0.1)")
        ->check(CLI::Range(0.0, training_limits::dropout));
    command.add_option("--weight-decay", m_options.weightDecay, "How strongly weights are drawn to 0 (0.01)")
        ->check(CLI::Range(0.0, training_limits::weightDecay));
    command.add_flag("!--no-averaging", m_options.averagesWeights,
                     "Keep the weights of the last step, not their running mean");
    command.add_option("--patience", m_options.patience, "Stop after so many epochs without gain")
        ->check(CLI::Range(1, training_limits::patience));
    command.add_option("--hidden-size", m_options.hiddenSize, "Width of the network")
        ->check(CLI::Range(1, training_limits::hiddenSize));
    command.add_option("--layers", m_options.layers, "Depth of the network")->check(CLI::Range(1, training_limits::layers));
    command.add_option("--lookback", m_options.lookback, "Periods that a window sees")
        ->check(CLI::Range(1, training_limits::lookback));
    command.add_option("--learning-rate", m_options.learningRate, "Highest learning rate")
        ->check(above0(10, " and up to 10"));
    command.add_option("--batch-size", m_options.batchSize, "Windows in a step")
        ->check(CLI::Range(1, training_limits::batchSize));
    command.add_option("--epochs", m_options.epochs, "At most so many")->check(CLI::Range(1, training_limits::epochs));
    command
        .add_option("--time-budget", m_options.timeBudgetSeconds,
                    "Stop learning after so many seconds in all")
        ->type_name("SECONDS")
        ->check(above0(secondsAtMost, ""));
    command.add_option("--seed", m_options.seed, "The same seed gives the same forecast");
    command.add_option("--device", m_options.device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command.add_option("--precision", m_options.precision, "Of a GPU's products: mixed (faster) or single")
        ->check(CLI::IsMember({"mixed", "single"}));
    command.add_option("--threads", m_options.threads, "All cores, if not given")
        ->check(CLI::Range(1, training_limits::threads));
    command.add_flag("!--no-known-future", m_options.useKnownFuture,
                     "Do not use prices, promotions and holidays known ahead");
}

TrainingOptions TrainingArguments::chosen() const {
    TrainingOptions options = m_options;
    options.period = m_period == "auto" ? std::nullopt : std::optional(periodFromName(m_period));
    return options;
}

}  // namespace foresell
