// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_steps.h"

#include <QTest>
#include <random>

#include "core/base/error.h"
#include "core/cleaning/cleaning_preview.h"
#include "tests/core/cleaning/line_source.h"

using namespace foresell;
using foresell::test::LineSource;
using foresell::test::TestLine;

namespace {

using json = nlohmann::json;

Recipe only(std::string_view id, json options = json::object()) {
    return {{{.id = std::string(id), .options = std::move(options)}}};
}

/// What the lines count for: "2 - 3.5", '-' where a line is set aside.
QString kept(const LineSource& source, const CleaningResult& result) {
    QStringList words;
    std::size_t line = 0;
    for (const ChunkMarks& marks : result.marks) {
        for (std::size_t row = 0; row < marks.step.size(); ++row, ++line) {
            QString word = marks.step[row] != 0 ? QStringLiteral("-") : QString::fromStdString(source.lines()[line].quantity);
            for (const auto& [at, quantity] : marks.corrected) {
                if (static_cast<std::size_t>(at) == row) {
                    word = QString::number(toDouble(quantity));
                }
            }
            words << word;
        }
    }
    return words.join(' ');
}

QString cleanedBy(const LineSource& source, const Recipe& recipe) {
    return kept(source, cleanSales(source, recipe, {}, {}));
}

std::string dayText(Day day) {
    return toIso(day);
}

constexpr Day monday = 19'723;  // 2024-01-01

/// An item that sells `units` a day for `days` days, in orders of their own by customers of their own.
void sell(std::vector<TestLine>& lines, const std::string& item, int days, int units, const std::string& price = "5",
          const std::string& location = "") {
    for (int day = 0; day < days; ++day) {
        const std::string number = item + location + std::to_string(day);
        lines.push_back({"o" + number, dayText(monday + day) + " 12:00:00", item, std::to_string(units), price, "c" + number, location});
    }
}

}  // namespace

class CleaningStepsTest : public QObject {
    Q_OBJECT

private slots:
    void anOrderLineSentTwiceWithinMinutesIsANearRepeat();
    void whatMustAgreeForANearRepeatIsAChoice();
    void returnsAreTakenOffTheSaleTheyBelongTo();
    void aReturnThatFitsNoSaleIsSetAside();
    void latestDaysAreLoweredByTheReturnsStillToCome();
    void testOrdersAreKnownByOrderItemPlaceAndPrice();
    void aWholesaleOrderIsFarAboveTheUsualOrder();
    void aCustomerWhoseUsualOrderIsLargeIsAWholesaler();
    void aBurstOfFirstOrdersForOneItemIsAClickFarm();
    void aBusyDayOfTheShopOrAPromotionIsNoClickFarm();
    void aPriceFarFromItsNeighboursIsCorrected();
    void aPromotionPriceIsNoOutlier();
    void aDayFarAboveItsSeasonIsCapped();
    void recodedItemsAndLocationsBecomeOne();
    void mergesInACircleAreRefused();
    void cartonsAndForeignMoneyAreConverted();
    void missingQuantitiesAreFilledAsTheOptionSays_data();
    void missingQuantitiesAreFilledAsTheOptionSays();
    void missingPricesAreFilledAndCountAsMoney();
    void linesOfClosedDaysAreSetAside();
    void demandOfDaysWithoutStockIsEstimatedApartFromTheSales();
    void aDayThatSoldOutWantsMoreThanItSold();
};

