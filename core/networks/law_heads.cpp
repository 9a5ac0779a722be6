// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/count_law.h"
#include "core/networks/head_impl.h"

namespace foresell {
namespace {

/// The logarithm of the chance of at least `counts`, by the logarithm of the mean and by the dispersion (all one row of
/// doubles).
struct AtLeast : public torch::autograd::Function<AtLeast> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& logMean,
                              const at::Tensor& dispersion, const at::Tensor& counts) {
        const at::Tensor means = logMean.to(at::kCPU).exp(), alphas = dispersion.to(at::kCPU), wanted = counts.to(at::kCPU);
        at::Tensor all = at::empty({3, means.numel()}, at::kDouble);
        for (std::int64_t i = 0; i < means.numel(); ++i) {
            const CountTail tail = negativeBinomialAtLeast(wanted.data_ptr<double>()[i], means.data_ptr<double>()[i],
                                                           alphas.data_ptr<double>()[i]);
            all[0][i] = tail.logChance;
            all[1][i] = tail.byLogMean;
            all[2][i] = tail.byDispersion;
        }
        all = all.to(logMean.device());
        context->save_for_backward({all});
        return all[0].clone();
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients) {
        const at::Tensor all = context->get_saved_variables()[0];
        return {gradients[0] * all[1], gradients[0] * all[2], at::Tensor()};
    }
};

/// Mean and dispersion of a negative binomial law of the counts themselves (as in Salinas et al. 2020): mean m and
/// variance m + alpha m^2. The quantiles are the law's.
class NegativeBinomialHead : public Head {
public:
    explicit NegativeBinomialHead(const HeadOptions& options) : m_levels(options.levels), m_normalisation(options.normalisation) {}
    int outputs() const override { return 2; }
    bool hasQuantiles() const override { return true; }

    at::Tensor loss(const at::Tensor& raw, const DemandTargets& targets) const override {
        const at::Tensor level = targets.level.unsqueeze(1).to(at::kDouble);
        const at::Tensor counts = targets.ratio.to(at::kDouble) * level;
        const at::Tensor mean = logMeanOf(raw).to(at::kDouble).exp() * level;
        const at::Tensor alpha = dispersionOf(raw).to(at::kDouble);
        const at::Tensor size = alpha.reciprocal();
        const at::Tensor spread = (alpha * mean).log1p();
        at::Tensor likelihood = at::lgamma(counts + size) - at::lgamma(size) - at::lgamma(counts + 1) -
                                size * spread + counts * ((alpha * mean).log() - spread);
        if (targets.censored.defined()) {
            const at::Tensor isBound = targets.censored * targets.mask > 0;
            const at::Tensor atLeast = AtLeast::apply(mean.masked_select(isBound).log(), alpha.masked_select(isBound),
                                                      counts.masked_select(isBound));
            likelihood = likelihood.masked_scatter(isBound, atLeast);
        }
        return maskedMean(-likelihood, targets.mask.to(at::kDouble)).to(at::kFloat);
    }

    DemandOutputs decode(const at::Tensor& raw, const at::Tensor& level) const override {
        const at::Tensor ratio = logMeanOf(raw).exp();
        const at::Tensor levels = level.unsqueeze(1).expand_as(ratio).to(at::kCPU).contiguous();
        const at::Tensor means = ratio.to(at::kCPU).contiguous();
        const at::Tensor alphas = dispersionOf(raw).to(at::kCPU).contiguous();
        const auto width = static_cast<std::int64_t>(m_levels.size());
        at::Tensor counts = at::empty({means.size(0), means.size(1), width}, at::kFloat);
        std::vector<double> found(m_levels.size());
        for (std::int64_t cell = 0; cell < means.numel(); ++cell) {
            const double size = levels.data_ptr<float>()[cell];
            negativeBinomialQuantiles(size * means.data_ptr<float>()[cell], alphas.data_ptr<float>()[cell], m_levels,
                                      found);
            for (std::size_t i = 0; i < found.size(); ++i) {
                counts.data_ptr<float>()[cell * width + static_cast<std::int64_t>(i)] =
                    static_cast<float>(m_normalisation.scaled(found[i], m_normalisation.scaleOf(size, 0, 0)));
            }
        }
        return {counts.to(raw.device()), ratio};
    }

