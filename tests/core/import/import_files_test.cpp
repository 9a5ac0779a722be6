// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

#include <QRandomGenerator>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <thread>

#include "core/base/error.h"
#include "core/import/importer.h"

using namespace foresell;

namespace {

struct Sale {
    std::string order, item, name;
    Day day;
    int quantity;
    int cents;
    bool operator==(const Sale&) const = default;
};

std::vector<Sale> someSales(int count, bool isChinese) {
    std::vector<Sale> sales;
    for (int i = 0; i < count; ++i) {
        sales.push_back({"25111120598061962" + std::to_string(1000 + i), "A" + std::to_string(i % 7),
                         (isChinese ? "竹纤维毛巾 " : "Towel, \"soft\" ") + std::to_string(i % 7),
                         toDay(2025, 1, 1) + i % 300, 1 + i % 5, 990 + 10 * (i % 30)});
    }
    return sales;
}

std::string quoted(const std::string& cell, char delimiter) {
    if (cell.find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos) {
        return cell;
    }
    std::string text = "\"";
    for (const char each : cell) {
        text += each == '"' ? "\"\"" : std::string(1, each);
    }
    return text + "\"";
}

std::string written(const std::vector<Sale>& sales, char delimiter, const std::string& end, bool isChinese) {
    const std::vector<std::string> heads =
        isChinese ? std::vector<std::string>{"订单号", "商家编码", "商品名称", "支付时间", "商品数量", "单价"}
                  : std::vector<std::string>{"Order no", "SKU", "Item name", "Date", "Quantity", "Unit price"};
    const std::string gap(1, delimiter);
    std::string text;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        text += (i == 0 ? "" : gap) + heads[i];
    }
    text += end;
    for (const Sale& sale : sales) {
        char price[16];
        std::snprintf(price, sizeof price, "%d.%02d", sale.cents / 100, sale.cents % 100);
        text += sale.order + gap + sale.item + gap + quoted(sale.name, delimiter) + gap + toIso(sale.day) + gap +
                std::to_string(sale.quantity) + gap + price + end;
    }
    return text;
}

std::string encoded(const std::string& utf8, const char* encoding) {
    if (qstrcmp(encoding, "UTF-8") == 0) {
        return utf8;
    }
    if (qstrcmp(encoding, "UTF-8 BOM") == 0) {
        return "\xEF\xBB\xBF" + utf8;
    }
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return QByteArray(encoder.encode(QString::fromStdString(utf8))).toStdString();
}

QString codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return QString::fromStdString(error.code());
    }
    return QStringLiteral("none");
}

}  // namespace

class ImportFilesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyEncodingDelimiterAndLineEndGivesTheSameSales_data();
    void everyEncodingDelimiterAndLineEndGivesTheSameSales();
    void gzippedFilesAreReadDirectly();
    void theSameFileTwiceAddsNothing();
    void repeatsInsideAFileAreNoDuplicates();
    void brokenRowsAreRejectedWithRowAndReasonAndTheCountsAddUp();
    void cellsMayHoldLineEnds();
    void dayMonthOrderIsDecidedOverTheWholeFile();
    void aFileWithoutADateColumnIsRefusedWithAHint();
    void aWronglyGuessedColumnCanBeCorrected();
    void destroyedNumbersAreNotTakenForIds();
    void aCancelledImportLeavesTheProjectAsItWas();
    void aDryRunStoresNothing();
    void randomBytesNeverCrashAndAlwaysBalance();

private:
    std::filesystem::path put(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path path = std::filesystem::path(m_folder->path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    std::vector<Sale> stored() const;
    ImportSummary import(const std::filesystem::path& file, ImportOptions options = {.role = ImportRole::Sales}) {
        const ImportSummary summary = runImport(*m_project, {file}, options, {});
        if (!summary.counts.isBalanced()) {
            qFatal("the counts do not add up");
        }
        return summary;
    }
    std::filesystem::path path() const { return std::filesystem::path(m_folder->path().toStdString()) / "p.foresell"; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectWriter> m_project;
};

void ImportFilesTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = ProjectWriter::create(path(), {.timeZone = "Asia/Shanghai"});
}

std::vector<Sale> ImportFilesTest::stored() const {
    const auto reader = ProjectReader::open(path());
    std::map<int, ItemRecord> items;
    for (const ItemRecord& item : reader->items()) {
        items[item.id.value] = item;
    }
    std::vector<Sale> sales;
    SaleBatch batch;
    for (const ChunkInfo& chunk : reader->chunks()) {
        reader->readChunk(chunk.id, batch);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const ItemRecord& item = items[batch.item[i]];
            const std::string name = batch.name.at(i).empty() ? item.name : std::string(batch.name.at(i));
            sales.push_back({std::string(batch.order.at(i)), item.code, name, batch.day[i],
                             static_cast<int>(batch.quantity[i] / fixedOne), static_cast<int>(batch.price[i] / 100)});
        }
    }
    return sales;
}

