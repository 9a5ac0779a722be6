// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include "core/training/learning_settings.h"

namespace foresell {

/// All parameters of a network in one array, and their gradients in another, so that a step of the optimiser, the
/// clipping, the averaging and a checkpoint are each one operation.
class FlatParameters {
public:
    explicit FlatParameters(torch::nn::Module& module);

    at::Tensor values, gradients;
};

/// One of the optimisers over the flat array.
class FlatOptimizer {
public:
    FlatOptimizer(const LearningSettings& settings, const at::Tensor& like);

    /// Clips the gradients to the settings' norm, then steps; gives the norm that they had. Where it is not finite the
    /// values are of no use afterwards.
    at::Tensor step(FlatParameters& parameters, double rate);

    at::Tensor first, second;  ///< moments (Adam); velocity and nothing (SGD)
    std::int64_t steps = 0;

private:
    void stepAdam(at::Tensor& values, at::Tensor& gradients, double scale, double rate);
    void stepSgd(at::Tensor& values, const at::Tensor& gradients, double rate);

    LearningSettings m_settings;
};

/// The share of the peak rate after a share of the steps, given the validation losses of the epochs so far.
double scheduledShare(ScheduleKind kind, double progress, const std::vector<double>& validationCurve);

}  // namespace foresell
