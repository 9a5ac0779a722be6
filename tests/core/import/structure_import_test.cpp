// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How items belong together, from its file to the sales that are cleaned by it.
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/cleaning/cleaning_preview.h"
#include "core/cleaning/project_sales.h"
#include "core/import/importer.h"
#include "core/privacy/retention.h"

using namespace foresell;

class StructureImportTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aStructureFileIsToldByItsColumns_data();
    void aStructureFileIsToldByItsColumns();
    void everyRowIsLinkedOrRejectedWithItsReason();
    void aListOfItemsWithStylesTellsBoth();
    void theLastFileHoldsForWhatItTellsOf();
    void anUndoneImportTellsNothing();
    void aRecipeTakesInTheStepsThatTheStructureAsksFor();
    void bundlesOfTheNextFileAreTakenApartToo();
    void daysThatAreSummedKeepTheirBundles();

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    ImportSummary importText(const std::string& name, const std::string& text, std::optional<ImportRole> role = {}) {
        std::ofstream(folder() / name, std::ios::binary) << text;
        return runImport(*m_project, {folder() / name}, {.role = role}, {});
    }
    /// "bundle SET POT 1", one a link.
    std::vector<std::string> links() const;
    CleaningResult cleaned() const;
    QString unitsByItem(const CleaningResult& result) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectWriter> m_project;
};

void StructureImportTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = ProjectWriter::create(folder() / "p.foresell", {});
}

std::vector<std::string> StructureImportTest::links() const {
    const auto reader = ProjectReader::open(m_project->path());
    const ProjectSales sales(*reader);
    std::vector<std::string> texts;
    for (const ItemLink& link : reader->links()) {
        std::string text = std::string(linkKindName(link.kind)) + ' ' + sales.itemCode(link.whole.value) + ' ' + sales.itemCode(link.part.value) +
                           ' ' + QString::number(toDouble(link.quantity)).toStdString();
        text += isMissing(link.share) ? "" : " share " + QString::number(toDouble(link.share)).toStdString();
        text += link.size.empty() ? "" : " size " + link.size;
        text += link.first == noDay ? "" : " from " + toIso(link.first);
        text += link.last == noDay ? "" : " to " + toIso(link.last);
        texts.push_back(text);
    }
    return texts;
}

void StructureImportTest::aStructureFileIsToldByItsColumns_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<qint64>("count");
    QTest::newRow("bundles") << "bundle sku,component sku,qty,share\nSET,POT,1,60%\nSET,CUP,2,40%\n" << "bundle SET POT 1 share 0.6" << qint64{2};
    QTest::newRow("combinations of a Chinese ERP") << "组合商品编码,组合商品名称,商品编码,数量,应占售价比例\nSET,茶具,POT,1,60\nSET,茶具,CUP,2,40\n" << "bundle SET POT 1 share 60" << qint64{2};
    QTest::newRow("styles") << "style code;sku;size\nTEE;TEE-S;S\nTEE;TEE-M;M\n" << "variant TEE TEE-S 1 size S" << qint64{2};
    QTest::newRow("Chinese styles") << "款号,商品编码,尺码\nTEE,TEE-S,S\nTEE,TEE-M,M\n" << "variant TEE TEE-S 1 size S" << qint64{2};
    QTest::newRow("successors") << "new sku,old sku\nV2,V1\n" << "successor V2 V1 1" << qint64{1};
    QTest::newRow("Chinese successors") << "新商品编码,旧商品编码\nV2,V1\n" << "successor V2 V1 1" << qint64{1};
    QTest::newRow("gifts of a season") << "gift sku,gift with,start date,end date\nMINI,CREAM,2026-05-20,2026-06-20\n" << "gift CREAM MINI 1 from 2026-05-20 to 2026-06-20" << qint64{1};
    QTest::newRow("relations") << "parent,relation,child,quantity\nTEE,variant,TEE-S,\nSET,套装,POT,2\nCREAM,赠品,MINI,1\nV2,Replacement for,V1,\n" << "variant TEE TEE-S 1" << qint64{4};
}

