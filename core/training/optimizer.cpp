// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer_impl.h"

#include <cmath>
#include <numbers>

namespace foresell {

FlatParameters::FlatParameters(torch::nn::Module& module) {
    const torch::NoGradGuard guard;
    std::vector<at::Tensor> parts;
    for (const at::Tensor& parameter : module.parameters()) {
        parts.push_back(parameter.detach().reshape({-1}));
    }
    values = at::cat(parts);
    gradients = at::zeros_like(values);
    std::int64_t position = 0;
    for (at::Tensor& parameter : module.parameters()) {
        const std::int64_t count = parameter.numel();
        const auto shape = parameter.sizes().vec();
        parameter.set_data(values.narrow(0, position, count).view(shape));
        parameter.mutable_grad() = gradients.narrow(0, position, count).view(shape);
        position += count;
    }
}

FlatOptimizer::FlatOptimizer(const LearningSettings& settings, const at::Tensor& like)
    : first(at::zeros_like(like)), second(at::zeros_like(like)), m_settings(settings) {}

bool FlatOptimizer::step(FlatParameters& parameters, double rate) {
    const torch::NoGradGuard guard;
    at::Tensor& gradients = parameters.gradients;
    const double norm = gradients.norm().item<double>();
    if (!std::isfinite(norm)) {
        return false;
    }
    if (norm > m_settings.clipNorm) {
        gradients.mul_(m_settings.clipNorm / norm);
    }
    ++steps;
    if (m_settings.isAdam) {
        constexpr double beta1 = 0.9, beta2 = 0.99;
        first.mul_(beta1).add_(gradients, 1 - beta1);
        second.mul_(beta2).addcmul_(gradients, gradients, 1 - beta2);
        const double correction1 = 1 - std::pow(beta1, static_cast<double>(steps));
        const double correction2 = std::sqrt(1 - std::pow(beta2, static_cast<double>(steps)));
        parameters.values.mul_(1 - rate * m_settings.weightDecay);
        parameters.values.addcdiv_(first, second.sqrt().div_(correction2).add_(1e-8), -rate / correction1);
    } else {
        gradients.add_(parameters.values, m_settings.weightDecay);
        first.mul_(m_settings.momentum).add_(gradients);
        parameters.values.add_(gradients + first * m_settings.momentum, -rate);
    }
    return true;
}

double oneCycle(double progress) {
    constexpr double warmUp = 0.1;
    if (progress < warmUp) {
        return 0.1 + 0.9 * progress / warmUp;
    }
    const double place = std::min(1.0, (progress - warmUp) / (1 - warmUp));
    return 0.005 + 0.995 * 0.5 * (1 + std::cos(std::numbers::pi * place));
}

}  // namespace foresell
