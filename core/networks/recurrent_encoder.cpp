// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"
#include "core/networks/recurrent_function_impl.h"

namespace foresell {
namespace {

/// Gated recurrent units (Cho et al. 2014; reset after the product, as in cuDNN) or a plain recurrent network (Elman
/// 1990), in layers; the last period's output is the encoding.
class RecurrentEncoder : public Encoder {
public:
    RecurrentEncoder(const EncoderOptions& options, bool isGated)
        : m_hidden(options.hiddenSize), m_isGated(isGated),
          m_activation(options.activation == "auto" ? "tanh" : options.activation) {
        const std::int64_t rows = (isGated ? 3 : 1) * m_hidden;
        for (int layer = 0; layer < options.layers; ++layer) {
            const std::string suffix = std::to_string(layer);
            const int inputs = layer == 0 ? options.inputs : m_hidden;
            m_layers.push_back({register_parameter("input_weight_" + suffix, at::zeros({rows, inputs})),
                                register_parameter("recurrent_weight_" + suffix, at::zeros({rows, m_hidden})),
                                register_parameter("input_bias_" + suffix, at::zeros({rows})),
                                register_parameter("recurrent_bias_" + suffix, at::zeros({rows}))});
        }
        m_pools.resize(m_layers.size());
    }

    at::Tensor encode(const at::Tensor& past, const Dropout&) override {
        const bool isFused = past.is_cpu() && (m_isGated || m_activation == "tanh");
        at::Tensor values = past;
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
            const bool wholeSequence = layer + 1 < m_layers.size();
            values = isFused ? fusedRecurrent(values, m_layers[layer], m_isGated, wholeSequence, m_pools[layer])
                             : plainRecurrent(values, m_layers[layer], m_isGated, wholeSequence, m_activation);
        }
        return values;
    }

    int outputSize() const override { return m_hidden; }

private:
    int m_hidden;
    bool m_isGated;
    std::string m_activation;
    std::vector<RecurrentWeights> m_layers;
    std::vector<RecurrentArrayPool> m_pools;
};

}  // namespace

EncoderPlugin gruPlugin() {
    return {{.name = "gru", .helpId = "network.gru", .hiddenSize = 96, .layers = 1, .learningRate = 3e-3},
            [](const EncoderOptions& options) { return std::make_shared<RecurrentEncoder>(options, true); }};
}

EncoderPlugin rnnPlugin() {
    return {{.name = "rnn", .helpId = "network.rnn", .hiddenSize = 96, .layers = 1, .learningRate = 2e-3},
            [](const EncoderOptions& options) { return std::make_shared<RecurrentEncoder>(options, false); }};
}

}  // namespace foresell
