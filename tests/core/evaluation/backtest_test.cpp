// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/backtest.h"

#include <QTest>

#include "core/base/error.h"
#include "core/baselines/simple_method.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

Panel wavyPanel(int periods) {
    std::vector<float> a, b;
    for (int i = 0; i < periods; ++i) {
        a.push_back(static_cast<float>(10 + i % 7 + i % 3));
        b.push_back(i < periods / 2 ? notYet : static_cast<float>(5 + i % 7));
    }
    return panelOf({{"a", a}, {"b", b}});
}

Candidate baseline(const std::string& name) {
    return {name, [name] { return makeSimpleMethod(name); }};
}

}  // namespace

class BacktestTest : public QObject {
    Q_OBJECT

private slots:
    void everyMethodIsScoredAtEveryOrigin();
    void aMethodSeesNothingAfterItsOrigin();
    void itCanBeStopped();
    void originsLieWithinTheHistory();
    void theSplitIsInTheOrderOfTime();
    void withoutAnOriginThereIsNoTest();
};

void BacktestTest::everyMethodIsScoredAtEveryOrigin() {
    const Panel panel = wavyPanel(100);
    BacktestOptions options;
    options.horizon = 7;
    options.origins = testOrigins(panel, 7, 6, 7);
    QCOMPARE(options.origins.size(), std::size_t{6});
    int told = 0;
    int used = 0;
    JobControl control;
    control.progress = [&told](const Progress& progress) {
        QCOMPARE(progress.done, told++);
        QCOMPARE(progress.total, 12);
    };
    const BacktestResult result =
        RollingOriginBacktest(cutsOf(panel), options)
            .run(panel, {baseline("seasonal_naive"), baseline("moving_average")}, control,
                 [&used](const std::string&, Day, const Panel&, const Forecast&) { ++used; });
    QCOMPARE(told, 12);
    QCOMPARE(used, 12);
    QCOMPARE(result.scores.size(), std::size_t{2});
    // The second series begins after the first origin's test has begun, and is not forecast before it has begun.
    QVERIFY(result.scores[0].scores.points > 42 && result.scores[0].scores.points <= 84);
    QVERIFY(result.scores[0].scores.wape < result.scores[1].scores.wape);
    const Comparison comparison = compareLosses(result.evaluations[0].losses(), result.evaluations[1].losses());
    QCOMPARE(comparison.verdict, Verdict::LearnerBetter);
}

void BacktestTest::aMethodSeesNothingAfterItsOrigin() {
    const Panel panel = wavyPanel(100);
    Panel changed = panel;
    for (std::size_t series = 0; series < 2; ++series) {
        for (std::size_t column = 80; column < 100; ++column) {
            changed.target[series * 100 + column] = 999;
        }
    }
    BacktestOptions options;
    options.horizon = 7;
    options.origins = {panel.axis.lastDay(panel.firstPeriod + 79)};
    std::vector<std::vector<float>> forecasts;
    for (const Panel* each : {&panel, static_cast<const Panel*>(&changed)}) {
        RollingOriginBacktest(cutsOf(*each), options)
            .run(*each, {baseline("seasonal_naive"), baseline("moving_average")}, {},
                 [&forecasts](const std::string&, Day, const Panel& history, const Forecast& forecast) {
                     QCOMPARE(history.periods, 80);
                     forecasts.push_back(forecast.quantiles);
                 });
    }
    QVERIFY(forecasts[0] == forecasts[2] && forecasts[1] == forecasts[3]);
}

void BacktestTest::itCanBeStopped() {
    const Panel panel = wavyPanel(100);
    BacktestOptions options;
    options.horizon = 7;
    options.origins = testOrigins(panel, 7, 6, 7);
    std::stop_source source;
    JobControl control;
    control.stop = source.get_token();
    control.progress = [&source](const Progress&) { source.request_stop(); };
    const RollingOriginBacktest backtest(cutsOf(panel), options);
    bool isCancelled = false;
    try {
        backtest.run(panel, {baseline("seasonal_naive")}, control);
    } catch (const Cancelled&) {
        isCancelled = true;
    }
    QVERIFY(isCancelled);
}

void BacktestTest::originsLieWithinTheHistory() {
    const Panel panel = wavyPanel(40);
    const std::vector<Day> origins = testOrigins(panel, 10, 6, 5);
    const Day first = panel.labelOf(0);
    QCOMPARE(origins, (std::vector<Day>{first + 19, first + 24, first + 29}));
    QVERIFY(testOrigins(panel, 20, 6, 1).empty());
}

void BacktestTest::theSplitIsInTheOrderOfTime() {
    const TimeSplit split = splitTime(wavyPanel(100), 10);
    QCOMPARE(split.trainEnd, 80);
    QCOMPARE(split.validationEnd, 90);
    QCOMPARE(split.testEnd, 100);
    const TimeSplit shorter = splitTime(wavyPanel(35), 10);
    QCOMPARE(shorter.trainEnd, 25);
    QCOMPARE(shorter.validationEnd, 25);
    const TimeSplit none = splitTime(wavyPanel(20), 10);
    QVERIFY(none.trainEnd == 20 && none.validationEnd == 20 && none.testEnd == 20);
    QCOMPARE(defaultHorizon(wavyPanel(100)), 28);
    QCOMPARE(defaultHorizon(wavyPanel(21)), 7);
}

void BacktestTest::withoutAnOriginThereIsNoTest() {
    QVERIFY_EXCEPTION_THROWN(RollingOriginBacktest(cutsOf(wavyPanel(9)), {}), Error);
}

QTEST_APPLESS_MAIN(BacktestTest)
#include "backtest_test.moc"
