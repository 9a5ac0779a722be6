// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/evaluation/training_options.h"
#include "core/networks/networks.h"
#include "core/training/feature_plan.h"

namespace foresell {

enum class OptimizerKind {
    AdamW,     ///< Loshchilov and Hutter 2019
    Adam,      ///< Kingma and Ba 2015; the weight decay is part of the gradient
    Sgd,       ///< gradient descent with momentum (Polyak 1964)
    Nesterov,  ///< with Nesterov's momentum (Sutskever et al. 2013)
};

enum class ScheduleKind {
    OneCycle,  ///< rises over a tenth of the steps, then falls as a cosine (Smith and Topin 2018)
    Cosine,    ///< falls as a cosine from the first step (Loshchilov and Hutter 2017, without restarts)
    Plateau,   ///< halves after two epochs without a better validation loss
    Constant,
};

/// How a network learns, every open choice of the options made.
struct LearningSettings {
    OptimizerKind optimizer = OptimizerKind::AdamW;
    ScheduleKind schedule = ScheduleKind::OneCycle;
    double learningRate = 0;  ///< the schedule's peak
    double weightDecay = 0.01;
    double momentum = 0.9;
    double clipNorm = 1;        ///< of all gradients together
    double averaging = 0.995;   ///< of the weights that are judged and kept: a running mean over steps; 0: none
    double dropout = 0;
    double unknownShare = 0.1;  ///< of windows that hide their static codes, so that new items can be forecast
    double halfLife = 0;        ///< in periods: see SamplerOptions
    double volumePower = 0;     ///< see SamplerOptions
    int batchSize = 0;
    int stepsAnEpoch = 0;
    int stepsAWindow = 0;  ///< periods of each window that one step learns from
    int epochs = 0;
    int patience = 0;
    int validationWindows = 4096;  ///< judged, at most
    double settlingShare = 0.25;  ///< of the best epoch's steps, learnt on with the validation periods
    double timeBudgetSeconds = 0;
    bool isMixedPrecision = true;  ///< on a GPU
    std::uint64_t seed = 1;
};

std::vector<std::string> availableOptimizers();
std::vector<std::string> availableSchedules();

/// Throws Error "training.option" for names that are not known and numbers that make no sense, "training.normalisation"
/// for one that the loss cannot learn from.
LearningSettings chooseSettings(const TrainingOptions& options, const NetworkInfo& network, const FeaturePlan& plan,
                                std::int64_t windows);

/// Faults that a test can ask for at a step, to see that the training recovers.
enum class Fault { None, LossIsNotANumber, OutOfMemory };
using FaultHook = std::function<Fault(std::int64_t step)>;

}  // namespace foresell
