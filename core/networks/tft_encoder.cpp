// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"
#include "core/networks/lstm_function_impl.h"

namespace foresell {
namespace {

constexpr int heads = 4;

/// Weighs the numbers of a period by how much they tell there, and draws them together: each number has an embedding of
/// its own, linear in it, and a softmax over all numbers says how much of each is taken.
class VariableSelection : public torch::nn::Module {
public:
    VariableSelection(int inputs, int hidden) {
        m_first = register_module("first", torch::nn::Linear(inputs, hidden));
        m_weights = register_module("weights", torch::nn::Linear(hidden, inputs));
        m_slopes = register_module("slopes", torch::nn::Linear(inputs, hidden));
        m_offsets = register_module("offsets", torch::nn::Linear(inputs, hidden));
    }

    at::Tensor forward(const at::Tensor& values, const std::string& activation) {
        const at::Tensor share = at::softmax(m_weights(activate(m_first(values), activation)), -1);
        const auto inputs = static_cast<double>(values.size(-1));
        return m_slopes(share * values * inputs) + m_offsets(share);
    }

private:
    torch::nn::Linear m_first{nullptr}, m_weights{nullptr}, m_slopes{nullptr}, m_offsets{nullptr};
};

/// After the Temporal Fusion Transformer (Lim et al. 2021): variable selection, an LSTM over the past, and attention from
/// each period to forecast, as its own covariates describe it, to the periods of the past; gates let the network pass
/// over what it does not need.
class TftEncoder : public Encoder {
public:
    explicit TftEncoder(const EncoderOptions& options)
        : m_hidden((options.hiddenSize + heads - 1) / heads * heads), m_activation(options.activation) {
        m_pastSelection = register_module("past", std::make_shared<VariableSelection>(options.inputs, m_hidden));
        m_stepSelection = register_module("ahead", std::make_shared<VariableSelection>(options.stepInputs, m_hidden));
        for (int layer = 0; layer < options.layers; ++layer) {
            const std::string suffix = std::to_string(layer);
            m_layers.push_back({register_parameter("input_weight_" + suffix, at::zeros({4 * m_hidden, m_hidden})),
                                register_parameter("recurrent_weight_" + suffix, at::zeros({4 * m_hidden, m_hidden})),
                                register_parameter("gate_bias_" + suffix, at::zeros({4 * m_hidden}))});
        }
        m_pools.resize(m_layers.size());
        m_query = register_module("query", torch::nn::Linear(m_hidden, m_hidden));
        m_keys = register_module("keys", torch::nn::Linear(m_hidden, 2 * m_hidden));
        m_gate = register_module("gate", torch::nn::Linear(m_hidden, 2 * m_hidden));
    }

    Encoding run(const NetworkInputs& inputs, const Dropout& dropout) override {
        at::Tensor past = m_pastSelection->forward(inputs.past, m_activation);
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
            past = past + (past.is_cpu() ? fusedLstm(past, m_layers[layer], true, m_pools[layer])
                                         : plainLstm(past, m_layers[layer], true));
        }
        const at::Tensor last = past[past.size(0) - 1];
        const at::Tensor asked = m_stepSelection->forward(inputs.step, m_activation) + last.unsqueeze(1);
        return {last, asked + gated(dropout(attend(asked, past.transpose(0, 1))))};
    }

    int outputSize() const override { return m_hidden; }
    int stepSize() const override { return m_hidden; }

private:
    /// `asked`: batch x steps x hidden, `past`: batch x lookback x hidden.
    at::Tensor attend(const at::Tensor& asked, const at::Tensor& past) {
        const std::int64_t size = m_hidden / heads;
        const auto split = [&](const at::Tensor& values) {
            return values.reshape({values.size(0), values.size(1), heads, size}).transpose(1, 2);
        };
        const auto both = m_keys(past).chunk(2, 2);
        const at::Tensor scores = split(m_query(asked)).matmul(split(both[0]).transpose(2, 3));
        const at::Tensor taken = at::softmax(scores / std::sqrt(static_cast<double>(size)), 3).matmul(split(both[1]));
        return taken.transpose(1, 2).flatten(2);
    }

    /// A gated linear unit (Dauphin et al. 2017).
    at::Tensor gated(const at::Tensor& values) {
        const auto parts = m_gate(values).chunk(2, 2);
        return parts[0] * parts[1].sigmoid();
    }

    int m_hidden;
    std::string m_activation;
    std::shared_ptr<VariableSelection> m_pastSelection, m_stepSelection;
    std::vector<LstmWeights> m_layers;
    std::vector<LstmArrayPool> m_pools;
    torch::nn::Linear m_query{nullptr}, m_keys{nullptr}, m_gate{nullptr};
};

}  // namespace

EncoderPlugin tftPlugin() {
    return {{.name = "tft", .helpId = "network.tft", .hiddenSize = 64, .layers = 1, .learningRate = 2e-3},
            [](const EncoderOptions& options) { return std::make_shared<TftEncoder>(options); }};
}

}  // namespace foresell
