// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/quantile_loss_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <QTest>

using namespace foresell;

/// The loss that goes through all cells once, beside the formulas operation by operation in double precision.
class QuantileLossTest : public QObject {
    Q_OBJECT

private slots:
    void itIsTheSumOfTheFormulas_data() { addCases(); }
    void itIsTheSumOfTheFormulas();
    void itsGradientsAreThoseOfTheFormulas_data() { addCases(); }
    void itsGradientsAreThoseOfTheFormulas();
    void nothingToLearnIsNoLoss();

private:
    static void addCases() {
        QTest::addColumn<int>("levels");
        QTest::addColumn<bool>("soldOut");
        QTest::addColumn<double>("meanWeight");
        for (const bool soldOut : {false, true}) {
            QTest::addRow("one quantile, sold out %d", soldOut) << 1 << soldOut << 0.1;
            QTest::addRow("seven quantiles, sold out %d", soldOut) << 7 << soldOut << 0.1;
            QTest::addRow("ten quantiles and much of the mean, sold out %d", soldOut) << 10 << soldOut << 1.0;
        }
    }
};

namespace {

constexpr double largestLogMean = 3, largestRatio = 15;

struct Case {
    at::Tensor raw;
    DemandTargets targets;
    QuantileLossOptions options;
};

Case makeCase(int levels, bool soldOut, double meanWeight) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(9);
    const auto normal = [&](at::IntArrayRef shape, double scale) { return at::empty(shape, at::kFloat).normal_(0, scale, generator); };
    const std::vector<std::int64_t> cells{61, 37};
    Case data;
    data.raw = normal({61, 37, levels + 1}, 3);  // some beyond the bounds of the mean, some far out on the softplus
    data.raw[3][5].fill_(40);
    data.raw[3][6].fill_(-60);
    data.raw.requires_grad_();
    data.targets.scaled = normal(cells, 1.5);
    data.targets.ratio = normal(cells, 1).exp() * (normal(cells, 1) > 0);
    data.targets.mask = (normal(cells, 1) > -0.7).to(at::kFloat);
    if (soldOut) {
        data.targets.censored = (normal(cells, 1) > 0.5).to(at::kFloat);
    }
    for (int level = 0; level < levels; ++level) {
        data.options.levels.push_back((static_cast<float>(level) + 1) / (static_cast<float>(levels) + 1));
    }
    data.options.meanWeight = meanWeight;
    data.options.largestLogMean = largestLogMean;
    data.options.largestRatio = largestRatio;
    return data;
}

/// In double precision, by libtorch's operations.
at::Tensor formulas(const Case& data) {
    const at::Tensor raw = data.raw.to(at::kDouble), scaled = data.targets.scaled.to(at::kDouble), mask = data.targets.mask.to(at::kDouble);
    const auto levels = static_cast<std::int64_t>(data.options.levels.size()), middle = levels / 2;
    std::vector<at::Tensor> quantiles(static_cast<std::size_t>(levels));
    quantiles[static_cast<std::size_t>(middle)] = raw.select(2, middle);
    for (std::int64_t i = middle + 1; i < levels; ++i) {
        quantiles[static_cast<std::size_t>(i)] = quantiles[static_cast<std::size_t>(i - 1)] + at::softplus(raw.select(2, i));
    }
    for (std::int64_t i = middle - 1; i >= 0; --i) {
        quantiles[static_cast<std::size_t>(i)] = quantiles[static_cast<std::size_t>(i + 1)] - at::softplus(raw.select(2, i));
    }
    DemandTargets targets = data.targets;
    targets.scaled = scaled;
    targets.mask = mask;
    const at::Tensor pinball = pinballLoss(at::stack(quantiles, 2), targets, at::tensor(data.options.levels).to(at::kDouble));
    at::Tensor mean = raw.select(2, levels).clamp(-12, largestLogMean);
    const at::Tensor ratio = data.targets.ratio.to(at::kDouble);
    if (targets.censored.defined()) {
        mean = at::where(targets.censored > 0, at::minimum(mean, ratio.clamp_min(1e-6).log()), mean);
    }
    return pinball + data.options.meanWeight * maskedMean(mean.exp() - ratio.clamp_max(largestRatio) * mean, mask);
}

}  // namespace

void QuantileLossTest::itIsTheSumOfTheFormulas() {
    QFETCH(int, levels);
    QFETCH(bool, soldOut);
    QFETCH(double, meanWeight);
    const Case data = makeCase(levels, soldOut, meanWeight);
    const double expected = formulas(data).item<double>();
    QVERIFY(std::abs(fusedQuantileLoss(data.raw, data.targets, data.options).item<double>() - expected) < 2e-6 * std::abs(expected));
    const torch::NoGradGuard guard;
    QVERIFY(std::abs(fusedQuantileLoss(data.raw, data.targets, data.options).item<double>() - expected) < 2e-6 * std::abs(expected));
}

void QuantileLossTest::itsGradientsAreThoseOfTheFormulas() {
    QFETCH(int, levels);
    QFETCH(bool, soldOut);
    QFETCH(double, meanWeight);
    const Case data = makeCase(levels, soldOut, meanWeight);
    const at::Tensor expected = torch::autograd::grad({3 * formulas(data)}, {data.raw})[0];
    const at::Tensor gradient = torch::autograd::grad({3 * fusedQuantileLoss(data.raw, data.targets, data.options)}, {data.raw})[0];
    const double difference = ((gradient - expected).abs().max() / expected.abs().max()).item<double>();
    QVERIFY2(difference < 2e-6, qPrintable(QString::number(difference)));
}

void QuantileLossTest::nothingToLearnIsNoLoss() {
    Case data = makeCase(7, true, 0.1);
    data.targets.mask.zero_();
    const at::Tensor loss = fusedQuantileLoss(data.raw, data.targets, data.options);
    QCOMPARE(loss.item<float>(), 0.0f);
    QCOMPARE(torch::autograd::grad({loss}, {data.raw})[0].abs().max().item<float>(), 0.0f);
}

QTEST_APPLESS_MAIN(QuantileLossTest)
#include "quantile_loss_test.moc"