void ImportFilesTest::everyEncodingDelimiterAndLineEndGivesTheSameSales_data() {
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("isChinese");
    for (const char* encoding : {"UTF-8", "UTF-8 BOM", "GB18030", "UTF-16LE", "UTF-16BE"}) {
        for (const char delimiter : {',', '\t', ';', '|'}) {
            for (const char* end : {"\n", "\r\n", "\r"}) {
                for (const bool isChinese : {false, true}) {
                    const QByteArray name = QByteArray(encoding) + ' ' + QByteArray::number(delimiter) + ' ' +
                                            QByteArray(end).toHex() + (isChinese ? " Chinese" : " English");
                    QTest::newRow(name.constData()) << QByteArray(encoding) << delimiter << QByteArray(end) << isChinese;
                }
            }
        }
    }
}

void ImportFilesTest::everyEncodingDelimiterAndLineEndGivesTheSameSales() {
    QFETCH(QByteArray, encoding);
    QFETCH(char, delimiter);
    QFETCH(QByteArray, end);
    QFETCH(bool, isChinese);
    const std::vector<Sale> sales = someSales(200, isChinese);
    const auto file = put("sales.csv", encoded(written(sales, delimiter, end.toStdString(), isChinese), encoding));
    const ImportSummary summary = import(file);
    QCOMPARE(summary.counts.imported, 200);
    QVERIFY(stored() == sales);
}

void ImportFilesTest::gzippedFilesAreReadDirectly() {
    const std::vector<Sale> sales = someSales(3000, true);
    const auto file = put("sales.csv.gz", "");
    gzFile packed = gzopen(file.c_str(), "wb");
    const std::string text = written(sales, ',', "\n", true);
    QCOMPARE(gzwrite(packed, text.data(), static_cast<unsigned>(text.size())), static_cast<int>(text.size()));
    gzclose(packed);
    QCOMPARE(import(file).counts.imported, 3000);
    QVERIFY(stored() == sales);
}

void ImportFilesTest::theSameFileTwiceAddsNothing() {
    const auto file = put("sales.csv", written(someSales(500, false), ',', "\n", false));
    import(file);
    const ImportCounts again = import(file).counts;
    QCOMPARE(again.duplicate, 500);
    QCOMPARE(again.imported, 0);
    QCOMPARE(stored().size(), 500U);
}

void ImportFilesTest::repeatsInsideAFileAreNoDuplicates() {
    std::vector<Sale> sales = someSales(10, false);
    sales.push_back(sales[3]);
    QCOMPARE(import(put("a.csv", written(sales, ',', "\n", false))).counts.imported, 11);
    sales.push_back(sales[3]);
    const ImportCounts again = import(put("b.csv", written(sales, ',', "\n", false))).counts;
    QCOMPARE(again.duplicate, 11);
    QCOMPARE(again.imported, 1);
}

void ImportFilesTest::brokenRowsAreRejectedWithRowAndReasonAndTheCountsAddUp() {
    std::string text = "Date,SKU,Quantity,Unit price\n2025-01-01,A,1,2.50\n,A,1,2\n2025-13-45,A,1,2\n2025-01-02,A,many,2\n";
    for (int i = 0; i < 40; ++i) {
        text += "2025-01-03,B,2,3\n";
    }
    const auto file = put("sales.csv", text);
    const ImportCounts counts = import(file).counts;
    QCOMPARE(counts.read, 44);
    QCOMPARE(counts.imported, 41);
    QCOMPARE(counts.rejected, 3);
    const auto reader = ProjectReader::open(path());
    const auto rejects = reader->rejects(reader->imports().front().id, 0, 10);
    QCOMPARE(rejects.size(), 3U);
    QCOMPARE(rejects[0].row, 3);
    QCOMPARE(rejects[0].reason, std::string("no_date"));
    QCOMPARE(rejects[1].reason, std::string("bad_date"));
    QCOMPARE(rejects[2].reason, std::string("bad_number"));
    QVERIFY(rejects[2].text.find("many") != std::string::npos);
}

