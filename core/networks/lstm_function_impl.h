// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <memory>
#include <vector>

namespace foresell {

/// Gates in the order input, forget, cell, output: 4 hidden x inputs, 4 hidden x hidden, 4 hidden.
struct LstmWeights {
    at::Tensor input, recurrent, bias;
};

/// The arrays that one pass through an LSTM layer fills, kept from step to step so that nothing is allocated in
/// training. `gates` is lookback x batch x 4 hidden, `cells` and `outputs` are lookback x batch x hidden.
struct LstmArrays {
    at::Tensor gates, cells, outputs;
};

/// Lends LstmArrays of the wanted shape; arrays come back when the way back is through with them.
class LstmArrayPool {
public:
    std::shared_ptr<LstmArrays> take(std::int64_t steps, std::int64_t batch, std::int64_t hidden);

private:
    std::vector<std::shared_ptr<LstmArrays>> m_arrays;
};

/// One LSTM layer over sequences that all have the same length, on the CPU: each thread takes its part of the batch through
/// all steps (both products and fused gates, while a step's numbers are in its core's cache) without waiting for the others;
/// the way back is written by hand likewise.
/// `past`: steps x batch x inputs. Gives the outputs of all steps (steps x batch x hidden) where `wholeSequence`, else
/// the last (batch x hidden).
at::Tensor fusedLstm(const at::Tensor& past, const LstmWeights& weights, bool wholeSequence, LstmArrayPool& pool);

/// The same layer by libtorch, on any device: cuDNN's on a GPU, and what the fused one is tested against.
at::Tensor plainLstm(const at::Tensor& past, const LstmWeights& weights, bool wholeSequence);

}  // namespace foresell
