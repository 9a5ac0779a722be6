// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/recipe.h"

#include <QTest>

#include "core/base/error.h"
#include "core/cleaning/step_catalog.h"

using namespace foresell;

class RecipeTest : public QObject {
    Q_OBJECT

private slots:
    void aRecipeReadsBackAsWritten();
    void everyStepWithItsStandardOptionsIsARecipe();
    void aStepIsAddedAtItsUsualPlace();
    void stepsMoveOnlyWhereTheyCanWork();
    void whatIsNoRecipeIsRefused_data();
    void whatIsNoRecipeIsRefused();
};

void RecipeTest::aRecipeReadsBackAsWritten() {
    Recipe recipe = defaultRecipe();
    QCOMPARE(recipe.steps.size(), std::size_t{8});
    std::swap(recipe.steps[3], recipe.steps[4]);
    recipe.steps[4].name = "Cheap 样品";
    recipe.steps[2].enabled = false;
    recipe.steps[5].options = {{"times", 30}, {"treatment", "cap"}};
    QVERIFY(recipeFromJson(toJson(recipe)) == recipe);
    QVERIFY(recipeFromJson(nlohmann::json::parse(toJson(recipe).dump())) == recipe);
}

void RecipeTest::everyStepWithItsStandardOptionsIsARecipe() {
    Recipe recipe;
    for (const StepInfo& info : cleaningStepCatalog()) {
        RecipeStep step{.id = info.id};
        for (const OptionInfo& option : info.options) {
            step.options[option.name] = option.standard;
        }
        recipe.steps.push_back(step);
    }
    QCOMPARE(recipe.steps.size(), std::size_t{20});
    QVERIFY(recipeFromJson(toJson(recipe)) == recipe);
    QVERIFY(absentSteps(recipe).empty());
    QCOMPARE(catalogToJson().size(), recipe.steps.size());
}

void RecipeTest::aStepIsAddedAtItsUsualPlace() {
    Recipe recipe = defaultRecipe();
    QCOMPARE(absentSteps(recipe).size(), std::size_t{12});
    for (const std::string& id : absentSteps(recipe)) {
        const std::size_t at = addStep(recipe, id);
        QCOMPARE(recipe.steps[at].id, id);
        recipeFromJson(toJson(recipe));
    }
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        QCOMPARE(recipe.steps[i].id, cleaningStepCatalog()[i].id);
    }
}

void RecipeTest::stepsMoveOnlyWhereTheyCanWork() {
    Recipe recipe = defaultRecipe();  // repeats, cancellations, returns, prices, non-products, bulk, missing, stock-outs
    QVERIFY(canMoveStep(recipe, 3, 0));
    QVERIFY(!canMoveStep(recipe, 1, 0));
    QVERIFY(!canMoveStep(recipe, 2, 1));
    QVERIFY(!canMoveStep(recipe, 1, 5));
    QVERIFY(!canMoveStep(recipe, 7, 6));
    QVERIFY(!canMoveStep(recipe, 0, 8));
    moveStep(recipe, 3, 0);
    QCOMPARE(recipe.steps[0].id, std::string("zero_prices"));
    QCOMPARE(recipe.steps[3].id, std::string("returns"));
    recipeFromJson(toJson(recipe));
    std::swap(recipe.steps[1], recipe.steps[2]);
    QVERIFY_EXCEPTION_THROWN(recipeFromJson(toJson(recipe)), Error);
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
    QTest::newRow("days that are none") << QByteArray(R"({"recipe": 1, "steps": [{"id": "closed_days", "options": {"days": ["2026-02-30"]}}]})");
    QTest::newRow("a span backwards") << QByteArray(R"({"recipe": 1, "steps": [{"id": "closed_days", "options": {"days": ["2026-02-03..2026-02-01"]}}]})");
    QTest::newRow("a row without its end") << QByteArray(R"({"recipe": 1, "steps": [{"id": "merges", "options": {"items": [{"from": "A"}]}}]})");
    QTest::newRow("a factor of 0") << QByteArray(R"({"recipe": 1, "steps": [{"id": "conversions", "options": {"units": [{"item": "A", "units": 0}]}}]})");
    QTest::newRow("returns before cancellations") << QByteArray(R"({"recipe": 1, "steps": [{"id": "returns"}, {"id": "cancellations"}]})");
    QTest::newRow("a long name") << QByteArray(R"({"recipe": 1, "steps": [{"id": "returns", "name": ")" + QByteArray(300, 'x') + R"("}]})");
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