void ImportFilesTest::cellsMayHoldLineEnds() {
    std::vector<Sale> sales = someSales(20, false);
    sales[4].name = "two\nlines, \"quoted\"";
    sales[4].item = "X1";
    QCOMPARE(import(put("sales.csv", written(sales, ',', "\r\n", false))).counts.read, 20);
    QVERIFY(stored() == sales);
}

void ImportFilesTest::dayMonthOrderIsDecidedOverTheWholeFile() {
    std::string text = "Date,SKU,Quantity\n";
    for (int day = 1; day <= 28; ++day) {
        text += std::to_string(day) + "/3/2025,A,1\n";
    }
    QCOMPARE(import(put("sales.csv", text)).counts.imported, 28);
    QCOMPARE(toIso(stored().back().day), std::string("2025-03-28"));
    QCOMPARE(toIso(stored().front().day), std::string("2025-03-01"));
}

void ImportFilesTest::aFileWithoutADateColumnIsRefusedWithAHint() {
    const auto file = put("sales.csv", "SKU,Quantity\nA,1\nB,2\n");
    try {
        import(file);
        QFAIL("it was imported");
    } catch (const Error& error) {
        QVERIFY(!error.hint().empty());
    }
    QVERIFY(ProjectReader::open(path())->imports().empty());
}

void ImportFilesTest::aWronglyGuessedColumnCanBeCorrected() {
    const auto file = put("sales.csv", "Date,SKU,Quantity,Returned\n2025-01-01,A,5,1\n2025-01-02,A,7,2\n");
    import(file, {.role = ImportRole::Sales, .fields = {{"quantity", "Returned"}}});
    QCOMPARE(stored().front().quantity, 1);
}

void ImportFilesTest::destroyedNumbersAreNotTakenForIds() {
    std::string text = "Order no,Date,SKU,Quantity\n";
    for (int i = 0; i < 30; ++i) {
        text += "1.23E+18,2025-01-01,A" + std::to_string(i) + ",1\n";
    }
    const auto file = put("sales.csv", text);
    bool isNoticed = codeOf([&] { import(file); }) != QStringLiteral("none");
    for (const Sale& sale : stored()) {
        isNoticed = isNoticed || sale.order.empty();
    }
    QVERIFY(isNoticed || ProjectReader::open(path())->imports().front().counts.rejected == 30);
}

void ImportFilesTest::aCancelledImportLeavesTheProjectAsItWas() {
    import(put("before.csv", written(someSales(50, false), ',', "\n", false)));
    std::string text = written(someSales(1, true), ',', "\n", true);
    const std::string row = text.substr(text.find('\n') + 1);
    for (int i = 0; i < 400'000; ++i) {
        text += row;
    }
    const auto file = put("big.csv", text);
    std::stop_source stop;
    JobControl job{.stop = stop.get_token(), .progress = [&stop](const Progress&) { stop.request_stop(); }};
    bool wasCancelled = false;
    try {
        runImport(*m_project, {file}, {.role = ImportRole::Sales}, job);
    } catch (const Cancelled&) {
        wasCancelled = true;
    }
    QVERIFY(wasCancelled);
    QCOMPARE(stored().size(), 50U);
    QCOMPARE(ProjectReader::open(path())->imports().size(), 1U);
}

void ImportFilesTest::aDryRunStoresNothing() {
    const auto file = put("sales.csv", written(someSales(50, false), ',', "\n", false));
    QCOMPARE(import(file, {.role = ImportRole::Sales, .dryRun = true}).counts.imported, 50);
    QVERIFY(ProjectReader::open(path())->imports().empty());
}

void ImportFilesTest::randomBytesNeverCrashAndAlwaysBalance() {
    QRandomGenerator random(7);
    const std::string good = written(someSales(60, true), ',', "\n", true);
    for (int round = 0; round < 60; ++round) {
        std::string text = good;
        for (int i = 0; i < 1 + round; ++i) {
            text[text.size() / 10 + random.bounded(static_cast<quint32>(text.size() * 9 / 10))] =
                static_cast<char>(random.bounded(256));
        }
        const auto file = put("noise.csv", text);
        codeOf([&] { import(file); });
        QVERIFY(codeOf([&] { stored(); }) == QStringLiteral("none"));
    }
}

QTEST_APPLESS_MAIN(ImportFilesTest)
#include "import_files_test.moc"