void CleaningStepsTest::anOrderLineSentTwiceWithinMinutesIsANearRepeat() {
    const LineSource source({{"1", "2024-01-01 10:00:00", "A", "2", "3"},
                             {"1", "2024-01-01 10:04:00", "A", "2", "3.01"},
                             {"1", "2024-01-01 10:30:00", "A", "2", "3"},
                             {"1", "2024-01-01 10:31:00", "A", "3", "3"},
                             {"2", "2024-01-01 10:01:00", "A", "2", "3"},
                             {"1", "2024-01-01 10:01:00", "B", "2", "3"},
                             {"", "2024-01-01 10:00:00", "A", "2", "3"},
                             {"", "2024-01-01 10:01:00", "A", "2", "3"}});
    QCOMPARE(cleanedBy(source, only(cleaning_step::nearRepeats)), QString("2 - 2 3 2 2 2 2"));
    const ChangedLine line = CleaningPreview(source, only(cleaning_step::nearRepeats), {}, {}).changedLines(0, 0, 1).lines.at(0);
    QCOMPARE(line.reason + " " + line.other, std::string("near_repeat 1"));
}

void CleaningStepsTest::whatMustAgreeForANearRepeatIsAChoice() {
    const LineSource source({{"1", "2024-01-01 10:00:00", "A", "2", "3"},
                             {"2", "2024-01-01 10:04:00", "A", "2", "4"},
                             {"3", "2024-01-01 10:05:00", "A", "2", "3", "other"}});
    QCOMPARE(cleanedBy(source, only(cleaning_step::nearRepeats, {{"same_order", false}})), QString("2 - 2"));
    QCOMPARE(cleanedBy(source, only(cleaning_step::nearRepeats, {{"same_order", false}, {"same_price", true}})), QString("2 2 2"));
    QCOMPARE(cleanedBy(source, only(cleaning_step::nearRepeats, {{"same_order", false}, {"same_customer", false}, {"minutes", 4.5}})),
             QString("2 - 2"));
}

void CleaningStepsTest::returnsAreTakenOffTheSaleTheyBelongTo() {
    const LineSource source({{"1", "2024-01-01 10:00:00", "A", "5"},
                             {"2", "2024-01-02 10:00:00", "A", "5", "1", "other"},
                             {"3", "2024-01-03 10:00:00", "A", "2"},
                             {"4", "2024-01-05 10:00:00", "A", "-2"},             // the latest of the customer
                             {"1", "2024-01-06 10:00:00", "A", "-1"},             // the same order
                             {"5", "2024-01-07 10:00:00", "A", "-2", "1", ""}});  // nobody: the latest with enough left
    const Recipe recipe = only(cleaning_step::returns, {{"treatment", "net"}});
    QCOMPARE(cleanedBy(source, recipe), QString("4 3 - - - -"));
    const CleaningPreview preview(source, recipe, {}, {});
    QCOMPARE(preview.result().steps[0].facts.at("matched_returns"), 3);
    QCOMPARE(preview.result().kept.units, 7 * fixedOne);
    QCOMPARE(preview.result().kept.units, preview.result().imported.units);
    QCOMPARE(cleanedBy(source, only(cleaning_step::returns)), QString("5 5 2 - - -"));
}

void CleaningStepsTest::aReturnThatFitsNoSaleIsSetAside() {
    const LineSource source({{"1", "2024-01-01 10:00:00", "A", "5"},
                             {"2", "2024-01-02 10:00:00", "A", "-6"},                 // more than was sold
                             {"3", "2024-01-02 10:00:00", "A", "-1", "1", "other"},   // of somebody else
                             {"4", "2024-06-02 10:00:00", "A", "-1"},                 // too late
                             {"5", "2023-12-31 10:00:00", "A", "-1"}});               // too early
    const CleaningResult result = cleanSales(source, only(cleaning_step::returns, {{"treatment", "net"}}), {}, {});
    QCOMPARE(kept(source, result), QString("5 - - - -"));
    QCOMPARE(result.steps[0].facts.at("without_sale"), 4);
}

