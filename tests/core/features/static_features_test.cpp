// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/static_features.h"

#include <QTest>

#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

ItemRecord item(int id, const std::string& category, const std::string& attributes) {
    ItemRecord record;
    record.id = {id};
    record.category = category;
    record.attributes = attributes;
    return record;
}

}  // namespace

class StaticFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void categoriesAreNumberedInByteOrder();
    void itemNumbersDoNotMatter();
    void manyNumbersStayNumbers();
    void hostileAttributesAreLeftOut();
    void aStyleSaysWhatItsSizesAgreeOn();
};

void StaticFeaturesTest::categoriesAreNumberedInByteOrder() {
    Panel panel = panelOf({{"a", {1}}, {"b", {1}}, {"c", {1}}});
    addStaticFeatures(panel, {item(1, "tea", R"({"size": 2})"), item(2, "", R"({"size": 2})"), item(3, "mugs", R"({"size": 3})")},
                      {});
    QCOMPARE(panel.statics.size(), std::size_t{2});
    QCOMPARE(panel.statics[0].name, std::string("category"));
    QCOMPARE(panel.statics[0].cardinality, 3);
    QCOMPARE(panel.statics[0].codes, (std::vector<std::int32_t>{2, 0, 1}));
    QCOMPARE(panel.statics[1].codes, (std::vector<std::int32_t>{1, 1, 2}));
}

void StaticFeaturesTest::itemNumbersDoNotMatter() {
    Panel one = panelOf({{"a", {1}}, {"b", {1}}});
    Panel other = one;
    other.keys = {{{77}, {}, {}}, {{5}, {}, {}}};
    addStaticFeatures(one, {item(1, "x", "{}"), item(2, "y", "{}")}, {});
    addStaticFeatures(other, {item(5, "y", "{}"), item(77, "x", "{}"), item(6, "a", "{}")}, {});
    QCOMPARE(one.statics[0].codes, other.statics[0].codes);
    QCOMPARE(one.statics[0].cardinality, other.statics[0].cardinality);
}

void StaticFeaturesTest::manyNumbersStayNumbers() {
    Rows rows;
    std::vector<ItemRecord> items;
    for (int i = 1; i <= 20; ++i) {
        rows.emplace_back(std::to_string(100 + i), std::vector<float>{1});
        items.push_back(item(i, "same", i == 20 ? "{}" : "{\"grams\": " + std::to_string(i) + "}"));
    }
    Panel panel = panelOf(rows);
    addStaticFeatures(panel, items, {});
    QCOMPARE(panel.statics.size(), std::size_t{1});  // the category says the same of all
    QCOMPARE(panel.statics[0].cardinality, 0);
    QCOMPARE(panel.statics[0].values[6], std::log1p(7.0F));
    QCOMPARE(panel.statics[0].values[19], std::log1p(10.0F));
}

void StaticFeaturesTest::hostileAttributesAreLeftOut() {
    Panel panel = panelOf({{"a", {1}}, {"b", {1}}});
    addStaticFeatures(panel, {item(1, "", R"({"x": [1], "y": null, "z": {}})"), item(2, "", "not json")}, {});
    QVERIFY(panel.statics.empty());
}

void StaticFeaturesTest::aStyleSaysWhatItsSizesAgreeOn() {
    Panel panel = panelOf({{"a", {1}}, {"b", {1}}});
    CleaningResult cleaned;
    cleaned.sizes = {{1, {{3, "M", 1, 0.4}, {4, "L", 1, 0.3}, {5, "XL", 1, 0.3}}}};
    addStaticFeatures(panel,
                      {item(1, "", R"({"fabric": "wool"})"), item(2, "mugs", R"({"fabric": "none", "colour": "blue", "grams": 300})"),
                       item(3, "shirts", R"({"fabric": "cotton", "colour": "red", "grams": 100})"),
                       item(4, "shirts", R"({"fabric": "cotton", "colour": "green", "grams": 120})"),
                       item(5, "", R"({"fabric": "cotton", "colour": "red", "grams": 190})")},
                      {}, StandIns(cleaned));
    QStringList said;
    for (const StaticFeature& feature : panel.statics) {
        said << QString::fromStdString(feature.name + " " + (feature.codes[0] == 0 ? "-" : feature.texts[static_cast<std::size_t>(feature.codes[0]) - 1]));
    }
    QCOMPARE(said.join(QStringLiteral(", ")), QStringLiteral("category shirts, colour -, fabric wool, grams 120"));
}

QTEST_APPLESS_MAIN(StaticFeaturesTest)
#include "static_features_test.moc"