    /// A Poisson law whose mean is drawn from a gamma law.
    DemandDraw draw(const at::Tensor& raw, const at::Tensor& level, const std::vector<double>&,
                    at::Generator& generator) const override {
        const at::Tensor ratio = logMeanOf(raw).exp();
        const at::Tensor alpha = dispersionOf(raw);
        const at::Tensor size = alpha.reciprocal().to(at::kCPU);
        const at::Tensor levels = level.unsqueeze(1);
        const at::Tensor rate = at::_standard_gamma(size, generator).to(raw.device()) * alpha * ratio * levels;
        const at::Tensor counts = at::poisson(rate.to(at::kCPU), generator).to(raw.device());
        return {m_normalisation.kind == Normalisation::Kind::Log    ? (counts / levels).log1p()
                : m_normalisation.kind == Normalisation::Kind::None ? counts
                                                                    : counts / levels,
                ratio};
    }

private:
    at::Tensor logMeanOf(const at::Tensor& raw) const {
        return raw.select(2, 0).clamp(-12, m_normalisation.largestLogMean());
    }
    static at::Tensor dispersionOf(const at::Tensor& raw) { return at::softplus(raw.select(2, 1)).clamp(1e-3, 50); }

    std::vector<double> m_levels;
    Normalisation m_normalisation;
};

/// Classes of demand: none at all, then `bins` of equal width in scaled space; the chance of each by cross-entropy. So
/// it tells whether an item will sell at all, and how much if it does, without assuming a law. The mean is that of the
/// classes' middles; quantiles lie within their class as if its demand were spread evenly.
class ClassHead : public Head {
public:
    explicit ClassHead(const HeadOptions& options) : m_levels(options.levels) {}
    int outputs() const override { return bins + 1; }
    bool hasQuantiles() const override { return true; }

    /// The further from the level the less likely, at first: else the large classes, of which each counts for much in the
    /// mean, would have to be unlearnt one by one.
    void initialise(at::Tensor& bias) const override {
        bias.copy_((at::arange(bins + 1, bias.options()) - std::log(2.0) / width).abs() * -0.3);
    }

    at::Tensor loss(const at::Tensor& raw, const DemandTargets& targets) const override {
        const at::Tensor bin = (targets.scaled / width).floor().clamp(0, bins - 1) + 1;
        const at::Tensor wanted = (bin * (targets.ratio > 0)).to(at::kLong).unsqueeze(2);
        const at::Tensor chances = at::log_softmax(raw, 2);
        at::Tensor likelihood = chances.gather(2, wanted).squeeze(2);
        if (targets.censored.defined()) {  // of this class or a higher one
            const at::Tensor isBelow = at::arange(bins + 1, wanted.options()) < wanted;
            const at::Tensor atLeast = at::logsumexp(chances.masked_fill(isBelow, -1e9), 2);
            likelihood = at::where(targets.censored > 0, atLeast, likelihood);
        }
        return maskedMean(-likelihood, targets.mask);
    }

    DemandOutputs decode(const at::Tensor& raw, const at::Tensor&) const override {
        const at::Tensor chances = at::softmax(raw, 2);
        at::Tensor middles = (at::arange(bins, raw.options()) + 0.5).mul_(width).expm1_();
        middles = at::cat({at::zeros({1}, raw.options()), middles});
        const at::Tensor reached = chances.cumsum(2);
        std::vector<at::Tensor> quantiles;
        for (const double level : m_levels) {
            const at::Tensor at = (reached < level).sum(2, true).clamp_max(bins);
            const at::Tensor chance = chances.gather(2, at).clamp_min(1e-9);
            const at::Tensor inside = ((level - (reached.gather(2, at) - chance)) / chance).clamp(0, 1);
            quantiles.push_back((at - 1 + inside) * width * (at > 0));
        }
        return {at::cat(quantiles, 2), (chances * middles).sum(2)};
    }

private:
    static constexpr int bins = 32;
    static constexpr double width = 0.15;

    std::vector<double> m_levels;
};

}  // namespace

HeadPlugin negativeBinomialPlugin() {
    return {{.name = "negative_binomial", .needsPositive = true},
            [](const HeadOptions& options) { return std::make_unique<NegativeBinomialHead>(options); }};
}

HeadPlugin classesPlugin() {
    return {{.name = "classes", .needsPositive = true, .needsClasses = true},
            [](const HeadOptions& options) { return std::make_unique<ClassHead>(options); }};
}

}  // namespace foresell
