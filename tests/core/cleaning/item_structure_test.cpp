// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Successors, bundles and gifts, styles and their size curves, as steps of a recipe.
#include <QTest>
#include <random>

#include "core/base/error.h"
#include "core/cleaning/cleaning_preview.h"
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/size_curve.h"
#include "core/dataset/panel_builder.h"
#include "tests/core/cleaning/line_source.h"

using namespace foresell;
using foresell::test::LineSource;
using foresell::test::TestLine;

namespace {

using json = nlohmann::json;

Recipe only(std::string_view id, json options = json::object()) {
    return {{{.id = std::string(id), .options = std::move(options)}}};
}

/// "A 2 x, B 1 y" of the lines that the steps have added, in their order: item, units, money.
QString added(const LineSource& source, const CleaningResult& result) {
    QStringList words;
    for (std::size_t i = 0; i < result.added.size(); ++i) {
        words << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(source.itemCode(result.added.item[i])))
                     .arg(toDouble(result.added.quantity[i]))
                     .arg(isMissing(result.added.amount[i]) ? QStringLiteral("?") : QString::number(toDouble(result.added.amount[i])));
    }
    return words.join(QStringLiteral(", "));
}

bool isBalanced(const CleaningResult& result) {
    CleaningTotals totals = result.imported;
    for (const CleaningStepResult& step : result.steps) {
        CleaningTotals after = step.before;
        after -= step.removed;
        after += step.added;
        if (!(step.before == totals) || !(step.after == after)) {
            return false;
        }
        totals = after;
    }
    return totals == result.kept;
}

/// A set of one pot at 30 and two cups at 10 for 45, and single sales of both.
std::vector<TestLine> teaShop() {
    return {{"1", "2026-01-05", "POT", "1", "30"}, {"2", "2026-01-05", "CUP", "4", "10"}, {"3", "2026-01-06", "SET", "3", "45"},
            {"4", "2026-01-07", "SET", "-1", "45"}, {"5", "2026-01-07", "TIN", "1", ""}};
}

}  // namespace

class ItemStructureTest : public QObject {
    Q_OBJECT

private slots:
    void aBundleBecomesSalesOfWhatIsInIt();
    void moneyGoesByGivenSharesOrByQuantity();
    void moneyOfABundleAddsUpToTheLastFraction();
    void bundlesInBundlesAreTakenApart();
    void aBundleHoldsWhatItHeldThatDay();
    void whatHoldsItselfIsRefused();
    void rowsOfTheRecipeReplaceTheFile();
    void aGiftCountsOnceWithTheSaleThatBringsIt();
    void aSuccessorCarriesOnTheHistory();
    void theBooksOfAllStepsBalanceAndAreNotMovedByLaterLines();
    void partsReachThePanel();
    void stylesStandForTheirSizes();
    void aThinStyleFollowsItsCategoryAndALargeOneItself();
    void sizesThatSoldOutKeepTheirShare();
};

void ItemStructureTest::aBundleBecomesSalesOfWhatIsInIt() {
    LineSource source(teaShop());
    source.link(LinkKind::Bundle, "SET", "POT");
    source.link(LinkKind::Bundle, "SET", "CUP", {.quantity = toFixed(2)});
    const CleaningPreview preview(source, only("bundles"), {}, {});
    const CleaningResult& result = preview.result();
    // 135 for three sets: 30 to 2 x 10, so 81 and 54.
    QCOMPARE(added(source, result), QStringLiteral("POT 3 81, CUP 6 54, POT -1 -27, CUP -2 -18"));
    QVERIFY(isBalanced(result));
    QCOMPARE(result.steps[0].setAside, std::int64_t{2});
    QCOMPARE(result.steps[0].created, std::int64_t{4});
    QCOMPARE(result.kept.money, result.imported.money);
    QCOMPARE(result.kept.units, result.imported.units + toFixed(4));
    QVERIFY(!result.steps[0].needsALook);
    const ChangedLinesPage page = preview.changedLines(0, 0, 10);
    QCOMPARE(page.total, std::int64_t{6});
    QCOMPARE(page.lines[0].reason, std::string("taken_apart"));
    QCOMPARE(page.lines[0].other, std::string("2"));
    QCOMPARE(page.lines[1].reason, std::string("part_of"));
    QCOMPARE(page.lines[1].other, std::string("SET"));
    QCOMPARE(page.lines[1].order, std::string("3"));
    const WeeklyTotals pots = preview.weeklyOf(source.findItem("POT"));
    QCOMPARE(pots.units[0][0], toFixed(1));
    QCOMPARE(pots.units[1][0], toFixed(3));
}

