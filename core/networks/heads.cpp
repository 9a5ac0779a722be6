// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/head_impl.h"

#include "core/networks/quantile_loss.h"
#include "core/networks/quantile_loss_impl.h"

namespace foresell {
namespace {

constexpr double huberDelta = 0.5;     // in scaled space: of the logarithm or the mean about half the level
constexpr double tweediePower = 1.3;   // between Poisson (1) and gamma (2); 1.1 to 1.5 suit counts of sales

enum class PointLoss { Squared, Absolute, Huber };

/// One number in scaled space. Squared errors lead to the mean there, absolute ones to the median, Huber's (1964) to a
/// number between; the forecast's quantiles are those of its errors.
class PointHead : public Head {
public:
    explicit PointHead(PointLoss kind) : m_kind(kind) {}
    int outputs() const override { return 1; }
    bool hasQuantiles() const override { return false; }

    at::Tensor loss(const at::Tensor& raw, const DemandTargets& targets) const override {
        at::Tensor error = raw.squeeze(2) - targets.scaled;
        if (targets.censored.defined()) {  // more than was sold is no error then
            error = at::where(targets.censored > 0, error.clamp_max(0), error);
        }
        switch (m_kind) {
            case PointLoss::Squared:
                return maskedMean(error * error, targets.mask);
            case PointLoss::Absolute:
                return maskedMean(error.abs(), targets.mask);
            case PointLoss::Huber:
                break;
        }
        const at::Tensor size = error.abs();
        const at::Tensor inner = size.clamp_max(huberDelta);
        return maskedMean(0.5 * inner * inner + huberDelta * (size - inner), targets.mask);
    }

    DemandOutputs decode(const at::Tensor& raw, const at::Tensor&) const override { return {raw, at::Tensor()}; }

private:
    PointLoss m_kind;
};

/// Quantiles that cannot cross: the median, and positive steps added up away from it on both sides.
at::Tensor ascendingQuantiles(const at::Tensor& raw) {
    const std::int64_t levels = raw.size(2);
    const std::int64_t middle = levels / 2;
    const at::Tensor median = raw.narrow(2, middle, 1);
    std::vector<at::Tensor> parts;
    if (middle > 0) {
        const at::Tensor steps = at::softplus(raw.narrow(2, 0, middle));
        parts.push_back(median - steps.flip({2}).cumsum(2).flip({2}));
    }
    parts.push_back(median);
    if (middle + 1 < levels) {
        parts.push_back(median + at::softplus(raw.narrow(2, middle + 1, levels - middle - 1)).cumsum(2));
    }
    return at::cat(parts, 2);
}

struct MeanWeights {
    double mean = 0;      ///< of the mean's loss beside the pinball loss
    double power = 1;     ///< of the Tweedie deviance; 1 is Poisson's
    bool isJudged = true;  ///< the mean's loss counts in validation
};

/// Quantiles by pinball loss and the logarithm of the mean by a deviance, which is least at the mean whatever the law
/// is (Gourieroux et al. 1984): Poisson's, or Tweedie's (1984) that gives large errors of large sales less weight.
class QuantileHead : public Head {
public:
    QuantileHead(const HeadOptions& options, const MeanWeights& weights)
        : m_options(options), m_weights(weights),
          m_fused{.levels = std::vector<float>(options.levels.begin(), options.levels.end()),
                  .meanWeight = weights.mean,
                  .largestLogMean = options.normalisation.largestLogMean(),
                  .largestRatio = options.normalisation.largestRatio()},
          m_levels(at::tensor(m_fused.levels)) {}
    int outputs() const override { return static_cast<int>(m_options.levels.size()) + 1; }
    bool hasQuantiles() const override { return true; }

    void initialise(at::Tensor& bias) const override {
        // Bands of a plausible width from the first step on: softplus(-2) = 0.13.
        const auto levels = static_cast<std::int64_t>(m_options.levels.size());
        bias.narrow(0, 0, levels).fill_(-2);
        bias.narrow(0, levels / 2, 1).zero_();
    }

    at::Tensor loss(const at::Tensor& raw, const DemandTargets& targets) const override {
        if (raw.is_cpu() && m_weights.power == 1 && !m_options.allowsNegative && m_options.levels.size() <= QuantileCells::mostLevels) {
            return fusedQuantileLoss(raw, targets, m_fused);
        }
        return pinball(raw, targets) + m_weights.mean * maskedMean(meanLoss(logMeanOf(raw), targets), targets.mask);
    }

    at::Tensor judged(const at::Tensor& raw, const DemandTargets& targets) const override {
        return m_weights.isJudged ? loss(raw, targets) : pinball(raw, targets);
    }

