// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/Parallel.h>

#include <numeric>

#include "core/networks/quantile_loss.h"
#include "core/networks/quantile_loss_impl.h"

namespace foresell {
namespace {

/// `gradients` is as `raw`, or undefined where none is asked for.
at::Tensor lossOf(const at::Tensor& raw, const DemandTargets& targets, const QuantileLossOptions& options, const at::Tensor& gradients) {
    constexpr std::int64_t cellsAPart = 1024;
    const std::int64_t cells = targets.mask.numel(), parts = (cells + cellsAPart - 1) / cellsAPart, width = raw.size(2);
    const at::Tensor scaled = targets.scaled.contiguous(), ratio = targets.ratio.contiguous(), mask = targets.mask.contiguous(),
                     censored = targets.censored.defined() ? targets.censored.contiguous() : at::Tensor();
    std::vector<double> sums(static_cast<std::size_t>(parts));
    at::parallel_for(0, parts, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t part = begin; part < end; ++part) {
            const std::int64_t first = part * cellsAPart;
            const auto from = [&](const at::Tensor& values) { return values.data_ptr<float>() + first; };
            const QuantileCells some{.raw = raw.data_ptr<float>() + first * width,
                                     .scaled = from(scaled),
                                     .ratio = from(ratio),
                                     .mask = from(mask),
                                     .censored = censored.defined() ? from(censored) : nullptr,
                                     .cells = std::min(cellsAPart, cells - first),
                                     .width = static_cast<int>(width),
                                     .levels = static_cast<int>(options.levels.size()),
                                     .quantileLevels = options.levels.data(),
                                     .meanWeight = static_cast<float>(options.meanWeight),
                                     .largestLogMean = static_cast<float>(options.largestLogMean),
                                     .largestRatio = static_cast<float>(options.largestRatio)};
            sums[static_cast<std::size_t>(part)] =
                quantileLossSum(some, gradients.defined() ? gradients.data_ptr<float>() + first * width : nullptr);
        }
    });
    return at::scalar_tensor(std::accumulate(sums.begin(), sums.end(), 0.0), raw.options()) / mask.sum().clamp_min(1);
}

class QuantileLossFunction : public torch::autograd::Function<QuantileLossFunction> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& raw, const DemandTargets& targets,
                              const QuantileLossOptions& options) {
        const at::Tensor gradients = at::empty_like(raw);
        const at::Tensor loss = lossOf(raw, targets, options, gradients);
        context->save_for_backward({gradients, targets.mask.sum().clamp_min(1)});
        return loss;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& upstream) {
        const auto saved = context->get_saved_variables();
        return {saved[0] * (upstream[0] / saved[1]), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

at::Tensor fusedQuantileLoss(const at::Tensor& raw, const DemandTargets& targets, const QuantileLossOptions& options) {
    const at::Tensor rows = raw.contiguous();
    return at::GradMode::is_enabled() && raw.requires_grad() ? QuantileLossFunction::apply(rows, targets, options)
                                                             : lossOf(rows, targets, options, {});
}

}  // namespace foresell
