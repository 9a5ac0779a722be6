// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "core/base/error.h"
#include "core/forecast/network_forecaster.h"
#include "tests/core/forecast/synthetic_panel.h"

using namespace foresell;
using test::quickOptions;
using test::syntheticPanel;

/// What a trained network says, of ordinary and of odd panels, and how it is stored.
class NetworkModelTest : public QObject {
    Q_OBJECT

private slots:
    void quantilesNeverCrossAndAreFinite_data();
    void quantilesNeverCrossAndAreFinite();
    void shortNewAndEmptySeriesAreForecast();
    void fewPeriodsAreEnoughToLearnFrom();
    void aClosedDaySellsNothing();
    void netSalesMayBeNegative();
    void aModelReadsBackWithTheSameForecast();
    void damagedModelsAreRefused();
    void oneSeriesIsForecastLikeAllTogether();
    void optionsThatMakeNoSenseAreRefused();
};

namespace {

constexpr int horizon = 10;

Panel withCovariates(Panel panel, int future) {
    panel.futurePeriods = future;
    const int width = panel.periods + future;
    Covariate price{.name = "price", .shared = false, .isBinary = false, .values = {}, .isKnown = {}};
    Covariate open{.name = "open", .shared = true, .isBinary = true, .values = {}, .isKnown = {}};
    for (std::size_t s = 0; s < panel.seriesCount(); ++s) {
        for (int t = 0; t < width; ++t) {
            price.values.push_back(5.0f + static_cast<float>((t / 20) % 3));
            price.isKnown.push_back(t % 17 != 0);
        }
    }
    for (int t = 0; t < width; ++t) {
        open.values.push_back(t % 7 == 6 ? 0.0f : 1.0f);
    }
    panel.knownFuture = {price, open};
    panel.statics.push_back({.name = "category", .cardinality = 3, .codes = {}, .values = {}});
    panel.statics.push_back({.name = "weight", .cardinality = 0, .codes = {}, .values = {}});
    for (std::size_t s = 0; s < panel.seriesCount(); ++s) {
        panel.statics[0].codes.push_back(static_cast<int>(s % 3));
        panel.statics[1].values.push_back(static_cast<float>(s));
    }
    return panel;
}

void checkForecast(const Forecast& forecast, std::size_t series, bool allowsNegative = false) {
    const std::size_t levels = forecast.levels.size();
    QCOMPARE(forecast.mean.size(), series * static_cast<std::size_t>(forecast.horizon));
    QCOMPARE(forecast.quantiles.size(), forecast.mean.size() * levels);
    for (std::size_t cell = 0; cell < forecast.mean.size(); ++cell) {
        QVERIFY(std::isfinite(forecast.mean[cell]) && (allowsNegative || forecast.mean[cell] >= 0));
        for (std::size_t level = 0; level < levels; ++level) {
            const float value = forecast.quantiles[cell * levels + level];
            QVERIFY(std::isfinite(value) && (allowsNegative || value >= 0));
            QVERIFY(level == 0 || value >= forecast.quantiles[cell * levels + level - 1]);
        }
    }
}

std::unique_ptr<NetworkForecaster> trained(const Panel& panel, const TrainingOptions& options) {
    auto forecaster = std::make_unique<NetworkForecaster>(options);
    forecaster->fit(panel, horizon, {});
    return forecaster;
}

TrainingOptions hasty(const std::string& model) {
    TrainingOptions options = quickOptions(model);
    options.epochs = 1;
    return options;
}

}  // namespace

void NetworkModelTest::quantilesNeverCrossAndAreFinite_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("loss");
    for (const char* model : {"lstm", "mlp"}) {
        for (const char* loss : {"quantile", "mse"}) {
            QTest::addRow("%s %s", model, loss) << model << loss;
        }
    }
}

void NetworkModelTest::quantilesNeverCrossAndAreFinite() {
    QFETCH(QString, model);
    QFETCH(QString, loss);
    TrainingOptions options = hasty(model.toStdString());
    options.loss = loss.toStdString();
    options.layers = 2;
    Panel panel = withCovariates(syntheticPanel(7, 90), horizon);
    panel.target[40] = 1e7f;  // an outlier
    const auto forecaster = trained(panel, options);
    checkForecast(forecaster->predict(panel, horizon, {0.001, 0.1, 0.33, 0.5, 0.9, 0.9999}, {}), 7);
    checkForecast(forecaster->predict(panel, 3 * horizon, {0.5}, {}), 7);
    checkForecast(forecaster->predict(panel, 1, {}, {}), 7);
}

void NetworkModelTest::shortNewAndEmptySeriesAreForecast() {
    Panel panel = withCovariates(syntheticPanel(6, 80), horizon);
    const auto hide = [&](std::size_t series, int begin) {
        for (int t = 0; t < begin; ++t) {
            panel.state[series * 80 + static_cast<std::size_t>(t)] = CellState::BeforeStart;
            panel.target[series * 80 + static_cast<std::size_t>(t)] = 0;
        }
        panel.begin[series] = std::min(begin, 79);
    };
    hide(1, 78);
    hide(2, 80);
    std::fill_n(panel.target.begin() + 3 * 80, 80, 0.0f);
    std::fill_n(panel.state.begin() + 4 * 80, 80, CellState::Gap);
    for (const char* model : {"lstm", "mlp"}) {
        const auto forecaster = trained(panel, hasty(model));
        checkForecast(forecaster->predict(panel, horizon, storedLevels(), {}), 6);
        Panel other = syntheticPanel(2, 12);  // without the covariates, shorter than the lookback, unknown items
        other.itemCodes = {"new", "newer"};
        checkForecast(forecaster->predict(other, horizon, storedLevels(), {}), 2);
    }
}