void StructureImportTest::aStructureFileIsToldByItsColumns() {
    QFETCH(QString, text);
    QFETCH(QString, first);
    QFETCH(qint64, count);
    const ImportSummary summary = importText("list.csv", text.toStdString());
    QCOMPARE(summary.files.front().record.source.role, std::string("structure"));
    QCOMPARE(summary.counts.imported, static_cast<std::int64_t>(count));
    QCOMPARE(summary.counts.rejected, std::int64_t{0});
    QCOMPARE(QString::fromStdString(links().front()), first);
    QCOMPARE(links().size(), static_cast<std::size_t>(count));
}

void StructureImportTest::everyRowIsLinkedOrRejectedWithItsReason() {
    const ImportSummary summary = importText("list.csv",
                                             "parent,relation,child,quantity,share\n"
                                             "SET,bundle,POT,1,\n"
                                             "SET,bundle,,1,\n"
                                             ",bundle,POT,1,\n"
                                             "SET,friend,POT,1,\n"
                                             "SET,bundle,POT,zero,\n"
                                             "SET,bundle,POT,0,\n"
                                             "SET,bundle,POT,1,-2\n"
                                             "SET,bundle,SET,1,\n"
                                             "SET,bundle,1.23E+18,1,\n"
                                             "SET,bundle,CUP,2,0\n");
    QCOMPARE(summary.counts.read, std::int64_t{10});
    QCOMPARE(summary.counts.imported, std::int64_t{2});
    QCOMPARE(summary.counts.rejected, std::int64_t{8});
    const std::map<std::string, std::int64_t> reasons{{"no_item", 1}, {"no_parent", 1}, {"unknown_relation", 1}, {"bad_number", 1},
                                                      {"not_above_zero", 2}, {"belongs_to_itself", 1}, {"id_lost_digits", 1}};
    QVERIFY(summary.files.front().rejectReasons == reasons);
    QCOMPARE(links(), (std::vector<std::string>{"bundle SET POT 1", "bundle SET CUP 2 share 0"}));
}

void StructureImportTest::aListOfItemsWithStylesTellsBoth() {
    const ImportSummary summary = importText("items.csv", "商品编码,商品名称,类目,款号,尺码\nTEE-S,白T恤 S,上衣,TEE,S\nTEE-M,白T恤 M,上衣,TEE,M\nCAP,帽子,配饰,,\n");
    QCOMPARE(summary.files.front().record.source.role, std::string("items"));
    QCOMPARE(summary.counts.imported, std::int64_t{3});
    QCOMPARE(links(), (std::vector<std::string>{"variant TEE TEE-S 1 size S", "variant TEE TEE-M 1 size M"}));
    const auto reader = ProjectReader::open(m_project->path());
    const std::vector<ItemRecord> items = reader->items();
    QCOMPARE(items.size(), std::size_t{4});
    const auto style = std::ranges::find(items, "TEE", &ItemRecord::code);
    QCOMPARE(QString::fromStdString(style->name), QStringLiteral("白T恤"));
    QCOMPARE(QString::fromStdString(style->category), QStringLiteral("上衣"));
}

void StructureImportTest::theLastFileHoldsForWhatItTellsOf() {
    importText("a.csv", "bundle sku,component sku,qty\nSET,POT,1\nSET,CUP,2\nDUO,CUP,2\n");
    importText("b.csv", "bundle sku,component sku,qty\nSET,POT,1\nSET,CUP,6\nSET,TIN,1\n");
    QCOMPARE(links(), (std::vector<std::string>{"bundle SET POT 1", "bundle SET CUP 6", "bundle SET TIN 1", "bundle DUO CUP 2"}));
    importText("c.csv", "style code,sku,size\nTEE,A,S\nTEE,B,M\n");
    importText("d.csv", "style code,sku,size\nPOLO,B,M\n");
    const std::vector<std::string> all = links();
    QCOMPARE(std::vector(all.begin(), all.begin() + 2), (std::vector<std::string>{"variant TEE A 1 size S", "variant POLO B 1 size M"}));
}

void StructureImportTest::anUndoneImportTellsNothing() {
    importText("a.csv", "bundle sku,component sku,qty\nSET,POT,1\n");
    const ImportSummary second = importText("b.csv", "bundle sku,component sku,qty\nSET,CUP,3\n");
    QCOMPARE(links(), (std::vector<std::string>{"bundle SET CUP 3"}));
    m_project->undoImport(second.files.front().record.id);
    QCOMPARE(links(), (std::vector<std::string>{"bundle SET POT 1"}));
    QVERIFY(m_project->undo());
    QCOMPARE(links(), (std::vector<std::string>{"bundle SET CUP 3"}));
}

