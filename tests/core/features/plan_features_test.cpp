// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/plan_features.h"

#include <QTest>
#include <limits>

#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();
constexpr Day start = 14'613;  // Monday 2010-01-04

struct PlanRow {
    int item;
    int day;
    std::vector<double> values;
    Day knownFrom = noDay;
};

PlanBatch planOf(const std::vector<std::string>& names, const std::vector<PlanRow>& rows) {
    PlanBatch batch;
    batch.names = names;
    batch.values.resize(names.size());
    for (const PlanRow& row : rows) {
        batch.item.push_back(row.item);
        batch.location.push_back(0);
        batch.channel.push_back(0);
        batch.day.push_back(start + row.day);
        batch.knownFrom.push_back(row.knownFrom);
        for (std::size_t i = 0; i < names.size(); ++i) {
            batch.values[i].push_back(row.values[i]);
        }
    }
    return batch;
}

Panel twoSeries(PeriodKind kind = PeriodKind::Day) {
    Panel panel = panelOf({{"a", {5, 0, 5, 5}}, {"b", {2, 0, 3, 2}}}, kind, start);
    panel.futurePeriods = 2;
    return panel;
}

const Covariate& named(const Panel& panel, const std::string& name) {
    for (const Covariate& covariate : panel.knownFuture) {
        if (covariate.name == name) {
            return covariate;
        }
    }
    throw std::runtime_error("no covariate " + name);
}

}  // namespace

class PlanFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void columnsBecomeCovariatesInTheOrderOfTheirNames();
    void aPriceHoldsUntilTheNextOne();
    void aColumnOfOnesIsZeroElsewhere();
    void theMoreSpecificRowWins();
    void rowsKnownLaterAreNotSeen();
    void theRowThatBecameKnownLastWins();
    void closedPeriodsAreNotLearnt();
    void weeksHoldTheMeanOfTheirDays();
    void batchesMayHaveOtherColumns();
};

