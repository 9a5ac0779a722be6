// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <memory>
#include <vector>

namespace foresell {

/// Gated: gates in the order reset, keep, fresh, 3 hidden x inputs, 3 hidden x hidden, 3 hidden and 3 hidden; plain: hidden
/// in place of 3 hidden.
struct RecurrentWeights {
    at::Tensor input, recurrent, bias, recurrentBias;
};

/// The arrays that one pass through a layer fills, kept from step to step so that nothing is allocated in training.
/// `gates` is lookback x batch x 4 hidden (plain: hidden), `outputs` is lookback x batch x hidden.
struct RecurrentArrays {
    at::Tensor gates, outputs;
};

/// Lends RecurrentArrays of the wanted shape; arrays come back when the way back is through with them.
class RecurrentArrayPool {
public:
    std::shared_ptr<RecurrentArrays> take(std::int64_t steps, std::int64_t batch, std::int64_t hidden, bool isGated);

private:
    std::vector<std::shared_ptr<RecurrentArrays>> m_arrays;
};

/// One layer of gated units or of a plain recurrent network with hyperbolic tangents, on the CPU, in the way of fusedLstm.
/// `past`: steps x batch x inputs. Gives the outputs of all steps (steps x batch x hidden) where `wholeSequence`, else
/// the last (batch x hidden).
at::Tensor fusedRecurrent(const at::Tensor& past, const RecurrentWeights& weights, bool isGated, bool wholeSequence,
                          RecurrentArrayPool& pool);

/// The same layer by libtorch, on any device: cuDNN's on a GPU, and what the fused one is tested against; from plain tensor
/// operations where `activation`, that of a plain network, is one that libtorch's layers do not have.
at::Tensor plainRecurrent(const at::Tensor& past, const RecurrentWeights& weights, bool isGated, bool wholeSequence,
                          const std::string& activation);

}  // namespace foresell