void StructureImportTest::aRecipeTakesInTheStepsThatTheStructureAsksFor() {
    importText("a.csv", "sku,bundle sku,replaces,style code\nPOT,SET,OLDPOT,POTS\n");
    Recipe recipe = defaultRecipe();
    QVERIFY(addStructureSteps(recipe, ProjectReader::open(m_project->path())->links()));
    QCOMPARE(recipe.steps.front().id, std::string("successors"));
    QCOMPARE(recipe.steps[recipe.steps.size() - 2].id, std::string("bundles"));
    QCOMPARE(recipe.steps.size(), defaultRecipe().steps.size() + 2);
    recipeFromJson(toJson(recipe));
    QVERIFY(!addStructureSteps(recipe, ProjectReader::open(m_project->path())->links()));
}

CleaningResult StructureImportTest::cleaned() const {
    const auto reader = ProjectReader::open(m_project->path());
    Recipe recipe;
    addStructureSteps(recipe, reader->links());
    return cleanSales(ProjectSales(*reader), recipe, {}, {});
}

/// What is kept of each item, with the lines that stand for bundles.
QString StructureImportTest::unitsByItem(const CleaningResult& result) const {
    const auto reader = ProjectReader::open(m_project->path());
    const ProjectSales sales(*reader);
    std::map<std::string, Fixed> units;
    std::size_t chunk = 0;
    sales.readChunks(noDay, {}, [&](std::int64_t, const SaleBatch& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            units[sales.itemCode(lines.item[i])] += result.marks[chunk].step[i] == 0 ? lines.quantity[i] : 0;
        }
        ++chunk;
    });
    for (std::size_t i = 0; i < result.added.size(); ++i) {
        units[sales.itemCode(result.added.item[i])] += result.added.quantity[i];
    }
    QStringList words;
    for (const auto& [item, sum] : units) {
        words << QString::fromStdString(item) + ' ' + QString::number(toDouble(sum));
    }
    return words.join(QStringLiteral(", "));
}

void StructureImportTest::bundlesOfTheNextFileAreTakenApartToo() {
    importText("bundles.csv", "bundle sku,component sku,qty\nSET,POT,1\nSET,CUP,2\n");
    importText("january.csv", "date,order,sku,quantity,amount\n2026-01-05,1,POT,1,30\n2026-01-05,2,CUP,1,10\n2026-01-06,3,SET,2,90\n");
    QCOMPARE(unitsByItem(cleaned()), QStringLiteral("CUP 5, POT 3, SET 0"));
    importText("february.csv", "date,order,sku,quantity,amount\n2026-02-05,4,SET,10,450\n");
    const CleaningResult result = cleaned();
    QCOMPARE(unitsByItem(result), QStringLiteral("CUP 25, POT 13, SET 0"));
    QCOMPARE(result.kept.money, toFixed(30 + 10 + 90 + 450));
    QCOMPARE(result.steps[0].created, std::int64_t{4});
}

void StructureImportTest::daysThatAreSummedKeepTheirBundles() {
    importText("bundles.csv", "bundle sku,component sku,qty\nSET,POT,1\nSET,CUP,2\n");
    std::string text = "date,order,sku,quantity,amount\n";
    for (int day = 1; day <= 28; ++day) {
        const std::string date = toIso(toDay(2024, 2, day));
        text += date + "," + std::to_string(day) + ",SET,2,90\n" + date + ",a" + std::to_string(day) + ",SET,1,45\n";
    }
    text += "2026-01-05,1,POT,1,30\n2026-01-05,2,CUP,1,10\n";
    importText("sales.csv", text);
    const CleaningResult before = cleaned();
    const CleaningTotals kept = before.kept;
    const QString units = unitsByItem(before);
    m_project->storeCleaning(toJson(Recipe{{{.id = "bundles"}}}).dump(), "{}", before.marks);
    sumOldSales(*m_project, toDay(2025, 1, 1), {}, {});
    const CleaningResult after = cleaned();
    QCOMPARE(unitsByItem(after), units);
    QCOMPARE(after.kept.money, kept.money);
    QCOMPARE(after.imported.lines, std::int64_t{28 + 2});
}

QTEST_GUILESS_MAIN(StructureImportTest)
#include "structure_import_test.moc"
