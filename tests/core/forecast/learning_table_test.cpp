// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/forecast/network_forecaster.h"
#include "core/networks/networks.h"
#include "tests/core/forecast/synthetic_panel.h"

using namespace foresell;
using test::quickOptions;
using test::syntheticPanel;

/// Every network, loss, optimiser, schedule and activation in short trainings.
class LearningTableTest : public QObject {
    Q_OBJECT

private slots:
    void everyCombinationLearns_data();
    void everyCombinationLearns();
    void everyNetworkGoesOnWithTheSameBits_data();
    void everyNetworkGoesOnWithTheSameBits();
    void everyNetworkRecoversFromALossThatIsNoNumber_data();
    void everyNetworkRecoversFromALossThatIsNoNumber();
    void theCostIsToldBeforehand();
    void everyLossGivesAMeanNearTheTruth_data();
    void everyLossGivesAMeanNearTheTruth();
};

namespace {

constexpr int horizon = 7;

TrainingOptions tiny(const std::string& model) {
    TrainingOptions options = quickOptions(model);
    options.hiddenSize = 12;
    options.lookback = 14;
    options.batchSize = 16;
    options.epochs = 2;
    return options;
}

const Panel& panel() {
    static const Panel made = syntheticPanel(6, 90);
    return made;
}

void networkRows() {
    QTest::addColumn<QString>("model");
    for (const NetworkInfo& info : availableNetworks()) {
        QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
    }
}

/// One fit that is told to stop after `stopAt` steps.
void interrupt(const TrainingOptions& options, const std::string& folder, std::int64_t stopAt) {
    std::stop_source stop;
    NetworkForecaster interrupted(options);
    interrupted.setCheckpointFolder(folder);
    std::int64_t steps = 0;
    interrupted.setFaultHook([&](std::int64_t) {
        if (++steps == stopAt) {
            stop.request_stop();
        }
        return Fault::None;
    });
    JobControl control;
    control.stop = stop.get_token();
    QVERIFY_EXCEPTION_THROWN(interrupted.fit(panel(), horizon, control), Cancelled);
}

}  // namespace

void LearningTableTest::everyCombinationLearns_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("activation");
    const std::vector<std::string> optimizers = availableOptimizers();
    const std::vector<std::string> schedules = availableSchedules();
    const std::vector<std::string> activations = availableActivations();
    std::size_t row = 0;
    // Each network with each loss; the optimisers, schedules and activations take turns, so that each meets each.
    for (const NetworkInfo& network : availableNetworks()) {
        for (const LossInfo& loss : availableLosses()) {
            const std::string& optimizer = optimizers[row % optimizers.size()];
            const std::string& schedule = schedules[(row / 4 + row) % schedules.size()];
            const std::string& activation = activations[row % activations.size()];
            QTest::addRow("%s %s %s %s %s", network.name.c_str(), loss.name.c_str(), optimizer.c_str(),
                          schedule.c_str(), activation.c_str())
                << QString::fromStdString(network.name) << QString::fromStdString(loss.name)
                << QString::fromStdString(optimizer) << QString::fromStdString(schedule)
                << QString::fromStdString(activation);
            ++row;
        }
    }
}

void LearningTableTest::everyCombinationLearns() {
    QFETCH(QString, model);
    QFETCH(QString, loss);
    QFETCH(QString, optimizer);
    QFETCH(QString, schedule);
    QFETCH(QString, activation);
    TrainingOptions options = tiny(model.toStdString());
    options.loss = loss.toStdString();
    options.optimizer = optimizer.toStdString();
    options.schedule = schedule.toStdString();
    options.activation = activation.toStdString();
    NetworkForecaster forecaster(options);
    forecaster.fit(panel(), horizon, {});
    const TrainingResult& result = forecaster.result();
    QCOMPARE(result.recoveries, 0);
    // The training loss of an autoencoder begins with that of telling its window again.
    const auto& curve = model == "autoencoder" ? result.validationCurve : result.trainingCurve;
    const double best = *std::ranges::min_element(curve);
    QVERIFY2(best < curve.front(), qPrintable(QString("%1 then %2").arg(curve.front()).arg(best)));
    const Forecast forecast = forecaster.predict(panel(), horizon, storedLevels(), {});
    for (std::size_t cell = 0; cell < forecast.mean.size(); ++cell) {
        QVERIFY(std::isfinite(forecast.mean[cell]) && forecast.mean[cell] >= 0);
        const std::size_t at = cell * forecast.levels.size();
        for (std::size_t level = 1; level < forecast.levels.size(); ++level) {
            QVERIFY(forecast.quantiles[at + level] >= forecast.quantiles[at + level - 1]);
        }
    }
}

