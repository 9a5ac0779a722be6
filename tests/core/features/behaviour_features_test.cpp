// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/behaviour_features.h"

#include <QTest>
#include <algorithm>
#include <cmath>

#include "core/features/plan_features.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

constexpr Day start = 14'613;  // Monday 2010-01-04

struct Visits {
    int item, location, day;
    double views, carts, visitors, returning;
};

PlanBatch batchOf(const std::vector<Visits>& rows) {
    PlanBatch batch{.names = {"views", "carts", "visitors", "returning"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}, {}, {}, {}}};
    for (const Visits& row : rows) {
        batch.item.push_back(row.item);
        batch.location.push_back(row.location);
        batch.channel.push_back(0);
        batch.day.push_back(start + row.day);
        batch.knownFrom.push_back(noDay);
        const double counts[] = {row.views, row.carts, row.visitors, row.returning};
        for (std::size_t i = 0; i < 4; ++i) {
            batch.values[i].push_back(counts[i]);
        }
    }
    return batch;
}

Panel panelWith(const std::vector<Visits>& rows, Panel panel, Day knownAt = noDay) {
    BehaviourHistory behaviour(knownAt);
    behaviour.add(batchOf(rows));
    behaviour.addTo(panel);
    return panel;
}

/// The values of a series, -1 where unknown; empty where there is no such feature.
std::vector<float> valuesOf(const Panel& panel, const std::string& name, std::size_t series = 0) {
    std::vector<float> values;
    for (const Covariate& covariate : panel.pastOnly) {
        for (std::size_t column = 0; covariate.name == name && column < static_cast<std::size_t>(panel.periods); ++column) {
            const std::size_t cell = series * static_cast<std::size_t>(panel.periods) + column;
            values.push_back(covariate.isKnown[cell] != 0 ? covariate.values[cell] : -1);
        }
    }
    return values;
}

const std::vector<Visits> someVisits{{1, 0, 0, 9, 3, 4, 0}, {1, 0, 1, 19, 1, 9, 1}, {1, 0, 3, 4, 0, 4, 4}, {2, 0, 3, 1, 0, 1, 0}};

}  // namespace

class BehaviourFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void countsStandBesideTheUsual();
    void sharesAreOfFourWeeks();
    void recencyAndFrequencyTellOfViews();
    void daysThatNothingTellsOfAreUnknown();
    void laterDaysAreNotKnownYet();
    void aDayOfALaterImportReplacesTheEarlierOne();
    void figuresOfTheShopAreTheirOwn();
    void placesThatTheSalesDoNotTellApartAddUp();
    void signalsAreKnownAheadOnlyWhereComingValuesAreGiven();
    void visitsOfSizesCountForTheirStyle();
};

void BehaviourFeaturesTest::countsStandBesideTheUsual() {
    const Panel panel = panelWith(someVisits, panelOf({{"a", {1, 2, 0, 3}}, {"b", {1, 1, 1, 1}}}, PeriodKind::Day, start));
    // The usual: 9, then 9 + (19 - 9) / 10 = 10, then 10 - 1 = 9.
    QVERIFY(valuesOf(panel, "views_to_usual") == std::vector<float>({-1, 2, 1.0F / 11, 0.5F}));
}

void BehaviourFeaturesTest::sharesAreOfFourWeeks() {
    const Panel panel = panelWith(someVisits, panelOf({{"a", {1, 2, 0, 3}}, {"b", {1, 1, 1, 1}}}, PeriodKind::Day, start));
    QVERIFY(valuesOf(panel, "cart_share") == std::vector<float>({3.0F / 9, 4.0F / 28, 4.0F / 28, 4.0F / 32}));
    QVERIFY(valuesOf(panel, "conversion") == std::vector<float>({1.0F / 9, 3.0F / 28, 3.0F / 28, 6.0F / 32}));
    QVERIFY(valuesOf(panel, "repeat_share") == std::vector<float>({0, 1.0F / 13, 1.0F / 13, 5.0F / 17}));
}

void BehaviourFeaturesTest::recencyAndFrequencyTellOfViews() {
    const Panel panel = panelWith(someVisits, panelOf({{"a", {1, 2, 0, 3}}, {"b", {1, 1, 1, 1}}}, PeriodKind::Day, start));
    QVERIFY(valuesOf(panel, "view_recency") == std::vector<float>({0, 0, 1, 0}));
    QVERIFY(valuesOf(panel, "view_frequency") == std::vector<float>({1, 1, 2.0F / 3, 0.75F}));
    QVERIFY(valuesOf(panel, "view_recency", 1) == std::vector<float>({-1, -1, -1, 0}));
}

void BehaviourFeaturesTest::daysThatNothingTellsOfAreUnknown() {
    const Panel panel = panelWith({{1, 0, 1, 5, 0, 0, 0}, {1, 0, 3, 7, 0, 0, 0}}, panelOf({{"a", {1, 2, 0, 3, 1, 1}}}, PeriodKind::Day, start));
    QVERIFY(valuesOf(panel, "view_frequency") == std::vector<float>({-1, 1, 0.5F, 2.0F / 3, -1, -1}));
}

void BehaviourFeaturesTest::laterDaysAreNotKnownYet() {
    const Panel history = panelOf({{"a", {1, 2, 0, 3}}, {"b", {1, 1, 1, 1}}}, PeriodKind::Day, start);
    const Panel then = panelWith(someVisits, history, start + 1);
    const Panel cut = panelWith({someVisits[0], someVisits[1]}, history);
    QCOMPARE(then.pastOnly.size(), cut.pastOnly.size());
    for (std::size_t i = 0; i < then.pastOnly.size(); ++i) {
        QVERIFY(then.pastOnly[i].values == cut.pastOnly[i].values && then.pastOnly[i].isKnown == cut.pastOnly[i].isKnown);
    }
}

