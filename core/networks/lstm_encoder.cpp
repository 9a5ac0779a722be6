// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"
#include "core/networks/lstm_function_impl.h"

namespace foresell {
namespace {

/// Stacked LSTM layers; the last period's output is the encoding.
class LstmEncoder : public Encoder {
public:
    explicit LstmEncoder(const EncoderOptions& options) : m_hidden(options.hiddenSize) {
        for (int layer = 0; layer < options.layers; ++layer) {
            const std::string suffix = std::to_string(layer);
            const int inputs = layer == 0 ? options.inputs : m_hidden;
            m_layers.push_back({register_parameter("input_weight_" + suffix, at::zeros({4 * m_hidden, inputs})),
                                register_parameter("recurrent_weight_" + suffix, at::zeros({4 * m_hidden, m_hidden})),
                                register_parameter("gate_bias_" + suffix, at::zeros({4 * m_hidden}))});
        }
        m_pools.resize(m_layers.size());
    }

    at::Tensor encode(const at::Tensor& past, const Dropout&) override {
        at::Tensor values = past;
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
            const bool wholeSequence = layer + 1 < m_layers.size();
            values = past.is_cpu() ? fusedLstm(values, m_layers[layer], wholeSequence, m_pools[layer])
                                   : plainLstm(values, m_layers[layer], wholeSequence);
        }
        return values;
    }

    int outputSize() const override { return m_hidden; }

private:
    int m_hidden;
    std::vector<LstmWeights> m_layers;
    std::vector<LstmArrayPool> m_pools;
};

}  // namespace

EncoderPlugin lstmPlugin() {
    return {{.name = "lstm", .helpId = "network.lstm", .hiddenSize = 96, .layers = 1, .learningRate = 3e-3, .isAutomatic = true},
            [](const EncoderOptions& options) { return std::make_shared<LstmEncoder>(options); }};
}

}  // namespace foresell
