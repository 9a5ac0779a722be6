// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/hyper_search.h"

#include <QTest>
#include <algorithm>

#include "tests/core/forecast/synthetic_panel.h"

using namespace foresell;
using test::syntheticPanel;

class HyperSearchTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstTrialIsTheOptionsAsTheyAre();
    void whatIsSetStaysSet();
    void theSameSeedTriesTheSameAndFindsTheSame();
    void aThirdGoesOnAndTheBestIsKept();
    void itEndsWhenTheTimeIsOver();
};

namespace {

constexpr int horizon = 7;

TrainingOptions base() {
    TrainingOptions options;
    options.model = "mlp";
    options.hiddenSize = 8;
    options.lookback = 14;
    options.batchSize = 32;
    options.epochs = 6;
    options.threads = 1;
    options.device = "cpu";
    return options;
}

}  // namespace

void HyperSearchTest::theFirstTrialIsTheOptionsAsTheyAre() {
    const Panel panel = syntheticPanel(4, 90);
    const HyperSearch search(panel, horizon, base(), {"mlp", "rnn"});
    QCOMPARE(search.draw(0).model, std::string("mlp"));
    QCOMPARE(search.draw(1).model, std::string("rnn"));
    QCOMPARE(search.draw(0).dropout, base().dropout);
    QCOMPARE(search.draw(0).learningRate, 0.0);
}

void HyperSearchTest::whatIsSetStaysSet() {
    const Panel panel = syntheticPanel(4, 90);
    const HyperSearch search(panel, horizon, base(), {"mlp"});
    bool learnsAtOtherRates = false;
    for (int trial = 1; trial < 40; ++trial) {
        const TrainingOptions options = search.draw(trial);
        QCOMPARE(options.hiddenSize, 8);
        QCOMPARE(options.lookback, 14);
        QVERIFY(options.layers >= 1 && options.layers <= 4);
        QVERIFY(options.dropout >= 0 && options.dropout <= 0.3);
        QVERIFY(options.learningRate > 1e-4 && options.learningRate < 2e-2);
        learnsAtOtherRates = learnsAtOtherRates || options.learningRate != search.draw(1).learningRate;
        QCOMPARE(options.learningRate, search.draw(trial).learningRate);
    }
    QVERIFY(learnsAtOtherRates);
}

void HyperSearchTest::theSameSeedTriesTheSameAndFindsTheSame() {
    const Panel panel = syntheticPanel(4, 90);
    const auto searched = [&](std::uint64_t seed) {
        TrainingOptions options = base();
        options.seed = seed;
        return HyperSearch(panel, horizon, options, {"mlp"}).run({.trials = 4}, {});
    };
    const SearchOutcome one = searched(1), same = searched(1), other = searched(2);
    QCOMPARE(one.trials.size(), std::size_t{4});
    QCOMPARE(same.best.learningRate, one.best.learningRate);
    for (std::size_t i = 0; i < one.trials.size(); ++i) {
        QCOMPARE(same.trials[i].losses, one.trials[i].losses);
    }
    QVERIFY(other.trials[1].options.learningRate != one.trials[1].options.learningRate);
}

void HyperSearchTest::aThirdGoesOnAndTheBestIsKept() {
    const Panel panel = syntheticPanel(4, 90);
    const SearchOutcome outcome = HyperSearch(panel, horizon, base(), {"mlp"}).run({.trials = 9}, {});
    const auto reached = [&](int rung) {
        return std::ranges::count_if(outcome.trials, [rung](const SearchTrial& trial) { return std::ssize(trial.losses) > rung; });
    };
    QCOMPARE(reached(0), 9);
    QVERIFY(reached(1) >= 3 && reached(1) < 9);
    QVERIFY(reached(2) >= 1 && reached(2) < reached(1));
    double least = INFINITY, ofBest = INFINITY;
    for (const SearchTrial& trial : outcome.trials) {
        const double loss = *std::ranges::min_element(trial.losses);
        least = std::min(least, loss);
        if (trial.options.learningRate == outcome.best.learningRate && trial.options.dropout == outcome.best.dropout) {
            ofBest = std::min(ofBest, loss);
        }
        QVERIFY(trial.losses.back() <= trial.losses.front());  // of the best epoch so far
    }
    QCOMPARE(ofBest, least);
}

void HyperSearchTest::itEndsWhenTheTimeIsOver() {
    const Panel panel = syntheticPanel(4, 90);
    int told = 0;
    JobControl control;
    control.progress = [&](const Progress& progress) { told += progress.stage == "searching" ? 1 : 0; };
    const SearchOutcome outcome = HyperSearch(panel, horizon, base(), {"mlp"}).run({.seconds = 1e-9}, control);
    QCOMPARE(outcome.trials.size(), std::size_t{1});  // one is tried in any case
    QCOMPARE(outcome.trials[0].losses.size(), std::size_t{1});
    QVERIFY(told > 0);
}

QTEST_APPLESS_MAIN(HyperSearchTest)
#include "hyper_search_test.moc"
