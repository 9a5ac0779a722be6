// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose of the features holds in every panel of the project, and can be undone.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <fstream>

#include "core/cleaning/project_sales.h"
#include "core/features/project_panel.h"
#include "core/features/series_features.h"
#include "core/import/importer.h"
#include "core/sample/sample_shop.h"
#include "tests/support/project_fixture.h"

using namespace foresell;

class FeatureChoiceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void whatIsSwitchedOffIsNotInThePanel();
    void theChoiceCanBeUndone();
    void aDerivedFeatureMayUseWhatIsSwitchedOff();
    void optionalFeaturesAreThereWhenAskedFor();
    void everythingIsListedWithWhereItComesFrom();
    void comingValuesAreCountedWhereTheyAreMissing();
    void signalsOfComingDaysAreKnownAtThePresentAlone();
    void damagedSettingsAreRefused();

private:
    std::filesystem::path path() const { return m_folder.filePath(QStringLiteral("p.foresell")).toStdString(); }
    BuiltPanel built(bool showsAll = false, FeatureSources* sources = nullptr, Day origin = noDay) const;
    std::vector<std::string> names(const BuiltPanel& built) const;
    void choose(const FeatureSettings& settings) const { ProjectWriter::open(path())->setFeatures(toText(settings)); }

    QTemporaryDir m_folder;
};

void FeatureChoiceTest::initTestCase() {
    const std::filesystem::path folder = m_folder.path().toStdString();
    SampleOptions options;
    options.items = 8;
    options.days = 500;
    writeSampleShop(folder / "shop", options, {});
    const auto project = ProjectWriter::create(path(), {.country = "CN"});
    for (const char* file : {"items.csv", "plan.csv", "sales.csv"}) {
        runImport(*project, {folder / "shop" / file}, {}, {});
    }
    std::ofstream weather(folder / "weather.csv");
    weather << "date,temperature,rivals\n";
    for (Day day = options.lastDay - 400; day <= options.lastDay + 10; ++day) {
        weather << toIso(day) << ',' << day % 30 << ',' << (day <= options.lastDay ? std::to_string(day % 7) : std::string()) << '\n';
    }
    weather.close();
    runImport(*project, {folder / "weather.csv"}, {.role = ImportRole::Signals}, {});
}

void FeatureChoiceTest::init() {
    choose({});
}

BuiltPanel FeatureChoiceTest::built(bool showsAll, FeatureSources* sources, Day origin) const {
    const auto reader = ProjectReader::open(path());
    const ProjectSales sales(*reader);
    ProjectPanelOptions options;
    options.showsAll = showsAll;
    options.sources = sources;
    options.panel.origin = origin;
    return buildCleanPanel(*reader, sales, nullptr, options, {});
}

std::vector<std::string> FeatureChoiceTest::names(const BuiltPanel& built) const {
    std::vector<std::string> names;
    for (const auto* covariates : {&built.panel.knownFuture, &built.panel.pastOnly}) {
        for (const Covariate& covariate : *covariates) {
            names.push_back(covariate.name);
        }
    }
    for (const StaticFeature& feature : built.panel.statics) {
        names.push_back(feature.name);
    }
    std::ranges::sort(names);
    return names;
}

void FeatureChoiceTest::whatIsSwitchedOffIsNotInThePanel() {
    std::vector<std::string> all = names(built());
    for (const char* name : {"price", "temperature", "brand", "open"}) {
        QVERIFY2(std::ranges::binary_search(all, name), name);
    }
    choose({.disabled = {"price", "temperature", "brand", "open", "not there"}});
    std::erase_if(all, [](const std::string& name) { return name == "price" || name == "temperature" || name == "brand"; });
    QVERIFY(names(built()) == all);  // closed days must be known
}

void FeatureChoiceTest::theChoiceCanBeUndone() {
    const std::vector<std::string> before = names(built());
    choose({.disabled = {"price"}});
    QVERIFY(names(built()) != before);
    {
        const auto project = ProjectWriter::open(path());
        QCOMPARE(project->undoName(), std::string("features"));
        QVERIFY(project->undo());
    }
    QVERIFY(names(built()) == before);
    QVERIFY(ProjectWriter::open(path())->redo());
    QVERIFY(names(built()) != before);
}

void FeatureChoiceTest::aDerivedFeatureMayUseWhatIsSwitchedOff() {
    choose({.disabled = {"price"}, .enabled = {}, .derived = {{"cheap", "discount > 0.1 ? 1 : 0"}, {"twice", "price * 2"}}, .fills = {}});
    const std::vector<std::string> now = names(built());
    QVERIFY(std::ranges::binary_search(now, "cheap") && std::ranges::binary_search(now, "twice"));
    QVERIFY(!std::ranges::binary_search(now, "price") && !std::ranges::binary_search(now, "discount"));
}

void FeatureChoiceTest::optionalFeaturesAreThereWhenAskedFor() {
    for (const std::string& name : seriesFeatureNames()) {
        QVERIFY(!std::ranges::binary_search(names(built()), name));
    }
    choose({.disabled = {}, .enabled = {"age", "sales_rank"}, .derived = {}, .fills = {}});
    const std::vector<std::string> now = names(built());
    QVERIFY(std::ranges::binary_search(now, "age") && std::ranges::binary_search(now, "sales_rank") && !std::ranges::binary_search(now, "discount"));
}

