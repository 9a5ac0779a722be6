// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/stl.h"

#include <QTest>
#include <cmath>

#include "core/baselines/seasonal_trend.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

double wave(int t, int period) {
    return std::sin(2 * M_PI * t / period);
}

}  // namespace

class StlTest : public QObject {
    Q_OBJECT

private slots:
    void aLineAndASeasonAreTakenApart();
    void twoSeasonsAreTakenApart();
    void aLongWindowIsJoinedFromFewFits();
    void theWeekAndTheYearArePutBack();
};

void StlTest::aLineAndASeasonAreTakenApart() {
    std::vector<double> values;
    for (int t = 0; t < 70; ++t) {
        values.push_back(20 + 0.5 * t + 3 * wave(t, 7));
    }
    const StlParts parts = decompose(values, 7, StlWindows::usual(7, 11));
    for (int t = 0; t < 70; ++t) {
        const auto at = static_cast<std::size_t>(t);
        QVERIFY(std::abs(parts.season[at] - 3 * wave(t, 7)) < 0.02);
        QVERIFY(std::abs(parts.trend[at] - 20 - 0.5 * t) < 0.02);
    }
}

void StlTest::twoSeasonsAreTakenApart() {
    std::vector<double> values;
    for (int t = 0; t < 480; ++t) {
        values.push_back(50 + 3 * wave(t, 7) + 10 * wave(t, 60));
    }
    const auto seasons = seasonsOf(values, {7, 60});
    QCOMPARE(seasons.size(), std::size_t{2});
    for (int t = 60; t < 420; ++t) {
        QVERIFY(std::abs(seasons[0][static_cast<std::size_t>(t)] - 3 * wave(t, 7)) < 0.3);
        QVERIFY(std::abs(seasons[1][static_cast<std::size_t>(t)] - 10 * wave(t, 60)) < 0.5);
    }
}

void StlTest::aLongWindowIsJoinedFromFewFits() {
    std::vector<double> values;
    for (int t = 0; t < 1100; ++t) {
        values.push_back(100 + 0.05 * t + 20 * wave(t, 365));
    }
    const StlParts parts = decompose(values, 365, StlWindows::usual(365, 15));
    for (int t = 0; t < 1100; ++t) {
        QVERIFY(std::abs(parts.season[static_cast<std::size_t>(t)] + parts.trend[static_cast<std::size_t>(t)] - values[static_cast<std::size_t>(t)]) < 1);
    }
}

void StlTest::theWeekAndTheYearArePutBack() {
    std::vector<float> values;
    const auto at = [](int t) { return 100 + 10 * wave(t, 7) + 30 * wave(t, 365); };
    for (int t = 0; t < 1000; ++t) {
        values.push_back(t % 50 == 3 ? gap : static_cast<float>(at(t)));
    }
    const Forecast forecast = SeasonalTrend().predict(panelOf({{"a", values}}), 200, {0.1, 0.5, 0.9}, {});
    for (int step = 0; step < 200; ++step) {
        QVERIFY2(std::abs(static_cast<double>(forecast.meanAt(0, step)) - at(1000 + step)) < 6, std::to_string(step).c_str());
    }
}

QTEST_APPLESS_MAIN(StlTest)
#include "stl_test.moc"
