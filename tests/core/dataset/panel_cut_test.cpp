// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/dataset/panel_builder.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

class PanelCutTest : public QObject {
    Q_OBJECT

private slots:
    void laterHistoryBecomesFuture();
    void aSeriesThatBeginsLaterHasNotBegun();
    void thereIsNoCutOutsideTheHistory();
    void weeksSuitShopsThatSellSeldom();
};

void PanelCutTest::laterHistoryBecomesFuture() {
    Panel panel = panelOf({{"a", {1, 2, 3, 4}}, {"b", {5, 6, gap, 8}}});
    panel.futurePeriods = 1;
    panel.knownFuture.push_back({.name = "price", .shared = false, .isBinary = false, .values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, .isKnown = {}});
    panel.pastOnly.push_back({.name = "views", .shared = false, .isBinary = false, .values = {1, 2, 3, 4, 5, 6, 7, 8}, .isKnown = {1, 1, 1, 0, 1, 1, 0, 0}});
    const Panel cut = cutPanel(panel, 2);
    QCOMPARE(cut.periods, 3);
    QCOMPARE(cut.futurePeriods, 2);
    QCOMPARE(cut.target, (std::vector<float>{1, 2, 3, 5, 6, 0}));
    QCOMPARE(cut.stateOf(1)[2], CellState::Gap);
    QCOMPARE(cut.knownFuture[0].values, panel.knownFuture[0].values);
    QCOMPARE(cut.pastOnly[0].values, (std::vector<float>{1, 2, 3, 5, 6, 7}));
    QCOMPARE(cut.pastOnly[0].isKnown, (std::vector<std::uint8_t>{1, 1, 1, 1, 1, 0}));
    QVERIFY(cut.censored.empty());
    panel.censored = {0, 1, 0, 0, 0, 0, 0, 1};
    const Panel soldOut = cutPanel(panel, 2);
    QVERIFY(soldOut.isCensored(0, 1) && !soldOut.isCensored(1, 2));
    QCOMPARE(soldOut.censored.size(), std::size_t{6});
    QCOMPARE(cut.labelOf(2), panel.labelOf(2));
}

void PanelCutTest::aSeriesThatBeginsLaterHasNotBegun() {
    const Panel cut = cutPanel(panelOf({{"a", {1, 1, 1}}, {"b", {notYet, notYet, 7}}}), 1);
    QCOMPARE(cut.seriesCount(), std::size_t{2});
    QCOMPARE(cut.begin[1], 2);
    QCOMPARE(cut.stateOf(1)[1], CellState::BeforeStart);
}

void PanelCutTest::thereIsNoCutOutsideTheHistory() {
    const Panel panel = panelOf({{"a", {1, 1, 1}}});
    QVERIFY_EXCEPTION_THROWN(cutPanel(panel, 3), Error);
    QVERIFY_EXCEPTION_THROWN(cutPanel(panel, -1), Error);
}

void PanelCutTest::weeksSuitShopsThatSellSeldom() {
    std::vector<float> seldom(200, 0.0F);
    for (std::size_t i = 0; i < 200; i += 5) {
        seldom[i] = 3;
    }
    BuiltPanel built;
    built.panel = panelOf({{"a", seldom}, {"b", seldom}, {"c", std::vector<float>(200, 2.0F)}});
    QCOMPARE(suggestPeriod(built), PeriodKind::Week);
    built.panel = panelOf({{"a", seldom}, {"b", std::vector<float>(200, 2.0F)}, {"c", std::vector<float>(200, 2.0F)}});
    QCOMPARE(suggestPeriod(built), PeriodKind::Day);
}

QTEST_APPLESS_MAIN(PanelCutTest)
#include "panel_cut_test.moc"