/// Of each day's 100 units 20 come back: 10 after 5 days, 10 after 20. Nothing is known yet of the last days.
void CleaningStepsTest::latestDaysAreLoweredByTheReturnsStillToCome() {
    std::vector<TestLine> lines;
    constexpr int days = 120;
    for (int day = 0; day < days; ++day) {
        const std::string order = std::to_string(day);
        lines.push_back({order, dayText(monday + day), "A", "100", "1", "c" + order});
        for (const int lag : {5, 20}) {
            if (day + lag < days) {
                lines.push_back({order, dayText(monday + day + lag), "A", "-10", "1", "c" + order});
            }
        }
    }
    const LineSource source(lines, 64);
    const CleaningResult plain = cleanSales(source, only(cleaning_step::returns, {{"treatment", "net"}}), {}, {});
    QCOMPARE(plain.kept.units, (80 * (days - 20) + 90 * 15 + 100 * 5) * fixedOne);
    const CleaningResult result = cleanSales(source, only(cleaning_step::returns, {{"treatment", "net"}, {"expect", true}}), {}, {});
    const auto& facts = result.steps[0].facts;
    QCOMPARE(facts.at("lag_median_days"), 5);
    QCOMPARE(facts.at("lag_90_days"), 20);
    QVERIFY(std::abs(facts.at("return_share_per_10000") - 2000) <= 1);
    QVERIFY(std::abs(toDouble(result.kept.units) - 80.0 * days) < 0.1);
    const double late = toDouble(plain.kept.units) / (80.0 * days) - 1;
    qInfo("the last 120 days look %.2f %% too good without, %.4f %% with the correction", late * 100,
          (toDouble(result.kept.units) / (80.0 * days) - 1) * 100);
}

void CleaningStepsTest::testOrdersAreKnownByOrderItemPlaceAndPrice() {
    LineSource source({{"test-1", "2024-01-01", "A", "1"},
                       {"2", "2024-01-01", "TEST", "1"},
                       {"3", "2024-01-01", "A", "1", "1", "c", "Staff shop"},
                       {"4", "2024-01-01", "A", "1", "0.01"},
                       {"5", "2024-01-01", "T1", "1"},
                       {"6", "2024-01-01", "B", "1"},
                       {"latest", "2024-01-01", "A", "1"}});
    source.nameItem("T1", "Trial / 测试链接");
    source.nameItem("B", "Test tube");
    QCOMPARE(cleanedBy(source, only(cleaning_step::testOrders)), QString("- - - 1 - 1 1"));
    const Recipe recipe = only(cleaning_step::testOrders, {{"price_up_to", 0.01}});
    QCOMPARE(cleanedBy(source, recipe), QString("- - - - - 1 1"));
    const ChangedLinesPage page = CleaningPreview(source, recipe, {}, {}).changedLines(0, 0, 10);
    QStringList named;
    for (const ChangedLine& line : page.lines) {
        named << QString::fromStdString(line.other);
    }
    named.sort();
    QCOMPARE(named.join(','), QString(",TEST*,staff*,test,测试*"));
}

void CleaningStepsTest::aWholesaleOrderIsFarAboveTheUsualOrder() {
    std::vector<TestLine> lines;
    sell(lines, "A", 40, 2);
    lines.push_back({"big", "2024-01-05", "A", "30", "5", "dealer"});
    lines.push_back({"big", "2024-01-05", "B", "30", "5", "dealer"});
    lines.push_back({"party", "2024-01-06", "A", "23", "5", "someone"});
    const LineSource source(lines, 16);
    const CleaningPreview preview(source, only(cleaning_step::wholesaleOrders), {}, {});
    QCOMPARE(preview.result().steps[0].setAside, 2);
    QCOMPARE(preview.result().steps[0].facts.at("orders"), 1);
    const ChangedLine line = preview.changedLines(0, 0, 1).lines.at(0);
    QCOMPARE(line.reason + " " + line.other, std::string("wholesale_order 30"));
    QCOMPARE(line.usual, 60);
}

