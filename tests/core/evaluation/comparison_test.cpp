// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/comparison.h"

#include <QTest>
#include <random>

using namespace foresell;

namespace {

/// Losses of 60 series at 8 places in time: `level` plus noise.
LossTable lossesOf(double level, unsigned seed, double spread = 1) {
    std::mt19937 random(seed);
    LossTable table;
    for (int series = 0; series < 60; ++series) {
        for (int place = 0; place < 8; ++place) {
            const double noise = spread * static_cast<double>(random() % 1000) / 1000;
            table.losses[{"item" + std::to_string(series), "", ""}][{place / 4, place % 4}] = level + noise;
        }
    }
    return table;
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void aClearGainIsToldFromChance();
    void equalMethodsAreEven();
    void oneGoodWeekDecidesNothing();
    void onlyCommonPointsCount();
    void tooLittleIsNotJudged();
    void theSameLossesGiveTheSameInterval();
};

void ComparisonTest::aClearGainIsToldFromChance() {
    const Comparison better = compareLosses(lossesOf(4, 1), lossesOf(5, 2));
    QCOMPARE(better.verdict, Verdict::LearnerBetter);
    QVERIFY(better.low > 0.1 && better.low < better.gain && better.gain < better.high && better.high < 0.25);
    QCOMPARE(compareLosses(lossesOf(5, 1), lossesOf(4, 2)).verdict, Verdict::BaselineBetter);
}

void ComparisonTest::equalMethodsAreEven() {
    for (unsigned seed = 1; seed < 6; ++seed) {
        const Comparison comparison = compareLosses(lossesOf(4, seed, 5), lossesOf(4, seed + 100, 5));
        QCOMPARE(comparison.verdict, Verdict::Even);
        QVERIFY(comparison.low < 0 && comparison.high > 0);
    }
}

void ComparisonTest::oneGoodWeekDecidesNothing() {
    LossTable candidate = lossesOf(4, 1, 0);
    const LossTable baseline = candidate;
    for (auto& [series, losses] : candidate.losses) {
        for (auto& [place, loss] : losses) {
            loss = place == LossTable::Place{0, 2} ? 0 : loss * 1.02;
        }
    }
    const Comparison comparison = compareLosses(candidate, baseline);
    QVERIFY(comparison.gain > 0.05);
    QCOMPARE(comparison.verdict, Verdict::Even);
}

void ComparisonTest::onlyCommonPointsCount() {
    LossTable candidate = lossesOf(4, 1);
    const LossTable baseline = lossesOf(5, 2);
    const Comparison before = compareLosses(candidate, baseline);
    candidate.losses[{"only here", "", ""}][{0, 0}] = 1e9;
    QCOMPARE(compareLosses(candidate, baseline).gain, before.gain);
}

void ComparisonTest::tooLittleIsNotJudged() {
    LossTable one;
    one.losses[{"a", "", ""}][{0, 0}] = 1;
    QCOMPARE(compareLosses(one, one).verdict, Verdict::NotJudged);
    QCOMPARE(compareLosses({}, {}).verdict, Verdict::NotJudged);
    QVERIFY(std::isnan(compareLosses({}, {}).gain));
}

void ComparisonTest::theSameLossesGiveTheSameInterval() {
    const Comparison a = compareLosses(lossesOf(4, 1), lossesOf(4.2, 2));
    const Comparison b = compareLosses(lossesOf(4, 1), lossesOf(4.2, 2));
    QCOMPARE(a.low, b.low);
    QCOMPARE(a.high, b.high);
}

QTEST_APPLESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
