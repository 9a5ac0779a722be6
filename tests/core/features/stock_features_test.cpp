// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/stock_features.h"

#include <QTest>
#include <limits>

#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

constexpr double untold = std::numeric_limits<double>::quiet_NaN();
constexpr Day start = 14'613;  // Monday 2010-01-04

struct StockRow {
    int day;
    double stock = untold;
    double availability = untold;
    int location = 0;
    int item = 1;
};

PlanBatch stockOf(const std::vector<StockRow>& rows) {
    PlanBatch batch{.names = {"stock", "availability"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}, {}}};
    for (const StockRow& row : rows) {
        batch.item.push_back(row.item);
        batch.location.push_back(row.location);
        batch.channel.push_back(0);
        batch.day.push_back(start + row.day);
        batch.knownFrom.push_back(noDay);
        batch.values[0].push_back(row.stock);
        batch.values[1].push_back(row.availability);
    }
    return batch;
}

/// One letter a cell: "s" sold, "c" sold but censored, "o" out of stock, "-" any other.
QString marksOf(const Panel& panel, std::size_t series = 0) {
    QString marks;
    for (std::size_t column = 0; column < static_cast<std::size_t>(panel.periods); ++column) {
        const std::size_t cell = series * static_cast<std::size_t>(panel.periods) + column;
        const bool isCensored = !panel.censored.empty() && panel.censored[cell] != 0;
        const CellState state = panel.state[cell];
        marks += state == CellState::StockOut ? 'o' : state != CellState::Sold ? '-' : isCensored ? 'c' : 's';
    }
    return marks;
}

QString marksAfter(Panel panel, const std::vector<StockRow>& rows, Day knownAt = noDay) {
    StockHistory stock(knownAt);
    stock.add(stockOf(rows));
    stock.addTo(panel);
    return marksOf(panel);
}

}  // namespace

class StockFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyStockMasksDaysWithoutASale();
    void anEmptyStockLastsUntilThereIsStockAgain();
    void anEmptyStockDoesNotLastForever();
    void aSaleEndsAnEmptyStockThatMerelyLasts();
    void daysThatSoldOutAreCensored();
    void aPartOfADayIsCensored();
    void aWeekIsOutOnlyWhenAllItsDaysAre();
    void salesBeforeTheStockRanOutDoNotEndIt();
    void nothingBeforeTheFirstSaleIsMarked();
    void closedDaysStayClosed();
    void anItemsOwnLocationGoesBeforeThatOfAll();
    void locationsThatTheSalesDoNotTellApartCountByTheirShare();
    void rowsInAnyOrderSayTheSame();
    void aLaterImportCorrectsAnEarlierOne();
    void aRangeEndsWhereItSays();
    void laterRowsAreNotKnownYet();
    void aStyleIsInStockAsFarAsItsSizesAre();
    void itemsThatBecameOneAreInStockWhereAnyIs();
};

void StockFeaturesTest::anEmptyStockMasksDaysWithoutASale() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0, 4}}}, PeriodKind::Day, start), {{0, 9}, {1, 0}, {2, 3}, {3, 2}}), QStringLiteral("soss"));
}

void StockFeaturesTest::anEmptyStockLastsUntilThereIsStockAgain() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0, 0, 0, 4}}}, PeriodKind::Day, start), {{1, 0}, {4, 60}}), QStringLiteral("soooss"));
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0}}}, PeriodKind::Day, start), {{-10, 4}, {0, 0}, {2, 1}}), QStringLiteral("cos"));
}

void StockFeaturesTest::anEmptyStockDoesNotLastForever() {
    std::vector<float> sold(120, 0.0F);
    sold[0] = 3;
    const QString marks = marksAfter(panelOf({{"a", sold}}, PeriodKind::Day, start), {{1, 0}});
    QCOMPARE(marks.count(QLatin1Char('o')), 1 + StockHistory::longestEmpty);
    QCOMPARE(marks.mid(93), QString(27, QLatin1Char('s')));
}

void StockFeaturesTest::aSaleEndsAnEmptyStockThatMerelyLasts() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0, 2, 0, 0}}}, PeriodKind::Day, start), {{1, 0}}), QStringLiteral("sooss" "s"));
}

void StockFeaturesTest::daysThatSoldOutAreCensored() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 7, 0}}}, PeriodKind::Day, start), {{1, 0}, {2, 0}}), QStringLiteral("sco"));
}

void StockFeaturesTest::aPartOfADayIsCensored() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 2, 0, 1}}}, PeriodKind::Day, start),
                        {{0, untold, 1}, {1, untold, 0.5}, {2, untold, 0.25}, {3, untold, 1}}),
             QStringLiteral("sccs"));
    // A part of a day says nothing of the next one, and availability goes before stock.
    QCOMPARE(marksAfter(panelOf({{"a", {5, 2, 3}}}, PeriodKind::Day, start), {{1, 0, 0.5}}), QStringLiteral("scs"));
}

void StockFeaturesTest::aWeekIsOutOnlyWhenAllItsDaysAre() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0, 5}}}, PeriodKind::Week, start), {{7, 0}, {18, 5}}), QStringLiteral("socs"));
}

