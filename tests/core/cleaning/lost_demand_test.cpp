// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/cleaning/cleaning_preview.h"
#include "core/cleaning/day_effects.h"
#include "core/cleaning/selling_effects.h"
#include "core/sample/sample_shop.h"
#include "tests/core/cleaning/csv_source.h"
#include "tests/core/cleaning/line_source.h"
#include "tests/core/cleaning/stocked_shop.h"

using namespace foresell;
using foresell::test::CsvSource;
using foresell::test::LineSource;
using foresell::test::StockedShop;
using foresell::test::TestLine;

namespace {

const Recipe& stockOutsAlone() {
    static const Recipe recipe{{{.id = std::string(cleaning_step::stockOuts)}}};
    return recipe;
}

/// Estimated demand over what was wanted on the days on which stock ran out or was out, less 1.
struct Bias {
    double demand = 0, lost = 0, ignoring = 0;
};

Bias biasOf(const StockedShop& shop) {
    const CleaningResult result = cleanSales(shop.source, stockOutsAlone(), {}, {});
    const double lost = toDouble(result.steps[0].lost.units);
    return {(lost + shop.soldOnSuch) / shop.wanted - 1, lost / shop.lost() - 1, shop.soldOnSuch / shop.wanted - 1};
}

/// Reads the stock of a sample shop beside its sales.
class StockedCsv : public CsvSource {
public:
    StockedCsv(const std::filesystem::path& folder) : CsvSource(folder / "sales.csv", {.location = 4}) {
        readStock(folder / "stock.csv");
        readGroups(folder / "items.csv");
        readPromotions(folder / "plan.csv");
    }
    bool isPromoted(std::int32_t item, std::int32_t /*location*/, Day day) const override { return m_promoted.contains({itemCode(item), day}); }
    std::vector<StockOutSpell> stockOutSpells(Day) const override { return m_spells; }
    std::string itemGroup(std::int32_t item) const override {
        const auto found = m_groups.find(itemCode(item));
        return found == m_groups.end() ? std::string() : found->second;
    }

private:
    void readStock(const std::filesystem::path& path) {
        std::ifstream file(path);
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            std::stringstream parts(line);
            std::string item, location, date, stock;
            std::getline(parts, item, ',');
            std::getline(parts, location, ',');
            std::getline(parts, date, ',');
            std::getline(parts, stock, ',');
            const Day day = fromIso(date).value();
            if (stock == "0") {
                m_spells.push_back({itemNumber(item), locationNumber(location), day, day + 90, day + 90, 0});
            } else if (!m_spells.empty()) {
                m_spells.back().last = m_spells.back().lastTold = day - 1;
            }
        }
    }
    void readGroups(const std::filesystem::path& path) {
        std::ifstream file(path);
        std::string line;
        while (std::getline(file, line)) {
            std::vector<std::string> cells;
            std::stringstream parts(line);
            for (std::string cell; std::getline(parts, cell, ',');) {
                cells.push_back(cell);
            }
            m_groups[cells[0]] = cells[2];
        }
    }

    /// Of "Item code,Date,price,promotion,open".
    void readPromotions(const std::filesystem::path& path) {
        std::ifstream file(path);
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            std::stringstream parts(line);
            std::string item, date, price, promotion;
            std::getline(parts, item, ',');
            std::getline(parts, date, ',');
            std::getline(parts, price, ',');
            std::getline(parts, promotion, ',');
            if (promotion == "1") {
                m_promoted.emplace(item, fromIso(date).value());
            }
        }
    }

    std::vector<StockOutSpell> m_spells;
    std::set<std::pair<std::string, Day>> m_promoted;
    std::map<std::string, std::string> m_groups;
};

}  // namespace

/// Demand that empty shelves hid, beside what was really wanted.
class LostDemandTest : public QObject {
    Q_OBJECT

private slots:
    void demandOfEmptyShelvesIsEstimatedWithoutBias_data();
    void demandOfEmptyShelvesIsEstimatedWithoutBias();
    void noSaleChanges();
    void lostDemandOfTheSampleShopIsEstimated_data();
    void lostDemandOfTheSampleShopIsEstimated();
    void aFestivalThatEmptiesOneGroupIsSeenInTheOther();
    void aDayWithoutAnyStockIsLikeTheDaysAround();
    void promotionsAndPricesAreLearntApart();
    void aReplacedItemsStockTellsNothingOfItsSuccessor_data();
    void aReplacedItemsStockTellsNothingOfItsSuccessor();
};

