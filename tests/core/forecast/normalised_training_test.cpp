// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "core/base/error.h"
#include "core/forecast/network_forecaster.h"
#include "tests/core/forecast/synthetic_panel.h"

using namespace foresell;
using test::headOf;
using test::quickOptions;
using test::syntheticPanel;

/// Networks that learn from demand made alike in each of the ways.
class NormalisedTrainingTest : public QObject {
    Q_OBJECT

private slots:
    void forecastsComeInUnitsNearTheTruth_data();
    void forecastsComeInUnitsNearTheTruth();
    void aModelKeepsItsNormalisation();
    void combinationsThatMakeNoSenseAreRefused_data();
    void combinationsThatMakeNoSenseAreRefused();
    void learningOnKeepsTheNormalisation();
};

namespace {

constexpr int horizon = 14, history = 200;

TrainingOptions optionsOf(const QString& model, const QString& loss, const QString& kind, const QString& scope) {
    TrainingOptions options = quickOptions(model.toStdString());
    options.loss = loss.toStdString();
    options.normalisation = kind.toStdString();
    options.normalisationScope = scope.toStdString();
    options.epochs = 6;
    options.batchSize = 64;
    return options;
}

/// Series of 5 to 85 pieces a day.
std::unique_ptr<NetworkForecaster> trained(const Panel& panel, const TrainingOptions& options) {
    auto forecaster = std::make_unique<NetworkForecaster>(options);
    forecaster->fit(panel, horizon, {});
    return forecaster;
}

}  // namespace

void NormalisedTrainingTest::forecastsComeInUnitsNearTheTruth_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("scope");
    const auto add = [](const char* model, const char* loss, const char* kind, const char* scope) {
        QTest::addRow("%s %s %s %s", model, loss, kind, scope) << model << loss << kind << scope;
    };
    for (const char* kind : {"mean", "robust", "log"}) {
        add("mlp", "quantile", kind, "global");
    }
    add("mlp", "quantile", "mean", "series");
    add("mlp", "quantile", "robust", "series");
    add("mlp", "quantile", "none", "series");
    add("mlp", "mse", "robust", "series");
    add("mlp", "negative_binomial", "mean", "series");
    add("mlp", "negative_binomial", "none", "series");
    add("deepar", "quantile", "robust", "series");
}

void NormalisedTrainingTest::forecastsComeInUnitsNearTheTruth() {
    QFETCH(QString, model);
    QFETCH(QString, loss);
    QFETCH(QString, kind);
    QFETCH(QString, scope);
    const Panel whole = syntheticPanel(20, history + horizon);
    const Panel panel = headOf(whole, history);
    const auto forecaster = trained(panel, optionsOf(model, loss, kind, scope));
    const Forecast forecast = forecaster->predict(panel, horizon, storedLevels(), {});
    // So short a training is coarse; a scale that is not taken back is off by the series' sizes, which differ 17 times.
    double error = 0, naive = 0, truth = 0, mean = 0, sizes = 0;
    int inside = 0;
    for (std::size_t s = 0; s < panel.seriesCount(); ++s) {
        double own = 0, ownTruth = 0;
        for (int step = 0; step < horizon; ++step) {
            const auto y = static_cast<double>(whole.targetOf(s)[static_cast<std::size_t>(history + step)]);
            error += std::abs(y - forecast.quantileAt(s, step, 3));
            naive += std::abs(y - whole.targetOf(s)[static_cast<std::size_t>(history - 7 + step % 7)]);
            ownTruth += y;
            own += forecast.mean[s * horizon + static_cast<std::size_t>(step)];
            inside += y >= forecast.quantileAt(s, step, 1) && y <= forecast.quantileAt(s, step, 5) ? 1 : 0;
        }
        truth += ownTruth;
        mean += own;
        sizes += std::abs(std::log(own / ownTruth)) / static_cast<double>(panel.seriesCount());
    }
    const double coverage = inside / (20.0 * horizon);
    QVERIFY2(error < 1.1 * naive, qPrintable(QString("%1 against %2").arg(error / truth).arg(naive / truth)));
    QVERIFY2(mean > 0.7 * truth && mean < 1.4 * truth, qPrintable(QString::number(mean / truth)));
    QVERIFY2(sizes < 0.4, qPrintable(QString::number(sizes)));  // of each series, the 5 a day as well as the 85
    QVERIFY2(coverage > 0.5 && coverage < 0.97, qPrintable(QString::number(coverage)));
}

void NormalisedTrainingTest::aModelKeepsItsNormalisation() {
    const Panel panel = syntheticPanel(6, 120);
    for (const auto& [kind, scope] : {std::pair{"robust", "series"}, std::pair{"mean", "global"}, std::pair{"none", "series"}}) {
        TrainingOptions options = optionsOf("mlp", "quantile", kind, scope);
        options.epochs = 1;
        const auto forecaster = trained(panel, options);
        const auto again = NetworkForecaster::load(forecaster->save());
        const Forecast first = forecaster->predict(panel, horizon, storedLevels(), {});
        const Forecast second = again->predict(panel, horizon, storedLevels(), {});
        QCOMPARE(second.quantiles, first.quantiles);
        QCOMPARE(second.mean, first.mean);
    }
}

void NormalisedTrainingTest::combinationsThatMakeNoSenseAreRefused_data() {
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("code");
    for (const char* loss : {"poisson", "tweedie", "negative_binomial", "classes"}) {
        QTest::addRow("%s robust", loss) << loss << "robust" << "series" << "training.normalisation";
    }
    QTest::newRow("classes mean") << "classes" << "mean" << "series" << "training.normalisation";
    QTest::newRow("classes of all series") << "classes" << "log" << "global" << "training.normalisation";
    QTest::newRow("unknown") << "quantile" << "median" << "series" << "training.option";
    QTest::newRow("unknown scope") << "quantile" << "log" << "shop" << "training.option";
}

void NormalisedTrainingTest::combinationsThatMakeNoSenseAreRefused() {
    QFETCH(QString, loss);
    QFETCH(QString, kind);
    QFETCH(QString, scope);
    QFETCH(QString, code);
    try {
        trained(syntheticPanel(2, 60), optionsOf("mlp", loss, kind, scope));
        QFAIL("it was trained");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.code()), code);
        QVERIFY(QString::fromUtf8(error.what()).contains(QStringLiteral("normalisation")));
    }
}

void NormalisedTrainingTest::learningOnKeepsTheNormalisation() {
    const Panel panel = syntheticPanel(6, 150);
    TrainingOptions options = optionsOf("mlp", "quantile", "robust", "series");
    options.epochs = 1;
    const std::shared_ptr<NetworkForecaster> first = trained(headOf(panel, 120), options);
    TrainingOptions open = quickOptions("mlp");
    first->requireSameNetwork(open);  // what is left open stays
    NetworkForecaster next(open);
    next.goOnFrom(first);
    next.fit(panel, horizon, {});
    QVERIFY(next.save().find("\"robust\"") != std::string::npos);
    open.normalisation = "mean";
    QVERIFY_EXCEPTION_THROWN(first->requireSameNetwork(open), Error);
}

QTEST_APPLESS_MAIN(NormalisedTrainingTest)
#include "normalised_training_test.moc"