    DemandOutputs decode(const at::Tensor& raw, const at::Tensor&) const override {
        const at::Tensor mean = logMeanOf(raw);
        return {quantilesOf(raw), m_options.allowsNegative ? mean : mean.exp()};
    }

private:
    at::Tensor quantilesOf(const at::Tensor& raw) const {
        return ascendingQuantiles(raw.narrow(2, 0, raw.size(2) - 1));
    }
    /// For net sales, which may be negative, the mean itself.
    at::Tensor logMeanOf(const at::Tensor& raw) const {
        const bool isMean = m_options.allowsNegative && !m_options.normalisation.isPerSeries();
        const double most = isMean ? m_options.normalisation.largestRatio() : m_options.normalisation.largestLogMean();
        return raw.select(2, raw.size(2) - 1).clamp(isMean ? -most : -12, most);
    }

    at::Tensor pinball(const at::Tensor& raw, const DemandTargets& targets) const {
        return pinballLoss(quantilesOf(raw), targets, m_levels.to(raw.device()));
    }

    at::Tensor meanLoss(at::Tensor logMean, const DemandTargets& targets) const {
        if (targets.censored.defined()) {  // a mean above what was sold is no error then: held there, it has no gradient
            const at::Tensor sold = m_options.allowsNegative ? targets.ratio : targets.ratio.clamp_min(1e-6).log();
            logMean = at::where(targets.censored > 0, at::minimum(logMean, sold), logMean);
        }
        if (m_options.allowsNegative) {
            return 0.5 * at::huber_loss(logMean, targets.ratio, at::Reduction::None, 2.0);
        }
        const at::Tensor ratio = targets.ratio.clamp_max(m_options.normalisation.largestRatio());
        if (m_weights.power == 1) {
            return logMean.exp() - ratio * logMean;
        }
        const double left = 1 - m_weights.power, right = 2 - m_weights.power;
        return (logMean * right).exp() / right - ratio * (logMean * left).exp() / left;
    }

    HeadOptions m_options;
    MeanWeights m_weights;
    QuantileLossOptions m_fused;
    at::Tensor m_levels;
};

HeadPlugin pointPlugin(const std::string& name, PointLoss kind) {
    return {{.name = name}, [kind](const HeadOptions&) { return std::make_unique<PointHead>(kind); }};
}

HeadPlugin meanPlugin(const LossInfo& info, const MeanWeights& weights) {
    return {info, [weights](const HeadOptions& options) { return std::make_unique<QuantileHead>(options, weights); }};
}

}  // namespace

DemandDraw Head::draw(const at::Tensor& raw, const at::Tensor& level, const std::vector<double>& levels,
                      at::Generator& generator) const {
    const DemandOutputs told = decode(raw, level);
    if (!hasQuantiles()) {
        return {told.quantiles.squeeze(2), told.mean};
    }
    constexpr double farthest = 2.6;  // z-score: 1 draw in 100 lies beyond
    const at::Tensor scores = at::special_ndtri(at::tensor(levels, at::kDouble));
    const auto scoreAt = [&](std::int64_t i) { return scores.data_ptr<double>()[i]; };
    const at::Tensor z = at::empty(raw.sizes().slice(0, 2), at::kFloat)
                             .normal_(0, 1, generator)
                             .clamp_(-farthest, farthest)
                             .to(raw.device());
    at::Tensor drawn = told.quantiles.select(2, 0);
    for (std::int64_t i = 0; i + 1 < scores.numel(); ++i) {
        const double width = scoreAt(i + 1) - scoreAt(i);
        at::Tensor part = (z - scoreAt(i)) / width;
        part = i > 0 ? part.clamp_min(0) : part;
        part = i + 2 < scores.numel() ? part.clamp_max(1) : part;
        drawn = drawn + part * (told.quantiles.select(2, i + 1) - told.quantiles.select(2, i));
    }
    return {drawn, told.mean};
}

at::Tensor maskedMean(const at::Tensor& losses, const at::Tensor& mask) {
    return (losses * mask).sum() / mask.sum().clamp_min(1);
}

at::Tensor pinballLoss(const at::Tensor& quantiles, const DemandTargets& targets, const at::Tensor& levels) {
    const at::Tensor error = targets.scaled.unsqueeze(2) - quantiles;
    at::Tensor losses = at::maximum(error * levels, error * (levels - 1));
    if (targets.censored.defined()) {
        losses = at::where(targets.censored.unsqueeze(2) > 0, error.clamp_min(0) * levels, losses);
    }
    return maskedMean(losses.mean(2), targets.mask);
}

HeadPlugin squaredErrorPlugin() {
    return pointPlugin("mse", PointLoss::Squared);
}

HeadPlugin absoluteErrorPlugin() {
    return pointPlugin("mae", PointLoss::Absolute);
}

HeadPlugin huberPlugin() {
    return pointPlugin("huber", PointLoss::Huber);
}

HeadPlugin quantilePlugin() {
    return meanPlugin({.name = "quantile"}, {.mean = 0.1, .isJudged = false});
}

HeadPlugin poissonPlugin() {
    return meanPlugin({.name = "poisson", .needsPositive = true}, {.mean = 1});
}

HeadPlugin tweediePlugin() {
    return meanPlugin({.name = "tweedie", .needsPositive = true}, {.mean = 1, .power = tweediePower});
}

}  // namespace foresell