void LearningTableTest::everyNetworkGoesOnWithTheSameBits_data() {
    networkRows();
}

void LearningTableTest::everyNetworkGoesOnWithTheSameBits() {
    QFETCH(QString, model);
    const TrainingOptions options = tiny(model.toStdString());
    NetworkForecaster whole(options);
    whole.fit(panel(), horizon, {});
    const QTemporaryDir folder;
    interrupt(options, folder.path().toStdString(), 7);
    interrupt(options, folder.path().toStdString(), 16);
    NetworkForecaster resumed(options);
    resumed.setCheckpointFolder(folder.path().toStdString());
    resumed.fit(panel(), horizon, {});
    const Forecast expected = whole.predict(panel(), horizon, storedLevels(), {});
    const Forecast forecast = resumed.predict(panel(), horizon, storedLevels(), {});
    QCOMPARE(forecast.quantiles, expected.quantiles);
    QCOMPARE(forecast.mean, expected.mean);
    const auto read = NetworkForecaster::load(resumed.save());
    QCOMPARE(read->predict(panel(), horizon, storedLevels(), {}).mean, expected.mean);
}

void LearningTableTest::everyNetworkRecoversFromALossThatIsNoNumber_data() {
    networkRows();
}

void LearningTableTest::everyNetworkRecoversFromALossThatIsNoNumber() {
    QFETCH(QString, model);
    NetworkForecaster forecaster(tiny(model.toStdString()));
    int faults = 0;
    forecaster.setFaultHook([&](std::int64_t step) {
        return step == 9 && faults++ == 0 ? Fault::LossIsNotANumber : Fault::None;
    });
    forecaster.fit(panel(), horizon, {});
    QCOMPARE(forecaster.result().recoveries, 1);
    for (const float value : forecaster.predict(panel(), horizon, storedLevels(), {}).mean) {
        QVERIFY(std::isfinite(value));
    }
}

void LearningTableTest::theCostIsToldBeforehand() {
    TrainingOptions options = tiny("mlp");
    options.patience = 100;
    options.epochs = 20;
    NetworkForecaster forecaster(options);
    const TrainingEstimate estimate = forecaster.estimate(panel(), horizon, {}).value();
    QVERIFY_EXCEPTION_THROWN(forecaster.save(), Error);  // nothing was trained
    forecaster.fit(panel(), horizon, {});
    const TrainingResult& result = forecaster.result();
    QCOMPARE(estimate.parameters, result.parameters);
    const double memory = static_cast<double>(result.peakMemoryBytes);
    QVERIFY(std::abs(static_cast<double>(estimate.memoryBytes) - memory) < 0.15 * memory);
    // The settling is shorter where the best epoch is an early one; a loaded machine is uneven.
    QVERIFY2(estimate.seconds > 0.4 * result.seconds && estimate.seconds < 4 * result.seconds,
             qPrintable(QString("%1 against %2").arg(estimate.seconds).arg(result.seconds)));
}

void LearningTableTest::everyLossGivesAMeanNearTheTruth_data() {
    QTest::addColumn<QString>("loss");
    for (const LossInfo& info : availableLosses()) {
        QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
    }
}

/// Series that sell on one day in three or so: a median of none, a mean that is not.
void LearningTableTest::everyLossGivesAMeanNearTheTruth() {
    QFETCH(QString, loss);
    Panel slow = syntheticPanel(12, 200);
    std::mt19937 random(5);
    double truth = 0;
    for (float& value : slow.target) {
        value = random() % 3 == 0 ? static_cast<float>(1 + random() % 3) : 0.0f;
        truth += value / static_cast<double>(slow.target.size());
    }
    TrainingOptions options = tiny("mlp");
    options.loss = loss.toStdString();
    options.batchSize = 64;
    options.epochs = 8;
    NetworkForecaster forecaster(options);
    forecaster.fit(slow, horizon, {});
    const Forecast forecast = forecaster.predict(slow, horizon, storedLevels(), {});
    double mean = 0;
    for (const float value : forecast.mean) {
        mean += value / static_cast<double>(forecast.mean.size());
    }
    QVERIFY2(std::abs(mean / truth - 1) < 0.35, qPrintable(QString("%1 against %2").arg(mean).arg(truth)));
    QVERIFY(forecast.quantileAt(0, 0, 6) >= 1);
}

QTEST_APPLESS_MAIN(LearningTableTest)
#include "learning_table_test.moc"
