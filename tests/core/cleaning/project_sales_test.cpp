// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/project_sales.h"

#include <QTemporaryDir>
#include <QTest>

#include "core/cleaning/cleaning_preview.h"
#include "core/project/project_writer.h"
#include "tests/core/cleaning/line_source.h"

using namespace foresell;
using foresell::test::LineSource;
using foresell::test::TestLine;

namespace {

std::vector<TestLine> someLines() {
    std::vector<TestLine> lines;
    for (int i = 0; i < 300; ++i) {
        const std::string date = toIso(toDay(2024, 3, 1) + i / 10);
        lines.push_back({std::to_string(i), date + " 10:00:00", i % 3 ? "A" : "B", std::to_string(1 + i % 4), "2.50", std::to_string(i % 7)});
    }
    lines.push_back({"C55", "2024-03-20 10:00:00", "A", "-1", "2.50", "1"});
    lines.push_back({"400", "2024-03-30 10:00:00", "A", "800", "2.50", "1"});
    lines.push_back({"401", "2024-03-30 10:00:00", "POST", "1", "2.50", "1"});
    lines.push_back(lines[5]);
    return lines;
}

/// Stores the lines of a source in a project file, chunk by chunk, with a plan that promotes A on 30 March.
void store(const LineSource& source, const std::filesystem::path& path) {
    const auto writer = ProjectWriter::create(path, {.name = "Shop"});
    const ImportId sales = writer->beginImport({.name = "sales.csv"});
    source.readChunks(noDay, {}, [&](std::int64_t, const SaleBatch& batch) { writer->appendSales(sales, encodeSaleChunk(batch)); });
    ProjectWriter::Dictionaries dictionaries;
    for (std::int32_t item = 1; item <= 3; ++item) {
        dictionaries.items.push_back({.id = {item}, .code = source.itemCode(item), .name = source.itemName(item)});
    }
    const auto lines = source.lineCount();
    writer->finishImport(sales, {.read = lines, .imported = lines}, dictionaries, "{}");
    const ImportId plan = writer->beginImport({.role = "plan", .name = "plan.csv"});
    writer->appendPlan(plan, {.names = {"price", "Promotion"},
                              .item = {1, 1},
                              .location = {0, 0},
                              .channel = {0, 0},
                              .day = {toDay(2024, 3, 29), toDay(2024, 3, 30)},
                              .knownFrom = {noDay, noDay},
                              .values = {{2.5, 2.0}, {0, 1}}});
    writer->finishImport(plan, {.read = 2, .imported = 2}, {}, "{}");
    writer->close();
}

}  // namespace

class ProjectSalesTest : public QObject {
    Q_OBJECT

private slots:
    void aProjectIsCleanedLikeTheLinesItWasMadeOf();
    void promotionsOfThePlanAreKnown();
};

void ProjectSalesTest::aProjectIsCleanedLikeTheLinesItWasMadeOf() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("shop.foresell").toStdString();
    LineSource source(someLines(), 100);
    source.promote("A", "2024-03-30");
    store(source, path);
    const auto reader = ProjectReader::open(path);
    const ProjectSales sales(*reader);
    QCOMPARE(sales.lineCount(), source.lineCount());
    for (const Day asOf : {noDay, toDay(2024, 3, 12)}) {
        const CleaningResult expected = cleanSales(source, defaultRecipe(), {.asOf = asOf}, {});
        const CleaningResult found = cleanSales(sales, defaultRecipe(), {.asOf = asOf}, {});
        QVERIFY(found.imported == expected.imported && found.kept == expected.kept);
        QCOMPARE(found.marks.size(), expected.marks.size());
        for (std::size_t i = 0; i < found.marks.size(); ++i) {
            QVERIFY(found.marks[i].step == expected.marks[i].step);
            QVERIFY(found.marks[i].corrected == expected.marks[i].corrected);
        }
    }
    const CleaningResult all = cleanSales(sales, defaultRecipe(), {}, {});
    QCOMPARE(all.steps[0].setAside, 1);
    QCOMPARE(all.facts.cancellationLines, 1);
    QCOMPARE(all.steps[4].setAside, 1);
    // The large line lies under a promotion, with too few other lines to compare it with.
    Recipe recipe = defaultRecipe();
    recipe.steps[5].options = {{"fewest_lines", 9}};
    QCOMPARE(cleanSales(sales, recipe, {}, {}).steps[5].setAside, 0);
}

void ProjectSalesTest::promotionsOfThePlanAreKnown() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("shop.foresell").toStdString();
    store(LineSource(someLines(), 100), path);
    const auto reader = ProjectReader::open(path);
    const ProjectSales sales(*reader);
    QCOMPARE(sales.itemCode(1), std::string("A"));
    QVERIFY(sales.isPromoted(1, 4, toDay(2024, 3, 30)));
    QVERIFY(!sales.isPromoted(1, 4, toDay(2024, 3, 29)));
    QVERIFY(!sales.isPromoted(2, 4, toDay(2024, 3, 30)));
}

QTEST_APPLESS_MAIN(ProjectSalesTest)
#include "project_sales_test.moc"