void StockFeaturesTest::salesBeforeTheStockRanOutDoNotEndIt() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 2, 0, 5}}}, PeriodKind::Week, start), {{0, 9}, {9, 0}, {21, 5}}), QStringLiteral("scos"));
}

void StockFeaturesTest::nothingBeforeTheFirstSaleIsMarked() {
    QCOMPARE(marksAfter(panelOf({{"a", {notYet, notYet, 5, 0}}}, PeriodKind::Day, start), {{0, 0}, {2, 0}}), QStringLiteral("--co"));
}

void StockFeaturesTest::closedDaysStayClosed() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, closed, 0, gap}}}, PeriodKind::Day, start), {{1, 0}}), QStringLiteral("s-oo"));
}

void StockFeaturesTest::anItemsOwnLocationGoesBeforeThatOfAll() {
    Panel panel = panelOf({{"a", {5, 0, 0}}, {"a", {5, 0, 0}}}, PeriodKind::Day, start);
    panel.keys = {{{1}, {1}, {}}, {{1}, {2}, {}}};
    StockHistory stock;
    stock.add(stockOf({{1, 0, untold, 0}, {1, 5, untold, 2}}));
    stock.addTo(panel);
    QCOMPARE(marksOf(panel, 0), QStringLiteral("soo"));
    QCOMPARE(marksOf(panel, 1), QStringLiteral("sss"));
}

void StockFeaturesTest::locationsThatTheSalesDoNotTellApartCountByTheirShare() {
    const std::vector<StockRow> rows{{0, 5, untold, 1}, {0, 5, untold, 2}, {1, 0, untold, 1}, {2, 0, untold, 1}, {2, 0, untold, 2}};
    QCOMPARE(marksAfter(panelOf({{"a", {5, 2, 0}}}, PeriodKind::Day, start), rows), QStringLiteral("sco"));
}

void StockFeaturesTest::rowsInAnyOrderSayTheSame() {
    const Panel panel = panelOf({{"a", {5, 0, 0, 0, 0, 4}}}, PeriodKind::Day, start);
    QCOMPARE(marksAfter(panel, {{4, 60}, {1, 0}, {0, 7}}), marksAfter(panel, {{0, 7}, {1, 0}, {4, 60}}));
}

void StockFeaturesTest::aLaterImportCorrectsAnEarlierOne() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0, 4}}}, PeriodKind::Day, start), {{1, 0}, {2, 0}, {3, 9}, {1, 8}}), QStringLiteral("ssos"));
}

void StockFeaturesTest::aRangeEndsWhereItSays() {
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0, 0, 0}}}, PeriodKind::Day, start), {{1, 0}, {2, 0}, {3, untold}}), QStringLiteral("sooss"));
}

void StockFeaturesTest::laterRowsAreNotKnownYet() {
    const std::vector<StockRow> rows{{1, 0}, {2, 5}};
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0}}}, PeriodKind::Day, start), rows, start + 1), QStringLiteral("soo"));
    QCOMPARE(marksAfter(panelOf({{"a", {5, 0, 0}}}, PeriodKind::Day, start), rows, start), QStringLiteral("sss"));
}

/// Item 1 is the style of the sizes 2 (half of its demand), 3 and 4.
void StockFeaturesTest::aStyleIsInStockAsFarAsItsSizesAre() {
    CleaningResult cleaned;
    cleaned.sizes = {{1, {{2, "M", 50, 0.5}, {3, "L", 35, 0.35}, {4, "XL", 15, 0.15}}}};
    cleaned.merged.items = {0, 1, 1, 1, 1};
    StockHistory stock;
    // Day 1: all are out; day 2: M is; day 3: XL alone is, which is told enough of it; day 4: none.
    stock.add(stockOf({{1, 0, untold, 0, 2}, {2, 0, untold, 0, 2}, {3, 8, untold, 0, 2}, {1, 0, untold, 0, 3}, {2, 4, untold, 0, 3},
                       {1, 0, untold, 0, 4}, {2, 4, untold, 0, 4}, {3, 0, untold, 0, 4}, {4, 5, untold, 0, 4}}));
    Panel panel = panelOf({{"style", {5, 0, 2, 5, 5}}}, PeriodKind::Day, start);
    stock.addTo(panel);
    QCOMPARE(marksOf(panel), QStringLiteral("sssss"));
    stock.addTo(panel, StandIns(cleaned));
    QCOMPARE(marksOf(panel), QStringLiteral("socss"));
}

/// Item 2 was replaced by item 1, which came on day 3.
void StockFeaturesTest::itemsThatBecameOneAreInStockWhereAnyIs() {
    CleaningResult cleaned;
    cleaned.merged.items = {0, 1, 1};
    StockHistory stock;
    stock.add(stockOf({{1, 0, untold, 0, 2}, {2, 0, untold, 0, 2}, {3, 0, untold, 0, 2}, {4, 0, untold, 0, 2}, {3, 9, untold, 0, 1}, {4, 7, untold, 0, 1}}));
    Panel panel = panelOf({{"item", {5, 0, 0, 0, 4}}}, PeriodKind::Day, start);
    stock.addTo(panel, StandIns(cleaned));
    QCOMPARE(marksOf(panel), QStringLiteral("sooss"));
}

QTEST_APPLESS_MAIN(StockFeaturesTest)
#include "stock_features_test.moc"
