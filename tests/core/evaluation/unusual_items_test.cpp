// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/unusual_items.h"

#include <QTest>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

using namespace foresell;

/// The rule by which items are called unusual, on numbers drawn at random.
class UnusualItemsTest : public QObject {
    Q_OBJECT

private slots:
    void ordinaryItemsAreCalledAboutOnceInAHundred();
    void aSeriesIsComparedWithItsOwnSpread();
    void whatHappensToAllIsNotUnusual();
    void tooLittleHistoryIsNotCompared();
    void anItemThatStoppedIsFoundThoughItIsRetoldWell();
    void whatIsFoundGoesThroughJson();
};

namespace {

/// Each series with a level and a spread of its own.
StretchTable randomTable(std::size_t series, int periods, unsigned seed) {
    StretchTable table(series, 4, periods);
    std::mt19937 random(seed);
    std::normal_distribution<double> noise;
    for (std::size_t at = 0; at < series; ++at) {
        const double level = std::exp(noise(random)), spread = 0.1 + 0.05 * static_cast<double>(at % 9);
        for (int stretch = 0; stretch < table.count(); ++stretch) {
            table.at(at, stretch) = static_cast<float>(level * std::exp(spread * noise(random)));
        }
    }
    return table;
}

int countBelow(const std::vector<double>& shares, double limit) {
    return static_cast<int>(std::ranges::count_if(shares, [&](double share) { return share <= limit; }));
}

Panel steadyPanel(int items, int weeks) {
    Panel panel;
    panel.axis.kind = PeriodKind::Week;
    panel.periods = weeks;
    std::mt19937 random(2);
    for (int item = 0; item < items; ++item) {
        panel.keys.push_back({ItemId{item + 1}, {}, {}});
        panel.itemCodes.push_back("I" + std::to_string(100 + item));
        panel.locationCodes.emplace_back();
        panel.channelCodes.emplace_back();
        panel.begin.push_back(0);
        for (int week = 0; week < weeks; ++week) {
            panel.target.push_back(static_cast<float>(20 + item % 5 + static_cast<int>(random() % 8)));
            panel.state.push_back(CellState::Sold);
        }
    }
    return panel;
}

}  // namespace

void UnusualItemsTest::ordinaryItemsAreCalledAboutOnceInAHundred() {
    int called = 0, compared = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        for (const Side side : {Side::Above, Side::Both}) {
            const std::vector<double> shares = shareAsUnlike(randomTable(300, 100, seed), side);
            called += countBelow(shares, 0.01);
            compared += static_cast<int>(shares.size());
        }
    }
    const double share = static_cast<double>(called) / compared;
    QVERIFY2(share > 0.004 && share < 0.016, qPrintable(QString::number(share)));
}

void UnusualItemsTest::aSeriesIsComparedWithItsOwnSpread() {
    StretchTable table = randomTable(300, 100, 1);
    const std::vector<double> before = shareAsUnlike(table, Side::Above);
    table.at(0, 0) *= 3;  // of a calm series
    table.at(8, 0) *= 3;  // of one five times as lively
    const std::vector<double> after = shareAsUnlike(table, Side::Above);
    QVERIFY2(after[0] < 0.001, qPrintable(QString::number(after[0])));
    QVERIFY2(after[8] > after[0] && after[8] < before[8], qPrintable(QString::number(after[8])));
}

void UnusualItemsTest::whatHappensToAllIsNotUnusual() {
    StretchTable table = randomTable(300, 100, 1);
    for (std::size_t series = 0; series < 300; ++series) {
        table.at(series, 0) *= 5;
    }
    const int called = countBelow(shareAsUnlike(table, Side::Above), 0.01);
    QVERIFY2(called < 15, qPrintable(QString::number(called)));
}

void UnusualItemsTest::tooLittleHistoryIsNotCompared() {
    QVERIFY(std::isnan(shareAsUnlike(randomTable(15, 40, 1), Side::Above)[0]));  // 15 x 8 earlier stretches
    StretchTable table = randomTable(300, 100, 1);
    for (int stretch = 4; stretch < table.count(); ++stretch) {
        table.at(7, stretch) = std::nanf("");
    }
    const std::vector<double> shares = shareAsUnlike(table, Side::Above);
    QVERIFY(std::isnan(shares[7]));
    QVERIFY(std::isfinite(shares[6]));
    Panel panel = steadyPanel(2, 100);
    panel.begin[1] = 90;
    panel.state[3] = panel.state[98] = panel.state[99] = panel.state[97] = CellState::StockOut;
    QVERIFY(table.isCompared(panel, 0, 1) && !table.isCompared(panel, 0, 0));  // three of four weeks are not known
    QVERIFY(!table.isCompared(panel, 1, 1));
    QCOMPARE(findUnusual(steadyPanel(3, 40), StretchTable(3, 4, 40)).tooNew, 3);
    QVERIFY(findUnusual(steadyPanel(3, 7), StretchTable(3, 4, 7)).isTold());
}

void UnusualItemsTest::anItemThatStoppedIsFoundThoughItIsRetoldWell() {
    Panel panel = steadyPanel(60, 100);
    for (int week = 96; week < 100; ++week) {
        panel.target[static_cast<std::size_t>(9 * 100 + week)] = 0;
        panel.target[static_cast<std::size_t>(30 * 100 + week)] *= 4;
    }
    StretchTable errors = randomTable(60, 100, 4);
    errors.at(9, 0) = 0;       // nothing sold is easily told again
    errors.at(50, 0) *= 100;  // as many as usual, in another pattern
    const UnusualItems found = findUnusual(panel, errors);
    QCOMPARE(found.compared, 60);
    QCOMPARE(found.items.size(), std::size_t{3});
    const UnusualItem *stopped = found.find("I109"), *rose = found.find("I130"), *odd = found.find("I150");
    QVERIFY(stopped != nullptr && rose != nullptr && odd != nullptr && found.find("I110") == nullptr);
    QVERIFY(stopped->kind == UnusualItem::Kind::Less && stopped->sold == 0 && stopped->usual > 90);
    QVERIFY(rose->kind == UnusualItem::Kind::More && rose->sold > 3 * rose->usual);
    QVERIFY(odd->kind == UnusualItem::Kind::Pattern && odd->share < UnusualItems::calledBelow);
}

void UnusualItemsTest::whatIsFoundGoesThroughJson() {
    UnusualItems found{.length = 4, .compared = 60, .tooNew = 2, .items = {{"I1", UnusualItem::Kind::Less, 0.002, 0, 91.5}}};
    const auto again = nlohmann::json(found).get<UnusualItems>();
    QCOMPARE(nlohmann::json(again).dump(), nlohmann::json(found).dump());
    QCOMPARE(again.items.front().kind, UnusualItem::Kind::Less);
}

QTEST_APPLESS_MAIN(UnusualItemsTest)
#include "unusual_items_test.moc"
