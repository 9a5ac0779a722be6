// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/recipe.h"

#include <QTest>

#include "core/base/error.h"

using namespace foresell;

class RecipeTest : public QObject {
    Q_OBJECT

private slots:
    void aRecipeReadsBackAsWritten();
    void whatIsNoRecipeIsRefused_data();
    void whatIsNoRecipeIsRefused();
};

void RecipeTest::aRecipeReadsBackAsWritten() {
    Recipe recipe = defaultRecipe();
    QCOMPARE(recipe.steps.size(), std::size_t{7});
    std::swap(recipe.steps[1], recipe.steps[4]);
    recipe.steps[2].enabled = false;
    recipe.steps[5].options = {{"times", 30}, {"treatment", "cap"}};
    QVERIFY(recipeFromJson(toJson(recipe)) == recipe);
    QVERIFY(recipeFromJson(nlohmann::json::parse(toJson(recipe).dump())) == recipe);
}

void RecipeTest::whatIsNoRecipeIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("another version") << QByteArray(R"({"recipe": 2, "steps": []})");
    QTest::newRow("no steps") << QByteArray(R"({"recipe": 1})");
    QTest::newRow("unknown step") << QByteArray(R"({"recipe": 1, "steps": [{"id": "polish"}]})");
    QTest::newRow("step without id") << QByteArray(R"({"recipe": 1, "steps": [{"enabled": true}]})");
    QTest::newRow("twice") << QByteArray(R"({"recipe": 1, "steps": [{"id": "returns"}, {"id": "returns"}]})");
    QTest::newRow("enabled is text") << QByteArray(R"({"recipe": 1, "steps": [{"id": "returns", "enabled": "yes"}]})");
    QTest::newRow("unknown option") << QByteArray(R"({"recipe": 1, "steps": [{"id": "returns", "options": {"x": 1}}]})");
    QTest::newRow("times is text") << QByteArray(R"({"recipe": 1, "steps": [{"id": "bulk_orders", "options": {"times": "9"}}]})");
    QTest::newRow("empty prefix") << QByteArray(R"({"recipe": 1, "steps": [{"id": "cancellations", "options": {"prefixes": [""]}}]})");
}

void RecipeTest::whatIsNoRecipeIsRefused() {
    QFETCH(QByteArray, text);
    try {
        recipeFromJson(nlohmann::json::parse(text.constData()));
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.code(), std::string("cleaning.bad_recipe"));
    }
}

QTEST_APPLESS_MAIN(RecipeTest)
#include "recipe_test.moc"
