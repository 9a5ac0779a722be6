// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <map>

#include "core/import/importer.h"
#include "core/import/rejected_rows.h"
#include "tests/core/import/file_fixtures.h"

using namespace foresell;
using namespace foresell::test;

/// What comes from elsewhere than a file: pasted tables, corrected rows, folders; and what a project remembers of files.
class ImportSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void correctedRowsAreImportedAsTheirFileWasRead();
    void rejectedRowsCanBeWrittenCorrectedAndImportedAsAFile();
    void aPastedTableIsReadAsAFileIs();
    void aFolderGivesWhatIsNewInItAlsoFromWorkbooks();
    void aMappingIsRememberedForFilesWithTheSameColumns();
    void aReturnedOrderIsASaleAndItsReturnOnTheSameDay();
    void theDayThatCountsIsTheOneChosen();
    void anImportIsTakenBackAsAWhole();

private:
    std::filesystem::path put(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path path = std::filesystem::path(m_folder->path().toStdString()) / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    std::unique_ptr<ProjectReader> reader() const { return ProjectReader::open(m_project->path()); }
    SaleBatch lines() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectWriter> m_project;
};

void ImportSourcesTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = ProjectWriter::create(std::filesystem::path(m_folder->path().toStdString()) / "p.foresell", {.timeZone = "UTC"});
}

SaleBatch ImportSourcesTest::lines() const {
    SaleBatch all;
    const auto project = reader();
    for (const ChunkInfo& chunk : project->chunks()) {
        SaleBatch batch;
        project->readChunk(chunk.id, batch);
        all.day.insert(all.day.end(), batch.day.begin(), batch.day.end());
        all.quantity.insert(all.quantity.end(), batch.quantity.begin(), batch.quantity.end());
        all.customer.insert(all.customer.end(), batch.customer.begin(), batch.customer.end());
    }
    return all;
}

namespace {

/// Ten good rows, day first and with a decimal comma, and two bad ones.
std::string germanSales() {
    std::string text = "Belegdatum;SKU;Menge;Preis;Customer ID\n";
    for (int i = 0; i < 10; ++i) {
        text += std::to_string(13 + i) + ".01.2025;A1;2;9,90;C" + std::to_string(i) + "\n";
    }
    return text + "31.02.2025;A1;3;1.234,50;C1\n14.01.2025;\"A;2\";viele;9,90;C2\n";
}

const ImportOptions germanOptions{.fields = {{"date", "Belegdatum"}, {"quantity", "Menge"}, {"price", "Preis"}}};

}  // namespace

void ImportSourcesTest::correctedRowsAreImportedAsTheirFileWasRead() {
    const ImportSummary summary = runImport(*m_project, {put("s.csv", germanSales())}, germanOptions, {});
    QCOMPARE(summary.counts.rejected, std::int64_t(2));
    const ImportId import = summary.files.front().record.id;
    std::vector<std::string> rows;
    for (const Reject& reject : reader()->rejects(import, 0, 10)) {
        rows.push_back(reject.text);
    }
    QCOMPARE(QString::fromStdString(rows[1]), QStringLiteral("14.01.2025;\"A;2\";viele;9,90;…"));
    rows[0].replace(0, 2, "03");
    rows[1].replace(rows[1].find("viele"), 5, "4");
    ImportOptions options;
    TableSources tables;
    tables.push_back(correctedRows(*reader(), import, rows, options));
    const ImportSummary again = runImport(*m_project, tables, options, {});
    QCOMPARE(again.counts.imported, std::int64_t(2));
    QCOMPARE(again.counts.rejected, std::int64_t(0));
    const SaleBatch all = lines();
    QCOMPARE(QString::fromStdString(toIso(all.day[10])), QStringLiteral("2025-02-03"));
    QCOMPARE(all.quantity[11], 4 * fixedOne);
    QVERIFY(all.customer[9] != 0 && all.customer[10] == 0);  // who bought was not kept with the rejected row
}

void ImportSourcesTest::rejectedRowsCanBeWrittenCorrectedAndImportedAsAFile() {
    const ImportSummary summary = runImport(*m_project, {put("s.csv", germanSales())}, germanOptions, {});
    std::string text = rejectsAsCsv(*reader(), summary.files.front().record.id);
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 3);
    text.replace(text.find("31.02"), 5, "28.02");
    text.replace(text.find("viele"), 5, "4");
    ImportOptions options = germanOptions;
    options.dateOrder = DateOrder::DayFirst;
    QCOMPARE(runImport(*m_project, {put("again.csv", text)}, options, {}).counts.imported, std::int64_t(2));
}

void ImportSourcesTest::aPastedTableIsReadAsAFileIs() {
    const auto sales = fixtureSales(20, "zh");
    const ImportSummary summary = runImport(*m_project, openText("pasted table", csvOf(cellsOf(sales, "zh"), '\t', "\r\n")), {}, {});
    QCOMPARE(summary.counts.imported, std::int64_t(20));
    const TableSources wide = openText("pasted table", "SKU\t2025-01-01\t2025-01-02\t2025-01-03\nA1\t1\t2\t3\n");
    QCOMPARE(runImport(*m_project, wide, {}, {}).counts.imported, std::int64_t(3));
}

