// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/forecast/network_forecaster.h"
#include "tests/core/forecast/synthetic_panel.h"

using namespace foresell;
using test::headOf;
using test::quickOptions;
using test::syntheticPanel;

/// A network that learns on from an earlier one, and what it refuses.
class LearningOnTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void itLearnsWhatIsNewInAFractionOfTheSteps();
    void itDependsOnTheSeedAlone();
    void newItemsBeginAsUnknownOnesAndKnownOnesKeepTheirPlace();
    void theLastDayThatItSawIsKeptInItsFile();
    void whatDoesNotFitIsRefusedWithTheReason();
    void anotherNetworkIsRefused();

private:
    std::shared_ptr<const NetworkForecaster> m_start;
};

namespace {

constexpr int horizon = 14, before = 160, after = 40;

/// From column `before` on every series sells three times as much on Sundays, which no model has seen before.
Panel shopWithASunday(int periods) {
    Panel panel = syntheticPanel(12, periods);
    for (std::size_t s = 0; s < panel.seriesCount(); ++s) {
        for (int t = before; t < periods; ++t) {
            float& sold = panel.target[s * static_cast<std::size_t>(periods) + static_cast<std::size_t>(t)];
            sold = t % 7 == 6 ? 3 * sold + 5 : sold;
        }
    }
    return panel;
}

double errorOf(const NetworkForecaster& model, const Panel& history, const Panel& truth) {
    const Forecast forecast = model.predict(history, horizon, {0.5}, {});
    double error = 0;
    for (std::size_t s = 0; s < history.seriesCount(); ++s) {
        for (int step = 0; step < horizon; ++step) {
            error += std::abs(truth.targetOf(s)[static_cast<std::size_t>(history.periods + step)] - forecast.quantileAt(s, step, 0));
        }
    }
    return error;
}

std::unique_ptr<NetworkForecaster> goneOn(const std::shared_ptr<const NetworkForecaster>& start, const Panel& panel,
                                          TrainingOptions options = quickOptions("mlp")) {
    options.epochs = 2;
    auto model = std::make_unique<NetworkForecaster>(options);
    model->goOnFrom(start);
    model->fit(panel, horizon, {});
    return model;
}

std::string codeOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.code();
    }
    return {};
}

}  // namespace

void LearningOnTest::initTestCase() {
    auto start = std::make_shared<NetworkForecaster>(quickOptions("mlp"));
    start->fit(headOf(shopWithASunday(before + after), before), horizon, {});
    m_start = start;
}

void LearningOnTest::itLearnsWhatIsNewInAFractionOfTheSteps() {
    const Panel truth = shopWithASunday(before + after + horizon);
    const Panel history = headOf(truth, before + after);
    const auto later = goneOn(m_start, history);
    const double old = errorOf(*m_start, history, truth), now = errorOf(*later, history, truth);
    QVERIFY2(now < 0.95 * old, qPrintable(QString("%1 against %2").arg(now).arg(old)));
    QVERIFY(later->result().steps < m_start->result().steps);
    QVERIFY(later->lastDay() > m_start->lastDay());
}

void LearningOnTest::itDependsOnTheSeedAlone() {
    const Panel history = headOf(shopWithASunday(before + after), before + after);
    const auto quantiles = [&](std::uint64_t seed) {
        TrainingOptions options = quickOptions("mlp");
        options.seed = seed;
        return goneOn(m_start, history, options)->predict(history, horizon, storedLevels(), {}).quantiles;
    };
    QCOMPARE(quantiles(1), quantiles(1));
    QVERIFY(quantiles(1) != quantiles(2));
}

void LearningOnTest::newItemsBeginAsUnknownOnesAndKnownOnesKeepTheirPlace() {
    Panel more = headOf(shopWithASunday(before + after), before + after);
    more.itemCodes[3] = "item 0000";  // sorts before all that are known, so every code moves by one
    TrainingOptions still = quickOptions("mlp");
    still.learningRate = 1e-30;  // goes on without moving, so that nothing but the codes changes
    const auto later = goneOn(m_start, more, still);
    const Forecast old = m_start->predict(more, horizon, {0.5}, {}), now = later->predict(more, horizon, {0.5}, {});
    for (std::size_t s = 0; s < more.seriesCount(); ++s) {
        for (int step = 0; step < horizon; ++step) {
            const float expected = old.quantileAt(s, step, 0);
            QVERIFY(std::abs(now.quantileAt(s, step, 0) - expected) <= 1e-3f * (1 + expected));
        }
    }
}

void LearningOnTest::theLastDayThatItSawIsKeptInItsFile() {
    QCOMPARE(m_start->lastDay(), toDay(2020, 3, 2) + before - 1);
    QCOMPARE(NetworkForecaster::load(m_start->save())->lastDay(), m_start->lastDay());
}

void LearningOnTest::whatDoesNotFitIsRefusedWithTheReason() {
    const Panel good = headOf(shopWithASunday(before + after), before + after);
    const auto refusal = [&](const std::function<void(Panel&)>& change) {
        Panel panel = good;
        change(panel);
        return codeOf([&] { goneOn(m_start, panel); });
    };
    QCOMPARE(refusal([](Panel&) {}), std::string());
    QCOMPARE(refusal([](Panel& p) { p.axis.kind = PeriodKind::Week; }), std::string("model.other_period"));
    QCOMPARE(refusal([](Panel& p) { p.allowsNegative = true; }), std::string("model.other_sign"));
    QCOMPARE(refusal([](Panel& p) {
                 for (std::string& code : p.itemCodes) {
                     code = "elsewhere " + code;
                 }
             }),
             std::string("model.other_items"));
    const auto addPrice = [](Panel& p) {
        p.pastOnly.push_back({.name = "price", .values = std::vector<float>(p.target.size(), 2.0f), .isKnown = {}});
    };
    QCOMPARE(refusal(addPrice), std::string("model.new_columns"));
    Panel priced = good;
    addPrice(priced);
    auto withPrice = std::make_shared<NetworkForecaster>(quickOptions("mlp"));
    withPrice->fit(priced, horizon, {});
    QCOMPARE(codeOf([&] { withPrice->requireFits(good); }), std::string("model.missing_columns"));
    QCOMPARE(codeOf([&] { withPrice->requireFits(priced); }), std::string());
}

void LearningOnTest::anotherNetworkIsRefused() {
    const auto refusal = [&](const std::function<void(TrainingOptions&)>& change) {
        TrainingOptions options;
        change(options);
        return codeOf([&] { m_start->requireSameNetwork(options); });
    };
    QCOMPARE(refusal([](TrainingOptions&) {}), std::string());
    QCOMPARE(refusal([](TrainingOptions& o) { o.model = "mlp"; }), std::string());
    QCOMPARE(refusal([](TrainingOptions& o) { o.hiddenSize = 16; }), std::string());
    QCOMPARE(refusal([](TrainingOptions& o) { o.model = "lstm"; }), std::string("model.other_network"));
    QCOMPARE(refusal([](TrainingOptions& o) { o.hiddenSize = 32; }), std::string("model.other_network"));
    QCOMPARE(refusal([](TrainingOptions& o) { o.loss = "mse"; }), std::string("model.other_network"));
    QCOMPARE(refusal([](TrainingOptions& o) { o.lookback = 7; }), std::string("model.other_network"));
}

QTEST_APPLESS_MAIN(LearningOnTest)
#include "learning_on_test.moc"
