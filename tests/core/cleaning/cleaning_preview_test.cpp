// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_preview.h"

#include <QTest>
#include <random>
#include <set>

#include "core/base/error.h"
#include "tests/core/cleaning/line_source.h"

using namespace foresell;
using foresell::test::LineSource;
using foresell::test::TestLine;

namespace {

Recipe only(std::string_view id, nlohmann::json options = nlohmann::json::object()) {
    return {{{.id = std::string(id), .options = std::move(options)}}};
}

/// Marks of all lines in the order of the source: "0 1 - 0", '-' for lines that were not looked at; a corrected quantity
/// follows as "0=3".
QString marksOf(const CleaningResult& result) {
    QStringList words;
    for (const ChunkMarks& marks : result.marks) {
        for (std::size_t row = 0; row < marks.step.size(); ++row) {
            QString word = marks.step[row] == lineNotSeen ? QString("-") : QString::number(marks.step[row]);
            for (const auto& [line, quantity] : marks.corrected) {
                if (static_cast<std::size_t>(line) == row) {
                    word += "=" + QString::number(toDouble(quantity));
                }
            }
            words << word;
        }
    }
    return words.join(' ');
}

QString cleanedBy(const LineSource& source, const Recipe& recipe) {
    return marksOf(cleanSales(source, recipe, {}, {}));
}

/// A few thousand lines of everything, the same every time.
std::vector<TestLine> manyLines() {
    std::mt19937 random(5);
    const auto below = [&](unsigned count) { return static_cast<int>(random() % count); };
    std::vector<TestLine> lines;
    for (int i = 0; i < 4000; ++i) {
        const int day = i / 50;
        const std::string date = toIso(toDay(2024, 1, 1) + day);
        const std::string time = date + " " + (below(20) + 3 < 10 ? "0" + std::to_string(below(7) + 3) : std::to_string(10 + below(13))) + ":15:00";
        TestLine line{std::to_string(1000 + i / 3), time, std::string(1, static_cast<char>('K' + below(9))),
                      std::to_string(1 + below(4)), std::to_string(2 + below(3)), std::to_string(below(12) + 1), below(2) ? "N" : "S"};
        const int fate = below(40);
        if (fate == 0) {
            lines.push_back(line);  // a repeat
        } else if (fate <= 3) {
            line.order = "C" + line.order;
            line.quantity = "-" + line.quantity;
        } else if (fate == 4) {
            line.quantity = "-2";
        } else if (fate == 5) {
            line.price = "0";
        } else if (fate == 6) {
            line.item = "POST";
        } else if (fate == 7) {
            line.quantity = "500";
        } else if (fate == 8) {
            line.customer.clear();
        } else if (fate == 9) {
            line.quantity.clear();
        }
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

class CleaningPreviewTest : public QObject {
    Q_OBJECT

private slots:
    void ofLinesThatAreTheSameOneIsKept();
    void theWeeksOfTheItemsAddUpToThoseOfTheShop();
    void aCancellationTakesTheLatestEarlierSaleWithIt();
    void aCancellationOfAPartLowersTheSale();
    void twoPartsThatMakeTheWholeSetTheSaleAside();
    void aCancellationNeverReachesAnotherCustomerOrALaterSale();
    void withoutACustomerTheOrderNumberDecides();
    void wordsThatBeginWithThePrefixAreNoCancellations();
    void returnsZeroPricesAndMissingCellsAreSetAside();
    void postageAndFeesAreKnownByCodeOrName();
    void aBulkOrderIsFarAboveTheItemsUsual();
    void aFestivalOrAPromotionIsNoBulkOrder();
    void aBulkOrderUnderAPromotionStandsOutAmongPromotedLines();
    void capsLowerTheLineInsteadOfDroppingIt();
    void amountsCountWhereThereIsNoPrice();
    void theBooksOfEveryStepBalance();
    void weeklyTotalsAddUpToTheStepsTotals();
    void aStepThatIsOffChangesNothing();
    void chunksAndDictionaryNumbersNeverMatter();
    void cleaningAsOfADayIsThatOfASourceThatEndsThere();
    void changedLinesComeInPagesLargestFirst();
    void changedLinesAreFoundByOrderItemAndName();
    void aStopIsHeard();
    void noLinesAreNoTrouble();
};

void CleaningPreviewTest::theWeeksOfTheItemsAddUpToThoseOfTheShop() {
    const LineSource source(manyLines(), 512);
    std::set<std::int32_t> items;
    source.readChunks(noDay, {}, [&](std::int64_t, const SaleBatch& lines) { items.insert(lines.item.begin(), lines.item.end()); });
    const CleaningPreview preview(source, defaultRecipe(), {}, {});
    const WeeklyTotals& whole = preview.result().weekly;
    auto units = whole.units, money = whole.money;
    for (const std::int32_t item : items) {
        const WeeklyTotals weeks = preview.weeklyOf(item);
        QCOMPARE(weeks.firstDay, whole.firstDay);
        QCOMPARE(weeks.units.size(), whole.units.size());
        for (std::size_t stage = 0; stage < units.size(); ++stage) {
            for (std::size_t week = 0; week < units[stage].size(); ++week) {
                units[stage][week] -= weeks.units[stage][week];
                money[stage][week] -= weeks.money[stage][week];
            }
        }
    }
    const std::vector<std::vector<Fixed>> nothing(whole.units.size(), std::vector<Fixed>(whole.units.front().size()));
    QCOMPARE(units, nothing);
    QCOMPARE(money, nothing);
}

void CleaningPreviewTest::ofLinesThatAreTheSameOneIsKept() {
    const LineSource source({{"1", "2024-01-01 10:00", "A", "2"},
                             {"1", "2024-01-01 10:00", "A", "2"},
                             {"1", "2024-01-01 10:00", "A", "2", "1", "other"},
                             {"1", "2024-01-01 10:01", "A", "2"},
                             {"2", "2024-01-01 10:00", "A", "2"},
                             {"1", "2024-01-01 10:00", "A", "2"}});
    QCOMPARE(cleanedBy(source, only("exact_repeats")), QString("0 1 0 0 0 1"));
}

void CleaningPreviewTest::aCancellationTakesTheLatestEarlierSaleWithIt() {
    const LineSource source({{"10", "2024-01-01 10:00", "A", "5"},
                             {"11", "2024-01-03 10:00", "A", "5"},
                             {"12", "2024-01-04 10:00", "A", "5", "2"},
                             {"C13", "2024-01-05 10:00", "A", "-5"},
                             {"14", "2024-01-06 10:00", "A", "5"}});
    // Not 12: its price differs. Not 14: it came later.
    QCOMPARE(cleanedBy(source, only("cancellations")), QString("0 1 0 1 0"));
}

void CleaningPreviewTest::aCancellationOfAPartLowersTheSale() {
    const std::vector<TestLine> lines = {{"10", "2024-01-01 10:00", "A", "5"}, {"C11", "2024-01-02 10:00", "A", "-2"}};
    QCOMPARE(cleanedBy(LineSource(lines), only("cancellations")), QString("0=3 1"));
    QCOMPARE(cleanedBy(LineSource(lines), only("cancellations", {{"partial", false}})), QString("0 1"));
    const CleaningPreview preview(LineSource(lines), only("cancellations"), {}, {});
    const ChangedLine sale = preview.changedLines(0, 0, 1).lines.at(0);
    QCOMPARE(sale.reason, std::string("partly_cancelled_by"));
    QCOMPARE(sale.other, std::string("C11"));
    QVERIFY(!sale.isSetAside && sale.quantity == 5 * fixedOne && sale.quantityNow == 3 * fixedOne);
    QCOMPARE(preview.result().kept.units, 3 * fixedOne);
}

void CleaningPreviewTest::twoPartsThatMakeTheWholeSetTheSaleAside() {
    const LineSource source({{"10", "2024-01-01 10:00", "A", "5"},
                             {"C11", "2024-01-02 10:00", "A", "-2"},
                             {"C12", "2024-01-03 10:00", "A", "-3"},
                             {"C13", "2024-01-04 10:00", "A", "-1"}});
    const CleaningResult result = cleanSales(source, only("cancellations"), {}, {});
    QCOMPARE(marksOf(result), QString("1 1 1 1"));
    QCOMPARE(result.steps[0].facts.at("without_sale"), 1);
    QCOMPARE(result.steps[0].facts.at("matched_sales"), 1);
}

void CleaningPreviewTest::aCancellationNeverReachesAnotherCustomerOrALaterSale() {
    const LineSource source({{"10", "2024-01-01 10:00", "A", "5", "1", "1"},
                             {"11", "2024-01-01 10:00", "B", "5", "1", "2"},
                             {"12", "2024-01-01 10:00", "A", "5", "1", "2", "N"},
                             {"C13", "2024-01-01 11:00", "A", "-5", "1", "2", "S"},
                             {"14", "2024-01-01 11:01", "A", "5", "1", "2", "S"}});
    QCOMPARE(cleanedBy(source, only("cancellations")), QString("0 0 0 1 0"));
}

void CleaningPreviewTest::withoutACustomerTheOrderNumberDecides() {
    const LineSource source({{"10", "2024-01-01", "A", "5", "1", ""},
                             {"11", "2024-01-01", "A", "5", "1", ""},
                             {"C10", "2024-01-01", "A", "-5", "1", ""},
                             {"C99", "2024-01-01", "A", "-5", "1", ""}});
    QCOMPARE(cleanedBy(source, only("cancellations")), QString("1 0 1 1"));
}

void CleaningPreviewTest::wordsThatBeginWithThePrefixAreNoCancellations() {
    const LineSource source({{"CASH-1", "2024-01-01", "A", "1"}, {"c12", "2024-01-01", "B", "-1"}, {"C", "2024-01-01", "A", "1"}});
    QCOMPARE(cleanedBy(source, only("cancellations")), QString("0 1 0"));
    const LineSource other({{"RE-7", "2024-01-02", "A", "-1"}, {"7", "2024-01-01", "A", "1"}});
    QCOMPARE(cleanedBy(other, only("cancellations", {{"prefixes", {"RE-", "X"}}})), QString("1 1"));
}

void CleaningPreviewTest::returnsZeroPricesAndMissingCellsAreSetAside() {
    const LineSource source({{"1", "2024-01-01", "A", "-3"},
                             {"2", "2024-01-01", "A", "3", "0"},
                             {"3", "2024-01-01", "A", "3", "-2"},
                             {"4", "2024-01-01", "A", "3", ""},
                             {"5", "2024-01-01", "A", ""},
                             {"6", "2024-01-01", "", "3"},
                             {"7", "2024-01-01", "A", "0"}});
    const CleaningResult result = cleanSales(source, defaultRecipe(), {}, {});
    QCOMPARE(marksOf(result), QString("3 4 4 0 7 7 0"));
    QCOMPARE(result.steps[3].facts.at("price_negative"), 1);
    QCOMPARE(result.steps[6].facts.at("kept_without_price"), 1);
    QCOMPARE(result.facts.zeroOrNegativePrice, 2);
    QCOMPARE(result.facts.withoutQuantity, 1);
}

void CleaningPreviewTest::postageAndFeesAreKnownByCodeOrName() {
    LineSource source({{"1", "2024-01-01", "POST", "1"},
                       {"2", "2024-01-01", "M", "1"},
                       {"3", "2024-01-01", "D", "1"},
                       {"4", "2024-01-01", "x1", "1"},
                       {"5", "2024-01-01", "x2", "1"},
                       {"6", "2024-01-01", "gift_0001_20", "1"},
                       {"7", "2024-01-01", "x3", "1"},
                       {"8", "2024-01-01", "bank charges", "1"}});
    source.nameItem("M", "Manual");
    source.nameItem("D", "Dotted notebook");
    source.nameItem("x1", "Postage / 邮费");
    source.nameItem("x2", "Postage stamp album");
    source.nameItem("x3", "Dotcomgiftshop Gift Voucher £20.00");
    QCOMPARE(cleanedBy(source, only("non_products")), QString("1 1 0 1 0 1 1 1"));
    QCOMPARE(cleanedBy(source, only("non_products", {{"codes", {"x*"}}, {"names", nlohmann::json::array()}})),
             QString("0 0 0 1 1 0 1 0"));
    const CleaningPreview preview(source, only("non_products"), {}, {});
    QCOMPARE(preview.changedLines(0, 0, 1, "x1").lines.at(0).reason, std::string("not_a_product"));
    QCOMPARE(preview.changedLines(0, 0, 1, "x1").lines.at(0).other, std::string("postage"));
}

void CleaningPreviewTest::aBulkOrderIsFarAboveTheItemsUsual() {
    std::vector<TestLine> lines;
    for (int i = 0; i < 30; ++i) {
        lines.push_back({std::to_string(i), "2024-01-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1), "A", i % 2 ? "2" : "3"});
        // B is bought by the hundred as often as by the piece: its spread is wide, and 200 is nothing unusual.
        lines.push_back({std::to_string(100 + i), lines.back().time, "B", i % 3 == 0 ? "1" : i % 3 == 1 ? "3" : "150"});
    }
    lines.push_back({"200", "2024-01-31", "A", "195"});
    lines.push_back({"201", "2024-01-31", "A", "100"});
    lines.push_back({"202", "2024-01-31", "B", "200"});
    lines.push_back({"203", "2024-01-31", "C", "900"});  // too few lines to have a usual
    const QString marks = cleanedBy(LineSource(lines), only("bulk_orders"));
    QCOMPARE(marks.right(8), QString(" 1 0 0 0"));
    QCOMPARE(marks.count('1'), 1);
    const CleaningPreview preview(LineSource(lines), only("bulk_orders"), {}, {});
    QCOMPARE(preview.changedLines(0, 0, 9).lines.at(0).other, std::string("65"));
}

void CleaningPreviewTest::aFestivalOrAPromotionIsNoBulkOrder() {
    std::vector<TestLine> lines;
    for (int day = 1; day <= 28; ++day) {
        const std::string date = "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
        for (int item = 0; item < 25; ++item) {
            // On the 11th the whole shop sells a hundred times as much.
            lines.push_back({"", date, "I" + std::to_string(item), day == 11 ? "200" : "2"});
        }
    }
    lines.push_back({"", "2024-02-20", "I3", "200"});
    LineSource source(lines);
    const CleaningResult result = cleanSales(source, only("bulk_orders"), {}, {});
    QCOMPARE(result.setAside, 1);
    QCOMPARE(result.marks.back().step.back(), std::uint8_t{1});
    source.promote("I3", "2024-02-20");
    QCOMPARE(cleanSales(source, only("bulk_orders"), {}, {}).setAside, 0);
}

void CleaningPreviewTest::aBulkOrderUnderAPromotionStandsOutAmongPromotedLines() {
    std::vector<TestLine> lines;
    for (int i = 0; i < 30; ++i) {
        lines.push_back({std::to_string(i), "2024-01-" + std::to_string(i < 20 ? 10 : 20), "A", i < 20 ? "1" : "10"});
    }
    lines.push_back({"30", "2024-01-20", "A", "100"});
    lines.push_back({"31", "2024-01-20", "A", "700"});
    LineSource source(lines, 40);
    QCOMPARE(cleanedBy(source, only("bulk_orders")).right(3), QString("1 1"));
    source.promote("A", "2024-01-20");
    QCOMPARE(cleanedBy(source, only("bulk_orders")).right(3), QString("0 1"));
}

void CleaningPreviewTest::capsLowerTheLineInsteadOfDroppingIt() {
    std::vector<TestLine> lines;
    for (int i = 0; i < 10; ++i) {
        lines.push_back({std::to_string(i), "2024-01-01", "A", "2"});
    }
    lines.push_back({"11", "2024-01-02", "A", "1000"});
    const Recipe recipe = only("bulk_orders", {{"treatment", "cap"}, {"times", 20}});
    const CleaningResult result = cleanSales(LineSource(lines), recipe, {}, {});
    QCOMPARE(marksOf(result), QString("0 0 0 0 0 0 0 0 0 0 0=40"));
    QCOMPARE(result.kept.units, 60 * fixedOne);
    QCOMPARE(result.kept.lines, 11);
    QCOMPARE(result.steps[0].corrected, 1);
}

void CleaningPreviewTest::amountsCountWhereThereIsNoPrice() {
    LineSource source({{"1", "2024-01-01", "A", "4", ""}, {"2", "2024-01-01", "A", "2", ""}, {"C1", "2024-01-02", "A", "-1", ""}});
    source.setAmount(0, 40 * fixedOne);
    source.setAmount(1, 0);
    source.setAmount(2, -10 * fixedOne);
    const CleaningResult result = cleanSales(source, defaultRecipe(), {}, {});
    QCOMPARE(result.imported.money, 30 * fixedOne);
    // The part goes to the latest sale that is large enough, of the same (unknown) price; the free one then has 1 left.
    QCOMPARE(marksOf(result), QString("0 4 2"));
    QCOMPARE(result.kept.money, 40 * fixedOne);
}

void CleaningPreviewTest::theBooksOfEveryStepBalance() {
    const LineSource source(manyLines(), 700);
    const CleaningResult result = cleanSales(source, defaultRecipe(), {}, {});
    CleaningTotals running = result.imported;
    std::int64_t setAside = 0;
    for (const CleaningStepResult& step : result.steps) {
        QVERIFY(step.before == running);
        running -= step.removed;
        running += step.added;
        QVERIFY(step.after == running);
        QVERIFY2(step.setAside > 0 || step.id == cleaning_step::stockOuts, step.id.c_str());
        QCOMPARE(step.before.lines - step.after.lines, step.setAside);
        setAside += step.setAside;
    }
    QVERIFY(result.kept == running);
    QCOMPARE(result.setAside, setAside);
    QCOMPARE(result.imported.lines, result.kept.lines + result.setAside);
    Fixed kept = 0;
    std::size_t line = 0;
    for (const ChunkMarks& marks : result.marks) {
        std::map<std::int32_t, Fixed> corrected(marks.corrected.begin(), marks.corrected.end());
        for (std::size_t row = 0; row < marks.step.size(); ++row, ++line) {
            const std::string& quantity = source.lines()[line].quantity;
            const auto found = corrected.find(static_cast<std::int32_t>(row));
            if (marks.step[row] == 0) {
                kept += found != corrected.end() ? found->second : toFixed(std::stod(quantity));
            } else {
                QVERIFY(found == corrected.end());
            }
        }
    }
    QCOMPARE(kept, result.kept.units);
}

void CleaningPreviewTest::weeklyTotalsAddUpToTheStepsTotals() {
    const LineSource source(manyLines(), 500);
    const CleaningResult result = cleanSales(source, defaultRecipe(), {.firstWeekday = 6}, {});
    QCOMPARE(weekday(result.weekly.firstDay), 6);
    QCOMPARE(result.weekly.units.size(), result.steps.size() + 1);
    for (std::size_t stage = 0; stage < result.weekly.units.size(); ++stage) {
        const CleaningTotals& wanted = stage == 0 ? result.imported : result.steps[stage - 1].after;
        Fixed units = 0;
        Fixed money = 0;
        for (std::size_t week = 0; week < result.weekly.units[stage].size(); ++week) {
            units += result.weekly.units[stage][week];
            money += result.weekly.money[stage][week];
        }
        QCOMPARE(units, wanted.units);
        QCOMPARE(money, wanted.money);
    }
}

void CleaningPreviewTest::aStepThatIsOffChangesNothing() {
    const LineSource source(manyLines(), 500);
    Recipe recipe = defaultRecipe();
    for (RecipeStep& step : recipe.steps) {
        step.enabled = false;
    }
    const CleaningResult result = cleanSales(source, recipe, {}, {});
    QVERIFY(result.kept == result.imported);
    QCOMPARE(result.setAside, 0);
    QCOMPARE(result.steps.size(), std::size_t{8});
    QVERIFY(result.facts.exactRepeats > 0 && result.facts.cancellationLines > 0);
}

void CleaningPreviewTest::chunksAndDictionaryNumbersNeverMatter() {
    const std::vector<TestLine> lines = manyLines();
    const QString expected = cleanedBy(LineSource(lines, 4000), defaultRecipe());
    QVERIFY(expected.contains('=') && expected.contains('6'));
    QCOMPARE(cleanedBy(LineSource(lines, 1), defaultRecipe()), expected);
    QCOMPARE(cleanedBy(LineSource(lines, 333, 5000), defaultRecipe()), expected);
}

void CleaningPreviewTest::cleaningAsOfADayIsThatOfASourceThatEndsThere() {
    const LineSource source(manyLines(), 64);
    for (const Day origin : {toDay(2024, 1, 8), toDay(2024, 2, 3), toDay(2024, 3, 1)}) {
        const CleaningResult asOf = cleanSales(source, defaultRecipe(), {.asOf = origin}, {});
        const CleaningResult cut = cleanSales(source.upTo(origin, 50, 900), defaultRecipe(), {}, {});
        QString marks = marksOf(asOf);
        marks.remove(" -");
        QCOMPARE(marks, marksOf(cut));
        QVERIFY(asOf.kept == cut.kept && asOf.imported == cut.imported);
        for (std::size_t i = 0; i < cut.steps.size(); ++i) {
            QVERIFY(asOf.steps[i].after == cut.steps[i].after);
            QVERIFY(asOf.steps[i].facts == cut.steps[i].facts);
        }
    }
}

void CleaningPreviewTest::changedLinesComeInPagesLargestFirst() {
    const LineSource source({{"1", "2024-01-01 10:00", "A", "7"},
                             {"2", "2024-01-01 10:00", "B", "90", "1", "x"},
                             {"C3", "2024-01-01 11:00", "A", "-7"},
                             {"C4", "2024-01-01 11:00", "B", "-90", "1", "x"},
                             {"C5", "2024-01-01 12:00", "B", "-8", "1", "y"}});
    const CleaningPreview preview(source, only("cancellations"), {}, {});
    const ChangedLinesPage all = preview.changedLines(0, 0, 100);
    QCOMPARE(all.total, 5);
    QStringList words;
    for (const ChangedLine& line : all.lines) {
        words << QString::fromStdString(line.order + " " + line.reason + " " + line.other).trimmed();
    }
    QCOMPARE(words.join("; "), QString("2 cancelled_by C4; C4 cancels 2; C5 no_earlier_sale; 1 cancelled_by C3; C3 cancels 1"));
    const ChangedLinesPage page = preview.changedLines(0, 3, 1);
    QCOMPARE(page.total, 5);
    QCOMPARE(page.lines.size(), std::size_t{1});
    QCOMPARE(page.lines[0].order, std::string("1"));
    QVERIFY(preview.changedLines(7, 0, 10).lines.empty());
}

void CleaningPreviewTest::changedLinesAreFoundByOrderItemAndName() {
    LineSource source({{"1", "2024-01-01 10:00", "AB1", "-7"}, {"X2", "2024-01-01 10:00", "B", "-9"}});
    source.nameItem("B", "Paper Craft");
    const CleaningPreview preview(source, only("returns"), {}, {});
    QCOMPARE(preview.changedLines(0, 0, 10, "x2").total, 1);
    QCOMPARE(preview.changedLines(0, 0, 10, "ab").total, 1);
    QCOMPARE(preview.changedLines(0, 0, 10, "CRAFT").lines.at(0).itemName, std::string("Paper Craft"));
    QCOMPARE(preview.changedLines(0, 0, 10, "none").total, 0);
}

void CleaningPreviewTest::aStopIsHeard() {
    std::stop_source stop;
    stop.request_stop();
    JobControl job;
    job.stop = stop.get_token();
    bool isCancelled = false;
    try {
        cleanSales(LineSource(manyLines(), 100), defaultRecipe(), {}, job);
    } catch (const Cancelled&) {
        isCancelled = true;
    }
    QVERIFY(isCancelled);
}

void CleaningPreviewTest::noLinesAreNoTrouble() {
    const CleaningResult result = cleanSales(LineSource({}), defaultRecipe(), {}, {});
    QCOMPARE(result.imported.lines, 0);
    QCOMPARE(result.steps.size(), std::size_t{8});
    QCOMPARE(cleanSales(LineSource({{"1", "2024-01-05", "A", "1"}}), defaultRecipe(), {.asOf = toDay(2024, 1, 1)}, {}).kept.lines, 0);
}

QTEST_APPLESS_MAIN(CleaningPreviewTest)
#include "cleaning_preview_test.moc"