void CleaningStepsTest::aCustomerWhoseUsualOrderIsLargeIsAWholesaler() {
    std::vector<TestLine> lines;
    sell(lines, "A", 60, 2);
    for (const char* number : {"1", "2", "3", "4"}) {
        lines.push_back({std::string("big") + number, std::string("2024-01-0") + number, "A", std::string(number) == "4" ? "3" : "80", "5", "dealer"});
    }
    const LineSource source(lines, 16);
    QCOMPARE(cleanSales(source, only(cleaning_step::wholesaleOrders), {}, {}).steps[0].setAside, 4);
    QCOMPARE(cleanSales(source, only(cleaning_step::wholesaleOrders, {{"customers", false}}), {}, {}).steps[0].setAside, 3);
}

void CleaningStepsTest::aBurstOfFirstOrdersForOneItemIsAClickFarm() {
    std::vector<TestLine> lines;
    sell(lines, "A", 60, 1);
    sell(lines, "B", 60, 1);
    for (int i = 0; i < 30; ++i) {
        lines.push_back({"f" + std::to_string(i), "2024-01-20 09:00:00", "A", "1", "5", "fake" + std::to_string(i)});
    }
    const LineSource source(lines, 16);
    const CleaningPreview preview(source, only(cleaning_step::clickFarms), {}, {});
    QCOMPARE(preview.result().steps[0].facts.at("bursts"), 1);
    QVERIFY(preview.result().steps[0].setAside >= 30 && preview.result().steps[0].setAside <= 31);
    const ChangedLine line = preview.changedLines(0, 0, 1).lines.at(0);
    QCOMPARE(line.reason + " " + line.other, std::string("click_farm 31"));
    QCOMPARE(line.usual, 1);
}

void CleaningStepsTest::aBusyDayOfTheShopOrAPromotionIsNoClickFarm() {
    std::vector<TestLine> lines;
    for (const char* item : {"A", "B", "C", "D"}) {
        sell(lines, item, 60, 1);
        for (int i = 0; i < 30; ++i) {
            const std::string number = item + std::to_string(i);
            lines.push_back({"f" + number, "2024-01-20 09:00:00", item, "1", "5", "many" + number});
        }
    }
    for (int i = 0; i < 30; ++i) {
        lines.push_back({"p" + std::to_string(i), "2024-02-10 09:00:00", "A", "1", "5", "promoted" + std::to_string(i)});
    }
    LineSource source(lines, 16);
    source.promote("A", "2024-02-10");
    QCOMPARE(cleanSales(source, only(cleaning_step::clickFarms), {}, {}).steps[0].setAside, 0);
}

void CleaningStepsTest::aPriceFarFromItsNeighboursIsCorrected() {
    std::vector<TestLine> lines;
    sell(lines, "A", 60, 2, "5");
    lines[20].price = "500";
    lines[40].price = "0.05";
    for (std::size_t i = 50; i < 60; ++i) {
        lines[i].price = "9";  // a new price is none
    }
    const LineSource source(lines, 16);
    const CleaningPreview preview(source, only(cleaning_step::priceOutliers), {}, {});
    const CleaningStepResult& step = preview.result().steps[0];
    QCOMPARE(step.corrected, 2);
    QCOMPARE(step.after.money - step.before.money, toFixed(-2 * 495 + 2 * 4.95));
    QCOMPARE(step.after.units, step.before.units);
    std::vector<RepricedLine> repriced;
    for (const ChunkMarks& marks : preview.result().marks) {
        repriced.insert(repriced.end(), marks.repriced.begin(), marks.repriced.end());
    }
    QCOMPARE(repriced.size(), std::size_t{2});
    QCOMPARE(repriced[0].price, 5 * fixedOne);
    QCOMPARE(preview.changedLines(0, 0, 9).lines.at(1).reason, std::string("price_too_low"));
    QCOMPARE(cleanSales(source, only(cleaning_step::priceOutliers, {{"treatment", "set_aside"}}), {}, {}).steps[0].setAside, 2);
}

