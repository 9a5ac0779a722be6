// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/option_choices.h"

#include <QCoreApplication>
#include <map>

namespace foresell {

namespace {

struct Choice {
    const char *value, *label, *help;
};

const std::map<std::string, std::vector<Choice>>& choices() {
    static const std::map<std::string, std::vector<Choice>> all{
        {"loss",
         {{"quantile", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Quantile"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Aims at the likely range: how much will sell at least, in the middle and at most. Suits nearly every shop.")},
          {"mse", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Squared error"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Large misses count most, so the forecast follows the mean. For total volumes; single huge days pull it up.")},
          {"mae", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Absolute error"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Every unit missed counts alike, so the forecast follows the middle day. Few huge days do not disturb it.")},
          {"huber", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Huber (few outliers)"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "As squared error for small misses, as absolute error for large ones: single huge days count less.")},
          {"poisson", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Poisson (counts)"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Counts units that sell independently of one another. For items that sell a few units a day, evenly.")},
          {"negative_binomial", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Negative binomial (uneven counts)"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Counts units on uneven days: many quiet ones, some strong ones. For slow sellers.")},
          {"tweedie", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Tweedie (many zeros)"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Sales that are often zero and else of any size. For items that sell now and then.")},
          {"classes", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Classes of demand"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Sorts demand from none to a lot and says how likely each class is. Tells best whether an item sells at all.")}}},
        {"optimizer",
         {{"adamw", QT_TRANSLATE_NOOP("foresell::OptionChoices", "AdamW"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Finds the size of each number's step by itself and keeps the numbers small. Suits nearly every shop.")},
          {"adam", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Adam"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "As AdamW, but the numbers are kept small less strictly.")},
          {"sgd", QT_TRANSLATE_NOOP("foresell::OptionChoices", "SGD with momentum"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Plain steps downhill with some swing. Slower, and it needs a learning rate that fits.")},
          {"nesterov", QT_TRANSLATE_NOOP("foresell::OptionChoices", "SGD with Nesterov momentum"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "As SGD with momentum, but it looks a step ahead before it corrects itself.")}}},
        {"schedule",
         {{"one_cycle", QT_TRANSLATE_NOOP("foresell::OptionChoices", "One rise and fall"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Small steps first, then large ones, then ever smaller ones. Fast, and suits nearly every shop.")},
          {"cosine", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Steady fall"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Large steps first, then smaller and smaller ones along a gentle curve.")},
          {"plateau", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Halved without gain"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "The steps become half as large whenever rounds bring no gain any more. For long trainings.")},
          {"constant", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Constant"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Steps of one size until the end. For comparison.")}}},
        {"activation",
         {{"auto", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Automatic"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Each network takes the bend that suits it.")},
          {"relu", QT_TRANSLATE_NOOP("foresell::OptionChoices", "ReLU"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Passes positive signals on and stops negative ones. Quick and usual.")},
          {"gelu", QT_TRANSLATE_NOOP("foresell::OptionChoices", "GELU"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "As ReLU with a soft bend; learns a little more evenly.")},
          {"tanh", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Tanh"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Squeezes signals between minus one and one.")},
          {"sigmoid", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Sigmoid"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Squeezes signals between zero and one. Slow to learn where there are many layers.")}}},
        {"normalisation",
         {{"log", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Logarithm"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Sales as a multiple of what the item usually sells, large days counting less. Suits nearly every shop.")},
          {"mean", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Mean"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Sales as a multiple of what the item usually sells.")},
          {"robust", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Robust (median)"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "How far from the middle day, in its usual spread; single huge days do not disturb it. Not for losses that count units.")},
          {"none", QT_TRANSLATE_NOOP("foresell::OptionChoices", "None"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Units as they are, for items of like size.")}}},
        {"normalisation_scope",
         {{"series", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Each series"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "What is usual is taken of each item at each place.")},
          {"global", QT_TRANSLATE_NOOP("foresell::OptionChoices", "The whole shop"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "One figure for the whole shop: large items stay large and small ones small.")}}},
        {"averages_weights",
         {{"true", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Mean over the steps"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Forecasts more steadily than the last step alone.")},
          {"false", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Last step"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "The network as the last step left it. For comparison.")}}},
        {"precision",
         {{"single", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Single"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Full numbers. What the processor always uses.")},
          {"mixed", QT_TRANSLATE_NOOP("foresell::OptionChoices", "Mixed"), QT_TRANSLATE_NOOP("foresell::OptionChoices", "Multiplies with shorter numbers. It pays for very large networks alone.")}}},
    };
    return all;
}

}  // namespace

std::vector<OptionChoice> optionChoices(const std::string& option) {
    const auto found = choices().find(option);
    std::vector<OptionChoice> told;
    if (found != choices().end()) {
        for (const Choice& choice : found->second) {
            told.push_back({choice.value, QCoreApplication::translate("foresell::OptionChoices", choice.label), QCoreApplication::translate("foresell::OptionChoices", choice.help)});
        }
    }
    return told;
}

}  // namespace foresell
