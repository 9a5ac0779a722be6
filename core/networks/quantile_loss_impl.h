// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include "core/networks/head_impl.h"

namespace foresell {

struct QuantileLossOptions {
    std::vector<float> levels;  ///< of the quantiles, QuantileCells::mostLevels at most
    double meanWeight = 0, largestLogMean = 0, largestRatio = 0;
};

/// The mean over the cells with mask 1 of what QuantileCells says, of `raw` (batch x steps x levels + 1) on the processor in
/// single precision. One pass gives loss and slope; as libtorch's operations the same takes some sixty.
at::Tensor fusedQuantileLoss(const at::Tensor& raw, const DemandTargets& targets, const QuantileLossOptions& options);

}  // namespace foresell
