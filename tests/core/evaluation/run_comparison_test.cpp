// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/run_comparison.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/error.h"

using namespace foresell;

class RunComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void tellsOptionsThatDifferAlone();
    void findsTheSmallestErrorOfRunsTestedOnTheSameDays();
    void doesNotRankRunsTestedOnOtherDays();
    void needsTwoRuns();
};

namespace {

ComparedRun runOf(std::int32_t number, double wape) {
    ComparedRun run{.run = number, .options = {}, .result = {}};
    run.result.model = "lstm";
    run.result.testFirst = toDay(2024, 5, 1);
    run.result.testLast = toDay(2024, 5, 28);
    run.result.dataHash = "a";
    run.result.scores = {{"naive", {.wape = 0.9}, 0}, {"lstm", {.wape = wape}, 1}};
    run.result.validationCurve = {3, 2, wape};
    return run;
}

}  // namespace

void RunComparisonTest::tellsOptionsThatDifferAlone() {
    ComparedRun first = runOf(1, 0.4), second = runOf(2, 0.5);
    second.options.hiddenSize = 32;
    second.options.period = PeriodKind::Week;
    const RunComparison comparison = compareRuns({first, second});
    QCOMPARE(comparison.options.size(), std::size_t{2});
    QCOMPARE(comparison.options[0].name, std::string("hidden_size"));
    QCOMPARE(comparison.options[0].values, (std::vector<std::string>{"0", "32"}));
    QCOMPARE(comparison.options[1].values, (std::vector<std::string>{"auto", "week"}));
}

void RunComparisonTest::findsTheSmallestErrorOfRunsTestedOnTheSameDays() {
    const RunComparison comparison = compareRuns({runOf(4, 0.5), runOf(7, 0.4), runOf(9, NAN)});
    QCOMPARE(comparison.best, 1);
    QCOMPARE(comparison.metrics.front().name, std::string("wape"));
    QCOMPARE(comparison.metrics.front().values[0], 0.5);
    QVERIFY(comparison.isSameTest && comparison.isSameData && comparison.isSameLoss);
    const nlohmann::json json = comparison;
    QCOMPARE(json["best_run"].get<int>(), 7);
    QVERIFY(json["metrics"][0]["values"][2].is_null());
    QCOMPARE(json["validation_curves"][1].size(), std::size_t{3});
}

void RunComparisonTest::doesNotRankRunsTestedOnOtherDays() {
    ComparedRun later = runOf(2, 0.3);
    later.result.testFirst += 7;
    later.result.testLast += 7;
    later.result.dataHash = "b";
    later.options.loss = "mse";
    const RunComparison comparison = compareRuns({runOf(1, 0.4), later});
    QVERIFY(!comparison.isSameTest && !comparison.isSameData && !comparison.isSameLoss);
    QCOMPARE(comparison.best, -1);
}

void RunComparisonTest::needsTwoRuns() {
    QVERIFY_EXCEPTION_THROWN(compareRuns({runOf(1, 0.4)}), Error);
}

QTEST_APPLESS_MAIN(RunComparisonTest)
#include "run_comparison_test.moc"
