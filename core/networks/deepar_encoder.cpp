// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

/// The recurrent states of DeepAR (Salinas et al. 2020): a GRU reads the past, and another goes on from its state through
/// the periods to forecast, each of which sees the demand before it, in learning the true one, in forecasting one drawn
/// from the forecast. Two sets of weights, where the paper has one, since what is known of the past and of periods to come
/// differs.
class DeeparEncoder : public Encoder {
public:
    explicit DeeparEncoder(const EncoderOptions& options) : m_past(gruPlugin().make(options)), m_size(m_past->outputSize()) {
        register_module("past", m_past);
        m_input = register_parameter("input", at::zeros({3 * m_size, options.advanceInputs}));
        m_recurrent = register_parameter("recurrent", at::zeros({3 * m_size, m_size}));
        m_inputBias = register_parameter("input_bias", at::zeros({3 * m_size}));
        m_recurrentBias = register_parameter("recurrent_bias", at::zeros({3 * m_size}));
    }

    at::Tensor encode(const at::Tensor& past, const Dropout& dropout) override { return m_past->encode(past, dropout); }
    bool feedsBack() const override { return true; }
    at::Tensor advance(const at::Tensor& inputs, const at::Tensor& state) override {
        return at::gru_cell(inputs, state, m_input, m_recurrent, m_inputBias, m_recurrentBias);
    }
    int outputSize() const override { return m_size; }

private:
    std::shared_ptr<Encoder> m_past;
    int m_size;
    at::Tensor m_input, m_recurrent, m_inputBias, m_recurrentBias;
};

}  // namespace

EncoderPlugin deeparPlugin() {
    return {{.name = "deepar", .helpId = "network.deepar", .hiddenSize = 64, .layers = 1, .learningRate = 2e-3, .feedsBack = true},
            [](const EncoderOptions& options) { return std::make_shared<DeeparEncoder>(options); }};
}

}  // namespace foresell