void CleaningStepsTest::aPromotionPriceIsNoOutlier() {
    std::vector<TestLine> lines;
    sell(lines, "A", 60, 2, "5");
    lines[20].price = "0.5";
    LineSource source(lines, 16);
    QCOMPARE(cleanSales(source, only(cleaning_step::priceOutliers), {}, {}).steps[0].corrected, 1);
    source.promote("A", lines[20].time.substr(0, 10));
    QCOMPARE(cleanSales(source, only(cleaning_step::priceOutliers), {}, {}).steps[0].corrected, 0);
}

void CleaningStepsTest::aDayFarAboveItsSeasonIsCapped() {
    std::vector<TestLine> lines;
    for (const char* item : {"A", "B", "C"}) {
        sell(lines, item, 120, 4);
    }
    for (TestLine& line : lines) {
        if (weekday(fromIso(line.time.substr(0, 10)).value()) == 5) {
            line.quantity = "40";  // Saturdays always are
        }
    }
    lines[10].quantity = "90";
    lines[17].quantity = "90";
    LineSource source(lines, 16);
    source.promote("A", lines[17].time.substr(0, 10));
    const CleaningPreview preview(source, only(cleaning_step::quantityOutliers), {}, {});
    const CleaningStepResult& step = preview.result().steps[0];
    QCOMPARE(step.corrected, 1);
    const ChangedLine line = preview.changedLines(0, 0, 1).lines.at(0);
    QCOMPARE(line.day, monday + 10);
    QVERIFY(line.quantityNow >= 16 * fixedOne && line.quantityNow < 60 * fixedOne);
    QCOMPARE(line.usual, 4);
    QCOMPARE(cleanSales(source, only(cleaning_step::quantityOutliers, {{"treatment", "set_aside"}}), {}, {}).steps[0].setAside, 1);
}

void CleaningStepsTest::recodedItemsAndLocationsBecomeOne() {
    const LineSource source({{"1", "2024-01-01", "A-OLD", "2", "12", "c", "N"},
                             {"2", "2024-01-02", "A", "3", "12", "c", "S"},
                             {"3", "2024-01-03", "A-OLDEST", "1", "72", "c", "S"},
                             {"4", "2024-01-04", "B", "1", "5", "c", "N"}});
    const Recipe recipe = only(cleaning_step::merges, {{"items",
                                                        {{{"from", "A-OLD"}, {"to", "A"}},
                                                         {{"from", "A-OLDEST"}, {"to", "A-OLD"}, {"units", 6}},
                                                         {{"from", "B"}, {"to", "UNKNOWN"}}}},
                                                       {"locations", {{{"from", "N"}, {"to", "S"}}}}});
    const CleaningPreview preview(source, recipe, {}, {});
    const CleaningResult& result = preview.result();
    const std::int32_t a = source.findItem("A");
    QCOMPARE(result.merged.itemNow(source.findItem("A-OLD")), a);
    QCOMPARE(result.merged.itemNow(source.findItem("A-OLDEST")), a);
    QCOMPARE(result.merged.itemNow(source.findItem("B")), source.findItem("B"));
    QCOMPARE(result.merged.locationNow(source.findLocation("N")), source.findLocation("S"));
    QCOMPARE(result.steps[0].facts.at("unknown_codes"), 1);
    QCOMPARE(kept(source, result), QString("2 3 6 1"));
    QCOMPARE(result.kept.money, result.imported.money);
    QCOMPARE(preview.weeklyOf(a).units.back().front(), 11 * fixedOne);
    QCOMPARE(preview.changedLines(0, 0, 1, "a-oldest").lines.at(0).other, std::string("A"));
}

