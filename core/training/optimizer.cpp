// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer_impl.h"

#include <algorithm>
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
    if (m_settings.optimizer == OptimizerKind::AdamW || m_settings.optimizer == OptimizerKind::Adam) {
        stepAdam(parameters.values, gradients, rate);
    } else {
        stepSgd(parameters.values, gradients, rate);
    }
    return true;
}

void FlatOptimizer::stepAdam(at::Tensor& values, at::Tensor& gradients, double rate) {
    constexpr double beta1 = 0.9, beta2 = 0.99;
    if (m_settings.optimizer == OptimizerKind::Adam) {
        gradients.add_(values, m_settings.weightDecay);
    } else {
        values.mul_(1 - rate * m_settings.weightDecay);
    }
    first.mul_(beta1).add_(gradients, 1 - beta1);
    second.mul_(beta2).addcmul_(gradients, gradients, 1 - beta2);
    const double correction1 = 1 - std::pow(beta1, static_cast<double>(steps));
    const double correction2 = std::sqrt(1 - std::pow(beta2, static_cast<double>(steps)));
    values.addcdiv_(first, second.sqrt().div_(correction2).add_(1e-8), -rate / correction1);
}

void FlatOptimizer::stepSgd(at::Tensor& values, at::Tensor& gradients, double rate) {
    gradients.add_(values, m_settings.weightDecay);
    first.mul_(m_settings.momentum).add_(gradients);
    if (m_settings.optimizer == OptimizerKind::Nesterov) {
        values.add_(gradients + first * m_settings.momentum, -rate);
    } else {
        values.add_(first, -rate);
    }
}

double scheduledShare(ScheduleKind kind, double progress, const std::vector<double>& validationCurve) {
    const auto falling = [](double place) {
        return 0.005 + 0.995 * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(place, 0.0, 1.0)));
    };
    constexpr double warmUp = 0.1;
    if (kind == ScheduleKind::Cosine) {
        return falling(progress);
    }
    if (kind == ScheduleKind::OneCycle) {
        return progress < warmUp ? 0.1 + 0.9 * progress / warmUp : falling((progress - warmUp) / (1 - warmUp));
    }
    double share = 1, best = INFINITY;
    int waited = 0;
    for (const double loss : validationCurve) {
        waited = loss < best ? 0 : waited + 1;
        best = std::min(best, loss);
        if (kind == ScheduleKind::Plateau && waited == 2) {
            share *= 0.5;
            waited = 0;
        }
    }
    return share;
}

}  // namespace foresell
