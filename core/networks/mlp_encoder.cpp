// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

/// A residual multilayer perceptron over the whole window at once.
class MlpEncoder : public Encoder {
public:
    explicit MlpEncoder(const EncoderOptions& options) : m_hidden(options.hiddenSize), m_activation(options.activation) {
        m_layers.push_back(register_module(
            "layer_0", torch::nn::Linear(options.lookback * options.inputs, m_hidden)));
        for (int layer = 1; layer < options.layers; ++layer) {
            m_layers.push_back(
                register_module("layer_" + std::to_string(layer), torch::nn::Linear(m_hidden, m_hidden)));
        }
    }

    at::Tensor encode(const at::Tensor& past, const Dropout& dropout) override {
        at::Tensor values = past.transpose(0, 1).reshape({past.size(1), -1});
        values = activate(m_layers[0](values), m_activation);
        for (std::size_t layer = 1; layer < m_layers.size(); ++layer) {
            values = values + activate(m_layers[layer](dropout(values)), m_activation);
        }
        return values;
    }

    int outputSize() const override { return m_hidden; }

private:
    int m_hidden;
    std::string m_activation;
    std::vector<torch::nn::Linear> m_layers;
};

}  // namespace

EncoderPlugin mlpPlugin() {
    return {{.name = "mlp", .helpId = "network.mlp", .hiddenSize = 256, .layers = 2, .learningRate = 2e-3, .isAutomatic = true},
            [](const EncoderOptions& options) { return std::make_shared<MlpEncoder>(options); }};
}

EncoderPlugin mlpTeamPlugin() {
    return {{.name = "mlp_team", .helpId = "network.mlp_team", .hiddenSize = 256, .layers = 2, .members = 3, .learningRate = 2e-3},
            [](const EncoderOptions& options) { return std::make_shared<MlpEncoder>(options); }};
}

}  // namespace foresell
