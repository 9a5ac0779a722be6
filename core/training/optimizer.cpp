// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer_impl.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/training/adam_step.h"

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

at::Tensor FlatOptimizer::step(FlatParameters& parameters, double rate) {
    const torch::NoGradGuard guard;
    at::Tensor& gradients = parameters.gradients;
    const at::Tensor norm = gradients.norm();
    double scale = 1;
    if (gradients.is_cpu()) {
        const double length = norm.item<double>();
        if (!std::isfinite(length)) {
            return norm;
        }
        scale = length > m_settings.clipNorm ? m_settings.clipNorm / length : 1;
    } else {
        gradients.mul_((m_settings.clipNorm / norm).clamp_max(1));
    }
    ++steps;
    if (m_settings.optimizer == OptimizerKind::AdamW || m_settings.optimizer == OptimizerKind::Adam) {
        stepAdam(parameters.values, gradients, scale, rate);
    } else {
        stepSgd(parameters.values, gradients.mul_(scale), rate);
    }
    return norm;
}

void FlatOptimizer::stepAdam(at::Tensor& values, at::Tensor& gradients, double scale, double rate) {
    constexpr double beta1 = 0.9, beta2 = 0.99;
    const bool isPlain = m_settings.optimizer == OptimizerKind::Adam;
    const double correction1 = 1 - std::pow(beta1, static_cast<double>(steps));
    const double correction2 = std::sqrt(1 - std::pow(beta2, static_cast<double>(steps)));
    if (values.is_cpu()) {
        const AdamStep step{.beta1 = static_cast<float>(beta1),
                            .beta2 = static_cast<float>(beta2),
                            .gradientScale = static_cast<float>(scale),
                            .gradientDecay = isPlain ? static_cast<float>(m_settings.weightDecay) : 0.0f,
                            .valueFactor = isPlain ? 1.0f : static_cast<float>(1 - rate * m_settings.weightDecay),
                            .rate = static_cast<float>(rate / correction1),
                            .secondScale = static_cast<float>(1 / correction2)};
        float *v = values.data_ptr<float>(), *g = gradients.data_ptr<float>(), *m1 = first.data_ptr<float>(),
              *m2 = second.data_ptr<float>();
        at::parallel_for(0, values.numel(), 1 << 15, [&](std::int64_t begin, std::int64_t end) {
            takeAdamStep(step, v + begin, g + begin, m1 + begin, m2 + begin, end - begin);
        });
        return;
    }
    if (isPlain) {
        gradients.add_(values, m_settings.weightDecay);
    } else {
        values.mul_(1 - rate * m_settings.weightDecay);
    }
    first.mul_(beta1).add_(gradients, 1 - beta1);
    second.mul_(beta2).addcmul_(gradients, gradients, 1 - beta2);
    values.addcdiv_(first, second.sqrt().div_(correction2).add_(1e-8), -rate / correction1);
}

void FlatOptimizer::stepSgd(at::Tensor& values, const at::Tensor& gradients, double rate) {
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
