// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/simple_method.h"

#include <QTest>
#include <cmath>
#include <random>
#include <set>

#include "core/base/error.h"
#include "core/baselines/error_bands.h"
#include "core/baselines/moving_average.h"
#include "core/baselines/seasonal_naive.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

const std::vector<double> levels{0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

Panel noisyPanel(std::size_t series, int periods) {
    std::mt19937 random(7);
    Rows rows;
    for (std::size_t i = 0; i < series; ++i) {
        std::vector<float> values;
        for (int column = 0; column < periods; ++column) {
            const auto noise = static_cast<float>(random() % 1000) / 1000.0F;
            values.push_back(static_cast<float>(10 + i % 13 + static_cast<std::size_t>(column % 7)) + 4 * noise);
        }
        rows.emplace_back("item" + std::to_string(100'000 + i), std::move(values));
    }
    return panelOf(rows);
}

/// What SBA makes of a constant series: 5 % less than all others.
float constantBy(const std::string& method, float value) {
    return method == "sba" ? 0.95F * value : value;
}

/// Intermittent demand is forecast by its mean, far from its median.
bool isMean(const std::string& method) {
    return std::set<std::string>{"boosted_trees", "calendar_regression", "croston", "sba", "tsb", "adida", "imapa"}.contains(method);
}

void verifyNear(const std::vector<float>& actual, const std::vector<float>& expected) {
    QCOMPARE(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        QVERIFY2(std::abs(actual[i] - expected[i]) < 1e-4F, std::to_string(actual[i]).c_str());
    }
}

void verifySane(const Forecast& forecast, bool allowsNegative) {
    for (const float value : forecast.mean) {
        QVERIFY(std::isfinite(value) && (allowsNegative || value >= 0));
    }
    const std::size_t width = forecast.levels.size();
    for (std::size_t i = 0; i < forecast.quantiles.size(); ++i) {
        QVERIFY(std::isfinite(forecast.quantiles[i]) && (allowsNegative || forecast.quantiles[i] >= 0));
        QVERIFY(i % width == 0 || forecast.quantiles[i] >= forecast.quantiles[i - 1]);
    }
}

}  // namespace

class SimpleMethodTest : public QObject {
    Q_OBJECT

private slots:
    void daysRepeatTheSameWeekday();
    void weeksRepeatTheWeekOfAYearAgo();
    void aShortWeeklyHistoryRepeatsItsLastWeek();
    void anUnobservedSeasonIsPassedOver();
    void movingAverageSkipsWhatWasNotObserved();
    void movingAverageChoosesTheWindowThatErredLeast();
    void aRegularlyClosedWeekdayIsZero();
    void thePlanSaysWhichDaysAreClosed();
    void theMedianIsThePointForecast();
    void bandsCoverWhatComesNext();
    void oddPanelsGiveSaneForecasts();
    void netDemandMayBeNegative();
    void quantilesOfSortedValues();
    void unknownMethodsAreRefused();
};

void SimpleMethodTest::daysRepeatTheSameWeekday() {
    std::vector<float> values;
    for (int i = 0; i < 28; ++i) {
        values.push_back(static_cast<float>(i));
    }
    const Forecast forecast = SeasonalNaive().predict(panelOf({{"a", values}}), 9, levels, {});
    const std::vector<float> expected{21, 22, 23, 24, 25, 26, 27, 21, 22};
    QCOMPARE(forecast.mean, expected);
}

void SimpleMethodTest::weeksRepeatTheWeekOfAYearAgo() {
    std::vector<float> values;
    for (int i = 0; i < 60; ++i) {
        values.push_back(static_cast<float>(i));
    }
    const Forecast forecast = SeasonalNaive().predict(panelOf({{"a", values}}, PeriodKind::Week), 3, levels, {});
    QCOMPARE(forecast.mean, (std::vector<float>{8, 9, 10}));
}

void SimpleMethodTest::aShortWeeklyHistoryRepeatsItsLastWeek() {
    const Forecast forecast =
        SeasonalNaive().predict(panelOf({{"a", {3, 5, 4, gap}}, {"b", {notYet, 2, 2, 7}}}, PeriodKind::Week), 2, levels, {});
    QCOMPARE(forecast.mean, (std::vector<float>{4, 4, 7, 7}));
    verifySane(forecast, false);
}

void SimpleMethodTest::anUnobservedSeasonIsPassedOver() {
    std::vector<float> values(28, 1.0F);
    values[14] = 9;
    values[21] = gap;
    const Forecast forecast = SeasonalNaive().predict(panelOf({{"a", values}}), 1, levels, {});
    QCOMPARE(forecast.mean, (std::vector<float>{9}));
}

void SimpleMethodTest::movingAverageSkipsWhatWasNotObserved() {
    const Forecast forecast = MovingAverage(3).predict(panelOf({{"a", {100, 1, gap, 2, closed, 6}}}), 2, levels, {});
    QCOMPARE(forecast.mean, (std::vector<float>{3, 3}));
}

void SimpleMethodTest::movingAverageChoosesTheWindowThatErredLeast() {
    std::mt19937 random(3);
    Rows trends, noises;
    for (int series = 0; series < 40; ++series) {
        std::vector<float> trend, noise;
        for (int i = 0; i < 200; ++i) {
            trend.push_back(static_cast<float>(10 * i));
            noise.push_back(static_cast<float>(random() % 1000));
        }
        trends.emplace_back(std::to_string(series), std::move(trend));
        noises.emplace_back(std::to_string(series), std::move(noise));
    }
    MovingAverage steep, flat;
    steep.fit(panelOf(trends), 7, {});
    flat.fit(panelOf(noises), 7, {});
    QCOMPARE(steep.window(), 7);
    QVERIFY(flat.window() > 7);
}

void SimpleMethodTest::aRegularlyClosedWeekdayIsZero() {
    std::vector<float> values;
    for (int i = 0; i < 56; ++i) {
        values.push_back(i % 7 == 5 ? closed : 4.0F);
    }
    for (const std::string& name : simpleMethods()) {
        const Forecast forecast = makeSimpleMethod(name)->predict(panelOf({{"a", values}}), 14, levels, {});
        for (int step = 0; step < 14; ++step) {
            QVERIFY(std::abs(forecast.meanAt(0, step) - (step % 7 == 5 ? 0.0F : constantBy(name, 4))) < 1e-4F);
            QCOMPARE(forecast.quantileAt(0, step, 6) > 0, step % 7 != 5);
        }
    }
}

void SimpleMethodTest::thePlanSaysWhichDaysAreClosed() {
    Panel panel = panelOf({{"a", std::vector<float>(30, 5.0F)}, {"b", std::vector<float>(30, 5.0F)}});
    panel.futurePeriods = 3;
    Covariate open{.name = "open", .shared = false, .isBinary = true, .values = {}, .isKnown = {}};
    open.values.assign(66, 1.0F);
    open.values[33 + 31] = 0;  // the second series, second day ahead
    panel.knownFuture.push_back(open);
    for (const std::string& name : simpleMethods()) {
        const Forecast forecast = makeSimpleMethod(name)->predict(panel, 4, levels, {});
        const float open5 = constantBy(name, 5);
        verifyNear(forecast.mean, {open5, open5, open5, open5, open5, 0, open5, open5});
    }
}

void SimpleMethodTest::theMedianIsThePointForecast() {
    const Panel panel = noisyPanel(20, 90);
    for (const std::string& name : simpleMethods()) {
        const Forecast forecast = makeSimpleMethod(name)->predict(panel, 28, levels, {});
        verifySane(forecast, false);
        for (std::size_t series = 0; series < 20 && !isMean(name); ++series) {
            QCOMPARE(forecast.quantileAt(series, 9, 3), forecast.meanAt(series, 9));
        }
    }
}

void SimpleMethodTest::bandsCoverWhatComesNext() {
    const Panel whole = noisyPanel(200, 230);
    Panel history = noisyPanel(200, 230);
    history.periods = 216;
    history.target.clear();
    history.state.clear();
    for (std::size_t series = 0; series < 200; ++series) {
        const auto row = whole.targetOf(series).first(216);
        history.target.insert(history.target.end(), row.begin(), row.end());
    }
    history.state.assign(history.target.size(), CellState::Sold);
    for (const std::string& name : simpleMethods()) {
        const Forecast forecast = makeSimpleMethod(name)->predict(history, 14, levels, {});
        int inside = 0;
        for (std::size_t series = 0; series < 200; ++series) {
            for (int step = 0; step < 14; ++step) {
                const float actual = whole.targetOf(series)[static_cast<std::size_t>(216 + step)];
                inside += actual >= forecast.quantileAt(series, step, 1) && actual <= forecast.quantileAt(series, step, 5);
            }
        }
        QVERIFY2(inside > 0.7 * 2800 && inside < 0.9 * 2800, std::to_string(inside).c_str());
    }
}

void SimpleMethodTest::oddPanelsGiveSaneForecasts() {
    const Rows rows{{"all gaps", {gap, gap, gap, gap}},
                    {"all zero", {0, 0, 0, 0}},
                    {"not begun", {notYet, notYet, notYet, notYet}},
                    {"one sale", {notYet, notYet, notYet, 4}},
                    {"huge", {1e30F, 3e30F, 0, 1e30F}}};
    for (const PeriodKind kind : {PeriodKind::Day, PeriodKind::Week, PeriodKind::Month}) {
        for (const std::string& name : simpleMethods()) {
            const auto method = makeSimpleMethod(name);
            for (const Panel& panel : {panelOf(rows, kind), panelOf({{"one", {2}}}, kind), panelOf({}, kind)}) {
                method->fit(panel, 60, {});
                const Forecast forecast = method->predict(panel, 60, levels, {});
                QCOMPARE(forecast.mean.size(), panel.seriesCount() * 60);
                verifySane(forecast, false);
            }
        }
    }
}

void SimpleMethodTest::netDemandMayBeNegative() {
    Panel panel = panelOf({{"a", std::vector<float>(20, -3.0F)}});
    panel.allowsNegative = true;
    QCOMPARE(SeasonalNaive().predict(panel, 1, levels, {}).mean, (std::vector<float>{-3}));
    panel.allowsNegative = false;
    QCOMPARE(SeasonalNaive().predict(panel, 1, levels, {}).mean, (std::vector<float>{0}));
}

void SimpleMethodTest::quantilesOfSortedValues() {
    const std::vector<float> values{1, 2, 3, 4, 10};
    QCOMPARE(quantileOfSorted(values, 0.5), 3.0);
    QCOMPARE(quantileOfSorted(values, 0.9), 7.6);  // numpy.quantile
    QCOMPARE(quantileOfSorted({}, 0.9), 0.0);
}

void SimpleMethodTest::unknownMethodsAreRefused() {
    QVERIFY(!makeSimpleMethod("oracle"));
    QVERIFY_EXCEPTION_THROWN(SeasonalNaive().predict(noisyPanel(1, 9), 0, levels, {}), Error);
}

QTEST_APPLESS_MAIN(SimpleMethodTest)
#include "simple_method_test.moc"
