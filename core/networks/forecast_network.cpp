// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/forecast_network_impl.h"

#include <cmath>

namespace foresell {
namespace {

constexpr int contextSize = 128;
constexpr int decoderSize = 64;

/// Quantiles that cannot cross: the median, and positive steps added up away from it on both sides.
at::Tensor ascendingQuantiles(const at::Tensor& raw) {
    const std::int64_t levels = raw.size(2);
    const std::int64_t middle = levels / 2;
    const at::Tensor median = raw.narrow(2, middle, 1);
    std::vector<at::Tensor> parts;
    if (middle > 0) {
        const at::Tensor steps = at::softplus(raw.narrow(2, 0, middle));
        parts.push_back(median - steps.flip({2}).cumsum(2).flip({2}));
    }
    parts.push_back(median);
    if (middle + 1 < levels) {
        parts.push_back(median + at::softplus(raw.narrow(2, middle + 1, levels - middle - 1)).cumsum(2));
    }
    return at::cat(parts, 2);
}

}  // namespace

int embeddingSize(int cardinality) {
    return std::min(16, static_cast<int>(std::ceil(1.6 * std::pow(cardinality, 0.56))));
}

ForecastNetwork::ForecastNetwork(const NetworkShape& shape, std::uint64_t seed) : m_shape(shape) {
    m_encoder = register_module("encoder", findEncoder(shape.encoder)
                                               .make({.lookback = shape.lookback,
                                                      .inputs = shape.pastInputs,
                                                      .hiddenSize = shape.hiddenSize,
                                                      .layers = shape.layers,
                                                      .activation = shape.activation}));
    int contextInputs = m_encoder->outputSize() + shape.windowInputs;
    for (std::size_t i = 0; i < shape.cardinalities.size(); ++i) {
        const int size = embeddingSize(shape.cardinalities[i]);
        m_embeddings.push_back(
            register_module("embedding_" + std::to_string(i), torch::nn::Embedding(shape.cardinalities[i], size)));
        contextInputs += size;
    }
    const int outputs = shape.isQuantile ? shape.levels + 1 : 1;
    m_context = register_module("context", torch::nn::Linear(contextInputs, contextSize));
    m_step = register_module("step", torch::nn::Linear(shape.stepInputs, contextSize));
    m_hidden = register_module("hidden", torch::nn::Linear(contextSize, decoderSize));
    m_head = register_module("head", torch::nn::Linear(decoderSize, outputs));
    m_shortcut =
        register_module("shortcut", torch::nn::Linear(torch::nn::LinearOptions(shape.stepInputs, outputs).bias(false)));
    initialise(seed);
}

/// Every number from a generator of its own: the same seed gives the same network, whatever ran before.
void ForecastNetwork::initialise(std::uint64_t seed) {
    const torch::NoGradGuard guard;
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    for (auto& entry : named_parameters()) {
        at::Tensor& values = entry.value();
        const std::string& name = entry.key();
        if (name.find("embedding") != std::string::npos) {
            values.normal_(0, 0.1, generator);
        } else if (name.find("gate_bias") != std::string::npos) {
            values.zero_();
            const std::int64_t hidden = values.size(0) / 4;
            values.narrow(0, hidden, hidden).fill_(1);  // remember at first (Jozefowicz et al. 2015)
        } else if (values.dim() < 2 || name.rfind("shortcut", 0) == 0) {
            values.zero_();
        } else {
            const double bound = 1 / std::sqrt(static_cast<double>(values.size(1)));
            values.uniform_(-bound, bound, generator);
        }
    }
    if (m_shape.isQuantile) {
        // Bands of a plausible width from the first step on: softplus(-2) = 0.13.
        m_head->bias.narrow(0, 0, m_shape.levels).fill_(-2);
        m_head->bias.narrow(0, m_shape.levels / 2, 1).zero_();
    }
}

NetworkOutputs ForecastNetwork::forward(const NetworkInputs& inputs, const Dropout& dropout) {
    std::vector<at::Tensor> context{dropout(m_encoder->encode(inputs.past, dropout)), inputs.window};
    for (std::size_t i = 0; i < m_embeddings.size(); ++i) {
        context.push_back(m_embeddings[i](inputs.codes.select(1, static_cast<std::int64_t>(i))));
    }
    const at::Tensor shared = m_context(at::cat(context, 1)).unsqueeze(1);
    const at::Tensor hidden = activate(m_step(inputs.step) + shared, m_shape.activation);
    const at::Tensor decoded = activate(m_hidden(hidden), m_shape.activation);
    const at::Tensor raw = m_head(decoded) + m_shortcut(inputs.step);
    if (!m_shape.isQuantile) {
        return {raw, at::Tensor()};
    }
    return {ascendingQuantiles(raw.narrow(2, 0, m_shape.levels)), raw.select(2, m_shape.levels).clamp(-12, 8)};
}

}  // namespace foresell