void NetworkModelTest::fewPeriodsAreEnoughToLearnFrom() {
    for (const int periods : {2, 3, 5, 11, 24}) {
        const Panel panel = syntheticPanel(1, periods);
        checkForecast(trained(panel, hasty("lstm"))->predict(panel, horizon, storedLevels(), {}), 1);
    }
    QVERIFY_EXCEPTION_THROWN(trained(syntheticPanel(3, 1), hasty("lstm")), Error);
}

void NetworkModelTest::aClosedDaySellsNothing() {
    const Panel panel = withCovariates(syntheticPanel(4, 90), horizon);
    const Forecast forecast = trained(panel, hasty("mlp"))->predict(panel, horizon, {0.5}, {});
    for (int step = 0; step < horizon; ++step) {
        const bool isClosed = (90 + step) % 7 == 6;
        QCOMPARE(forecast.meanAt(1, step) == 0.0f, isClosed);
    }
}

void NetworkModelTest::netSalesMayBeNegative() {
    Panel panel = syntheticPanel(5, 90);
    panel.allowsNegative = true;
    for (std::size_t i = 0; i < panel.target.size(); ++i) {
        panel.target[i] = i % 90 > 10 ? -panel.target[i] : panel.target[i];
    }
    const Forecast forecast = trained(panel, quickOptions("lstm"))->predict(panel, horizon, storedLevels(), {});
    checkForecast(forecast, 5, true);
    QVERIFY(forecast.quantileAt(2, 0, 3) < 0);
    QVERIFY(forecast.meanAt(2, 0) < 0);
}

void NetworkModelTest::aModelReadsBackWithTheSameForecast() {
    const Panel panel = withCovariates(syntheticPanel(5, 90), horizon);
    for (const char* loss : {"quantile", "mse"}) {
        TrainingOptions options = hasty("lstm");
        options.loss = loss;
        const auto forecaster = trained(panel, options);
        const auto read = NetworkForecaster::load(forecaster->save());
        QCOMPARE(read->name(), std::string("lstm"));
        QCOMPARE(read->predict(panel, horizon, storedLevels(), {}).quantiles,
                 forecaster->predict(panel, horizon, storedLevels(), {}).quantiles);
        QCOMPARE(read->save(), forecaster->save());
    }
}

void NetworkModelTest::damagedModelsAreRefused() {
    const std::string bytes = trained(syntheticPanel(3, 60), hasty("mlp"))->save();
    std::mt19937 random(4);
    for (int round = 0; round < 300; ++round) {
        std::string damaged = bytes;
        for (unsigned i = 0; i < 1 + random() % 4; ++i) {
            damaged[random() % (round % 2 ? 600 : damaged.size())] = static_cast<char>(random());
        }
        if (round % 5 == 0) {
            damaged.resize(random() % damaged.size());
        }
        try {
            NetworkForecaster::load(damaged);
            QCOMPARE(damaged.size(), bytes.size());
        } catch (const Error&) {
        }
    }
}

void NetworkModelTest::oneSeriesIsForecastLikeAllTogether() {
    const Panel panel = syntheticPanel(8, 100);
    const auto forecaster = trained(panel, hasty("lstm"));
    const Forecast all = forecaster->predict(panel, horizon, {0.5}, {});
    Panel one = syntheticPanel(1, 100);
    one.itemCodes = {panel.itemCodes[5]};
    std::copy_n(panel.target.begin() + 500, 100, one.target.begin());
    const Forecast alone = forecaster->predict(one, horizon, {0.5}, {});
    for (int step = 0; step < horizon; ++step) {
        QVERIFY(std::abs(alone.meanAt(0, step) - all.meanAt(5, step)) < 1e-3f * (1 + all.meanAt(5, step)));
    }
}

void NetworkModelTest::optionsThatMakeNoSenseAreRefused() {
    const Panel panel = syntheticPanel(3, 60);
    const auto isRefused = [&](auto change) {
        TrainingOptions options = hasty("mlp");
        change(options);
        try {
            trained(panel, options);
            return false;
        } catch (const Error&) {
            return true;
        }
    };
    QVERIFY(isRefused([](TrainingOptions& o) { o.model = "oracle"; }));
    QVERIFY(isRefused([](TrainingOptions& o) { o.loss = "luck"; }));
    QVERIFY(isRefused([](TrainingOptions& o) { o.optimizer = "hope"; }));
    QVERIFY(isRefused([](TrainingOptions& o) { o.activation = "square"; }));
    QVERIFY(isRefused([](TrainingOptions& o) { o.dropout = 1; }));
    QVERIFY(isRefused([](TrainingOptions& o) { o.learningRate = NAN; }));
    QVERIFY(isRefused([](TrainingOptions& o) { o.hiddenSize = 1 << 20; }));
    QVERIFY(isRefused([](TrainingOptions& o) { o.device = "abacus"; }));
}

QTEST_APPLESS_MAIN(NetworkModelTest)
#include "network_model_test.moc"
