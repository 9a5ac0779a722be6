// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"

namespace foresell {
namespace {

constexpr std::int64_t width = 3;  // periods that a convolution joins

/// Dilated causal convolutions over time with residual connections (van den Oord et al. 2016; Bai et al. 2018). Each
/// block looks twice as far apart as the one before; there are as many as the lookback needs, and one more for each
/// layer asked for beyond the first. Only what the last period depends on is computed: the encoding is the last output.
class CnnEncoder : public Encoder {
public:
    explicit CnnEncoder(const EncoderOptions& options) : m_hidden(options.hiddenSize), m_activation(options.activation) {
        m_first = register_module("first", torch::nn::Linear(options.inputs, m_hidden));
        std::int64_t seen = 1;
        for (std::int64_t dilation = 1; seen < options.lookback; dilation *= 2) {
            addBlock(dilation);
            seen += (width - 1) * dilation;
        }
        for (int layer = 1; layer < options.layers; ++layer) {
            addBlock(1);
        }
    }

    at::Tensor encode(const at::Tensor& past, const Dropout& dropout) override {
        // From the last block back: which periods before the last one it needs.
        std::vector<std::vector<std::int64_t>> needed{{0}};
        for (std::size_t block = m_blocks.size(); block-- > 0;) {
            needed.push_back(withReach(needed.back(), m_dilations[block], past.size(0)));
        }
        at::Tensor values = activate(m_first(rowsOf(past, needed.back())), m_activation);
        for (std::size_t block = 0; block < m_blocks.size(); ++block) {
            const auto& have = needed[m_blocks.size() - block];
            const auto& want = needed[m_blocks.size() - block - 1];
            std::vector<at::Tensor> taps;
            for (std::int64_t tap = 0; tap < width; ++tap) {
                taps.push_back(pick(values, have, want, tap * m_dilations[block], past.size(0)));
            }
            const at::Tensor added = activate(m_blocks[block](at::cat(taps, 2)), m_activation);
            values = taps[0] + (block + 1 < m_blocks.size() ? dropout(added) : added);
        }
        return values[0];
    }

    int outputSize() const override { return m_hidden; }

private:
    void addBlock(std::int64_t dilation) {
        const std::string name = "block_" + std::to_string(m_blocks.size());
        m_blocks.push_back(register_module(name, torch::nn::Linear(width * m_hidden, m_hidden)));
        m_dilations.push_back(dilation);
    }

    /// The periods (counted back from the last) from which a block makes `wanted`; ascending, none before the window.
    static std::vector<std::int64_t> withReach(const std::vector<std::int64_t>& wanted, std::int64_t dilation,
                                               std::int64_t lookback) {
        std::vector<bool> isNeeded(static_cast<std::size_t>(lookback), false);
        for (const std::int64_t back : wanted) {
            for (std::int64_t tap = 0; tap < width; ++tap) {
                if (back + tap * dilation < lookback) {
                    isNeeded[static_cast<std::size_t>(back + tap * dilation)] = true;
                }
            }
        }
        std::vector<std::int64_t> needed;
        for (std::int64_t back = 0; back < lookback; ++back) {
            if (isNeeded[static_cast<std::size_t>(back)]) {
                needed.push_back(back);
            }
        }
        return needed;
    }

    static at::Tensor indexOf(const std::vector<std::int64_t>& places, const at::Tensor& like) {
        return at::tensor(places, at::kLong).to(like.device());
    }

    static at::Tensor rowsOf(const at::Tensor& past, const std::vector<std::int64_t>& back) {
        std::vector<std::int64_t> rows;
        for (const std::int64_t place : back) {
            rows.push_back(past.size(0) - 1 - place);
        }
        return past.index_select(0, indexOf(rows, past));
    }

    /// The rows of `values` (those of `have`) that lie `shift` periods before each of `want`; 0 before the window.
    static at::Tensor pick(const at::Tensor& values, const std::vector<std::int64_t>& have,
                           const std::vector<std::int64_t>& want, std::int64_t shift, std::int64_t lookback) {
        std::vector<std::int64_t> rows;
        for (const std::int64_t back : want) {
            if (back + shift < lookback) {
                rows.push_back(std::ranges::lower_bound(have, back + shift) - have.begin());
            }
        }
        const auto missing = static_cast<std::int64_t>(want.size() - rows.size());
        at::Tensor picked = values.index_select(0, indexOf(rows, values));
        if (missing > 0) {  // `want` ascends, so those before the window come last
            picked = at::cat({picked, at::zeros({missing, values.size(1), values.size(2)}, values.options())});
        }
        return picked;
    }

    int m_hidden;
    std::string m_activation;
    torch::nn::Linear m_first{nullptr};
    std::vector<torch::nn::Linear> m_blocks;
    std::vector<std::int64_t> m_dilations;
};

}  // namespace

EncoderPlugin cnnPlugin() {
    return {{.name = "cnn", .helpId = "network.cnn", .hiddenSize = 64, .layers = 1, .learningRate = 2e-3},
            [](const EncoderOptions& options) { return std::make_shared<CnnEncoder>(options); }};
}

}  // namespace foresell
