// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/networks/normalisation.h"

namespace foresell {

/// What a batch of windows is to say. `scaled` (batch x steps) is the demand in scaled space, as the Normalisation has it;
/// `ratio` is that demand over the level; `mask` is 1 where it is to be learnt; `level` (batch). `censored` is 1 where the
/// item sold out, so that demand was at least that; undefined where that never happened. `centre` and `spread` (batch) are
/// those of the Normalisation where it is robust, else undefined.
struct DemandTargets {
    at::Tensor scaled, ratio, mask, level, censored, centre, spread;
};

/// What a head says of demand. `quantiles`: batch x steps x levels in scaled space, ascending, or a single number where
/// the width of the bands is to be measured from its errors. `mean`: batch x steps, over the level; undefined where it
/// follows from those errors.
struct DemandOutputs {
    at::Tensor quantiles, mean;
};

/// Demand drawn at random from a forecast, and the forecast's mean (undefined where the head has none): batch x steps, in
/// scaled space and over the level.
struct DemandDraw {
    at::Tensor scaled, mean;
};

/// Turns the numbers that a network ends with (batch x steps x outputs) into a loss and into a forecast. The mean comes
/// from what estimates a mean and quantiles from what estimates quantiles.
class Head {
public:
    virtual ~Head() = default;
    virtual int outputs() const = 0;
    /// False: decode gives one number for the quantiles.
    virtual bool hasQuantiles() const = 0;
    /// Sets the biases of the last layer (outputs, all 0), for a plausible first forecast.
    virtual void initialise(at::Tensor&) const {}
    /// Where demand was at least what was sold, laws learn by the likelihood of at least that much (a Tobit model: Tobin
    /// 1958), and other losses from errors below it alone.
    virtual at::Tensor loss(const at::Tensor& raw, const DemandTargets& targets) const = 0;
    /// What validation windows are judged by, and the best epoch is chosen by.
    virtual at::Tensor judged(const at::Tensor& raw, const DemandTargets& targets) const { return loss(raw, targets); }
    virtual DemandOutputs decode(const at::Tensor& raw, const at::Tensor& level) const = 0;
    /// Draws demand as likely as the forecast says. Between quantiles at `levels` and beyond them it is as a normal law
    /// stretched to them would have it; a head of one number draws that.
    virtual DemandDraw draw(const at::Tensor& raw, const at::Tensor& level, const std::vector<double>& levels,
                            at::Generator& generator) const;
};

struct HeadOptions {
    std::vector<double> levels;  ///< of the quantiles, ascending, the middle one being the median
    bool allowsNegative = false;
    Normalisation normalisation = {};
};

/// What makes a loss a choice in the program: one line in the list of registry.cpp.
struct HeadPlugin {
    LossInfo info;
    std::function<std::unique_ptr<Head>(const HeadOptions&)> make;
};

/// "mse", "mae", "huber": one number in scaled space.
HeadPlugin squaredErrorPlugin();
HeadPlugin absoluteErrorPlugin();
HeadPlugin huberPlugin();
/// "quantile", "poisson", "tweedie": quantiles that cannot cross by pinball loss, and the logarithm of the mean.
HeadPlugin quantilePlugin();
HeadPlugin poissonPlugin();
HeadPlugin tweediePlugin();
/// "negative_binomial": mean and dispersion; the quantiles are those of the law.
HeadPlugin negativeBinomialPlugin();
/// "classes": cross-entropy over classes of demand, the first being none at all.
HeadPlugin classesPlugin();

/// Throws Error "training.option" for a name that is not known.
const HeadPlugin& findHead(const std::string& loss);

/// Mean of `losses` (batch x steps) where `mask` is 1.
at::Tensor maskedMean(const at::Tensor& losses, const at::Tensor& mask);
/// Mean pinball loss (Koenker and Bassett 1978) of `quantiles` (batch x steps x levels) where the mask is 1.
at::Tensor pinballLoss(const at::Tensor& quantiles, const DemandTargets& targets, const at::Tensor& levels);

}  // namespace foresell