void CleaningStepsTest::mergesInACircleAreRefused() {
    const LineSource source({{"1", "2024-01-01", "A", "2"}, {"1", "2024-01-01", "B", "2"}});
    const Recipe recipe =
        only(cleaning_step::merges, {{"items", {{{"from", "A"}, {"to", "B"}}, {{"from", "B"}, {"to", "A"}}}}});
    QVERIFY_EXCEPTION_THROWN(cleanSales(source, recipe, {}, {}), Error);
}

void CleaningStepsTest::cartonsAndForeignMoneyAreConverted() {
    LineSource source({{"1", "2024-01-01", "BOX-1", "2", "120", "c", "CN"},
                       {"2", "2024-01-02", "A", "3", "10", "c", "US"},
                       {"3", "2024-01-03", "A", "1", "", "c", "US"},
                       {"4", "2024-01-04", "A", "1", "10", "c", "CN"}});
    source.setAmount(2, 10 * fixedOne);
    const Recipe recipe = only(cleaning_step::conversions, {{"units", {{{"item", "BOX*"}, {"units", 12}}}},
                                                            {"money", {{{"place", "US"}, {"rate", 7.2}}}}});
    const CleaningResult result = cleanSales(source, recipe, {}, {});
    QCOMPARE(kept(source, result), QString("24 3 1 1"));
    QCOMPARE(result.kept.money, toFixed(240 + 216 + 72 + 10));
    const auto& repriced = result.marks.at(0).repriced;
    QCOMPARE(repriced.size(), std::size_t{3});
    QCOMPARE(repriced[0].price, 10 * fixedOne);
    QCOMPARE(repriced[2].amount, 72 * fixedOne);
}

void CleaningStepsTest::missingQuantitiesAreFilledAsTheOptionSays_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("expected");
    // 2024-01-02 is a Tuesday; so are the 9th, 16th and 23rd
    QTest::newRow("set aside") << "set_aside" << "7 - 3 7 7 - 9 -";
    QTest::newRow("constant") << "constant" << "7 2 3 7 7 2 9 2";
    QTest::newRow("forward") << "forward" << "7 7 3 7 7 7 9 -";
    QTest::newRow("interpolate") << "interpolate" << "7 5 3 7 7 8 9 -";
    QTest::newRow("seasonal") << "seasonal" << "7 7 3 7 7 7 9 -";
}

void CleaningStepsTest::missingQuantitiesAreFilledAsTheOptionSays() {
    QFETCH(QString, method);
    QFETCH(QString, expected);
    const LineSource source({{"1", "2024-01-02", "A", "7"},
                             {"2", "2024-01-03", "A", ""},
                             {"3", "2024-01-04", "A", "3"},
                             {"4", "2024-01-09", "A", "7"},
                             {"5", "2024-01-16", "A", "7"},
                             {"6", "2024-01-23", "A", ""},
                             {"7", "2024-01-30", "A", "9"},
                             {"8", "2024-01-30", "B", ""}});
    QCOMPARE(cleanedBy(source, only(cleaning_step::missingValues, {{"quantity", method.toStdString()}, {"quantity_value", 2}})), expected);
}

void CleaningStepsTest::missingPricesAreFilledAndCountAsMoney() {
    const LineSource source({{"1", "2024-01-02", "A", "2", "4"}, {"2", "2024-01-03", "A", "2", ""}, {"3", "2024-01-04", "A", "2", "6"}});
    const auto moneyBy = [&](const char* method) {
        return toDouble(cleanSales(source, only(cleaning_step::missingValues, {{"price", method}, {"price_value", 1.5}}), {}, {}).kept.money);
    };
    QCOMPARE(moneyBy("keep"), 20.0);
    QCOMPARE(moneyBy("set_aside"), 20.0);
    QCOMPARE(moneyBy("constant"), 23.0);
    QCOMPARE(moneyBy("forward"), 28.0);
    QCOMPARE(moneyBy("interpolate"), 30.0);
    QCOMPARE(cleanSales(source, only(cleaning_step::missingValues, {{"price", "set_aside"}}), {}, {}).setAside, 1);
}

