// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

#include "core/networks/encoder_impl.h"
#include "core/networks/head_impl.h"

namespace foresell {

/// Sizes of a network's inputs and outputs, stored with a model.
struct NetworkShape {
    std::string encoder = "lstm";
    std::string activation = "auto";
    int lookback = 0;
    int pastInputs = 0;     ///< numbers in each period of the past
    int windowInputs = 0;   ///< numbers of the window as a whole
    int stepInputs = 0;     ///< numbers of each period to forecast
    std::vector<int> cardinalities = {};  ///< of the static categories; code 0 is "unknown"
    std::vector<int> embeddingSizes = {};  ///< of each category; empty: as suits the cardinalities
    int hiddenSize = 0;
    int layers = 0;
    std::string head = "quantile";        ///< the loss, see availableLosses
    std::vector<double> levels = {};      ///< of the quantiles; the median is the middle one
    bool allowsNegative = false;
    Normalisation normalisation = {};     ///< how demand was brought to scaled space
    int members = 1;                      ///< networks that learn side by side from their own first weights
};

/// Encoder, embeddings of the static categories and a decoder that is applied to each period to forecast: a direct
/// multi-horizon model, as in Wen et al. 2017 (MQ-RNN) and Das et al. 2023 (TiDE). Embeddings have
/// min(16, 1.6 n^0.56) numbers for n categories (Guo and Berkhahn 2016 use the like).
class ForecastNetwork : public torch::nn::Module {
public:
    ForecastNetwork(const NetworkShape& shape, std::uint64_t seed);

    /// The head's loss, for learning (that of all members together) and as validation windows are judged. A network that
    /// feeds back is told the true demand of the period before each; its steps are those from the next period on.
    at::Tensor loss(const NetworkInputs& inputs, const DemandTargets& targets, const Dropout& dropout);
    at::Tensor judged(const NetworkInputs& inputs, const DemandTargets& targets);
    /// What the head says of the steps, which begin with the next period. A network that feeds back draws paths of demand
    /// through them, the same for the same seed; quantiles and mean are those of the paths. Of several members the mean,
    /// in scaled space for the quantiles (Lakshminarayanan et al. 2017).
    DemandOutputs forecast(const NetworkInputs& inputs, const at::Tensor& level, std::uint64_t seed);
    /// How badly the demand of each window's last periods (0: all) is told again from its encoding (batch): the mean of the
    /// squared differences in scaled space. Undefined for an encoder that cannot retell.
    at::Tensor retellingError(const NetworkInputs& inputs, const Dropout& dropout, int lastPeriods = 0);
    bool canRetell() const { return m_encoder->canRetell(); }
    const Head& head() const { return *m_head; }
    const NetworkShape& shape() const { return m_shape; }

private:
    void initialise(std::uint64_t seed);
    at::Tensor forward(const NetworkInputs& inputs, const DemandTargets& targets, const Dropout& dropout);
    at::Tensor joined(const NetworkInputs& inputs, const Encoding& encoding, const Dropout& dropout);
    at::Tensor direct(const NetworkInputs& inputs, const Dropout& dropout);
    at::Tensor guided(const NetworkInputs& inputs, const DemandTargets& targets, const Dropout& dropout);
    DemandOutputs sampled(const NetworkInputs& inputs, const at::Tensor& level, std::uint64_t seed);

    NetworkShape m_shape;
    std::shared_ptr<Encoder> m_encoder;
    std::unique_ptr<Head> m_head;
    std::vector<std::shared_ptr<ForecastNetwork>> m_others;  ///< members beside this one
    std::vector<torch::nn::Embedding> m_embeddings;
    torch::nn::Linear m_context{nullptr}, m_step{nullptr}, m_hidden{nullptr}, m_last{nullptr}, m_shortcut{nullptr};
    torch::nn::Linear m_detail{nullptr}, m_detailShortcut{nullptr};  ///< of an encoding by steps
    torch::nn::Linear m_before{nullptr};  ///< of the demand fed back, and whether there was any
};

int embeddingSize(int cardinality);

}  // namespace foresell
