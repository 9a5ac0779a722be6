// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"
#include "core/forecast/network_forecaster.h"

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "tests/core/forecast/synthetic_panel.h"

using namespace foresell;
using test::headOf;
using test::quickOptions;
using test::syntheticPanel;

class NetworkForecasterTest : public QObject {
    Q_OBJECT

private slots:
    void itForecastsAKnownPatternBetterThanSeasonalNaive_data();
    void itForecastsAKnownPatternBetterThanSeasonalNaive();
    void theSameSeedGivesTheSameBits();
    void aTrainingGoesOnFromItsCheckpointWithTheSameBits();
    void aPausedTrainingGoesOnWhenTold();
    void aLossThatIsNoNumberSendsTheTrainingBack();
    void aLossThatStaysInfiniteIsAnError();
    void withoutMemoryTheBatchIsHalved();
    void afterFaultsTheErrorIsTheSameWithinAHundredth();
    void toldToFinishItKeepsTheBest();
    void progressTellsOfEpochsLossesAndSpeed();
};

namespace {

constexpr int horizon = 14;

Forecast forecastOf(const TrainingOptions& options, const Panel& panel) {
    NetworkForecaster forecaster(options);
    forecaster.fit(panel, horizon, {});
    return forecaster.predict(panel, horizon, storedLevels(), {});
}

}  // namespace

void NetworkForecasterTest::itForecastsAKnownPatternBetterThanSeasonalNaive_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("optimizer");
    QTest::newRow("lstm quantile adam") << "lstm" << "quantile" << "adam";
    QTest::newRow("lstm mse sgd") << "lstm" << "mse" << "sgd";
    QTest::newRow("mlp mse adam") << "mlp" << "mse" << "adam";
    QTest::newRow("mlp quantile sgd") << "mlp" << "quantile" << "sgd";
}

void NetworkForecasterTest::itForecastsAKnownPatternBetterThanSeasonalNaive() {
    QFETCH(QString, model);
    QFETCH(QString, loss);
    QFETCH(QString, optimizer);
    const Panel whole = syntheticPanel(40, 200 + horizon);
    const Panel panel = headOf(whole, 200);
    TrainingOptions options = quickOptions(model.toStdString());
    options.loss = loss.toStdString();
    options.optimizer = optimizer.toStdString();
    options.epochs = optimizer == "adam" ? 6 : 12;
    options.batchSize = optimizer == "adam" ? 64 : 32;
    const Forecast forecast = forecastOf(options, panel);
    double network = 0, naive = 0;
    int inside = 0;
    for (std::size_t s = 0; s < panel.seriesCount(); ++s) {
        for (int step = 0; step < horizon; ++step) {
            const float y = whole.targetOf(s)[static_cast<std::size_t>(200 + step)];
            network += std::abs(y - forecast.quantileAt(s, step, 3));
            naive += std::abs(y - whole.targetOf(s)[static_cast<std::size_t>(193 + step % 7)]);
            inside += y >= forecast.quantileAt(s, step, 1) && y <= forecast.quantileAt(s, step, 5) ? 1 : 0;
        }
    }
    QVERIFY2(network < 0.95 * naive, qPrintable(QString("%1 against %2").arg(network).arg(naive)));
    const double coverage = inside / (40.0 * horizon);
    QVERIFY2(coverage > 0.6 && coverage < 0.97, qPrintable(QString::number(coverage)));
}

void NetworkForecasterTest::theSameSeedGivesTheSameBits() {
    const Panel panel = syntheticPanel(6, 120);
    TrainingOptions options = quickOptions("lstm");
    options.epochs = 2;
    options.threads = 2;
    const Forecast first = forecastOf(options, panel);
    QCOMPARE(forecastOf(options, panel).quantiles, first.quantiles);
    options.seed = 2;
    QVERIFY(forecastOf(options, panel).quantiles != first.quantiles);
}

void NetworkForecasterTest::aTrainingGoesOnFromItsCheckpointWithTheSameBits() {
    const Panel panel = syntheticPanel(6, 120);
    const TrainingOptions options = quickOptions("lstm");
    const Forecast expected = forecastOf(options, panel);
    const QTemporaryDir folder;
    for (const std::int64_t stopAt : {13, 40, 33}) {  // twice in learning, once while the latest periods are learnt
        std::stop_source stop;
        NetworkForecaster interrupted(options);
        interrupted.setCheckpointFolder(folder.path().toStdString());
        std::int64_t steps = 0;
        interrupted.setFaultHook([&](std::int64_t) {
            if (++steps == stopAt) {
                stop.request_stop();
            }
            return Fault::None;
        });
        bool isCancelled = false;
        try {
            JobControl control;
            control.stop = stop.get_token();
            interrupted.fit(panel, horizon, control);
        } catch (const Cancelled&) {
            isCancelled = true;
        }
        QVERIFY(isCancelled);
    }
    NetworkForecaster resumed(options);
    resumed.setCheckpointFolder(folder.path().toStdString());
    std::int64_t steps = 0;
    resumed.setFaultHook([&](std::int64_t) {
        ++steps;
        return Fault::None;
    });
    resumed.fit(panel, horizon, {});
    QVERIFY(steps < resumed.result().steps);
    QCOMPARE(resumed.predict(panel, horizon, storedLevels(), {}).quantiles, expected.quantiles);
    QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
}

