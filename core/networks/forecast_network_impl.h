// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

#include "core/networks/encoder_impl.h"

namespace foresell {

/// Sizes of a network's inputs and outputs, stored with a model.
struct NetworkShape {
    std::string encoder = "lstm";
    std::string activation = "auto";
    int lookback = 0;
    int pastInputs = 0;     ///< numbers in each period of the past
    int windowInputs = 0;   ///< numbers of the window as a whole
    int stepInputs = 0;     ///< numbers of each period to forecast
    std::vector<int> cardinalities = {};  ///< of the static categories; code 0 is "unknown"
    int hiddenSize = 0;
    int layers = 0;
    bool isQuantile = true;  ///< quantiles and mean; else one number
    int levels = 0;          ///< quantiles; the median is the middle one
};

/// What the network sees of a batch of windows: past (lookback x batch x pastInputs), window (batch x windowInputs),
/// codes (batch x categories, int64), step (batch x steps x stepInputs).
struct NetworkInputs {
    at::Tensor past, window, codes, step;
};

/// In scaled space. `quantiles`: batch x steps x levels, ascending; `logMean`: batch x steps, the logarithm of the mean
/// (a network of squares alone gives its one number as `quantiles` with a single level and no logMean).
struct NetworkOutputs {
    at::Tensor quantiles, logMean;
};

/// Encoder, embeddings of the static categories and a decoder that is applied to each period to forecast: a direct
/// multi-horizon model, as in Wen et al. 2017 (MQ-RNN) and Das et al. 2023 (TiDE). Embeddings have
/// min(16, 1.6 n^0.56) numbers for n categories (Guo and Berkhahn 2016 use the like).
class ForecastNetwork : public torch::nn::Module {
public:
    ForecastNetwork(const NetworkShape& shape, std::uint64_t seed);

    NetworkOutputs forward(const NetworkInputs& inputs, const Dropout& dropout);
    const NetworkShape& shape() const { return m_shape; }

private:
    void initialise(std::uint64_t seed);

    NetworkShape m_shape;
    std::shared_ptr<Encoder> m_encoder;
    std::vector<torch::nn::Embedding> m_embeddings;
    torch::nn::Linear m_context{nullptr}, m_step{nullptr}, m_hidden{nullptr}, m_head{nullptr}, m_shortcut{nullptr};
};

int embeddingSize(int cardinality);

}  // namespace foresell