void PlanFeaturesTest::columnsBecomeCovariatesInTheOrderOfTheirNames() {
    Plan plan;
    plan.add(planOf({"temperature", "discount"}, {{0, 0, {3, absent}}, {0, 5, {4, absent}}, {1, 1, {absent, 0.25}}}));
    Panel panel = twoSeries();
    plan.addTo(panel);
    QCOMPARE(panel.knownFuture.size(), std::size_t{2});
    const Covariate& discount = panel.knownFuture[0];
    QCOMPARE(discount.name, std::string("discount"));
    QVERIFY(!discount.shared && !discount.isBinary);
    QCOMPARE(discount.values, (std::vector<float>{0, 0.25F, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(discount.isKnown, (std::vector<std::uint8_t>{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    const Covariate& temperature = panel.knownFuture[1];
    QVERIFY(temperature.shared);
    QCOMPARE(temperature.isKnown, (std::vector<std::uint8_t>{1, 0, 0, 0, 0, 1}));
}

void PlanFeaturesTest::aPriceHoldsUntilTheNextOne() {
    Plan plan;
    plan.add(planOf({"Sell price"}, {{1, 1, {10}}, {1, 4, {8}}, {2, 0, {3}}}));
    Panel panel = twoSeries();
    plan.addTo(panel);
    QCOMPARE(panel.knownFuture[0].values, (std::vector<float>{0, 10, 10, 10, 8, 8, 3, 3, 3, 3, 3, 3}));
    QCOMPARE(panel.knownFuture[0].isKnown[0], std::uint8_t{0});
    QCOMPARE(panel.knownFuture[0].isKnown[1], std::uint8_t{1});
}

void PlanFeaturesTest::aColumnOfOnesIsZeroElsewhere() {
    Plan plan;
    plan.add(planOf({"promotion"}, {{1, 2, {1}}, {1, 5, {1}}}));
    Panel panel = twoSeries();
    plan.addTo(panel);
    const Covariate& promotion = panel.knownFuture[0];
    QVERIFY(promotion.isBinary && promotion.isKnown.empty());
    QCOMPARE(promotion.values, (std::vector<float>{0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0}));
}

void PlanFeaturesTest::theMoreSpecificRowWins() {
    for (const bool generalFirst : {true, false}) {
        const PlanBatch general = planOf({"rate"}, {{0, 1, {7}}, {0, 2, {7}}});
        const PlanBatch special = planOf({"rate"}, {{2, 1, {9}}});
        Plan plan;
        plan.add(generalFirst ? general : special);
        plan.add(generalFirst ? special : general);
        Panel panel = twoSeries();
        plan.addTo(panel);
        QCOMPARE(panel.knownFuture[0].values, (std::vector<float>{0, 7, 7, 0, 0, 0, 0, 9, 7, 0, 0, 0}));
    }
}

void PlanFeaturesTest::rowsKnownLaterAreNotSeen() {
    Plan plan(start + 3);
    plan.add(planOf({"rate"}, {{0, 4, {7}, start + 3}, {0, 5, {8}, start + 4}}));
    Panel panel = twoSeries();
    plan.addTo(panel);
    QCOMPARE(panel.knownFuture[0].isKnown, (std::vector<std::uint8_t>{0, 0, 0, 0, 1, 0}));
    Plan early(start + 2);
    early.add(planOf({"rate"}, {{0, 4, {7}, start + 3}}));
    QVERIFY(early.empty());
}

void PlanFeaturesTest::theRowThatBecameKnownLastWins() {
    Plan plan;
    plan.add(planOf({"rate"}, {{0, 4, {7}, start + 3}, {0, 4, {5}, start}, {0, 5, {1}}, {0, 5, {2}}}));
    Panel panel = twoSeries();
    plan.addTo(panel);
    QCOMPARE(panel.knownFuture[0].values[4], 7.0F);
    QCOMPARE(panel.knownFuture[0].values[5], 2.0F);
}

void PlanFeaturesTest::closedPeriodsAreNotLearnt() {
    Plan plan;
    plan.add(planOf({"open"}, {{0, 1, {0}}, {0, 2, {0}}, {0, 4, {0}}}));
    Panel panel = twoSeries();
    plan.addTo(panel);
    QCOMPARE(panel.state[1], CellState::Closed);
    QCOMPARE(panel.state[2], CellState::Sold);  // it did sell
    QVERIFY(isClosedAhead(panel, 0, 0));
    QVERIFY(!isClosedAhead(panel, 0, 1));
    QCOMPARE(named(panel, "open").values, (std::vector<float>{1, 0, 0, 1, 0, 1}));
}

void PlanFeaturesTest::weeksHoldTheMeanOfTheirDays() {
    Plan plan;
    plan.add(planOf({"open", "price"}, {{0, 0, {0, 4}}, {0, 6, {1, 6}}, {0, 7, {0, 1}}, {0, 13, {0, 1}}}));
    Panel panel = twoSeries(PeriodKind::Week);
    plan.addTo(panel);
    QCOMPARE(named(panel, "price").values, (std::vector<float>{5, 1, 1, 1, 1, 1}));
    QCOMPARE(named(panel, "open").values[0], 0.5F);
    QCOMPARE(panel.state[1], CellState::Closed);
}

void PlanFeaturesTest::batchesMayHaveOtherColumns() {
    Plan plan;
    plan.add(planOf({"x"}, {{1, 0, {1.5}}}));
    plan.add(planOf({"y", "x"}, {{1, 1, {2.5, absent}}}));
    plan.add(planOf({"x"}, {{1, 2, {3.5}}}));
    Panel panel = twoSeries();
    plan.addTo(panel);
    QCOMPARE(std::vector<float>(named(panel, "x").values.begin(), named(panel, "x").values.begin() + 3),
             (std::vector<float>{1.5F, 0, 3.5F}));
    QCOMPARE(named(panel, "y").values[1], 2.5F);
    QCOMPARE(named(panel, "y").isKnown[0], std::uint8_t{0});
}

QTEST_APPLESS_MAIN(PlanFeaturesTest)
#include "plan_features_test.moc"
