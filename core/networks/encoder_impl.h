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

/// Switches off a part of the numbers in training (Srivastava et al. 2014). The mask is drawn from a generator of its
/// own that is seeded for each training step, so that nothing of the generator has to be kept to resume.
class Dropout {
public:
    Dropout() = default;  ///< off
    Dropout(double share, std::uint64_t seed, const at::Device& device);
    /// `values`: batch x features.
    at::Tensor operator()(const at::Tensor& values) const;

private:
    double m_share = 0;
    mutable at::Generator m_generator;
};

/// "relu", "sigmoid", "tanh"; "auto" is GELU (Hendrycks and Gimpel 2016).
at::Tensor activate(const at::Tensor& values, const std::string& activation);

struct EncoderOptions {
    int lookback = 0;
    int inputs = 0;  ///< numbers in each period of the window
    int hiddenSize = 0;
    int layers = 0;
    std::string activation;
};

/// Turns the window of the past (lookback x batch x inputs) into one vector a series (batch x outputSize).
class Encoder : public torch::nn::Module {
public:
    virtual at::Tensor encode(const at::Tensor& past, const Dropout& dropout) = 0;
    virtual int outputSize() const = 0;
};

/// What makes an encoder a choice in the program. A new network is one source file with such a plug-in and one line in
/// the list of registry.cpp.
struct EncoderPlugin {
    NetworkInfo info;
    std::function<std::shared_ptr<Encoder>(const EncoderOptions&)> make;
};

EncoderPlugin lstmPlugin();
EncoderPlugin mlpPlugin();

/// Throws Error "network.unknown".
const EncoderPlugin& findEncoder(const std::string& name);

}  // namespace foresell
