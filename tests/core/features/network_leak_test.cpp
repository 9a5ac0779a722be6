// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The leak test of leak_test.cpp for a network: trained anew on the cut project it gives the same bits.
#include <QTemporaryDir>
#include <QTest>

#include "core/forecast/network_forecaster.h"
#include "tests/core/features/leak_shop.h"

using namespace foresell;
using namespace foresell::test;

class NetworkLeakTest : public QObject {
    Q_OBJECT

private slots:
    void aNetworkTrainedOnTheCutProjectForecastsTheSame_data();
    void aNetworkTrainedOnTheCutProjectForecastsTheSame();
};

void NetworkLeakTest::aNetworkTrainedOnTheCutProjectForecastsTheSame_data() {
    QTest::addColumn<QString>("model");
    QTest::newRow("lstm") << "lstm";
    QTest::newRow("mlp") << "mlp";
}

void NetworkLeakTest::aNetworkTrainedOnTheCutProjectForecastsTheSame() {
    QFETCH(QString, model);
    QTemporaryDir folder;
    const auto path = [&folder](const char* name) { return std::filesystem::path(folder.filePath(name).toStdString()); };
    constexpr Day origin = firstDay + 139;
    storeShop(path("whole.foresell"), firstDay + shopDays, 1, 500);
    storeShop(path("cut.foresell"), origin, 60, 200);
    TrainingOptions options;
    options.model = model.toStdString();
    options.hiddenSize = 16;
    options.epochs = 1;
    options.lookback = 14;
    options.threads = 1;
    options.device = "cpu";
    std::vector<Forecast> forecasts;
    for (const char* name : {"whole.foresell", "cut.foresell"}) {
        const Shop shop(path(name));
        const Panel panel = shop.panelAt(PeriodKind::Day, origin);
        NetworkForecaster network(options);
        network.fit(panel, 7, {});
        forecasts.push_back(network.predict(panel, 7, storedLevels(), {}));
    }
    QVERIFY(!forecasts[0].mean.empty());
    QVERIFY(forecasts[0].mean == forecasts[1].mean);
    QVERIFY(forecasts[0].quantiles == forecasts[1].quantiles);
}

QTEST_APPLESS_MAIN(NetworkLeakTest)
#include "network_leak_test.moc"