void LostDemandTest::demandOfEmptyShelvesIsEstimatedWithoutBias_data() {
    QTest::addColumn<bool>("isSample");
    QTest::addColumn<double>("mostOnAverage");
    QTest::addColumn<double>("mostOfAShop");
    QTest::newRow("shops with unknown festivals") << false << 0.015 << 0.03;
    QTest::newRow("sample shops") << true << 0.01 << 0.025;
}

void LostDemandTest::demandOfEmptyShelvesIsEstimatedWithoutBias() {
    QFETCH(bool, isSample);
    QFETCH(double, mostOnAverage);
    QFETCH(double, mostOfAShop);
    constexpr unsigned firstSeed = 11, shops = 8;
    double sum = 0;
    for (unsigned seed = firstSeed; seed < firstSeed + shops; ++seed) {
        const StockedShop shop = isSample ? test::makeStockedSample(seed, 60, 730) : test::makeStockedShop(seed, 40, 540);
        const Bias bias = biasOf(shop);
        qInfo("shop %u: %lld short days, wanted %.0f, sold %.0f: estimated demand %+.2f %%, of the lost part %+.2f %%; ignoring stock-outs %+.2f %%",
              seed, static_cast<long long>(shop.days), shop.wanted, shop.soldOnSuch, bias.demand * 100, bias.lost * 100, bias.ignoring * 100);
        QVERIFY(shop.lost() > 5000);
        QVERIFY(bias.ignoring < -0.6);
        QVERIFY(std::abs(bias.demand) <= mostOfAShop);
        sum += bias.demand;
    }
    qInfo("on average %+.2f %%", sum / shops * 100);
    QVERIFY(std::abs(sum / shops) <= mostOnAverage);
}

void LostDemandTest::noSaleChanges() {
    const StockedShop shop = test::makeStockedShop(11, 12, 200);
    const CleaningResult result = cleanSales(shop.source, stockOutsAlone(), {}, {});
    QVERIFY(result.kept == result.imported);
    QCOMPARE(result.steps[0].lost.lines, shop.days);
}

void LostDemandTest::lostDemandOfTheSampleShopIsEstimated_data() {
    QTest::addColumn<quint64>("seed");
    QTest::newRow("default") << quint64{1};
    QTest::newRow("unseen") << quint64{4711};
}

void LostDemandTest::lostDemandOfTheSampleShopIsEstimated() {
    QFETCH(quint64, seed);
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    writeSampleShop(root, {.seed = seed}, {});
    const auto truth = nlohmann::json::parse(std::ifstream(root / "truth.json"));
    const double lost = truth.at("sales").at("lost_units").get<double>();
    const StockedCsv source(root);
    const CleaningResult result = cleanSales(source, defaultRecipe(), {}, {});
    const double estimate = toDouble(result.steps.back().lost.units);
    qInfo("lost %.0f, estimated %.0f: %+.2f %% (%lld days of items at locations)", lost, estimate, (estimate / lost - 1) * 100,
          static_cast<long long>(result.steps.back().lost.lines));
    QVERIFY(lost > 1000);
    QVERIFY(std::abs(estimate / lost - 1) < 0.05);
}

