// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/derived_features.h"

#include <QTest>
#include <cmath>

#include "tests/support/panel_literal.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

namespace {

/// Two series, three periods and one ahead: "price" is planned, "rival price" is past-only, "cost" an attribute.
Panel pricedPanel() {
    Panel panel = panelOf({{"a", {1, 2, 3}}, {"b", {4, 5, 6}}});
    panel.futurePeriods = 1;
    panel.knownFuture.push_back({.name = "price", .shared = false, .isBinary = false, .values = {10, 10, 8, 8, 20, 20, 20, 0}, .isKnown = {1, 1, 1, 1, 1, 1, 1, 0}});
    panel.knownFuture.push_back({.name = "促销", .shared = true, .isBinary = true, .values = {0, 1, 0, 1}, .isKnown = {}});
    panel.pastOnly.push_back({.name = "rival price", .shared = false, .isBinary = false, .values = {5, 5, 5, 10, 10, 10}, .isKnown = {}});
    panel.statics.push_back({.name = "cost", .cardinality = 0, .codes = {}, .values = {std::log1p(4.0F), std::log1p(9.0F)}});
    return panel;
}

const Covariate* derived(Panel& panel, const std::string& formula, bool isAhead) {
    addDerivedFeatures(panel, {{"new", formula}});
    auto& covariates = isAhead ? panel.knownFuture : panel.pastOnly;
    const auto found = std::ranges::find(covariates, "new", &Covariate::name);
    return found == covariates.end() ? nullptr : &*found;
}

}  // namespace

class DerivedFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void aFormulaOfWhatIsKnownAheadIsKnownAhead();
    void aFormulaOfPastThingsIsPastOnly();
    void attributesCountByTheirOwnNumbers();
    void whatNeedsAnUnknownValueIsUnknown();
    void whatGivesNoNumberIsUnknown();
    void aChoiceGivesABinaryFeature();
    void oneMayUseAnother();
    void aFeatureThatIsNotThereLeavesTheFormulaOut();
    void namesAreFoundInTheirOrder();
    void aFormulaThatCannotBeReadSaysWhy_data();
    void aFormulaThatCannotBeReadSaysWhy();
};

void DerivedFeaturesTest::aFormulaOfWhatIsKnownAheadIsKnownAhead() {
    Panel panel = pricedPanel();
    const Covariate* feature = derived(panel, "price * 2 + 促销", true);
    QVERIFY(feature != nullptr && !feature->shared && !feature->isBinary);
    QVERIFY(feature->values == std::vector<float>({20, 21, 16, 17, 40, 41, 40, 0}));
    QVERIFY(feature->isKnown == std::vector<std::uint8_t>({1, 1, 1, 1, 1, 1, 1, 0}));
    Panel other = pricedPanel();
    const Covariate* shared = derived(other, "1 - 促销", true);
    QVERIFY(shared != nullptr && shared->shared && shared->isBinary && shared->isKnown.empty());
}

void DerivedFeaturesTest::aFormulaOfPastThingsIsPastOnly() {
    Panel panel = pricedPanel();
    QVERIFY(derived(panel, "price / [rival price]", true) == nullptr);
    Panel again = pricedPanel();
    const Covariate* feature = derived(again, "price / [rival price]", false);
    QVERIFY(feature != nullptr);
    QVERIFY(feature->values == std::vector<float>({2, 2, 1.6F, 2, 2, 2}));
    QVERIFY(feature->isKnown.empty());
}

void DerivedFeaturesTest::attributesCountByTheirOwnNumbers() {
    Panel panel = pricedPanel();
    const Covariate* feature = derived(panel, "price - cost", true);
    QVERIFY(feature != nullptr);
    QVERIFY(std::abs(feature->values[0] - 6) < 1e-4F && std::abs(feature->values[4] - 11) < 1e-4F);
}

void DerivedFeaturesTest::whatNeedsAnUnknownValueIsUnknown() {
    Panel panel = pricedPanel();
    const Covariate* feature = derived(panel, "price", true);
    QVERIFY(feature != nullptr && feature->isKnown.back() == 0);
}

void DerivedFeaturesTest::whatGivesNoNumberIsUnknown() {
    Panel panel = pricedPanel();
    const Covariate* feature = derived(panel, "1 / (price - 10)", true);
    QVERIFY(feature != nullptr);
    QVERIFY(feature->isKnown == std::vector<std::uint8_t>({0, 0, 1, 1, 1, 1, 1, 0}));
}

void DerivedFeaturesTest::aChoiceGivesABinaryFeature() {
    Panel panel = pricedPanel();
    const Covariate* feature = derived(panel, "price < 10 && 促销 == 0 ? 1 : 0", true);
    QVERIFY(feature != nullptr && feature->isBinary);
    QVERIFY(feature->values == std::vector<float>({0, 0, 1, 0, 0, 0, 0, 0}));
}

void DerivedFeaturesTest::oneMayUseAnother() {
    Panel panel = pricedPanel();
    addDerivedFeatures(panel, {{"half", "price / 2"}, {"quarter", "half / 2"}});
    QCOMPARE(panel.knownFuture.back().name, std::string("quarter"));
    QCOMPARE(panel.knownFuture.back().values[0], 2.5F);
}

void DerivedFeaturesTest::aFeatureThatIsNotThereLeavesTheFormulaOut() {
    Panel panel = pricedPanel();
    QVERIFY(derived(panel, "price * weather", true) == nullptr);
    QCOMPARE(panel.knownFuture.size(), 2U);
}

void DerivedFeaturesTest::namesAreFoundInTheirOrder() {
    const std::vector<std::string> names{"b", "a b", "价格"};
    QVERIFY(namesIn("min(b, [a b]) + b * 价格 - 1e-3 + 2.5E2") == names);
    QVERIFY(namesIn("1 + 2").empty());
}

void DerivedFeaturesTest::aFormulaThatCannotBeReadSaysWhy_data() {
    QTest::addColumn<QByteArray>("formula");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an assignment") << QByteArray("price = 3");
    QTest::newRow("an open bracket") << QByteArray("[price");
    QTest::newRow("an empty name") << QByteArray("[] + 1");
    QTest::newRow("an operator too many") << QByteArray("price +* 2");
    QTest::newRow("an unknown function") << QByteArray("system(price)");
    QTest::newRow("a text") << QByteArray("\"a\"");
    QTest::newRow("several numbers") << QByteArray("price, 2");
    QTest::newRow("a parenthesis") << QByteArray("(price");
    QTest::newRow("a semicolon") << QByteArray("price; 2");
    QTest::newRow("too long") << QByteArray(2000, '1');
}

void DerivedFeaturesTest::aFormulaThatCannotBeReadSaysWhy() {
    QFETCH(QByteArray, formula);
    QCOMPARE(codeOf([&] { namesIn(formula.toStdString()); }), QStringLiteral("features.bad_formula"));
}

QTEST_APPLESS_MAIN(DerivedFeaturesTest)
#include "derived_features_test.moc"
