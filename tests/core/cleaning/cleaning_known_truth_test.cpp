// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/cleaning/cleaning_preview.h"
#include "core/sample/sample_shop.h"
#include "tests/core/cleaning/csv_source.h"
#include "tests/support/real_data.h"

using namespace foresell;
using foresell::test::CsvSource;

namespace {

const CleaningStepResult& stepOf(const CleaningResult& result, std::string_view id) {
    return *std::find_if(result.steps.begin(), result.steps.end(), [&](const auto& step) { return step.id == id; });
}

Fixed unitsTaken(const CleaningStepResult& step) {
    return (step.after.units - step.before.units) / fixedOne;
}

}  // namespace

/// Files of which it is known, from counting or from making them, what there is to clean.
class CleaningKnownTruthTest : public QObject {
    Q_OBJECT

private slots:
    void theSampleShopsFaultsAreFoundToTheLine_data();
    void theSampleShopsFaultsAreFoundToTheLine();
    void aCleanShopIsLeftAlone();
    void onlineRetailHoldsWhatCountingFindsThere();
};

void CleaningKnownTruthTest::theSampleShopsFaultsAreFoundToTheLine_data() {
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 77, 9001, 9002, 9003}) {
        QTest::addRow("shop %llu", static_cast<unsigned long long>(seed)) << seed;
    }
}

void CleaningKnownTruthTest::theSampleShopsFaultsAreFoundToTheLine() {
    QFETCH(quint64, seed);
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    writeSampleShop(root, {.seed = seed}, {});
    const auto truth = nlohmann::json::parse(std::ifstream(root / "truth.json"));
    const auto& dirt = truth.at("dirt");
    const auto count = [&](const char* name) { return dirt.at(name).get<std::int64_t>(); };

    const CsvSource source(root / "sales.csv", {.location = 4});
    QCOMPARE(source.lineCount(), truth.at("rows").at("readable").get<std::int64_t>());
    const CleaningPreview preview(source, defaultRecipe(), {}, {});
    const CleaningResult& result = preview.result();

    const auto& repeats = stepOf(result, cleaning_step::exactRepeats);
    QCOMPARE(repeats.setAside, count("repeats"));
    QCOMPARE(-unitsTaken(repeats), count("repeat_units"));
    const auto& cancellations = stepOf(result, cleaning_step::cancellations);
    QCOMPARE(cancellations.facts.at("cancellation_lines"), count("cancellation_lines"));
    QCOMPARE(cancellations.facts.at("matched_sales"), count("cancelled_in_full"));
    QCOMPARE(cancellations.corrected, count("cancelled_in_part"));
    QCOMPARE(cancellations.facts.at("without_sale"), count("cancelled_without_sale"));
    QCOMPARE(stepOf(result, cleaning_step::returns).setAside, count("return_lines"));
    QCOMPARE(unitsTaken(stepOf(result, cleaning_step::returns)), count("return_units"));
    QCOMPARE(stepOf(result, cleaning_step::zeroPrices).setAside, count("zero_price_lines"));
    std::int64_t nonProducts = 0;
    for (const auto& [code, lines] : dirt.at("non_product_lines").items()) {
        nonProducts += lines.get<std::int64_t>();
    }
    QCOMPARE(stepOf(result, cleaning_step::nonProducts).setAside, nonProducts);
    QCOMPARE(result.facts.withoutPrice, count("missing_prices"));
    QCOMPARE(result.facts.withoutCustomer, count("missing_customers"));

    std::set<std::pair<std::string, std::string>> outliers;
    for (const auto& outlier : dirt.at("outliers")) {
        outliers.emplace(outlier.at("order"), outlier.at("item"));
    }
    std::size_t found = 0;
    const auto bulk = preview.changedLines(5, 0, 1000);
    for (const ChangedLine& line : bulk.lines) {
        found += outliers.contains({line.order, line.itemCode}) ? 1 : 0;
    }
    qInfo("outliers: %zu put in, %zu of them found, %lld marked: precision %.3f, recall %.3f", outliers.size(), found, static_cast<long long>(bulk.total),
          static_cast<double>(found) / static_cast<double>(bulk.total), static_cast<double>(found) / static_cast<double>(outliers.size()));
    QVERIFY(!outliers.empty());
    QVERIFY(static_cast<double>(found) >= 0.95 * static_cast<double>(outliers.size()));
    QVERIFY(static_cast<double>(found) >= 0.95 * static_cast<double>(bulk.total));
}

void CleaningKnownTruthTest::aCleanShopIsLeftAlone() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    writeSampleShop(root, {.isClean = true}, {});
    const CsvSource source(root / "sales.csv", {.location = 4});
    const CleaningResult result = cleanSales(source, defaultRecipe(), {}, {});
    QVERIFY(result.imported.lines > 100'000);
    QVERIFY(result.kept == result.imported);
}

void CleaningKnownTruthTest::onlineRetailHoldsWhatCountingFindsThere() {
    const auto path = test::realData("online_retail/online_retail.csv.gz");
    if (!path) {
        QSKIP("the Online Retail data is not here");
    }
    const CsvSource source(*path, {.order = 0, .time = 4, .item = 1, .name = 2, .quantity = 3, .price = 5, .customer = 6});
    QCOMPARE(source.lineCount(), 541'909);
    const CleaningPreview preview(source, defaultRecipe(), {}, {});
    const CleaningResult& result = preview.result();
    QCOMPARE(result.facts.exactRepeats, 5'268);
    QCOMPARE(result.facts.cancellationLines, 9'288);
    QCOMPARE(result.facts.negativeQuantity, 10'624);
    QCOMPARE(result.facts.withoutCustomer, 135'080);
    QCOMPARE(result.facts.zeroOrNegativePrice, 2'517);
    QCOMPARE(unitsTaken(stepOf(result, cleaning_step::exactRepeats)), -13'948);
    QCOMPARE(stepOf(result, cleaning_step::cancellations).facts.at("cancellation_lines"), 9'251);
    QCOMPARE(stepOf(result, cleaning_step::returns).setAside, 1'336);
    QCOMPARE(unitsTaken(stepOf(result, cleaning_step::returns)), 206'957);
    QCOMPARE(result.imported.units, 5'176'450 * fixedOne);
    for (const CleaningStepResult& step : result.steps) {
        qInfo("%-15s set aside %6lld corrected %5lld units %+8lld share %.4f%s", step.id.c_str(), static_cast<long long>(step.setAside),
              static_cast<long long>(step.corrected), static_cast<long long>(unitsTaken(step)), step.shareOfUnits,
              step.needsALook ? " needs a look" : "");
    }
    qInfo("%.2f s for %lld lines", result.seconds, static_cast<long long>(result.facts.lines));
    const ChangedLinesPage page = preview.changedLines(1, 0, 2);
    QCOMPARE(page.lines.at(0).order + " " + page.lines.at(0).reason + " " + page.lines.at(0).other,
             std::string("581483 cancelled_by C581484"));
    QCOMPARE(page.lines.at(1).order + " " + page.lines.at(1).reason, std::string("C581484 cancels"));
}

QTEST_APPLESS_MAIN(CleaningKnownTruthTest)
#include "cleaning_known_truth_test.moc"