void ItemStructureTest::moneyGoesByGivenSharesOrByQuantity() {
    LineSource shared(teaShop());
    shared.link(LinkKind::Bundle, "SET", "POT", {.share = toFixed(2)});
    shared.link(LinkKind::Bundle, "SET", "CUP", {.quantity = toFixed(2), .share = toFixed(1)});
    QVERIFY(added(shared, cleanSales(shared, only("bundles"), {}, {})).startsWith(QStringLiteral("POT 3 90, CUP 6 45")));
    LineSource counted(teaShop());
    counted.link(LinkKind::Bundle, "SET", "POT");
    counted.link(LinkKind::Bundle, "SET", "CUP", {.quantity = toFixed(2)});
    QVERIFY(added(counted, cleanSales(counted, only("bundles", {{"money", "quantity"}}), {}, {})).startsWith(QStringLiteral("POT 3 45, CUP 6 90")));
    // A part whose price nothing tells: by quantity, and said so.
    LineSource unknown(teaShop());
    unknown.link(LinkKind::Bundle, "SET", "TIN");
    unknown.link(LinkKind::Bundle, "SET", "CUP", {.quantity = toFixed(2)});
    const CleaningResult result = cleanSales(unknown, only("bundles"), {}, {});
    QVERIFY(added(unknown, result).startsWith(QStringLiteral("TIN 3 45, CUP 6 90")));
    QCOMPARE(result.steps[0].facts.at("shared_by_quantity"), std::int64_t{2});
}

void ItemStructureTest::moneyOfABundleAddsUpToTheLastFraction() {
    std::mt19937 random(7);
    std::vector<TestLine> lines;
    for (const char* item : {"A", "B", "C"}) {
        lines.push_back({item, "2026-01-01", item, "1", std::to_string(1 + random() % 97) + ".37"});
    }
    for (int i = 0; i < 500; ++i) {
        lines.push_back({std::to_string(i), "2026-01-02", "SET", std::to_string(1 + random() % 7), std::to_string(random() % 9973) + "." + std::to_string(1000 + random() % 9000)});
    }
    LineSource source(lines);
    for (const char* item : {"A", "B", "C"}) {
        source.link(LinkKind::Bundle, "SET", item, {.quantity = toFixed(static_cast<double>(1 + random() % 3))});
    }
    const CleaningResult result = cleanSales(source, only("bundles"), {}, {});
    QCOMPARE(result.kept.money, result.imported.money);
    QVERIFY(isBalanced(result));
}

void ItemStructureTest::bundlesInBundlesAreTakenApart() {
    LineSource source({{"1", "2026-01-05", "A", "1", "3"}, {"2", "2026-01-05", "B", "1", "1"}, {"3", "2026-01-05", "INNER", "1", "4"}, {"4", "2026-01-05", "OUTER", "2", "10"}});
    source.link(LinkKind::Bundle, "INNER", "A");
    source.link(LinkKind::Bundle, "INNER", "B", {.quantity = toFixed(2)});
    source.link(LinkKind::Bundle, "OUTER", "INNER");
    source.link(LinkKind::Bundle, "OUTER", "A");
    QCOMPARE(added(source, cleanSales(source, only("bundles"), {}, {})), QStringLiteral("A 1 2.4, B 2 1.6, A 2 7.5, B 4 5, A 2 7.5"));
}