void ImportSourcesTest::aFolderGivesWhatIsNewInItAlsoFromWorkbooks() {
    const auto sales = fixtureSales(30);
    const std::vector<FixtureSale> first(sales.begin(), sales.begin() + 10), second(sales.begin() + 10, sales.begin() + 20), third(sales.begin() + 20, sales.end());
    put("in/a.csv", csvOf(cellsOf(first)));
    put("in/notes.zip", zipOf({{"a.pdf", "%PDF"}}));
    const std::filesystem::path folder = std::filesystem::path(m_folder->path().toStdString()) / "in";
    QCOMPARE(importNewFiles(*m_project, folder, {}, {}).counts.imported, std::int64_t(10));
    put("in/b.xlsx", xlsxOf({{{"S", "<sheetData>" + inlineRows(cellsOf(second)) + "</sheetData>"}}, "", {}, {}}));
    put("in/c.zip", zipOf({{"c.csv", csvOf(cellsOf(third))}}));
    QCOMPARE(importNewFiles(*m_project, folder, {}, {}).counts.imported, std::int64_t(20));
    QCOMPARE(importNewFiles(*m_project, folder, {}, {}).counts.read, std::int64_t(0));
}

void ImportSourcesTest::aMappingIsRememberedForFilesWithTheSameColumns() {
    const std::string head = "Day;Thing;Out;In\n", other = "Day;Thing;Out;Remark\n";
    std::string rows;
    for (int i = 0; i < 12; ++i) {
        rows += "2025-01-" + std::to_string(10 + i) + ";A" + std::to_string(i % 3) + ";5;7\n";
    }
    runImport(*m_project, {put("a.csv", head + rows)}, {.fields = {{"item", "Thing"}, {"quantity", "In"}}}, {});
    const ImportOptions known{.knownColumns = knownColumnsOf(*reader())};
    const auto fieldsOf = [&](const std::string& name, const std::string& text) {
        std::map<std::string, std::string> fields;
        const std::vector<ImportPreview> previews = previewImport({put(name, text)}, known);
        for (const ColumnGuess& column : previews.front().detection.columns) {
            fields[column.name] = column.field ? std::string(fieldName(*column.field)) : "";
        }
        return fields;
    };
    const auto same = fieldsOf("b.csv", head + rows);
    QCOMPARE(QString::fromStdString(same.at("In")), QStringLiteral("quantity"));
    QCOMPARE(QString::fromStdString(same.at("Thing")), QStringLiteral("item"));
    QCOMPARE(QString::fromStdString(fieldsOf("c.csv", other + rows).at("Thing")), QStringLiteral("item"));
}

namespace {

const char* const shopify =
    "Name,Financial Status,Paid at,Created at,Cancelled at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Email\n"
    "#1,paid,2025-01-05 10:00:00 +0000,2025-01-02 10:00:00 +0000,,2,Soap,9.90,S1,a@b.example\n"
    "#2,refunded,2025-01-06 10:00:00 +0000,2025-01-03 10:00:00 +0000,,3,Soap,9.90,S1,a@b.example\n";

}  // namespace

void ImportSourcesTest::aReturnedOrderIsASaleAndItsReturnOnTheSameDay() {
    const ImportCounts counts = runImport(*m_project, {put("orders.csv", shopify)}, {}, {}).counts;
    QCOMPARE(counts.imported, std::int64_t(3));
    QVERIFY(counts.isBalanced());
    const SaleBatch all = lines();
    QCOMPARE(all.quantity[1], 3 * fixedOne);
    QCOMPARE(all.quantity[2], -3 * fixedOne);
    QCOMPARE(all.day[1], all.day[2]);
}

void ImportSourcesTest::theDayThatCountsIsTheOneChosen() {
    runImport(*m_project, {put("orders.csv", shopify)}, {}, {});
    QCOMPARE(QString::fromStdString(toIso(lines().day.front())), QStringLiteral("2025-01-02"));
    init();
    runImport(*m_project, {put("orders.csv", shopify)}, {.dateBasis = DateBasis::Paid}, {});
    QCOMPARE(QString::fromStdString(toIso(lines().day.front())), QStringLiteral("2025-01-05"));
}

void ImportSourcesTest::anImportIsTakenBackAsAWhole() {
    const auto sales = fixtureSales(30);
    const ImportSummary summary = runImport(*m_project, {put("a.csv", csvOf(cellsOf(sales)))}, {}, {});
    m_project->undoImport(summary.files.front().record.id);
    QCOMPARE(reader()->lineCount(), std::int64_t(0));
    QCOMPARE(runImport(*m_project, {put("a.csv", csvOf(cellsOf(sales)))}, {}, {}).counts.imported, std::int64_t(30));
}

QTEST_APPLESS_MAIN(ImportSourcesTest)
#include "import_sources_test.moc"
