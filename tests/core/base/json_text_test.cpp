// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"

#include <QTest>
#include <string>

#include "core/base/error.h"
#include "core/base/model_file.h"
#include "core/cleaning/recipe.h"

using namespace foresell;

/// Nesting as deep as an attacker likes must not exhaust the stack of whoever copies or writes the value.
class JsonTextTest : public QObject {
    Q_OBJECT

private slots:
    void readsWhatIsNestedAsDeepAsAllowedAndNoDeeper() {
        QVERIFY(parseJson(nested(deepestJson)).is_array());
        QVERIFY(parseJson(nested(deepestJson + 1)).is_discarded());
        QVERIFY(parseJson(nested(1'000'000)).is_discarded());
        QVERIFY(isTooDeep(std::string(1'000'000, '[')));
        QVERIFY(isTooDeep(R"({"a":)" + nested(deepestJson) + "}"));
    }

    void countsNoBracketsWithinTexts() {
        const std::string brackets(1'000, '[');
        QCOMPARE(parseJson("[\"" + brackets + "\"]").at(0).get<std::string>(), brackets);
        QCOMPARE(parseJson("[\"\\\"" + brackets + "\"]").at(0).get<std::string>(), "\"" + brackets);
        QCOMPARE(parseJson("[[],[[]],[]]").size(), std::size_t{3});
    }

    void discardsWhatIsNoJson() {
        for (const char* text : {"", "{", "[1,]", "{\"a\":1} b", "\"\\", "nul", "\"\xff\"", "1e400"}) {
            QVERIFY2(parseJson(text).is_discarded(), text);
        }
    }

    void refusesADeepRecipeAndADeepModelWithAMessage() {
        const std::string recipe = R"({"recipe":1,"steps":[{"id":"returns","options":{"days":)" + nested(1'000'000) + "}}]}";
        QCOMPARE(codeOf([&] { recipeFromJson(parseJson(recipe)); }), "cleaning.bad_recipe");
        nlohmann::json description = 1;
        for (int i = 0; i <= deepestJson; ++i) {
            description = nlohmann::json::array({std::move(description)});
        }
        const std::string model = writeModelFile({description, {}});
        QCOMPARE(codeOf([&] { readModelFile(model); }), "model.damaged");
    }

private:
    static std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

    template <typename Call>
    static std::string codeOf(Call&& call) {
        try {
            call();
        } catch (const Error& error) {
            return error.code();
        }
        return {};
    }
};

QTEST_APPLESS_MAIN(JsonTextTest)
#include "json_text_test.moc"