void ItemStructureTest::aBundleHoldsWhatItHeldThatDay() {
    LineSource source(teaShop());
    source.link(LinkKind::Bundle, "SET", "POT", {.last = fromIso("2026-01-06").value()});
    source.link(LinkKind::Bundle, "SET", "CUP", {.first = fromIso("2026-01-08").value()});
    const CleaningResult result = cleanSales(source, only("bundles"), {}, {});
    QCOMPARE(added(source, result), QStringLiteral("POT 3 135"));
    QCOMPARE(result.steps[0].facts.at("not_told"), std::int64_t{1});
}

void ItemStructureTest::whatHoldsItselfIsRefused() {
    LineSource source(teaShop());
    source.link(LinkKind::Bundle, "SET", "POT");
    source.link(LinkKind::Bundle, "POT", "SET");
    QVERIFY_EXCEPTION_THROWN(cleanSales(source, only("bundles"), {}, {}), Error);
    LineSource heirs(teaShop());
    heirs.link(LinkKind::Successor, "SET", "POT");
    heirs.link(LinkKind::Successor, "POT", "SET");
    QVERIFY_EXCEPTION_THROWN(cleanSales(heirs, only("successors"), {}, {}), Error);
}

void ItemStructureTest::rowsOfTheRecipeReplaceTheFile() {
    LineSource source(teaShop());
    source.link(LinkKind::Bundle, "SET", "POT");
    const json rows = {{{"bundle", "SET"}, {"item", "CUP"}, {"quantity", 4}}, {{"bundle", "SET"}, {"item", "NONE"}}};
    const CleaningResult result = cleanSales(source, only("bundles", {{"parts", rows}}), {}, {});
    QVERIFY(added(source, result).startsWith(QStringLiteral("CUP 12 135")));
    QCOMPARE(result.steps[0].facts.at("unknown_codes"), std::int64_t{1});
    QCOMPARE(added(source, cleanSales(source, only("bundles", {{"file", false}}), {}, {})), QString());
}

void ItemStructureTest::aGiftCountsOnceWithTheSaleThatBringsIt() {
    LineSource source({{"1", "2026-01-05", "CREAM", "2", "50"}, {"2", "2026-01-06", "CREAM", "1", "50"}, {"2", "2026-01-06", "MINI", "1", "0"},
                       {"3", "2026-01-09", "CREAM", "1", "50"}});
    source.link(LinkKind::Gift, "CREAM", "MINI", {.last = fromIso("2026-01-06").value()});
    const CleaningResult result = cleanSales(source, only("bundles"), {}, {});
    QCOMPARE(added(source, result), QStringLiteral("MINI 2 0"));
    QVERIFY(isBalanced(result));
    QCOMPARE(result.kept.money, result.imported.money);
    // Where the gift's own line was set aside for its price, it counts with the sale.
    const Recipe both{{{.id = "zero_prices"}, {.id = "bundles"}}};
    QCOMPARE(added(source, cleanSales(source, both, {}, {})), QStringLiteral("MINI 2 0, MINI 1 0"));
    QCOMPARE(added(source, cleanSales(source, only("bundles", {{"gifts", false}}), {}, {})), QString());
}

void ItemStructureTest::aSuccessorCarriesOnTheHistory() {
    LineSource source({{"1", "2025-01-05", "V1", "2", "10"}, {"2", "2025-06-05", "V2", "3", "10"}, {"3", "2026-01-05", "V3", "4", "10"}, {"4", "2026-01-06", "OLD", "1", "10"}});
    source.link(LinkKind::Successor, "V2", "V1");
    source.link(LinkKind::Successor, "V3", "V2", {.quantity = toFixed(2)});
    const Recipe recipe{{{.id = "merges", .options = {{"items", {{{"from", "OLD"}, {"to", "V1"}}}}}}, {.id = "successors"}}};
    const CleaningResult result = cleanSales(source, recipe, {}, {});
    for (const char* old : {"V1", "V2", "V3", "OLD"}) {
        QCOMPARE(result.merged.itemNow(source.findItem(old)), source.findItem("V3"));
    }
    // All but V3's own count twice; their money stays.
    QCOMPARE(result.kept.units, toFixed(2 * (2 + 3 + 1) + 4));
    QCOMPARE(result.kept.money, result.imported.money);
    QVERIFY(isBalanced(result));
    QCOMPARE(result.steps[1].corrected, std::int64_t{3});
}

