// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/panel_tensors_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <QTest>
#include <cmath>
#include <random>

using namespace foresell;

/// What windows say of demand under each normalisation.
class DemandScaleTest : public QObject {
    Q_OBJECT

private slots:
    void targetsComeBackInUnits_data() { settings(); }
    void targetsComeBackInUnits();
    void nothingAfterTheOriginReachesAWindow_data() { settings(); }
    void nothingAfterTheOriginReachesAWindow();
    void oneHugeDayLeavesARobustScaleWhereItWas();
    void aGlobalScaleIsOneForAllSeries();

private:
    static void settings() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("scope");
        for (const std::string& kind : Normalisation::kinds()) {
            for (const std::string& scope : Normalisation::scopes()) {
                QTest::newRow((kind + " " + scope).c_str()) << QString::fromStdString(kind) << QString::fromStdString(scope);
            }
        }
    }
};

namespace {

constexpr int periods = 120, horizon = 7;

/// Large, tiny, rare, steady and empty series, and one of which half cannot be seen.
Panel oddPanel() {
    Panel panel;
    panel.firstPeriod = toDay(2024, 1, 1);
    panel.periods = periods;
    std::mt19937 random(5);
    for (const double level : {3e7, 40.0, 0.003, 0.3, 12.0, 0.0, 8.0}) {
        const std::size_t series = panel.seriesCount();
        panel.keys.push_back({ItemId{static_cast<std::int32_t>(series) + 1}, {}, {}});
        panel.itemCodes.push_back("item " + std::to_string(series));
        panel.locationCodes.emplace_back();
        panel.channelCodes.emplace_back();
        panel.begin.push_back(0);
        for (int t = 0; t < periods; ++t) {
            const double share = static_cast<double>(random() % 1000) / 500;
            const bool isRare = series == 3, isSteady = series == 4;
            panel.target.push_back(static_cast<float>(isRare ? (random() % 10 == 0 ? 3 : 0) : isSteady ? level : level * share));
            panel.state.push_back(series == 6 && t % 2 == 0 ? CellState::StockOut : CellState::Sold);
            panel.target.back() = panel.state.back() == CellState::Sold ? panel.target.back() : 0;
        }
    }
    return panel;
}

FeaturePlan planOf(const Panel& panel, const QString& kind, const QString& scope) {
    TrainingOptions options;
    options.lookback = 28;
    options.normalisation = kind.toStdString();
    options.normalisationScope = scope.toStdString();
    return planFeatures(panel, panel.periods, horizon, options);
}

WindowBatch windowsOf(const Panel& panel, const FeaturePlan& plan, int origin, int learnEnd) {
    return PanelTensors(panel, plan, horizon, at::kCPU).gather(windowsAt(panel, {origin}, horizon, 1000), learnEnd);
}

DemandScale scaleAt(const FeaturePlan& plan, const DemandTargets& targets, std::int64_t window) {
    const auto numberOf = [&](const at::Tensor& values) { return values[window].item<double>(); };
    if (targets.centre.defined()) {
        return {numberOf(targets.level), numberOf(targets.centre), numberOf(targets.spread)};
    }
    return plan.normalisation.scaleOf(numberOf(targets.level), 0, 0);
}

}  // namespace

void DemandScaleTest::targetsComeBackInUnits() {
    QFETCH(QString, kind);
    QFETCH(QString, scope);
    const Panel panel = oddPanel();
    const FeaturePlan plan = planOf(panel, kind, scope);
    for (const int origin : {0, 3, 60, periods - horizon - 1}) {
        const DemandTargets targets = windowsOf(panel, plan, origin, periods).targets;
        int seen = 0;
        for (std::int64_t window = 0; window < targets.level.size(0); ++window) {
            const DemandScale scale = scaleAt(plan, targets, window);
            QVERIFY(scale.level > 0 && scale.spread > 0 && std::isfinite(scale.centre));
            for (int step = 0; step < horizon; ++step) {
                if (targets.mask[window][step].item<float>() == 0) {
                    continue;
                }
                const double x = panel.targetOf(static_cast<std::size_t>(window))[static_cast<std::size_t>(origin + 1 + step)];
                const double z = targets.scaled[window][step].item<double>();
                const double bend = plan.normalisation.kind == Normalisation::Kind::Log ? 1 + std::abs(z) : 1;
                const double slack = 0x1p-22 * bend * (std::abs(x) + 2 * std::abs(scale.centre));
                QVERIFY2(std::abs(plan.normalisation.demand(z, scale) - x) <= slack, qPrintable(QString::number(x)));
                QVERIFY(std::abs(targets.ratio[window][step].item<double>() * scale.level - x) <= 0x1p-22 * std::abs(x));
                ++seen;
            }
        }
        QVERIFY(seen > 6 * horizon);
    }
}

void DemandScaleTest::nothingAfterTheOriginReachesAWindow() {
    QFETCH(QString, kind);
    QFETCH(QString, scope);
    constexpr int origin = 80;
    const Panel panel = oddPanel();
    const FeaturePlan plan = planOf(panel, kind, scope);
    Panel other = panel;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (int t = origin + 1; t < periods; ++t) {
            other.target[series * periods + static_cast<std::size_t>(t)] *= 3;
        }
    }
    const WindowBatch one = windowsOf(panel, plan, origin, origin + 1), two = windowsOf(other, plan, origin, origin + 1);
    for (const auto& part : {&NetworkInputs::past, &NetworkInputs::window, &NetworkInputs::step}) {
        QVERIFY((one.inputs.*part).equal(two.inputs.*part));
        QVERIFY((one.inputs.*part).isfinite().all().item<bool>());
    }
    QVERIFY(one.targets.scaled.equal(two.targets.scaled));  // masked: a network that feeds back is shown them
    QCOMPARE(one.targets.scaled.abs().max().item<float>(), 0.0f);
}

void DemandScaleTest::oneHugeDayLeavesARobustScaleWhereItWas() {
    const Panel panel = oddPanel();
    Panel spiked = panel;
    spiked.target[1 * periods + 100] = 1e5f;
    const auto at = [&](const Panel& some, const char* kind) {
        const FeaturePlan plan = planOf(panel, kind, "series");
        return scaleAt(plan, windowsOf(some, plan, 110, periods).targets, 1);
    };
    const DemandScale usual = at(panel, "robust"), huge = at(spiked, "robust");
    QVERIFY(std::abs(huge.centre - usual.centre) < 0.1 * usual.centre);
    QVERIFY(huge.spread < 20 * usual.spread);
    QVERIFY(at(spiked, "mean").spread > 20 * at(panel, "mean").spread);
}

void DemandScaleTest::aGlobalScaleIsOneForAllSeries() {
    const Panel panel = oddPanel();
    for (const char* kind : {"mean", "robust", "log"}) {
        const FeaturePlan plan = planOf(panel, kind, "global");
        const DemandTargets targets = windowsOf(panel, plan, 60, periods).targets;
        for (std::int64_t window = 1; window < targets.level.size(0); ++window) {
            QCOMPARE(scaleAt(plan, targets, window).spread, scaleAt(plan, targets, 0).spread);
            QCOMPARE(scaleAt(plan, targets, window).centre, scaleAt(plan, targets, 0).centre);
        }
    }
}

QTEST_APPLESS_MAIN(DemandScaleTest)
#include "demand_scale_test.moc"
