// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/forecast_network_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <QTest>
#include <cmath>

using namespace foresell;

/// Demand drawn from forecasts, and the network that feeds it back for the next period.
class DemandDrawTest : public QObject {
    Q_OBJECT

private slots:
    void drawsFollowTheForecastTheyComeFrom_data();
    void drawsFollowTheForecastTheyComeFrom();
    void pathsDependOnTheSeedAlone();
    void wherePeriodsAreClosedNothingIsFedBack();
};

namespace {

const std::vector<double> levels{0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

NetworkShape shape() {
    return {.encoder = "deepar", .lookback = 10, .pastInputs = 3, .windowInputs = 2, .stepInputs = 4, .cardinalities = {3},
            .hiddenSize = 8, .layers = 1, .head = "negative_binomial", .levels = levels};
}

NetworkInputs inputs(std::int64_t batch, std::int64_t steps) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(3);
    const auto random = [&](at::IntArrayRef size) { return at::empty(size, at::kFloat).normal_(0, 1, generator); };
    return {random({10, batch, 3}), random({batch, 2}), at::ones({batch, 1}, at::kLong), random({batch, steps, 4}),
            at::ones({batch, steps})};
}

}  // namespace

void DemandDrawTest::drawsFollowTheForecastTheyComeFrom_data() {
    QTest::addColumn<QString>("loss");
    for (const char* loss : {"quantile", "poisson", "classes", "negative_binomial"}) {
        QTest::newRow(loss) << QString(loss);
    }
}

void DemandDrawTest::drawsFollowTheForecastTheyComeFrom() {
    QFETCH(QString, loss);
    constexpr std::int64_t draws = 20000;
    const auto head = findHead(loss.toStdString()).make({.levels = levels, .allowsNegative = false});
    at::Tensor raw = at::zeros({1, 1, head->outputs()});
    at::Tensor bias = raw.view({-1});
    head->initialise(bias);
    const at::Tensor level = at::full({draws}, 50.0);
    const at::Tensor told = head->decode(raw, level.narrow(0, 0, 1)).quantiles.view({-1});
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const at::Tensor drawn = head->draw(raw.expand({draws, 1, -1}).contiguous(), level, levels, generator).scaled;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double wanted = told[static_cast<std::int64_t>(i)].item<double>();
        const double below = (drawn < wanted - 1e-4).to(at::kFloat).mean().item<double>();
        const double atMost = (drawn <= wanted + 1e-4).to(at::kFloat).mean().item<double>();
        QVERIFY2(below < levels[i] + 0.015 && atMost > levels[i] - 0.015,
                 qPrintable(QString("%1: %2 to %3").arg(levels[i]).arg(below).arg(atMost)));
    }
}

void DemandDrawTest::pathsDependOnTheSeedAlone() {
    const torch::NoGradGuard guard;
    ForecastNetwork network(shape(), 5);
    const NetworkInputs seen = inputs(6, 4);
    const at::Tensor level = at::full({6}, 20.0);
    const DemandOutputs first = network.forecast(seen, level, 9), again = network.forecast(seen, level, 9);
    QVERIFY(at::equal(first.quantiles, again.quantiles) && at::equal(first.mean, again.mean));
    QVERIFY(!at::equal(first.quantiles, network.forecast(seen, level, 10).quantiles));
    QCOMPARE(first.quantiles.sizes().vec(), (std::vector<std::int64_t>{6, 4, 7}));
    QVERIFY((first.quantiles.diff(1, 2) >= 0).all().item<bool>());
    QVERIFY((first.mean > 0).all().item<bool>());
}

void DemandDrawTest::wherePeriodsAreClosedNothingIsFedBack() {
    const torch::NoGradGuard guard;
    ForecastNetwork network(shape(), 5);
    NetworkInputs seen = inputs(3, 4);
    const at::Tensor level = at::full({3}, 20.0);
    seen.open.select(1, 1).zero_();
    const DemandOutputs closed = network.forecast(seen, level, 9);
    seen.open.fill_(1);
    const DemandOutputs open = network.forecast(seen, level, 9);
    QVERIFY(at::equal(closed.quantiles.narrow(1, 0, 2), open.quantiles.narrow(1, 0, 2)));
    QVERIFY(!at::equal(closed.mean.select(1, 2), open.mean.select(1, 2)));
}

QTEST_APPLESS_MAIN(DemandDrawTest)
#include "demand_draw_test.moc"