void ItemStructureTest::theBooksOfAllStepsBalanceAndAreNotMovedByLaterLines() {
    std::mt19937 random(3);
    std::vector<TestLine> lines;
    for (int day = 0; day < 60; ++day) {
        for (const char* item : {"S", "M", "L", "BOX", "OLD"}) {
            const std::string order = std::to_string(day) + item;
            lines.push_back({order, toIso(toDay(2026, 1, 1) + day), item, std::to_string(1 + random() % 5), std::to_string(5 + random() % 3)});
        }
    }
    LineSource source(lines, 7);
    source.link(LinkKind::Variant, "T", "S");  // a style that sells nothing itself is not there
    source.link(LinkKind::Variant, "OLD", "M", {.size = "M"});
    source.link(LinkKind::Bundle, "BOX", "S", {.quantity = toFixed(2)});
    source.link(LinkKind::Bundle, "BOX", "L");
    source.link(LinkKind::Gift, "L", "S");
    Recipe recipe = defaultRecipe();
    for (const std::string& id : absentSteps(recipe)) {
        addStep(recipe, id);
    }
    const CleaningResult whole = cleanSales(source, recipe, {}, {});
    QVERIFY(isBalanced(whole));
    const Day origin = toDay(2026, 2, 10);
    const CleaningResult asOf = cleanSales(source, recipe, {.asOf = origin}, {});
    const LineSource earlier = source.upTo(origin, 11, 300);
    const CleaningResult cut = cleanSales(earlier, recipe, {}, {});
    QVERIFY(asOf.kept == cut.kept);
    for (std::size_t i = 0; i < cut.steps.size(); ++i) {
        QVERIFY2(asOf.steps[i].after == cut.steps[i].after, cut.steps[i].id.c_str());
    }
    QCOMPARE(added(source, asOf), added(earlier, cut));
}

void ItemStructureTest::partsReachThePanel() {
    LineSource source(teaShop());
    source.link(LinkKind::Bundle, "SET", "POT");
    source.link(LinkKind::Bundle, "SET", "CUP", {.quantity = toFixed(2)});
    const CleaningResult cleaned = cleanSales(source, only("bundles"), {}, {});
    PanelCodes codes;
    codes.items.resize(5);
    for (std::int32_t item = 1; item <= 4; ++item) {
        codes.items[static_cast<std::size_t>(item)] = source.itemCode(item);
    }
    const BuiltPanel built = buildPanel(source, cleaned, codes, {}, {.period = PeriodKind::Day, .origin = toDay(2026, 1, 7), .netOfReturns = true}, {});
    QCOMPARE(built.panel.itemCodes, (std::vector<std::string>{"CUP", "POT", "TIN"}));
    QCOMPARE(built.panel.target, (std::vector<float>{4, 6, -2, 1, 3, -1, 0, 0, 1}));
    QCOMPARE(built.sold, built.panel.target);
}

