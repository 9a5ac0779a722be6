// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/error.h"
#include "core/browsing/line_export.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

namespace {

std::string contentOfFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The XML parts of a workbook, one after the other.
std::string partsOf(const std::filesystem::path& book) {
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"), QStringLiteral("import sys, zipfile\nbook = zipfile.ZipFile(sys.argv[1])\n"
                                                       "for name in book.namelist(): print(name, book.read(name).decode())"),
                  QString::fromStdString(book.string())});
    python.waitForFinished(30'000);
    return python.exitCode() == 0 ? python.readAllStandardOutput().toStdString() : std::string();
}

}  // namespace

class LineExportTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aCsvHoldsEveryLineAndNoCustomerUnlessAsked();
    void nothingInACsvIsRunAsAFormula();
    void aWorkbookHoldsTextsAsTextsAndNumbersAsNumbers();
    void aCancelledExportLeavesNoFile();
    void aFolderThatCannotBeWrittenIsTold();

private:
    std::filesystem::path path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
    const std::int64_t m_customer = 0x0123456789ABCDEF;
};

void LineExportTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const auto writer = ProjectWriter::create(path("shop.foresell"), {});
    SaleBatch batch;
    const char* orders[] = {"=1+1", "+SUM(A1)", "-2+3", "@cmd", "\tTAB", "C536379", "-5", "=HYPERLINK(\"http://x\",\"y\")"};
    for (int i = 0; i < 8; ++i) {
        batch.sourceRow.push_back(i + 2);
        batch.day.push_back(toDay(2024, 2, 29) + i);
        batch.second.push_back(i == 0 ? -1 : 3661);
        batch.item.push_back(1);
        batch.location.push_back(0);
        batch.channel.push_back(0);
        batch.customer.push_back(m_customer);
        batch.quantity.push_back(-15'000);
        batch.price.push_back(123'456);
        batch.amount.push_back(i == 7 ? fixedMissing : 10'000);
        batch.digest.push_back({1, static_cast<std::uint64_t>(i)});
        batch.order.push(orders[i]);
        batch.name.push("");
    }
    const ImportId import = writer->beginImport({"sales", "sales.csv", 100, "digest"});
    writer->appendSales(import, encodeSaleChunk(batch));
    writer->finishImport(import, {8, 8, 0, 0, 0}, {.items = {{.id = {1}, .code = "007", .name = "毛巾, \"soft\""}}}, "{}");
}

void LineExportTest::aCsvHoldsEveryLineAndNoCustomerUnlessAsked() {
    LineBrowser browser(path("shop.foresell"));
    QCOMPARE(exportLines(browser, {}, path("all.csv"), false, {}), 8);
    const std::string text = contentOfFile(path("all.csv"));
    QVERIFY(text.starts_with("\xEF\xBB\xBF" "date,time,item,name"));
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 9);
    QVERIFY(text.find("2024-02-29,,007,\"毛巾, \"\"soft\"\"\",,,") != std::string::npos);
    QVERIFY(text.find(",-1.5,12.3456,1,kept,,-1.5\r\n") != std::string::npos);
    QVERIFY(text.find("customer") == std::string::npos);
    QVERIFY(text.find("0123456789abcdef") == std::string::npos);
    exportLines(browser, {}, path("customers.csv"), true, {});
    QVERIFY(contentOfFile(path("customers.csv")).find("0123456789abcdef") != std::string::npos);
}

void LineExportTest::nothingInACsvIsRunAsAFormula() {
    LineBrowser browser(path("shop.foresell"));
    exportLines(browser, {}, path("all.csv"), false, {});
    const QString text = QString::fromStdString(contentOfFile(path("all.csv")));
    for (const char* cell : {"=1+1", "+SUM(A1)", "-2+3", "@cmd", "\tTAB", "=HYPERLINK"}) {
        QVERIFY2(text.contains(QLatin1Char('\'') + QString::fromLatin1(cell)), cell);
        QVERIFY2(!text.contains(QLatin1Char(',') + QString::fromLatin1(cell)), cell);
        QVERIFY2(!text.contains(QLatin1String(",\"") + QString::fromLatin1(cell)), cell);
    }
    QVERIFY(text.contains(QLatin1String(",C536379,")));
    QVERIFY(text.contains(QLatin1String(",-5,")));
}

void LineExportTest::aWorkbookHoldsTextsAsTextsAndNumbersAsNumbers() {
    LineBrowser browser(path("shop.foresell"));
    QCOMPARE(exportLines(browser, {}, path("all.xlsx"), false, {}), 8);
    const std::string parts = partsOf(path("all.xlsx"));
    QVERIFY(parts.find("=1+1</t>") != std::string::npos);
    QVERIFY(parts.find("<f>") == std::string::npos);
    QVERIFY(parts.find("<hyperlink") == std::string::npos);
    QVERIFY(parts.find("007</t>") != std::string::npos);
    QVERIFY(parts.find("<v>-1.5</v>") != std::string::npos);
    QVERIFY(parts.find("<v>45351</v>") != std::string::npos);  // 29 February 2024
    QVERIFY(parts.find("0123456789abcdef") == std::string::npos);
    QVERIFY(!std::filesystem::exists(path("all.xlsx.part")));
}

void LineExportTest::aCancelledExportLeavesNoFile() {
    LineBrowser browser(path("shop.foresell"));
    std::stop_source stop;
    stop.request_stop();
    for (const char* name : {"all.csv", "all.xlsx"}) {
        bool wasCancelled = false;
        try {
            exportLines(browser, {}, path(name), false, {.stop = stop.get_token()});
        } catch (const Cancelled&) {
            wasCancelled = true;
        }
        QVERIFY(wasCancelled);
        QVERIFY(!std::filesystem::exists(path(name)));
        QVERIFY(!std::filesystem::exists(path(name).string() + ".part"));
    }
}

void LineExportTest::aFolderThatCannotBeWrittenIsTold() {
    LineBrowser browser(path("shop.foresell"));
    for (const char* name : {"gone/all.csv", "gone/all.xlsx"}) {
        QCOMPARE(codeOf([&] { exportLines(browser, {}, path(name), false, {}); }), QStringLiteral("export.cannot_write"));
    }
}

QTEST_APPLESS_MAIN(LineExportTest)
#include "line_export_test.moc"
