// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/run_succession.h"

#include <QTest>

using namespace foresell;

/// Which training takes the place of the one that the forecast is made by.
class RunSuccessionTest : public QObject {
    Q_OBJECT

private slots:
    void oneThatIsAsGoodOrBetterReplaces();
    void oneThatMissedByMoreOnTheSameSalesDoesNot();
    void newerSalesReplaceWhateverTheError();
    void anotherUnitOfTimeDoesNotCompare();
    void oneThatWasNeverTestedDoesNotReplaceOneThatWas();
    void oneThatEndsEarlierDoesNot();
};

namespace {

RunResult resultOf(double wape) {
    RunResult result;
    result.model = "lstm";
    result.axis.kind = PeriodKind::Week;
    result.origin = toDay(2024, 6, 30);
    result.testFirst = toDay(2024, 5, 6);
    result.testLast = toDay(2024, 6, 30);
    result.historyHash = "a";
    result.scores = {{"naive", {.wape = 0.9}, 0}, {"lstm", {.wape = wape}, 1}};
    return result;
}

}  // namespace

void RunSuccessionTest::oneThatIsAsGoodOrBetterReplaces() {
    QCOMPARE(successionOf(resultOf(0.262), resultOf(0.25)), Succession::Replaces);
    QCOMPARE(successionOf(resultOf(0.262), resultOf(0.262)), Succession::Replaces);
    QCOMPARE(successionOf(resultOf(0.2620), resultOf(0.26204)), Succession::Replaces);  // they read alike
}

void RunSuccessionTest::oneThatMissedByMoreOnTheSameSalesDoesNot() {
    QCOMPARE(successionOf(resultOf(0.262), resultOf(0.263)), Succession::Worse);
}

void RunSuccessionTest::newerSalesReplaceWhateverTheError() {
    RunResult newer = resultOf(0.5);
    newer.origin += 7;
    newer.testFirst += 7;
    newer.testLast += 7;
    newer.historyHash = "b";
    QCOMPARE(successionOf(resultOf(0.262), newer), Succession::Replaces);
    RunResult corrected = resultOf(0.5);
    corrected.historyHash = "c";
    QCOMPARE(successionOf(resultOf(0.262), corrected), Succession::Replaces);
}

void RunSuccessionTest::anotherUnitOfTimeDoesNotCompare() {
    RunResult daily = resultOf(0.1);
    daily.axis.kind = PeriodKind::Day;
    QCOMPARE(successionOf(resultOf(0.262), daily), Succession::OtherUnit);
}

void RunSuccessionTest::oneThatWasNeverTestedDoesNotReplaceOneThatWas() {
    RunResult untested = resultOf(0.1);
    untested.scores.clear();
    QCOMPARE(successionOf(resultOf(0.262), untested), Succession::NotTested);
    QCOMPARE(successionOf(untested, untested), Succession::Replaces);
    QCOMPARE(successionOf(untested, resultOf(0.9)), Succession::Replaces);
}

void RunSuccessionTest::oneThatEndsEarlierDoesNot() {
    RunResult earlier = resultOf(0.1);
    earlier.origin -= 70;
    QCOMPARE(successionOf(resultOf(0.262), earlier), Succession::SeesLess);
}

QTEST_APPLESS_MAIN(RunSuccessionTest)
#include "run_succession_test.moc"
