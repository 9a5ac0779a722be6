// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/networks/networks.h"

namespace foresell {

/// Switches off a part of the numbers in training (Srivastava et al. 2014). The masks follow from a seed that is set for
/// each training step, so that nothing of a generator has to be kept to resume.
class Dropout {
public:
    Dropout() = default;  ///< off
    Dropout(double share, std::uint64_t seed, const at::Device& device);
    /// `values` of any shape; each call draws another mask.
    at::Tensor operator()(const at::Tensor& values) const;

private:
    double m_share = 0;
    mutable std::uint64_t m_seed = 0;
    mutable at::Generator m_generator;  ///< on a GPU
};

/// "relu", "sigmoid", "tanh"; "gelu" and "auto" are GELU (Hendrycks and Gimpel 2016).
at::Tensor activate(const at::Tensor& values, const std::string& activation);

struct EncoderOptions {
    int lookback = 0;
    int inputs = 0;      ///< numbers in each period of the window
    int stepInputs = 0;  ///< numbers of each period to forecast
    int advanceInputs = 0;  ///< numbers that `advance` is given
    int hiddenSize = 0;
    int layers = 0;
    std::string activation;
};

/// What the network sees of a batch of windows: past (lookback x batch x pastInputs; the demand in scaled space first,
/// then 1 where it was seen), window (batch x windowInputs), codes (batch x categories, int64), step (batch x steps x
/// stepInputs; the place in the horizon, 0 to 1, first), open (batch x steps; 0 where there is no demand to be had, as on
/// a closed day).
struct NetworkInputs {
    at::Tensor past, window, codes, step, open;
};

/// One vector a series (batch x outputSize), and where an encoder has it one for each period to forecast (batch x steps
/// x stepSize).
struct Encoding {
    at::Tensor shared, bySteps;
};

/// Turns the window of the past into an Encoding: an encoder that does not look at the periods to forecast has `encode`
/// (of past alone), another `run`.
class Encoder : public torch::nn::Module {
public:
    virtual at::Tensor encode(const at::Tensor& past, const Dropout&) { return past; }
    virtual Encoding run(const NetworkInputs& inputs, const Dropout& dropout) {
        return {encode(inputs.past, dropout), at::Tensor()};
    }
    /// The window's demand in scaled space, told again from its encoding (batch x lookback); only where it can.
    virtual at::Tensor retell(const at::Tensor& code) { return code; }
    virtual bool canRetell() const { return false; }
    /// Whether each period's forecast is fed back for the next one (see ForecastNetwork). The encoding is then a state,
    /// which `advance` takes one period further by `inputs` (batch x EncoderOptions::advanceInputs).
    virtual bool feedsBack() const { return false; }
    virtual at::Tensor advance(const at::Tensor&, const at::Tensor& state) { return state; }
    virtual int outputSize() const = 0;
    virtual int stepSize() const { return 0; }
};

/// What makes an encoder a choice in the program. A new network is one source file with such a plug-in and one line in
/// the list of registry.cpp.
struct EncoderPlugin {
    NetworkInfo info;
    std::function<std::shared_ptr<Encoder>(const EncoderOptions&)> make;
};

EncoderPlugin lstmPlugin();
EncoderPlugin gruPlugin();
EncoderPlugin rnnPlugin();
EncoderPlugin cnnPlugin();
EncoderPlugin mlpPlugin();
EncoderPlugin mlpTeamPlugin();
EncoderPlugin tidePlugin();
EncoderPlugin nhitsPlugin();
EncoderPlugin tftPlugin();
EncoderPlugin autoencoderPlugin();
EncoderPlugin deeparPlugin();

/// Throws Error "network.unknown".
const EncoderPlugin& findEncoder(const std::string& name);

}  // namespace foresell
