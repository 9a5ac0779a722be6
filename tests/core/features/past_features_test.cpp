// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/past_features.h"

#include <QTest>

#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

/// One series of five days: sold on all but the second, at 10, 10, 10 and 5 a unit, in one, one, one and two lines.
BuiltPanel fiveDays() {
    BuiltPanel built;
    built.panel = panelOf({{"a", {2, 0, 2, 2, 8}}}, PeriodKind::Day, toDay(2024, 1, 1));
    built.paidPrice = {10, 0, 10, 10, 5};
    built.lines = {1, 0, 1, 1, 2};
    return built;
}

const Covariate* named(const BuiltPanel& built, const std::string& name) {
    const auto found = std::ranges::find(built.panel.pastOnly, name, &Covariate::name);
    return found == built.panel.pastOnly.end() ? nullptr : &*found;
}

}  // namespace

class PastFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void pricesAreTakenBesideTheUsualOfBefore();
    void theSizeOfLinesIsTakenBesideTheUsualOfBefore();
    void aLaterPeriodNeverChangesAnEarlierOne();
    void whatNeverChangesIsLeftOut();
};

void PastFeaturesTest::pricesAreTakenBesideTheUsualOfBefore() {
    BuiltPanel built = fiveDays();
    addPastFeatures(built);
    const Covariate* price = named(built, "price_to_usual");
    QVERIFY(price != nullptr && !price->shared && !price->isBinary);
    QCOMPARE(price->values, (std::vector<float>{1, 1, 1, 1, 0.5F}));
    QCOMPARE(price->isKnown, (std::vector<std::uint8_t>{0, 0, 1, 1, 1}));
}

void PastFeaturesTest::theSizeOfLinesIsTakenBesideTheUsualOfBefore() {
    BuiltPanel built = fiveDays();
    addPastFeatures(built);
    const Covariate* line = named(built, "line_to_usual");
    QVERIFY(line != nullptr);
    QCOMPARE(line->values, (std::vector<float>{1, 1, 1, 1, 2}));
}

void PastFeaturesTest::aLaterPeriodNeverChangesAnEarlierOne() {
    BuiltPanel built = fiveDays();
    BuiltPanel other = fiveDays();
    other.paidPrice[4] = 1000;
    other.lines[4] = 8;
    addPastFeatures(built);
    addPastFeatures(other);
    for (const char* name : {"price_to_usual", "line_to_usual"}) {
        QVERIFY(named(built, name)->values.back() != named(other, name)->values.back());
        QVERIFY(std::equal(named(built, name)->values.begin(), named(built, name)->values.end() - 1,
                           named(other, name)->values.begin()));
    }
}

void PastFeaturesTest::whatNeverChangesIsLeftOut() {
    BuiltPanel built = fiveDays();
    built.paidPrice = {3, 0, 3, 3, 3};
    built.lines = {1, 0, 1, 1, 1};
    addPastFeatures(built);
    QVERIFY(built.panel.pastOnly.empty());
    built.paidPrice.clear();
    addPastFeatures(built);
    QVERIFY(built.panel.pastOnly.empty());
}

QTEST_APPLESS_MAIN(PastFeaturesTest)
#include "past_features_test.moc"