void BehaviourFeaturesTest::aDayOfALaterImportReplacesTheEarlierOne() {
    BehaviourHistory behaviour;
    behaviour.add(batchOf(someVisits));
    behaviour.add(batchOf({{1, 0, 1, 4, 4, 2, 0}}));
    Panel panel = panelOf({{"a", {1, 2, 0, 3}}, {"b", {1, 1, 1, 1}}}, PeriodKind::Day, start);
    behaviour.addTo(panel);
    QVERIFY(valuesOf(panel, "views_to_usual")[1] == 0.5F);
}

void BehaviourFeaturesTest::figuresOfTheShopAreTheirOwn() {
    const Panel panel = panelWith({{0, 0, 0, 9, 0, 0, 0}, {0, 0, 1, 19, 0, 0, 0}, {0, 0, 2, 10, 0, 0, 0}}, panelOf({{"a", {1, 2, 1}}, {"b", {1, 1, 1}}}, PeriodKind::Day, start));
    QVERIFY(valuesOf(panel, "views_to_usual").empty());
    QVERIFY(valuesOf(panel, "shop_views_to_usual", 0) == std::vector<float>({-1, 2, 1}));
    QVERIFY(valuesOf(panel, "shop_views_to_usual", 1) == std::vector<float>({-1, 2, 1}));
}

void BehaviourFeaturesTest::placesThatTheSalesDoNotTellApartAddUp() {
    const std::vector<Visits> rows{{1, 1, 0, 4, 0, 0, 0}, {1, 2, 0, 5, 0, 0, 0}, {1, 1, 1, 19, 0, 0, 0}, {1, 2, 2, 10, 0, 0, 0}};
    QVERIFY(valuesOf(panelWith(rows, panelOf({{"a", {1, 2, 1}}}, PeriodKind::Day, start)), "views_to_usual") == std::vector<float>({-1, 2, 1}));
    Panel places = panelOf({{"a", {1, 2, 1}}, {"a", {1, 2, 1}}}, PeriodKind::Day, start);
    places.keys = {{{1}, {1}, {}}, {{1}, {2}, {}}};
    const Panel apart = panelWith(rows, places);
    QVERIFY(valuesOf(apart, "views_to_usual", 0)[1] == 4);
    QVERIFY(valuesOf(apart, "views_to_usual", 1)[1] == 1.0F / 6);
}

void BehaviourFeaturesTest::signalsAreKnownAheadOnlyWhereComingValuesAreGiven() {
    PlanBatch weather{.names = {"rain", "rival price"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}, {}}};
    for (int day = 0; day < 6; ++day) {
        weather.item.push_back(0);
        weather.location.push_back(0);
        weather.channel.push_back(0);
        weather.day.push_back(start + day);
        weather.knownFrom.push_back(noDay);
        weather.values[0].push_back(day);
        weather.values[1].push_back(day < 3 ? 9 : std::nan(""));
    }
    const auto panelOfSignals = [&](Day lastDay) {
        Plan market(noDay, lastDay);
        market.add(weather);
        Panel panel = panelOf({{"a", {1, 2, 0, 3}}}, PeriodKind::Day, start);
        panel.futurePeriods = 3;
        market.addSignalsTo(panel);
        return panel;
    };
    const Panel present = panelOfSignals(noDay);
    QCOMPARE(present.knownFuture.size(), 1U);
    QVERIFY(present.knownFuture[0].shared && present.knownFuture[0].values == std::vector<float>({0, 1, 2, 3, 4, 5, 0}));
    QVERIFY(present.knownFuture[0].isKnown == std::vector<std::uint8_t>({1, 1, 1, 1, 1, 1, 0}));
    QCOMPARE(present.pastOnly.size(), 1U);
    QVERIFY(present.pastOnly[0].values == std::vector<float>({9, 9, 9, 9}));  // a price holds, but not into the future
    const Panel before = panelOfSignals(start + 3);
    QVERIFY(before.knownFuture.empty());
    QCOMPARE(before.pastOnly.size(), 2U);
    QVERIFY(before.pastOnly[0].values == std::vector<float>({0, 1, 2, 3}));
}

void BehaviourFeaturesTest::visitsOfSizesCountForTheirStyle() {
    const std::vector<Visits> ofSizes{{2, 0, 0, 6, 2, 3, 0}, {3, 0, 0, 3, 1, 1, 0}, {2, 0, 1, 19, 1, 9, 1}, {3, 0, 3, 4, 0, 4, 4}};
    const std::vector<Visits> ofTheStyle{{1, 0, 0, 9, 3, 4, 0}, {1, 0, 1, 19, 1, 9, 1}, {1, 0, 3, 4, 0, 4, 4}};
    const Panel panel = panelOf({{"style", {1, 1, 1, 1}}}, PeriodKind::Day, start);
    CleaningResult cleaned;
    cleaned.sizes = {{1, {{2, "M", 1, 0.5}, {3, "L", 1, 0.5}}}};
    BehaviourHistory behaviour;
    behaviour.add(batchOf(ofSizes));
    Panel added = panel;
    behaviour.addTo(added, StandIns(cleaned));
    const Panel told = panelWith(ofTheStyle, panel);
    for (const char* name : {"views_to_usual", "conversion", "cart_share", "repeat_share"}) {
        QVERIFY(!valuesOf(told, name).empty());
        QCOMPARE(valuesOf(added, name), valuesOf(told, name));
    }
    QVERIFY(panelWith(ofSizes, panel).pastOnly.empty());
}

QTEST_APPLESS_MAIN(BehaviourFeaturesTest)
#include "behaviour_features_test.moc"
