// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/forecast_network_impl.h"

#include <cmath>

namespace foresell {
namespace {

constexpr int contextSize = 128;
constexpr int decoderSize = 64;
constexpr std::int64_t pathCount = 100;

/// Quantiles of the ascending numbers in the last dimension, between two of them in proportion (R's type 7, Hyndman and
/// Fan 1996).
at::Tensor quantilesOf(const at::Tensor& sorted, const std::vector<double>& levels) {
    const std::int64_t last = sorted.size(-1) - 1;
    std::vector<at::Tensor> quantiles;
    for (const double level : levels) {
        const double place = level * static_cast<double>(last);
        const auto below = static_cast<std::int64_t>(place);
        quantiles.push_back(at::lerp(sorted.select(-1, below), sorted.select(-1, std::min(last, below + 1)),
                                     place - static_cast<double>(below)));
    }
    return at::stack(quantiles, -1);
}

}  // namespace

int embeddingSize(int cardinality) {
    return std::min(16, static_cast<int>(std::ceil(1.6 * std::pow(cardinality, 0.56))));
}

ForecastNetwork::ForecastNetwork(const NetworkShape& shape, std::uint64_t seed) : m_shape(shape) {
    m_encoder = register_module("encoder", findEncoder(shape.encoder)
                                               .make({.lookback = shape.lookback,
                                                      .inputs = shape.pastInputs,
                                                      .stepInputs = shape.stepInputs,
                                                      .advanceInputs = contextSize,
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
    m_head = findHead(shape.head).make({.levels = shape.levels, .allowsNegative = shape.allowsNegative, .normalisation = shape.normalisation});
    const int outputs = m_head->outputs();
    m_context = register_module("context", torch::nn::Linear(contextInputs, contextSize));
    m_step = register_module("step", torch::nn::Linear(shape.stepInputs, contextSize));
    const int decoded = m_encoder->feedsBack() ? m_encoder->outputSize() : contextSize;
    m_hidden = register_module("hidden", torch::nn::Linear(decoded, decoderSize));
    m_last = register_module("head", torch::nn::Linear(decoderSize, outputs));
    m_shortcut =
        register_module("shortcut", torch::nn::Linear(torch::nn::LinearOptions(shape.stepInputs, outputs).bias(false)));
    if (const int size = m_encoder->stepSize(); size > 0) {
        m_detail = register_module("detail", torch::nn::Linear(size, contextSize));
        m_detailShortcut = register_module(
            "shortcut_detail", torch::nn::Linear(torch::nn::LinearOptions(size, outputs).bias(false)));
    }
    if (m_encoder->feedsBack()) {
        m_before = register_module("before", torch::nn::Linear(2, contextSize));
    }
    initialise(seed);
    NetworkShape one = shape;
    one.members = 1;
    for (int member = 1; member < shape.members; ++member) {
        const std::uint64_t own = seed + 0x9e3779b97f4a7c15u * static_cast<std::uint64_t>(member);
        m_others.push_back(
            register_module("member_" + std::to_string(member), std::make_shared<ForecastNetwork>(one, own)));
    }
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

/// What each period to forecast is made from: batch x steps x contextSize.
at::Tensor ForecastNetwork::joined(const NetworkInputs& inputs, const Encoding& encoding, const Dropout& dropout) {
    std::vector<at::Tensor> context{dropout(encoding.shared), inputs.window};
    for (std::size_t i = 0; i < m_embeddings.size(); ++i) {
        context.push_back(m_embeddings[i](inputs.codes.select(1, static_cast<std::int64_t>(i))));
    }
    const at::Tensor all = m_step(inputs.step) + m_context(at::cat(context, 1)).unsqueeze(1);
    return m_detail ? all + m_detail(encoding.bySteps) : all;
}

at::Tensor ForecastNetwork::direct(const NetworkInputs& inputs, const Dropout& dropout) {
    const Encoding encoding = m_encoder->run(inputs, dropout);
    const at::Tensor hidden = activate(joined(inputs, encoding, dropout), m_shape.activation);
    const at::Tensor decoded = activate(m_hidden(hidden), m_shape.activation);
    const at::Tensor raw = m_last(decoded) + m_shortcut(inputs.step);
    return m_detail ? raw + m_detailShortcut(encoding.bySteps) : raw;
}

/// Each period given the true demand before it ("teacher forcing").
at::Tensor ForecastNetwork::guided(const NetworkInputs& inputs, const DemandTargets& targets, const Dropout& dropout) {
    const Encoding encoding = m_encoder->run(inputs, dropout);
    const std::int64_t steps = inputs.step.size(1);
    const double bound = m_shape.normalisation.bound();
    const at::Tensor first = inputs.past[inputs.past.size(0) - 1].narrow(1, 0, 2).unsqueeze(1);
    const at::Tensor later = at::stack({targets.scaled.clamp(-bound, bound), targets.mask}, 2).narrow(1, 0, steps - 1);
    const at::Tensor hidden =
        activate(joined(inputs, encoding, dropout) + m_before(at::cat({first, later}, 1)), m_shape.activation);
    at::Tensor state = encoding.shared;
    std::vector<at::Tensor> states;
    for (const at::Tensor& step : hidden.unbind(1)) {
        state = m_encoder->advance(step, state);
        states.push_back(state);
    }
    return m_last(activate(m_hidden(at::stack(states, 1)), m_shape.activation)) + m_shortcut(inputs.step);
}

at::Tensor ForecastNetwork::forward(const NetworkInputs& inputs, const DemandTargets& targets, const Dropout& dropout) {
    return m_encoder->feedsBack() ? guided(inputs, targets, dropout) : direct(inputs, dropout);
}

at::Tensor ForecastNetwork::loss(const NetworkInputs& inputs, const DemandTargets& targets, const Dropout& dropout) {
    at::Tensor sum = m_head->loss(forward(inputs, targets, dropout), targets);
    for (const auto& other : m_others) {
        sum = sum + other->loss(inputs, targets, dropout);
    }
    return m_others.empty() ? sum : sum / m_shape.members;
}

at::Tensor ForecastNetwork::judged(const NetworkInputs& inputs, const DemandTargets& targets) {
    at::Tensor sum = m_head->judged(forward(inputs, targets, Dropout()), targets);
    for (const auto& other : m_others) {
        sum = sum + other->judged(inputs, targets);
    }
    return m_others.empty() ? sum : sum / m_shape.members;
}

DemandOutputs ForecastNetwork::forecast(const NetworkInputs& inputs, const at::Tensor& level, std::uint64_t seed) {
    DemandOutputs all = m_encoder->feedsBack() ? sampled(inputs, level, seed) : m_head->decode(direct(inputs, Dropout()), level);
    for (const auto& other : m_others) {
        const DemandOutputs one = other->forecast(inputs, level, seed);
        all.quantiles = all.quantiles + one.quantiles;
        all.mean = all.mean.defined() ? all.mean + one.mean : all.mean;
    }
    if (!m_others.empty()) {
        all.quantiles = all.quantiles / m_shape.members;
        all.mean = all.mean.defined() ? all.mean / m_shape.members : all.mean;
    }
    return all;
}

DemandOutputs ForecastNetwork::sampled(const NetworkInputs& inputs, const at::Tensor& level, std::uint64_t seed) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    const std::int64_t batch = level.size(0), paths = m_head->hasQuantiles() ? pathCount : 1;
    const auto onEachPath = [&](const at::Tensor& values) { return values.repeat_interleave(paths, 0); };
    const Encoding encoding = m_encoder->run(inputs, Dropout());
    const at::Tensor context = joined(inputs, encoding, Dropout()), shortcut = m_shortcut(inputs.step);
    const at::Tensor levels = onEachPath(level);
    at::Tensor state = onEachPath(encoding.shared);
    at::Tensor before = onEachPath(inputs.past[inputs.past.size(0) - 1].narrow(1, 0, 2));
    const double bound = m_shape.normalisation.bound();
    const bool fallsBelow0 = m_shape.allowsNegative || m_shape.normalisation.kind == Normalisation::Kind::Robust;
    const double least = fallsBelow0 ? -bound : 0;
    std::vector<at::Tensor> drawn, means;
    for (std::int64_t step = 0; step < inputs.step.size(1); ++step) {
        state = m_encoder->advance(activate(onEachPath(context.select(1, step)) + m_before(before), m_shape.activation), state);
        const at::Tensor raw = m_last(activate(m_hidden(state), m_shape.activation)) + onEachPath(shortcut.select(1, step));
        const DemandDraw draw = m_head->draw(raw.unsqueeze(1), levels, m_shape.levels, generator);
        const at::Tensor demand = draw.scaled.squeeze(1).clamp(least, bound);
        const at::Tensor open = onEachPath(inputs.open.select(1, step));
        before = at::stack({demand * open, open}, 1);
        drawn.push_back(demand.view({batch, paths}));
        if (draw.mean.defined()) {
            means.push_back(draw.mean.view({batch, paths}).mean(1));
        }
    }
    const at::Tensor sorted = std::get<0>(at::stack(drawn, 1).sort(2));
    return {paths == 1 ? sorted : quantilesOf(sorted, m_shape.levels), means.empty() ? at::Tensor() : at::stack(means, 1)};
}

at::Tensor ForecastNetwork::retellingError(const NetworkInputs& inputs, const Dropout& dropout, int lastPeriods) {
    if (!m_encoder->canRetell()) {
        return {};
    }
    const at::Tensor told = m_encoder->retell(m_encoder->run(inputs, dropout).shared);
    at::Tensor isSeen = inputs.past.select(2, 1).t();
    at::Tensor error = (told - inputs.past.select(2, 0).t()).square() * isSeen;
    if (lastPeriods > 0) {
        isSeen = isSeen.narrow(1, m_shape.lookback - lastPeriods, lastPeriods);
        error = error.narrow(1, m_shape.lookback - lastPeriods, lastPeriods);
    }
    return error.sum(1) / isSeen.sum(1).clamp_min(1);
}

}  // namespace foresell
