// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_steps.h"

#include <QTest>
#include <random>

#include "core/cleaning/cleaning_preview.h"
#include "tests/core/cleaning/line_source.h"

using namespace foresell;
using foresell::test::LineSource;
using foresell::test::TestLine;

namespace {

using json = nlohmann::json;

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

std::string dayText(Day day) {
    return toIso(day);
}

constexpr Day monday = 19'723;  // 2024-01-01

/// A little of everything that any step looks for.
std::vector<TestLine> everything(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned count) { return static_cast<int>(random() % count); };
    std::vector<TestLine> lines;
    for (int i = 0; i < 3000; ++i) {
        const std::string time = dayText(monday + i / 30) + (below(9) == 0 ? "" : " 1" + std::to_string(below(9)) + ":2" + std::to_string(below(9)) + ":00");
        TestLine line{std::to_string(1000 + i / 2), time, std::string(1, static_cast<char>('A' + below(12))), std::to_string(1 + below(4)),
                      std::to_string(2 + below(3)), std::to_string(below(40) + 1), below(2) ? "N" : "S"};
        const int fate = below(30);
        if (fate < 2) {
            lines.push_back(line);
        } else if (fate == 2) {
            line.order = "C" + line.order;
            line.quantity = "-" + line.quantity;
        } else if (fate < 5) {
            line.quantity = "-1";
        } else if (fate == 5) {
            line.price = "0";
        } else if (fate == 6) {
            line.price = "";
        } else if (fate == 7) {
            line.quantity = "";
        } else if (fate == 8) {
            line.quantity = "700";
        } else if (fate == 9) {
            line.price = "999";
        } else if (fate == 10) {
            line.customer = "new" + std::to_string(i);
            line.order = "n" + std::to_string(i);
            line.item = "B";
        } else if (fate == 11) {
            line.order = "TEST" + std::to_string(i);
        } else if (fate == 12) {
            line.item = "";
        } else if (fate == 13) {
            line.quantity = "0.3333";
        } else if (fate == 14) {
            lines.push_back(line);
            line.price = "2.01";
        } else if (fate == 15) {
            line.item = "POST";
        } else if (fate == 16 && i % 5 == 0) {
            line.quantity = "9000";
        }
        lines.push_back(line);
    }
    return lines;
}

/// Every step, made to do something.
Recipe fullRecipe() {
    Recipe recipe;
    for (const StepInfo& info : cleaningStepCatalog()) {
        recipe.steps.push_back({.id = info.id});
    }
    const auto set = [&](std::string_view id, json options) {
        std::find_if(recipe.steps.begin(), recipe.steps.end(), [&](const RecipeStep& step) { return step.id == id; })->options =
            std::move(options);
    };
    set(cleaning_step::merges, {{"items", {{{"from", "K"}, {"to", "J"}}, {{"from", "L"}, {"to", "K"}, {"units", 6}}}}});
    set(cleaning_step::conversions, {{"units", {{{"item", "C"}, {"units", 0.3}}}}, {"money", {{{"place", "N"}, {"rate", 7.13}}}}});
    set(cleaning_step::returns, {{"treatment", "net"}, {"expect", true}});
    set(cleaning_step::missingValues, {{"quantity", "interpolate"}, {"price", "seasonal"}});
    set(cleaning_step::clickFarms, {{"fewest_orders", 2}, {"score", 1}, {"first_orders", 0.3}});
    set(cleaning_step::wholesaleOrders, {{"times", 400}, {"score", 2}});
    set(cleaning_step::quantityOutliers, {{"times", 2}, {"score", 2}, {"smallest", 4}});
    set(cleaning_step::successors, {{"items", {{{"from", "H"}, {"to", "G"}}}}});
    set(cleaning_step::bundles, {{"parts", {{{"bundle", "E"}, {"item", "A"}, {"quantity", 2}}, {{"bundle", "E"}, {"item", "B"}},
                                            {{"bundle", "F"}, {"item", "E"}}, {{"bundle", "F"}, {"item", "I"}, {"quantity", 0.5}}}}});
    set(cleaning_step::styles, {{"variants", {{{"style", "A"}, {"item", "B"}, {"size", "M"}}, {{"style", "A"}, {"item", "C"}}}}});
    set(cleaning_step::closedDays, {{"days", {"2024-01-10", "2024-02-01..2024-02-03"}}});
    return recipe;
}

}  // namespace

/// What holds of any recipe: its books balance, and neither the order of storage nor the future matters.
class CleaningBooksTest : public QObject {
    Q_OBJECT

private slots:
    void theBooksOfEveryStepBalance_data();
    void theBooksOfEveryStepBalance();
    void theWeeksOfAllItemsAddUpToThoseOfTheShop();
    void chunksAndDictionaryNumbersNeverMatter();
    void cleaningAsOfADayIsThatOfASourceThatEndsThere();
};

void CleaningBooksTest::theBooksOfEveryStepBalance_data() {
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U}) {
        QTest::addRow("lines %u", seed) << seed;
    }
}