void NetworkForecasterTest::aPausedTrainingGoesOnWhenTold() {
    const Panel panel = syntheticPanel(4, 100);
    TrainingOptions options = quickOptions("mlp");
    options.epochs = 1;
    PauseSwitch pause;
    pause.pause();
    JobControl control;
    control.pause = &pause;
    bool sawPause = false;
    control.progress = [&](const Progress& progress) {
        if (progress.stage == "paused") {
            sawPause = true;
            pause.resume();
        }
    };
    NetworkForecaster forecaster(options);
    forecaster.fit(panel, horizon, control);
    QVERIFY(sawPause);
    QCOMPARE(forecaster.result().epochs, 1);
}

void NetworkForecasterTest::aLossThatIsNoNumberSendsTheTrainingBack() {
    const Panel panel = syntheticPanel(6, 120);
    NetworkForecaster forecaster(quickOptions("lstm"));
    forecaster.setFaultHook([](std::int64_t step) {
        return step == 5 || step == 30 ? Fault::LossIsNotANumber : Fault::None;
    });
    forecaster.fit(panel, horizon, {});
    QVERIFY(forecaster.result().recoveries >= 2);
    for (const float value : forecaster.predict(panel, horizon, storedLevels(), {}).quantiles) {
        QVERIFY(std::isfinite(value));
    }
}

void NetworkForecasterTest::aLossThatStaysInfiniteIsAnError() {
    NetworkForecaster forecaster(quickOptions("mlp"));
    forecaster.setFaultHook([](std::int64_t) { return Fault::LossIsNotANumber; });
    QVERIFY_EXCEPTION_THROWN(forecaster.fit(syntheticPanel(3, 80), horizon, {}), Error);
}

void NetworkForecasterTest::withoutMemoryTheBatchIsHalved() {
    NetworkForecaster forecaster(quickOptions("mlp"));
    int failures = 2;
    forecaster.setFaultHook([&](std::int64_t) { return failures-- > 0 ? Fault::OutOfMemory : Fault::None; });
    forecaster.fit(syntheticPanel(3, 80), horizon, {});
    QCOMPARE(forecaster.result().batchSize, 8);
    NetworkForecaster hopeless(quickOptions("mlp"));
    hopeless.setFaultHook([](std::int64_t) { return Fault::OutOfMemory; });
    QVERIFY_EXCEPTION_THROWN(hopeless.fit(syntheticPanel(3, 80), horizon, {}), Error);
}

void NetworkForecasterTest::afterFaultsTheErrorIsTheSameWithinAHundredth() {
    const Panel whole = syntheticPanel(40, 364);
    const Panel known = headOf(whole, 364 - horizon);
    const auto errorWith = [&](const FaultHook& hook) {
        TrainingOptions options = quickOptions("mlp");
        options.epochs = options.patience = 8;
        NetworkForecaster forecaster(options);
        forecaster.setFaultHook(hook);
        forecaster.fit(known, horizon, {});
        return evaluate(known, whole, forecaster.predict(known, horizon, storedLevels(), {})).wape;
    };
    const double usual = errorWith({});
    const double afterNotANumber =
        errorWith([](std::int64_t step) { return step == 20 || step == 150 ? Fault::LossIsNotANumber : Fault::None; });
    int failures = 1;
    const double afterOutOfMemory = errorWith(
        [&](std::int64_t step) { return step == 100 && failures-- > 0 ? Fault::OutOfMemory : Fault::None; });
    qInfo("WAPE %.4f; after losses that were no numbers %.4f; after memory ran out %.4f", usual, afterNotANumber, afterOutOfMemory);
    QVERIFY(std::abs(afterNotANumber / usual - 1) < 0.01);
    QVERIFY(std::abs(afterOutOfMemory / usual - 1) < 0.01);
}

void NetworkForecasterTest::toldToFinishItKeepsTheBest() {
    TrainingOptions options = quickOptions("mlp");
    options.epochs = 1000;
    std::atomic<bool> finish = false;
    JobControl control;
    control.finishEarly = &finish;
    control.progress = [&](const Progress& progress) {
        const auto ended = progress.metrics.find("epoch_ended");
        finish = finish || (ended != progress.metrics.end() && ended->second > 0);
    };
    NetworkForecaster forecaster(options);
    forecaster.fit(syntheticPanel(4, 100), horizon, control);
    QCOMPARE(forecaster.result().stoppedBy, std::string("user"));
    QVERIFY(forecaster.result().epochs <= 2);
}

void NetworkForecasterTest::progressTellsOfEpochsLossesAndSpeed() {
    TrainingOptions options = quickOptions("mlp");
    options.epochs = 3;
    std::vector<double> losses;
    JobControl control;
    control.progress = [&](const Progress& progress) {
        if (progress.stage == "learning" && progress.metrics.at("epoch_ended") > 0) {
            losses.push_back(progress.metrics.at("validation_loss"));
            QVERIFY(progress.metrics.at("windows_per_second") > 0);
            QVERIFY(progress.metrics.at("training_loss") > 0);
            QVERIFY(progress.secondsLeft >= 0);
        }
    };
    NetworkForecaster forecaster(options);
    forecaster.fit(syntheticPanel(6, 120), horizon, control);
    const TrainingResult& result = forecaster.result();
    QCOMPARE(losses, result.validationCurve);
    QCOMPARE(result.epochs, 3);
    QVERIFY(result.parameters > 1000 && result.windowsPerSecond > 0 && result.seconds > 0);
    QCOMPARE(result.device, std::string("cpu"));
}

QTEST_APPLESS_MAIN(NetworkForecasterTest)
#include "network_forecaster_test.moc"
