// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

/// A window drawn together to a code of a quarter of the layers' width or of its periods, whichever is less, from which its
/// demand can be told again (Hinton and Salakhutdinov 2006). The code alone is what the forecast is made from. Learning
/// begins with telling again; the error of it later says how unlike other windows one is.
class Autoencoder : public Encoder {
public:
    explicit Autoencoder(const EncoderOptions& options)
        : m_code(std::max(4, std::min(options.hiddenSize, options.lookback) / 4)), m_activation(options.activation) {
        int inputs = options.lookback * options.inputs;
        for (int layer = 0; layer < options.layers; ++layer) {
            m_layers.push_back(
                register_module("layer_" + std::to_string(layer), torch::nn::Linear(inputs, options.hiddenSize)));
            inputs = options.hiddenSize;
        }
        m_toCode = register_module("code", torch::nn::Linear(inputs, m_code));
        m_fromCode = register_module("from_code", torch::nn::Linear(m_code, options.hiddenSize));
        m_again = register_module("again", torch::nn::Linear(options.hiddenSize, options.lookback));
    }

    at::Tensor encode(const at::Tensor& past, const Dropout& dropout) override {
        at::Tensor values = past.transpose(0, 1).flatten(1);
        for (const torch::nn::Linear& layer : m_layers) {
            values = dropout(activate(layer.ptr()->forward(values), m_activation));
        }
        return m_toCode(values).tanh();
    }

    at::Tensor retell(const at::Tensor& code) override { return m_again(activate(m_fromCode(code), m_activation)); }

    bool canRetell() const override { return true; }
    int outputSize() const override { return m_code; }

private:
    int m_code;
    std::string m_activation;
    std::vector<torch::nn::Linear> m_layers;
    torch::nn::Linear m_toCode{nullptr}, m_fromCode{nullptr}, m_again{nullptr};
};

}  // namespace

EncoderPlugin autoencoderPlugin() {
    return {{.name = "autoencoder", .helpId = "network.autoencoder", .hiddenSize = 256, .layers = 2,
             .learningRate = 2e-3},
            [](const EncoderOptions& options) { return std::make_shared<Autoencoder>(options); }};
}

}  // namespace foresell
