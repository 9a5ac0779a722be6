// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

constexpr int projected = 4;  // numbers that the covariates of a period are drawn together to

/// The dense encoder of TiDE (Das et al. 2023): the covariates of each past period are drawn together to a few numbers,
/// and residual blocks (two layers, a linear way past them, layer normalisation) follow over the whole window. A linear
/// map of the demand alone goes past all of them. Known-future covariates enter in the decoder, period by period.
class TideEncoder : public Encoder {
public:
    explicit TideEncoder(const EncoderOptions& options) : m_hidden(options.hiddenSize), m_activation(options.activation) {
        m_project = register_module("project", torch::nn::Linear(options.inputs, projected));
        m_linear = register_module("linear", torch::nn::Linear(options.lookback, m_hidden));
        int inputs = options.lookback * (projected + 1);
        for (int layer = 0; layer < options.layers; ++layer) {
            addBlock(inputs);
            inputs = m_hidden;
        }
    }

    at::Tensor encode(const at::Tensor& past, const Dropout& dropout) override {
        const at::Tensor demand = past.select(2, 0).t().contiguous();
        const at::Tensor covariates = activate(m_project(past), m_activation).transpose(0, 1).flatten(1);
        at::Tensor values = at::cat({demand, covariates}, 1);
        for (const Block& block : m_blocks) {
            const at::Tensor inner = dropout(block.second.ptr()->forward(activate(block.first.ptr()->forward(values), m_activation)));
            const at::Tensor sum = inner + block.past.ptr()->forward(values);
            const at::Tensor centred = sum - sum.mean(1, true);
            values = centred * (centred.square().mean(1, true) + 1e-5).rsqrt() * (1 + block.gain);
        }
        return values + m_linear(demand);
    }

    int outputSize() const override { return m_hidden; }

private:
    struct Block {
        torch::nn::Linear first{nullptr}, second{nullptr}, past{nullptr};
        at::Tensor gain;  ///< of the layer normalisation, less 1
    };

    void addBlock(int inputs) {
        const std::string name = "block_" + std::to_string(m_blocks.size()) + "_";
        m_blocks.push_back({register_module(name + "first", torch::nn::Linear(inputs, m_hidden)),
                            register_module(name + "second", torch::nn::Linear(m_hidden, m_hidden)),
                            register_module(name + "past", torch::nn::Linear(inputs, m_hidden)),
                            register_parameter(name + "gain", at::zeros({m_hidden}))});
    }

    int m_hidden;
    std::string m_activation;
    torch::nn::Linear m_project{nullptr}, m_linear{nullptr};
    std::vector<Block> m_blocks;
};

}  // namespace

EncoderPlugin tidePlugin() {
    return {{.name = "tide", .helpId = "network.tide", .hiddenSize = 256, .layers = 2, .learningRate = 2e-3},
            [](const EncoderOptions& options) { return std::make_shared<TideEncoder>(options); }};
}

}  // namespace foresell