void CleaningBooksTest::theBooksOfEveryStepBalance() {
    QFETCH(unsigned, seed);
    LineSource source(everything(seed), 512);
    source.outOfStock("D", "N", "2024-01-20", "2024-01-25");
    const Recipe recipe = fullRecipe();
    const CleaningResult result = cleanSales(source, recipe, {}, {});
    CleaningTotals running = result.imported;
    std::int64_t changed = 0;
    for (const CleaningStepResult& step : result.steps) {
        QVERIFY2(step.before == running, step.id.c_str());
        running -= step.removed;
        running += step.added;
        QVERIFY2(step.after == running, step.id.c_str());
        QCOMPARE(step.removed.lines, step.setAside + step.corrected);
        QCOMPARE(step.added.lines, step.corrected + step.created);
        QVERIFY2(step.setAside + step.corrected + step.lost.lines > 0 || step.id == cleaning_step::clickFarms, step.id.c_str());
        changed += step.setAside;
    }
    QVERIFY(running == result.kept);
    QCOMPARE(changed, result.setAside);
    // What the marks say, added up anew, is what the books say.
    CleaningTotals counted;
    std::size_t at = 0;
    source.readChunks(noDay, {}, [&](std::int64_t, const SaleBatch& lines) {
        const ChunkMarks& marks = result.marks[at++];
        for (std::size_t row = 0; row < lines.size(); ++row) {
            Fixed quantity = lines.quantity[row];
            Fixed price = lines.price[row];
            Fixed amount = lines.amount[row];
            for (const auto& [line, value] : marks.corrected) {
                quantity = static_cast<std::size_t>(line) == row ? value : quantity;
            }
            for (const RepricedLine& value : marks.repriced) {
                price = static_cast<std::size_t>(value.line) == row ? value.price : price;
                amount = static_cast<std::size_t>(value.line) == row ? value.amount : amount;
            }
            if (marks.step[row] == 0) {
                counted += {1, isMissing(quantity) ? 0 : quantity, moneyOfLine(quantity, price, amount)};
            }
        }
    });
    for (std::size_t line = 0; line < result.added.size(); ++line) {
        const Fixed units = result.added.quantity[line];
        counted += {1, units, moneyOfLine(units, result.added.price[line], result.added.amount[line])};
    }
    QVERIFY(result.added.size() > 100);
    QVERIFY(counted == result.kept);
}

void CleaningBooksTest::theWeeksOfAllItemsAddUpToThoseOfTheShop() {
    const LineSource source(everything(7), 512);
    const CleaningPreview preview(source, fullRecipe(), {}, {});
    auto units = preview.result().weekly.units;
    auto money = preview.result().weekly.money;
    for (std::int32_t item = 0; item <= 13; ++item) {
        const WeeklyTotals weeks = preview.weeklyOf(item);
        for (std::size_t stage = 0; stage < units.size(); ++stage) {
            for (std::size_t week = 0; week < units[stage].size(); ++week) {
                units[stage][week] -= weeks.units[stage][week];
                money[stage][week] -= weeks.money[stage][week];
            }
        }
    }
    const std::vector<std::vector<Fixed>> nothing(units.size(), std::vector<Fixed>(units.front().size()));
    QCOMPARE(units, nothing);
    QCOMPARE(money, nothing);
}

void CleaningBooksTest::chunksAndDictionaryNumbersNeverMatter() {
    const std::vector<TestLine> lines = everything(4);
    LineSource one(lines, 4096);
    LineSource other(lines, 7, 30);
    for (LineSource* source : {&one, &other}) {
        source->outOfStock("D", "N", "2024-01-20", "2024-01-25");
    }
    const CleaningResult a = cleanSales(one, fullRecipe(), {}, {});
    const CleaningResult b = cleanSales(other, fullRecipe(), {}, {});
    QCOMPARE(kept(one, a), kept(other, b));
    QVERIFY(a.kept == b.kept);
    for (std::size_t i = 0; i < a.steps.size(); ++i) {
        QVERIFY2(a.steps[i].after == b.steps[i].after && a.steps[i].lost == b.steps[i].lost, a.steps[i].id.c_str());
    }
}

void CleaningBooksTest::cleaningAsOfADayIsThatOfASourceThatEndsThere() {
    LineSource source(everything(5), 64);
    source.outOfStock("D", "N", "2024-02-20", "2024-03-25");
    const Day asOf = toDay(2024, 3, 1);
    CleaningOptions options;
    options.asOf = asOf;
    const CleaningResult cut = cleanSales(source, fullRecipe(), options, {});
    const LineSource shorter = source.upTo(asOf, 50, 40);
    const CleaningResult whole = cleanSales(shorter, fullRecipe(), {}, {});
    QVERIFY(cut.kept == whole.kept);
    for (std::size_t i = 0; i < cut.steps.size(); ++i) {
        QVERIFY2(cut.steps[i].after == whole.steps[i].after, cut.steps[i].id.c_str());
        QVERIFY2(cut.steps[i].lost == whole.steps[i].lost, cut.steps[i].id.c_str());
    }
}

QTEST_APPLESS_MAIN(CleaningBooksTest)
#include "cleaning_books_test.moc"