void CleaningStepsTest::linesOfClosedDaysAreSetAside() {
    const LineSource source({{"1", "2024-02-09", "A", "1"}, {"2", "2024-02-10", "A", "2"}, {"3", "2024-02-17", "A", "3"}, {"4", "2024-02-18", "A", "4"}});
    const Recipe recipe = only(cleaning_step::closedDays, {{"days", {"2024-02-10..2024-02-17", "2024-03-01"}}});
    const CleaningResult result = cleanSales(source, recipe, {}, {});
    QCOMPARE(kept(source, result), QString("1 - - 4"));
    QCOMPARE(result.closed.size(), std::size_t{2});
    QCOMPARE(result.closed[0].last, toDay(2024, 2, 17));
    QCOMPARE(result.steps[0].facts.at("days"), 9);
}

void CleaningStepsTest::demandOfDaysWithoutStockIsEstimatedApartFromTheSales() {
    std::vector<TestLine> lines;
    for (const char* item : {"A", "B", "C", "D"}) {
        sell(lines, item, 100, 10, "5", "N");
    }
    for (TestLine& line : lines) {
        const Day day = fromIso(line.time.substr(0, 10)).value();
        line.quantity = day == monday + 52 ? "40" : line.quantity;  // a festival
    }
    std::erase_if(lines, [](const TestLine& line) {
        const Day day = fromIso(line.time.substr(0, 10)).value();
        return line.item == "A" && day >= monday + 50 && day < monday + 55;
    });
    LineSource source(lines, 64);
    QVERIFY(cleanSales(source, only(cleaning_step::stockOuts), {}, {}).stockOuts.empty());
    source.outOfStock("A", "N", dayText(monday + 50), dayText(monday + 54));
    const CleaningPreview preview(source, only(cleaning_step::stockOuts), {}, {});
    const CleaningResult& result = preview.result();
    QCOMPARE(result.stockOuts.size(), std::size_t{5});
    const double wanted = 4 * 10 + 40;
    qInfo("lost %.2f of %.0f units", toDouble(result.steps[0].lost.units), wanted);
    QVERIFY(std::abs(toDouble(result.steps[0].lost.units) / wanted - 1) < 0.06);
    QVERIFY(std::abs(toDouble(result.steps[0].lost.money) / (5 * wanted) - 1) < 0.06);
    QVERIFY(result.kept == result.imported);
    const ChangedLinesPage page = preview.changedLines(0, 0, 1);
    QCOMPARE(page.total, 5);
    QCOMPARE(page.lines.at(0).day, monday + 52);
    QCOMPARE(page.lines.at(0).reason, std::string("out_of_stock"));
    QCOMPARE(preview.changedLines(0, 0, 1, "zzz").total, 0);
}

void CleaningStepsTest::aDayThatSoldOutWantsMoreThanItSold() {
    std::vector<TestLine> lines;
    std::mt19937 random(3);
    std::poisson_distribution<int> demand(10);
    for (int day = 0; day < 200; ++day) {
        const int wanted = demand(random);
        const int sold = day % 20 == 7 ? std::min(wanted, 8) : wanted;
        lines.push_back({std::to_string(day), dayText(monday + day), "A", std::to_string(sold), "5", "c"});
    }
    LineSource source(lines, 64);
    for (int day = 7; day < 200; day += 20) {
        source.outOfStock("A", "", dayText(monday + day), dayText(monday + day));
    }
    const CleaningResult result = cleanSales(source, only(cleaning_step::stockOuts), {}, {});
    QCOMPARE(result.stockOuts.size(), std::size_t{10});
    for (const StockOutDay& day : result.stockOuts) {
        QVERIFY(day.lostUnits > 0 && day.soldUnits + day.lostUnits < 16 * fixedOne);
    }
}

QTEST_APPLESS_MAIN(CleaningStepsTest)
#include "cleaning_steps_test.moc"