/// Two groups that sell 500 and 400 a day; a festival makes it 4 and 2 times as much, twice. The second time the first group
/// has nothing to sell.
void LostDemandTest::aFestivalThatEmptiesOneGroupIsSeenInTheOther() {
    constexpr std::size_t days = 60;
    std::vector<GroupDays> groups = {{std::vector<double>(days, 500), std::vector<double>(days, 500)},
                                     {std::vector<double>(days, 400), std::vector<double>(days, 400)}};
    for (const std::size_t festival : {20U, 40U}) {
        groups[0].demand[festival] = 2000;
        groups[1].demand[festival] = 800;
    }
    groups[0].demand[40] = groups[0].levels[40] = 0;
    DayEffects effects(2, days, 19'723);
    for (int round = 0; round < 40; ++round) {
        effects.improve(groups);
    }
    QVERIFY(std::abs(effects.factors(0)[20] - 4) < 0.3);
    QVERIFY(std::abs(effects.factors(1)[40] - 2) < 0.2);
    QVERIFY2(effects.factors(0)[40] > 2.5, qPrintable(QString::number(effects.factors(0)[40])));
    QVERIFY(std::abs(effects.factors(0)[50] - 1) < 0.1);
}

void LostDemandTest::aDayWithoutAnyStockIsLikeTheDaysAround() {
    constexpr std::size_t days = 60;
    GroupDays group{std::vector<double>(days, 1000), std::vector<double>(days, 1000)};
    for (const std::size_t day : {29U, 31U}) {
        group.demand[day] = 3000;
    }
    group.demand[30] = group.levels[30] = 0;
    DayEffects effects(1, days, 19'723);
    for (int round = 0; round < 40; ++round) {
        effects.improve({group});
    }
    QVERIFY(effects.factors(0)[30] > 1.3);
    QVERIFY(effects.factors(0)[30] < 3);
    QVERIFY(std::abs(effects.factors(0)[10] - 1) < 0.1);
}

/// Promotions that double demand and a price to which it answers with -1.5, both at once.
void LostDemandTest::promotionsAndPricesAreLearntApart() {
    SellingEffects effects;
    for (int round = 0; round < 10; ++round) {
        EffectEvidence evidence;
        for (int day = 0; day < 200; ++day) {
            const auto kind = day % 4 == 0 ? SaleDayKind::Promoted : day % 4 == 1 ? SaleDayKind::AfterPromotion : SaleDayKind::Usual;
            const double dearer = day / 4 % 2 == 0 ? -0.2 : 0.2;
            const double lift = kind == SaleDayKind::Promoted ? 2 : kind == SaleDayKind::AfterPromotion ? 0.8 : 1;
            evidence.add(kind, dearer, 100 * lift * std::exp(-1.5 * dearer), 100 * effects.of(kind, dearer), effects);
        }
        effects = evidence.improved(effects, effects, 1);
    }
    QVERIFY(std::abs(effects.liftOf(SaleDayKind::Promoted) - 2) < 0.1);
    QVERIFY(std::abs(effects.liftOf(SaleDayKind::AfterPromotion) - 0.8) < 0.04);
    QVERIFY(std::abs(effects.elasticity - 1.5) < 0.1);
}

void LostDemandTest::aReplacedItemsStockTellsNothingOfItsSuccessor_data() {
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<bool>("isSoldOff");
    QTest::newRow("replaced") << QByteArray("successors") << false;
    QTest::newRow("replaced, a late piece sold off") << QByteArray("successors") << true;
    QTest::newRow("another code of the same item") << QByteArray("merges") << false;
}

/// V1 sells 4 a day for 40 days but for 4 without stock, then the stock file says 0 of it every day for ever. V2 sells from
/// two days later, but for 3 days without stock.
void LostDemandTest::aReplacedItemsStockTellsNothingOfItsSuccessor() {
    QFETCH(QByteArray, step);
    QFETCH(bool, isSoldOff);
    constexpr Day start = 20'454;  // 2026-01-01
    std::vector<TestLine> lines;
    for (int day = 0; day < 100; ++day) {
        const bool isOut = (day >= 30 && day < 34) || day == 40 || day == 41 || (day >= 70 && day < 73);
        if (!isOut) {
            lines.push_back({std::to_string(day), toIso(start + day), day < 40 ? "V1" : "V2", "4", "10"});
        }
    }
    if (isSoldOff) {
        lines.push_back({"late", toIso(start + 90), "V1", "1", "5"});
    }
    LineSource source(lines);
    source.outOfStock("V1", "", toIso(start + 30), toIso(start + 33));
    source.outOfStock("V1", "", toIso(start + 40), toIso(start + 99));
    source.outOfStock("V2", "", toIso(start + 70), toIso(start + 72));
    const nlohmann::json options{{"items", {{{"from", "V1"}, {"to", "V2"}}}}};
    const Recipe recipe{{{.id = step.toStdString(), .options = options}, {.id = std::string(cleaning_step::stockOuts)}}};
    QStringList days;
    for (const StockOutDay& each : cleanSales(source, recipe, {}, {}).stockOuts) {
        QCOMPARE(each.item, source.findItem("V2"));
        QVERIFY(std::abs(toDouble(each.lostUnits) - 4) < 0.2);
        days << QString::number(each.day - start);
    }
    QCOMPARE(days.join(QLatin1Char(' ')), QStringLiteral("30 31 32 33 40 41 70 71 72"));
}

QTEST_APPLESS_MAIN(LostDemandTest)
#include "lost_demand_test.moc"
