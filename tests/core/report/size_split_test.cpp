// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/size_split.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

using namespace foresell;

class SizeSplitTest : public QObject {
    Q_OBJECT

private slots:
    void meansOfSizesAddUpToTheStyle();
    void aSizeThatTakesAllIsTheStyleItself();
    void aShareOfPoissonDemandIsPoissonDemand();
    void quantilesStayInOrderAndAboveZero();
};

namespace {

ForecastRecord styles() {
    ForecastRecord record;
    record.horizon = 2;
    record.levels = {0.1, 0.5, 0.9};
    record.keys = {{{7}, {1}, {}}, {{8}, {1}, {}}};
    record.mean = {10, 20, 5, 6};
    record.quantiles = {4, 9, 16, 10, 20, 30, 1, 4, 9, 0, 0, 4};
    record.totalMean = {15, 26};
    record.totalQuantiles = {6, 14, 24, 13, 25, 36};
    return record;
}

}  // namespace

void SizeSplitTest::meansOfSizesAddUpToTheStyle() {
    const ForecastRecord whole = styles();
    const ForecastRecord split = splitBySize(whole, {{{7}, {71}, "S", 3, 0.25}, {{7}, {72}, "M", 9, 0.75}});
    QCOMPARE(split.keys, (std::vector<SeriesKey>{{{71}, {1}, {}}, {{72}, {1}, {}}, {{8}, {1}, {}}}));
    QCOMPARE(split.mean, (std::vector<float>{2.5F, 5, 7.5F, 15, 5, 6}));
    QCOMPARE(split.quantiles.size(), std::size_t{18});
    QCOMPARE(split.totalMean, whole.totalMean);
    QCOMPARE(split.horizon, 2);
}

void SizeSplitTest::aSizeThatTakesAllIsTheStyleItself() {
    const ForecastRecord whole = styles();  // the 90 % quantile of the last step lies below its mean
    const ForecastRecord split = splitBySize(whole, {{{7}, {71}, "S", 3, 1.0}});
    QCOMPARE(split.quantiles.size(), whole.quantiles.size());
    for (std::size_t i = 0; i < whole.quantiles.size(); ++i) {
        QVERIFY(std::abs(split.quantiles[i] - whole.quantiles[i]) < 1e-5F);
    }
}

void SizeSplitTest::aShareOfPoissonDemandIsPoissonDemand() {
    std::mt19937 random(5);
    std::poisson_distribution<int> demand(400);
    std::vector<double> whole, part;
    for (int i = 0; i < 200'000; ++i) {
        const int units = demand(random);
        whole.push_back(units);
        part.push_back(std::binomial_distribution<int>(units, 0.2)(random));
    }
    const auto quantile = [](std::vector<double> values, double level) {
        std::ranges::sort(values);
        return values[static_cast<std::size_t>(level * static_cast<double>(values.size()))];
    };
    for (const double level : {0.05, 0.1, 0.9, 0.95}) {
        const double told = sizeQuantile(400, quantile(whole, level), level, 0.2);
        QVERIFY2(std::abs(told - quantile(part, level)) < 1, qPrintable(QString("%1: %2 %3").arg(level).arg(told).arg(quantile(part, level))));
    }
    // A share of the band alone would be less than half as wide.
    QVERIFY(sizeQuantile(400, quantile(whole, 0.9), 0.9, 0.2) - 80 > 2 * 0.2 * (quantile(whole, 0.9) - 400));
}

void SizeSplitTest::quantilesStayInOrderAndAboveZero() {
    const ForecastRecord split = splitBySize(styles(), {{{7}, {71}, "S", 0, 0.01}, {{7}, {72}, "M", 9, 0.99}, {{8}, {81}, "S", 1, 0.5}, {{8}, {82}, "M", 1, 0.5}});
    for (std::size_t cell = 0; cell < split.mean.size(); ++cell) {
        for (std::size_t level = 0; level < 3; ++level) {
            const float value = split.quantiles[cell * 3 + level];
            QVERIFY(value >= 0 && std::isfinite(value));
            QVERIFY(level == 0 || value >= split.quantiles[cell * 3 + level - 1]);
        }
    }
}

QTEST_GUILESS_MAIN(SizeSplitTest)
#include "size_split_test.moc"
