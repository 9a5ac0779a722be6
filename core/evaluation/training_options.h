// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/period.h"

namespace foresell {

/// What a training is asked to do; 0, empty or "auto" means "choose well". The names are those of the command line.
struct TrainingOptions {
    std::string model = "auto";  ///< auto, a network (see availableNetworks) or a simple method (see simpleMethods)
    std::optional<PeriodKind> period;
    int horizon = 0;            ///< periods ahead; 0: 28 days, 13 weeks or 12 months, less when the history is short
    std::optional<Day> origin;  ///< forget what was recorded after this day; none: the last complete period
    int lookback = 0;           ///< periods that a window sees
    std::string loss = "quantile";  ///< quantile, mse, mae, huber, poisson, tweedie, negative_binomial, classes
    std::string optimizer = "adamw";  ///< adamw, adam, sgd, nesterov
    std::string schedule = "one_cycle";  ///< of the learning rate: one_cycle, cosine, plateau, constant
    std::string activation = "auto";  ///< auto, relu, sigmoid, tanh, gelu
    std::string normalisation = "log";  ///< of demand before a network sees it: none, mean, robust, log
    std::string normalisationScope = "series";  ///< by the level of each series, or global: one for all
    int hiddenSize = 0;
    int layers = 0;
    double dropout = 0.1;
    double weightDecay = 0.01;   ///< of adamw; of the others, where it is part of the gradient, a hundredth of it
    bool averagesWeights = true;  ///< the weights that are kept are a running mean over the steps
    double learningRate = 0;
    int batchSize = 0;
    int epochs = 0;               ///< at most
    int patience = 0;             ///< epochs without a better validation loss before stopping
    double timeBudgetSeconds = 0;  ///< 0: none
    std::uint64_t seed = 1;
    std::string device = "auto";  ///< auto, cpu, cuda
    std::string precision = "single";  ///< of a GPU's products: single, or mixed (bfloat16 factors)
    int threads = 0;              ///< 0: all cores
    bool useKnownFuture = true;   ///< prices, promotions and holidays known in advance
    std::int32_t fromRun = 0;      ///< learn on from this run's network with what came since; 0: learn anew
    double searchSeconds = 0;      ///< look so long for good options of the network first; 0: not at all
};

/// The quantile levels that every run keeps: the median and the ends of the 50, 80 and 95 % bands.
inline const std::vector<double>& storedLevels() {
    static const std::vector<double> levels{0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
    return levels;
}

/// How far a forecast was off on periods it had not seen. Ratios, not percents; NaN where not defined.
struct Scores {
    double wape = 0;      ///< sum |y - median| / sum |y|
    double bias = 0;      ///< sum (mean - y) / sum |y|
    double mase = 0;      ///< Hyndman and Koehler 2006, seasonal scale
    double rmsse = 0;     ///< Makridakis et al. 2022 (M5)
    double smape = 0;     ///< 0..2
    double pinball = 0;   ///< mean over levels of 2 x pinball loss / sum |y|
    double coverage50 = 0, coverage80 = 0, coverage95 = 0;
    std::int64_t points = 0;
};

/// One method's result on the held-out end.
struct MethodScores {
    std::string method;
    Scores scores;
    double seconds = 0;
};

}  // namespace foresell