void ItemStructureTest::stylesStandForTheirSizes() {
    LineSource source({{"1", "2026-01-05", "TEE-S", "6", "10"}, {"2", "2026-01-06", "TEE-M", "3", "10"}, {"3", "2024-01-06", "TEE-M", "90", "10"}, {"4", "2026-01-06", "TEE", "1", "10"}});
    source.link(LinkKind::Variant, "TEE", "TEE-S", {.size = "S"});
    source.link(LinkKind::Variant, "TEE", "TEE-M", {.size = "M"});
    const CleaningResult result = cleanSales(source, only("styles"), {}, {});
    QCOMPARE(result.merged.itemNow(source.findItem("TEE-S")), source.findItem("TEE"));
    QCOMPARE(result.merged.itemNow(source.findItem("TEE-M")), source.findItem("TEE"));
    QCOMPARE(result.kept.units, result.imported.units);
    QCOMPARE(result.sizes.size(), std::size_t{1});
    QCOMPARE(result.sizes[0].style, source.findItem("TEE"));
    const std::vector<SizeCurve::Part>& parts = result.sizes[0].parts;
    QCOMPARE(parts[0].size, std::string("M"));
    QCOMPARE(parts[0].units, 3.0);  // those of two years ago do not count
    QVERIFY(std::abs(parts[0].share - 1.0 / 3) < 1e-9 && std::abs(parts[1].share - 2.0 / 3) < 1e-9);
}

void ItemStructureTest::aThinStyleFollowsItsCategoryAndALargeOneItself() {
    std::vector<SizeCurve> curves;
    std::mt19937 random(11);
    for (int style = 0; style < 40; ++style) {
        std::binomial_distribution<int> medium(200, 0.7);
        const int m = medium(random);
        curves.push_back({.style = style, .parts = {{.item = 1, .size = "S", .units = 200.0 - m}, {.item = 2, .size = "M", .units = double(m)}}});
    }
    curves.push_back({.style = 100, .parts = {{.item = 1, .size = "S", .units = 3}, {.item = 2, .size = "M", .units = 0}}});
    curves.push_back({.style = 101, .parts = {{.item = 1, .size = "S", .units = 90'000}, {.item = 2, .size = "M", .units = 10'000}}});
    curves.push_back({.style = 102, .parts = {{.item = 1, .size = "", .units = 0}, {.item = 2, .size = "", .units = 0}}});
    std::vector<std::string> categories(curves.size(), "shirts");
    categories[41] = "suits";
    fillShares(curves, categories);
    for (const SizeCurve& curve : curves) {
        QVERIFY(std::abs(curve.parts[0].share + curve.parts[1].share - 1) < 1e-12);
    }
    QVERIFY2(curves[40].parts[1].share > 0.6, qPrintable(QString::number(curves[40].parts[1].share)));
    QVERIFY2(std::abs(curves[41].parts[0].share - 0.9) < 0.01, qPrintable(QString::number(curves[41].parts[0].share)));
    QVERIFY(std::abs(curves[42].parts[0].share - 0.5) < 1e-12);
}

void ItemStructureTest::sizesThatSoldOutKeepTheirShare() {
    std::vector<TestLine> lines;
    for (int day = 0; day < 60; ++day) {
        const std::string date = toIso(toDay(2026, 1, 1) + day);
        lines.push_back({"s" + date, date, "TEE-S", "4", "10"});
        if (day < 30) {
            lines.push_back({"m" + date, date, "TEE-M", "4", "10"});
        }
    }
    lines.push_back({"t", "2026-01-01", "TEE", "1", "10"});
    LineSource source(lines);
    source.outOfStock("TEE-M", "", "2026-01-31", "2026-03-01");
    source.link(LinkKind::Variant, "TEE", "TEE-S", {.size = "S"});
    source.link(LinkKind::Variant, "TEE", "TEE-M", {.size = "M"});
    const CleaningResult blind = cleanSales(source, only("styles"), {}, {});
    const CleaningResult seeing = cleanSales(source, {{{.id = "stock_outs"}, {.id = "styles"}}}, {}, {});
    QVERIFY2(std::abs(blind.sizes[0].parts[0].share - 1.0 / 3) < 0.01, qPrintable(QString::number(blind.sizes[0].parts[0].share)));
    QVERIFY2(std::abs(seeing.sizes[0].parts[0].share - 0.5) < 0.03, qPrintable(QString::number(seeing.sizes[0].parts[0].share)));
}

QTEST_GUILESS_MAIN(ItemStructureTest)
#include "item_structure_test.moc"
