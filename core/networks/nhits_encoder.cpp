// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

constexpr int projected = 4;  // numbers that the covariates of a past period are drawn together to
constexpr int channels = 4;   // forecasts of a block for each period, which the last layer mixes

/// A block's view: it sees the largest of so many periods at once, and its forecast is drawn through so many knots.
struct Rate {
    int pooled = 1, knots = 2;
};
constexpr Rate rates[] = {{8, 3}, {4, 8}, {1, 24}};

/// Linear interpolation from `knots` evenly spaced knots to `places`: places x knots.
at::Tensor interpolation(int places, int knots) {
    at::Tensor weights = at::zeros({places, knots});
    for (int place = 0; place < places; ++place) {
        const double at = places > 1 ? static_cast<double>(place) * (knots - 1) / (places - 1) : 0;
        const int left = std::min(static_cast<int>(at), std::max(0, knots - 2));
        weights[place][left] = 1 - (at - left);
        if (knots > 1) {
            weights[place][left + 1] = at - left;
        }
    }
    return weights;
}

/// Blocks of different rates, slow ones first (N-HiTS, Challu et al. 2023): each explains a part of the window, which is
/// taken from what the next one sees, and adds a forecast that is interpolated between few knots over the horizon.
class NhitsEncoder : public Encoder {
public:
    explicit NhitsEncoder(const EncoderOptions& options)
        : m_lookback(options.lookback), m_hidden(options.hiddenSize), m_activation(options.activation) {
        m_project = register_module("project", torch::nn::Linear(options.inputs, projected));
        for (const Rate& rate : rates) {
            addBlock({.pooled = std::min(rate.pooled, m_lookback), .knots = rate.knots}, options.layers);
        }
    }

    Encoding run(const NetworkInputs& inputs, const Dropout& dropout) override {
        const at::Tensor covariates = activate(m_project(inputs.past), m_activation).transpose(0, 1).flatten(1);
        const at::Tensor position = inputs.step.select(2, 0);
        at::Tensor demand = inputs.past.select(2, 0).t().contiguous();
        Encoding all;
        for (const Block& block : m_blocks) {
            const at::Tensor pooled =
                at::max_pool1d(demand.unsqueeze(1), block.rate.pooled, block.rate.pooled, 0, 1, true).squeeze(1);
            at::Tensor values = at::cat({pooled, covariates}, 1);
            for (const torch::nn::Linear& layer : block.layers) {
                values = dropout(activate(layer.ptr()->forward(values), m_activation));
            }
            demand = demand - block.past.ptr()->forward(values).matmul(block.weights.t().to(values.device()));
            const at::Tensor knots = block.ahead.ptr()->forward(values).view({-1, block.rate.knots, channels});
            const at::Tensor ahead = interpolate(knots, position);
            all.bySteps = all.bySteps.defined() ? all.bySteps + ahead : ahead;
            all.shared = all.shared.defined() ? all.shared + values : values;
        }
        return all;
    }

    int outputSize() const override { return m_hidden; }
    int stepSize() const override { return channels; }

private:
    struct Block {
        Rate rate;
        std::vector<torch::nn::Linear> layers;
        torch::nn::Linear past{nullptr}, ahead{nullptr};
        at::Tensor weights;  ///< lookback x knots of the past
    };

    void addBlock(const Rate& rate, int layers) {
        const std::string name = "block_" + std::to_string(m_blocks.size()) + "_";
        Block block{.rate = rate};
        const int pooled = (m_lookback + rate.pooled - 1) / rate.pooled;
        for (int layer = 0; layer < layers; ++layer) {
            const int inputs = layer == 0 ? pooled + projected * m_lookback : m_hidden;
            block.layers.push_back(
                register_module(name + std::to_string(layer), torch::nn::Linear(inputs, m_hidden)));
        }
        block.past = register_module(name + "past", torch::nn::Linear(m_hidden, pooled));
        block.ahead = register_module(name + "ahead", torch::nn::Linear(m_hidden, rate.knots * channels));
        block.weights = interpolation(m_lookback, pooled);
        m_blocks.push_back(std::move(block));
    }

    /// `knots` (batch x knots x channels) at `position` (batch x steps, 0 to 1): batch x steps x channels.
    static at::Tensor interpolate(const at::Tensor& knots, const at::Tensor& position) {
        const std::int64_t last = knots.size(1) - 1;
        const at::Tensor at = position.clamp(0, 1) * last;
        const at::Tensor left = at.floor().clamp_max(last - 1);
        const at::Tensor share = (at - left).unsqueeze(2).to(knots.scalar_type());
        const at::Tensor index = left.to(at::kLong).unsqueeze(2).expand({-1, -1, channels});
        return at::lerp(knots.gather(1, index), knots.gather(1, index + 1), share.expand_as(index));
    }

    int m_lookback, m_hidden;
    std::string m_activation;
    torch::nn::Linear m_project{nullptr};
    std::vector<Block> m_blocks;
};

}  // namespace

EncoderPlugin nhitsPlugin() {
    return {{.name = "nhits", .helpId = "network.nhits", .hiddenSize = 192, .layers = 2, .learningRate = 1e-3},
            [](const EncoderOptions& options) { return std::make_shared<NhitsEncoder>(options); }};
}

}  // namespace foresell
