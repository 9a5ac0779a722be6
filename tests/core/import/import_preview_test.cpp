// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <fstream>

#include "core/import/importer.h"

using namespace foresell;

/// What a person sees of a file before anything of it is stored, and how it can be corrected.
class ImportPreviewTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyGuessTellsHowSureItIs();
    void theRowsAtFaultAreMarkedWithTheirColumn();
    void theHeaderCanBeSaidToStandElsewhereOrNowhere();
    void rejectedRowsAreKeptWithoutPersonalCells();
    void aDryRunTellsTheFirstRejectedRowsAsTheImportStoresThem();

private:
    std::filesystem::path put(const std::string& text) const {
        const std::filesystem::path path = std::filesystem::path(m_folder->path().toStdString()) / "sales.csv";
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static ImportPreview preview(const std::filesystem::path& file, const ImportOptions& options = {}) {
        return previewImport({file}, options).front();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// The text with so many good rows more.
std::string withMore(std::string text, int more) {
    for (int i = 0; i < more; ++i) {
        text += "2025-02-0" + std::to_string(1 + i % 9) + ",A" + std::to_string(i % 4) + ",3,9.90\n";
    }
    return text;
}

const std::string sales = withMore(
    "Date,SKU,Quantity,Price\n"
    "2025-01-01,A1,2,9.90\n"
    "no date,A1,2,9.90\n"
    "2025-01-02,A2,many,9.90\n"
    "2025-01-03,A2,1,9.90\n",
    20);

}  // namespace

void ImportPreviewTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void ImportPreviewTest::everyGuessTellsHowSureItIs() {
    for (const ColumnGuess& column : preview(put(sales)).detection.columns) {
        QVERIFY(column.field.has_value());
        QVERIFY2(column.confidence > 0.5 && column.confidence <= 1, column.name.c_str());
        QVERIFY(!column.evidence.empty());
    }
    ImportOptions options;
    options.fields = {{"cost", "Price"}};
    const ImportPreview corrected = preview(put(sales), options);
    QCOMPARE(corrected.detection.columns[3].evidence, std::string("given"));
    QCOMPARE(corrected.detection.columns[3].confidence, 1.0);
}

void ImportPreviewTest::theRowsAtFaultAreMarkedWithTheirColumn() {
    const ImportPreview shown = preview(put(sales));
    QCOMPARE(shown.sampleRejected, std::int64_t(2));
    QCOMPARE(shown.faults.size(), std::size_t(2));
    QCOMPARE(shown.faults[0].row, std::int64_t(1));
    QCOMPARE(shown.faults[0].column, std::int64_t(0));
    QCOMPARE(shown.faults[0].reason, std::string("bad_date"));
    QCOMPARE(shown.faults[1].row, std::int64_t(2));
    QCOMPARE(shown.faults[1].column, std::int64_t(2));
    QCOMPARE(shown.faults[1].reason, std::string("bad_number"));
}

void ImportPreviewTest::theHeaderCanBeSaidToStandElsewhereOrNowhere() {
    const auto file = put("My shop,,,\nprinted on,2025-02-01,,\n" + sales);
    QCOMPARE(preview(file).detection.headerRow, std::int64_t(3));
    ImportOptions options;
    options.headerRow = 1;
    QCOMPARE(preview(file, options).detection.columns[0].name, std::string("My shop"));
    options.headerRow.reset();
    options.hasHeader = false;
    const ImportPreview without = preview(file, options);
    QCOMPARE(without.detection.headerRow, std::int64_t(0));
    QCOMPARE(without.rows.size(), std::size_t(27));
}

void ImportPreviewTest::aDryRunTellsTheFirstRejectedRowsAsTheImportStoresThem() {
    std::string text = withMore(sales, 3000);
    for (int i = 0; i < 300; ++i) {
        text += "never,A3,1,1\n";
    }
    const auto file = put(text);
    const auto project = std::filesystem::path(m_folder->path().toStdString()) / "p.foresell";
    const auto writer = ProjectWriter::create(project, {});
    ImportOptions options;
    options.dryRun = true;
    const ImportSummary dry = runImport(*writer, {file}, options, {});
    QCOMPARE(dry.counts.rejected, std::int64_t(302));
    const std::vector<Reject>& first = dry.files.front().firstRejects;
    QCOMPARE(first.size(), std::size_t(200));
    QVERIFY(ProjectReader::open(project)->imports().empty());
    options.dryRun = false;
    const ImportSummary real = runImport(*writer, {file}, options, {});
    const std::vector<Reject> stored = ProjectReader::open(project)->rejects(real.files.front().record.id, 0, 200);
    QVERIFY(std::equal(first.begin(), first.end(), stored.begin(), stored.end(), [](const Reject& a, const Reject& b) {
        return a.row == b.row && a.reason == b.reason && a.column == b.column && a.text == b.text;
    }));
    QCOMPARE(first.front().row, std::int64_t(3));
    QCOMPARE(first.front().column, std::string("Date"));
}

void ImportPreviewTest::rejectedRowsAreKeptWithoutPersonalCells() {
    std::string text = "订单号,支付时间,商家编码,商品数量,收货人姓名,联系手机,买家会员名\n";
    for (int i = 0; i < 40; ++i) {
        text += "25" + std::to_string(i) + ",2025-01-0" + std::to_string(1 + i % 9) + ",A1,1,Zhang San,13812345678,tb_zhang\n";
    }
    text += "2599,soon,A1,1,Zhang San,13812345678,tb_zhang\n";
    text += "2600,2025-01-03,A1,1,Zhang San,13812345678,tb_zhang,one too many\n";
    text += "2601,2025-01-03\n";
    const auto file = put(text);
    const auto project = std::filesystem::path(m_folder->path().toStdString()) / "p.foresell";
    const auto writer = ProjectWriter::create(project, {});
    const ImportSummary summary = runImport(*writer, {file}, {}, {});
    const std::vector<Reject> rejects = ProjectReader::open(project)->rejects(summary.files.front().record.id, 0, 100);
    QVERIFY(!rejects.empty());
    QCOMPARE(rejects.front().text, std::string("2599,soon,A1,1,…,…,…"));
    for (const Reject& reject : rejects) {
        for (const char* personal : {"Zhang", "138", "tb_"}) {
            QVERIFY2(reject.text.find(personal) == std::string::npos, reject.text.c_str());
        }
    }
}

QTEST_APPLESS_MAIN(ImportPreviewTest)
#include "import_preview_test.moc"
