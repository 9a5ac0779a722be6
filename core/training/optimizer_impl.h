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

/// AdamW or SGD with Nesterov momentum over the flat array.
class FlatOptimizer {
public:
    FlatOptimizer(const LearningSettings& settings, const at::Tensor& like);

    /// Clips the gradients to the settings' norm, then steps. Gives false, and does nothing, where they are not finite.
    bool step(FlatParameters& parameters, double rate);

    at::Tensor first, second;  ///< moments (Adam); velocity and nothing (SGD)
    std::int64_t steps = 0;

private:
    LearningSettings m_settings;
};

/// The share of the peak rate after a share of the steps: rises over the first tenth, then falls as a cosine.
double oneCycle(double progress);

}  // namespace foresell
