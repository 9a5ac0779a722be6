// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/dataset/panel_builder.h"
#include "core/evaluation/run_result.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

Forecast forecastOf(int horizon, const std::vector<float>& mean, float halfWidth) {
    Forecast forecast;
    forecast.levels = {0.1, 0.5, 0.9};
    forecast.horizon = horizon;
    forecast.mean = mean;
    for (const float value : mean) {
        forecast.quantiles.insert(forecast.quantiles.end(), {value - halfWidth, value, value + halfWidth});
    }
    return forecast;
}

}  // namespace

class EvaluationTest : public QObject {
    Q_OBJECT

private slots:
    void measuresAgreeWithValuesWorkedOutByHand();
    void errorsOfTheSeriesAddUpToTheWape();
    void scalesAgreeWithValuesWorkedOutByHand();
    void onlyObservedPeriodsCount();
    void seriesAreMatchedByTheirCodes();
    void whatIsNotDefinedIsNotANumber();
    void scoresSurviveTheWayThroughJson();
};

void EvaluationTest::measuresAgreeWithValuesWorkedOutByHand() {
    const Panel truth = panelOf({{"a", {2, 4, 6, 8, 10, 5}}, {"b", {1, 1, 3, 1, 0, 2}}});
    const Panel history = cutPanel(truth, 3);
    const Scores scores = evaluate(history, truth, forecastOf(2, {9, 7, 1, 2}, 1));
    QCOMPARE(scores.points, 4);
    QCOMPARE(scores.wape, 4.0 / 17);  // errors 1, 2, 1, 0 of 10, 5, 0, 2
    QCOMPARE(scores.bias, 2.0 / 17);
    QCOMPARE(scores.smape, (2.0 / 19 + 4.0 / 12 + 2.0 + 0) / 4);
    QCOMPARE(scores.coverage80, 0.75);
    // Pinball by level: a1 (y 10; 8 9 10), a2 (5; 6 7 8), b1 (0; 0 1 2), b2 (2; 1 2 3)
    const double loss = (0.2 + 0.5 + 0) + (0.9 + 1 + 0.3) + (0 + 0.5 + 0.2) + (0.1 + 0 + 0.1);
    QCOMPARE(scores.pinball, 2 * loss / 3 / 17);
    // Differences of a: 2 2 2, of b: 0 2 2
    QCOMPARE(scores.mase, (1.5 / 2 + 0.5 / (4.0 / 3)) / 2);
    QCOMPARE(scores.rmsse, (std::sqrt(2.5) / 2 + std::sqrt(0.5) / std::sqrt(8.0 / 3)) / 2);
    QVERIFY(std::isnan(scores.coverage50));
}

void EvaluationTest::errorsOfTheSeriesAddUpToTheWape() {
    const Panel truth = panelOf({{"a", {2, 4, 6, 8, 10, 5}}, {"b", {1, 1, 3, 1, 0, 2}}});
    Evaluation evaluation;
    evaluation.add(cutPanel(truth, 3), truth, forecastOf(2, {9, 7, 1, 2}, 1));
    const auto& bySeries = evaluation.bySeries();
    QCOMPARE(bySeries.size(), std::size_t{2});
    QCOMPARE(bySeries.begin()->second.error, 3.0);
    QCOMPARE(bySeries.begin()->second.sales, 15.0);
    QCOMPARE(bySeries.rbegin()->second.error, 1.0);
    QCOMPARE(bySeries.rbegin()->second.sales, 2.0);
}

void EvaluationTest::scalesAgreeWithValuesWorkedOutByHand() {
    const Panel days = panelOf({{"a", {0, 0, 1, 4, gap, 5, 7, 3, 3}}});
    QCOMPARE(naiveScale(days, 0), 3.0);                           // 3 - 0 and 3 - 0, a week before
    QCOMPARE(differenceScale(days, 0), (9.0 + 4 + 16 + 0) / 4);  // from the first sale, not across the gap
    QCOMPARE(naiveScale(panelOf({{"a", {1, 4, 2}}}), 0), 2.5);    // shorter than a week
    QVERIFY(std::isnan(naiveScale(panelOf({{"a", {1, gap, 2}}}), 0)));
}

void EvaluationTest::onlyObservedPeriodsCount() {
    const Panel truth = panelOf({{"a", {1, 2, 3, gap, 5, closed}}});
    const Scores scores = evaluate(cutPanel(truth, 1), truth, forecastOf(5, {9, 9, 4, 9, 9}, 0));
    QCOMPARE(scores.points, 2);
    QCOMPARE(scores.wape, 7.0 / 8);
    Panel soldOut = truth;
    soldOut.censored = {0, 0, 0, 0, 1, 0};  // how much of the 5 was demand is not known
    QCOMPARE(evaluate(cutPanel(soldOut, 1), soldOut, forecastOf(5, {9, 9, 4, 9, 9}, 0)).points, 1);
}

void EvaluationTest::seriesAreMatchedByTheirCodes() {
    const Panel truth = panelOf({{"a", {1, 1, 10}}, {"b", {1, 1, 20}}, {"c", {1, 1, 30}}});
    const Panel history = panelOf({{"a", {1, 1}}, {"aa", {1, 1}}, {"c", {1, 1}}});
    const Scores scores = evaluate(history, truth, forecastOf(1, {10, 99, 30}, 0));
    QCOMPARE(scores.points, 2);
    QCOMPARE(scores.wape, 0.0);
    Panel weeks = truth;
    weeks.axis.kind = PeriodKind::Week;
    QVERIFY_EXCEPTION_THROWN(evaluate(history, weeks, forecastOf(1, {1, 1, 1}, 0)), Error);
}

void EvaluationTest::whatIsNotDefinedIsNotANumber() {
    const Panel truth = panelOf({{"a", {0, 0, 0}}});
    const Scores scores = evaluate(cutPanel(truth, 1), truth, forecastOf(1, {0}, 0));
    QCOMPARE(scores.points, 1);
    QVERIFY(std::isnan(scores.wape) && std::isnan(scores.mase) && std::isnan(scores.rmsse));
    QCOMPARE(scores.smape, 0.0);
    Wape wape;
    wape.add(4, 2);
    QCOMPARE(wape.value(), 0.5);
    wape.reset();
    QVERIFY(std::isnan(wape.value()));
}

void EvaluationTest::scoresSurviveTheWayThroughJson() {
    MethodScores scores{"lstm", {}, 3.5};
    scores.scores.wape = 0.25;
    scores.scores.mase = std::numeric_limits<double>::quiet_NaN();
    scores.scores.points = 12;
    const nlohmann::json json = scores;
    const auto back = nlohmann::json::parse(json.dump()).get<MethodScores>();
    QCOMPARE(back.method, std::string("lstm"));
    QCOMPARE(back.scores.wape, 0.25);
    QCOMPARE(back.scores.points, 12);
    QVERIFY(std::isnan(back.scores.mase));
    TrainingOptions options;
    options.period = PeriodKind::Week;
    options.origin = 15'000;
    options.seed = 18'446'744'073'709'551'615ULL;
    const auto read = nlohmann::json::parse(nlohmann::json(options).dump()).get<TrainingOptions>();
    QVERIFY(read.period == PeriodKind::Week && read.origin == 15'000 && read.seed == options.seed);
}

QTEST_APPLESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
