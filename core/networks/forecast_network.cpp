// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/forecast_network_impl.h"

#include <cmath>

namespace foresell {
namespace {

constexpr int contextSize = 128;
constexpr int decoderSize = 64;

}  // namespace

int embeddingSize(int cardinality) {
    return std::min(16, static_cast<int>(std::ceil(1.6 * std::pow(cardinality, 0.56))));
}

ForecastNetwork::ForecastNetwork(const NetworkShape& shape, std::uint64_t seed) : m_shape(shape) {
    m_encoder = register_module("encoder", findEncoder(shape.encoder)
                                               .make({.lookback = shape.lookback,
                                                      .inputs = shape.pastInputs,
                                                      .stepInputs = shape.stepInputs,
                                                      .hiddenSize = shape.hiddenSize,
                                                      .layers = shape.layers,
                                                      .activation = shape.activation}));
    int contextInputs = m_encoder->outputSize() + shape.windowInputs;
    for (std::size_t i = 0; i < shape.cardinalities.size(); ++i) {
        const int size = shape.embeddingSizes.empty() ? embeddingSize(shape.cardinalities[i]) : shape.embeddingSizes[i];
        m_embeddings.push_back(
            register_module("embedding_" + std::to_string(i), torch::nn::Embedding(shape.cardinalities[i], size)));
        contextInputs += size;
    }
    m_head = findHead(shape.head).make({.levels = shape.levels, .allowsNegative = shape.allowsNegative});
    const int outputs = m_head->outputs();
    m_context = register_module("context", torch::nn::Linear(contextInputs, contextSize));
    m_step = register_module("step", torch::nn::Linear(shape.stepInputs, contextSize));
    m_hidden = register_module("hidden", torch::nn::Linear(contextSize, decoderSize));
    m_last = register_module("head", torch::nn::Linear(decoderSize, outputs));
    m_shortcut =
        register_module("shortcut", torch::nn::Linear(torch::nn::LinearOptions(shape.stepInputs, outputs).bias(false)));
    if (const int size = m_encoder->stepSize(); size > 0) {
        m_detail = register_module("detail", torch::nn::Linear(size, contextSize));
        m_detailShortcut = register_module(
            "shortcut_detail", torch::nn::Linear(torch::nn::LinearOptions(size, outputs).bias(false)));
    }
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
    m_head->initialise(m_last->bias);
}

at::Tensor ForecastNetwork::forward(const NetworkInputs& inputs, const Dropout& dropout) {
    const Encoding encoding = m_encoder->run(inputs, dropout);
    std::vector<at::Tensor> context{dropout(encoding.shared), inputs.window};
    for (std::size_t i = 0; i < m_embeddings.size(); ++i) {
        context.push_back(m_embeddings[i](inputs.codes.select(1, static_cast<std::int64_t>(i))));
    }
    const at::Tensor shared = m_context(at::cat(context, 1)).unsqueeze(1);
    at::Tensor joined = m_step(inputs.step) + shared;
    if (m_detail) {
        joined = joined + m_detail(encoding.bySteps);
    }
    const at::Tensor hidden = activate(joined, m_shape.activation);
    const at::Tensor decoded = activate(m_hidden(hidden), m_shape.activation);
    const at::Tensor raw = m_last(decoded) + m_shortcut(inputs.step);
    return m_detail ? raw + m_detailShortcut(encoding.bySteps) : raw;
}

at::Tensor ForecastNetwork::retellingError(const NetworkInputs& inputs, const Dropout& dropout) {
    if (!m_encoder->canRetell()) {
        return {};
    }
    return m_encoder->retellingError(inputs.past, m_encoder->run(inputs, dropout).shared);
}

}  // namespace foresell