void FeatureChoiceTest::everythingIsListedWithWhereItComesFrom() {
    const FeatureSettings settings{.disabled = {"price"}, .enabled = {"age"}, .derived = {{"half", "price / 2"}}, .fills = {}};
    choose(settings);
    FeatureSources sources;
    const BuiltPanel all = built(true, &sources);
    const std::vector<FeatureFacts> facts = featureFacts(all.panel, settings, sources);
    const auto fact = [&facts](const std::string& name) { return *std::ranges::find(facts, name, &FeatureFacts::name); };
    QVERIFY(!fact("price").isUsed && fact("price").source == "plan" && fact("price").role == FeatureRole::KnownAhead);
    QVERIFY(fact("age").isUsed && fact("age").isOptional && fact("age").source == "series");
    QVERIFY(!fact("discount").isUsed && fact("discount").isOptional);
    QVERIFY(fact("half").source == "derived" && fact("half").formula == "price / 2");
    QVERIFY(fact("rivals").source == "signals" && fact("rivals").role == FeatureRole::PastOnly);
    QVERIFY(fact("temperature").role == FeatureRole::KnownAhead && fact("temperature").isShared);
    QVERIFY(fact("public_holiday").source == "calendar");
    QVERIFY(fact("category").role == FeatureRole::Static && fact("category").categories > 1 && fact("category").source == "items");
    QVERIFY(std::abs(fact("temperature").coverage - 401.0 / all.panel.periods) < 0.01);
    QCOMPARE(fact("temperature").lowest, 0.0);
    QCOMPARE(fact("temperature").highest, 29.0);
    QCOMPARE(fact("temperature").chart.size(), 120U);
}

void FeatureChoiceTest::comingValuesAreCountedWhereTheyAreMissing() {
    const BuiltPanel before = built();
    const auto missing = [&](const FeatureSettings& settings) {
        const std::vector<FeatureFacts> facts = featureFacts(built().panel, settings, {});
        return std::ranges::find(facts, "temperature", &FeatureFacts::name)->comingMissing;
    };
    QCOMPARE(missing({}), before.panel.futurePeriods - 10);
    const Covariate& temperature = knownAheadFeature(before.panel, "temperature");
    std::size_t total = 0;
    const std::vector<ComingRow> rows = comingRows(before.panel, temperature, true, 0, 10, total);
    QCOMPARE(total, 1U);
    QCOMPARE(std::ranges::count(rows[0].isKnown, 1), 10);
    choose({.disabled = {}, .enabled = {}, .derived = {}, .fills = {{"temperature", ComingFill::HoldLast}, {"rivals", ComingFill::LastYear}}});
    QCOMPARE(missing({}), 0);
    QCOMPARE(knownAheadFeature(built().panel, "rivals").values.size(), temperature.values.size());
    QCOMPARE(test::codeOf([&] { knownAheadFeature(before.panel, "price_to_usual"); }), QStringLiteral("features.past_only"));
    QCOMPARE(test::codeOf([&] { knownAheadFeature(before.panel, "brand"); }), QStringLiteral("features.static"));
    QCOMPARE(test::codeOf([&] { knownAheadFeature(before.panel, "snow"); }), QStringLiteral("features.unknown"));
}

void FeatureChoiceTest::signalsOfComingDaysAreKnownAtThePresentAlone() {
    const BuiltPanel present = built();
    const BuiltPanel again = built(false, nullptr, present.lastDay);
    const BuiltPanel then = built(false, nullptr, present.lastDay - 30);
    const auto isAhead = [](const BuiltPanel& panel) {
        return std::ranges::find(panel.panel.knownFuture, "temperature", &Covariate::name) != panel.panel.knownFuture.end();
    };
    QVERIFY(isAhead(present) && isAhead(again) && !isAhead(then));
    QVERIFY(std::ranges::find(then.panel.pastOnly, "temperature", &Covariate::name) != then.panel.pastOnly.end());
}

void FeatureChoiceTest::damagedSettingsAreRefused() {
    for (const char* text : {"{", "[]x", R"({"derived":[{"name":1}]})", R"({"disabled":{}})"}) {
        QCOMPARE(test::codeOf([text] { featureSettingsFromText(text); }), QStringLiteral("features.damaged"));
    }
    QCOMPARE(test::codeOf([] { featureSettingsFromText(R"({"fills":{"a":"magic"}})"); }), QStringLiteral("features.unknown_fill"));
    const FeatureSettings settings{.disabled = {"a"}, .enabled = {"b"}, .derived = {{"c", "a / 2"}}, .fills = {{"d", ComingFill::LastYear}}};
    QVERIFY(featureSettingsFromText(toText(settings)) == settings);
    QVERIFY(featureSettingsFromText("").empty());
}

QTEST_APPLESS_MAIN(FeatureChoiceTest)
#include "feature_choice_test.moc"
