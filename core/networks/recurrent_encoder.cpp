// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

/// Weights of one layer: `gates` x hidden rows each.
struct CellWeights {
    at::Tensor input, recurrent, bias, recurrentBias;
};

/// Gated recurrent units (Cho et al. 2014; reset after the product, as in cuDNN) or a plain recurrent network (Elman
/// 1990). One product for the inputs of all periods, then one for the memory of each; the last period's output is the
/// encoding.
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
    }

    at::Tensor encode(const at::Tensor& past, const Dropout&) override {
        at::Tensor values = past;
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
            values = throughLayer(values, m_layers[layer], layer + 1 < m_layers.size());
        }
        return values;
    }

    int outputSize() const override { return m_hidden; }

private:
    at::Tensor throughLayer(const at::Tensor& past, const CellWeights& weights, bool wholeSequence) const {
        const at::Tensor sums = at::matmul(past, weights.input.t()) + weights.bias;
        const at::Tensor transposed = weights.recurrent.t();
        at::Tensor memory = at::zeros({past.size(1), m_hidden}, past.options());
        std::vector<at::Tensor> outputs;
        for (const at::Tensor& step : sums.unbind(0)) {
            const at::Tensor recalled = at::addmm(weights.recurrentBias, memory, transposed);
            memory = m_isGated ? gated(step, recalled, memory) : activate(step + recalled, m_activation);
            if (wholeSequence) {
                outputs.push_back(memory);
            }
        }
        return wholeSequence ? at::stack(outputs) : memory;
    }

    at::Tensor gated(const at::Tensor& step, const at::Tensor& recalled, const at::Tensor& memory) const {
        const at::Tensor gates = (step.narrow(1, 0, 2 * m_hidden) + recalled.narrow(1, 0, 2 * m_hidden)).sigmoid();
        const at::Tensor reset = gates.narrow(1, 0, m_hidden);
        const at::Tensor keep = gates.narrow(1, m_hidden, m_hidden);
        const at::Tensor fresh =
            at::addcmul(step.narrow(1, 2 * m_hidden, m_hidden), reset, recalled.narrow(1, 2 * m_hidden, m_hidden)).tanh();
        return at::lerp(fresh, memory, keep);
    }

    int m_hidden;
    bool m_isGated;
    std::string m_activation;
    std::vector<CellWeights> m_layers;
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
