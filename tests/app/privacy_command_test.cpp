// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/engine_process.h"

using namespace foresell::test;
using nlohmann::json;

class PrivacyCommandTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void erasesACustomerOnlyWhenSureAndProvesIt();
    void sumsOldSalesAndKeepsTheTotals();
    void showsAndExportsLines();
    void theServiceErasesWhileAReaderHasTheProjectOpen();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    bool isAnywhere(const QByteArray& text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

void PrivacyCommandTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = path(QStringLiteral("shop.foresell"));
    QCOMPARE(runCli({"create", m_project}).status, 0);
    QByteArray csv = "order,date,item,quantity,price,customer\n";
    for (int i = 0; i < 2000; ++i) {
        csv += "ORDERNO" + QByteArray::number(100'000 + i) + ",2024-" + QByteArray::number(1 + i / 250).rightJustified(2, '0') + '-' +
               QByteArray::number(1 + i % 28).rightJustified(2, '0') + ",I" + QByteArray::number(i % 7) + ',' + QByteArray::number(1 + i % 4) +
               ",2.50," + (i % 50 == 3 ? QByteArray("PLANTED-CUSTOMER") : "CUSTOMER" + QByteArray::number(1000 + i % 300)) + '\n';
    }
    QVERIFY(runCli({"import", m_project, "-", "--as", "sales"}, csv).status == 0);
}

bool PrivacyCommandTest::isAnywhere(const QByteArray& text) const {
    for (QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            return true;
        }
    }
    return false;
}

void PrivacyCommandTest::erasesACustomerOnlyWhenSureAndProvesIt() {
    QCOMPARE(runCli({"lines", m_project, "--search", "ORDERNO100003", "--json"}).json()["total"].get<int>(), 1);
    QCOMPARE(runCli({"erase", m_project, "--customer", "PLANTED-CUSTOMER"}).status, 2);
    QCOMPARE(runCli({"erase", m_project, "--yes"}).status, 2);
    QCOMPARE(runCli({"erase", m_project, "--before", "soon", "--yes"}).status, 2);
    const json preview = runCli({"erase", m_project, "--customer", "PLANTED-CUSTOMER", "--preview", "--json"}).json();
    QCOMPARE(preview["lines"].get<int>(), 40);
    QCOMPARE(runCli({"info", m_project, "--json"}).json()["lines"].get<int>(), 2000);
    const CommandResult erased = runCli({"erase", m_project, "--customer", "PLANTED-CUSTOMER", "--yes", "--json"});
    QVERIFY2(erased.status == 0, erased.err.constData());
    QCOMPARE(erased.json()["lines"].get<int>(), 40);
    QVERIFY(erased.json()["proof"]["is_clean"].get<bool>());
    QVERIFY(!isAnywhere("ORDERNO100003"));
    QCOMPARE(runCli({"info", m_project, "--json"}).json()["lines"].get<int>(), 1960);
    QVERIFY(runCli({"verify", m_project, "--json"}).json()["is_sound"].get<bool>());
    QVERIFY(runCli({"erase", m_project, "--customer", "PLANTED-CUSTOMER", "--yes"}).out.contains("Nothing had to be erased"));
}

void PrivacyCommandTest::sumsOldSalesAndKeepsTheTotals() {
    QCOMPARE(runCli({"retain", m_project, "--months", "3"}).status, 2);
    const json before = runCli({"clean", m_project, "--json"}).json();
    const json preview = runCli({"retain", m_project, "--months", "3", "--preview", "--json"}).json();
    QCOMPARE(preview["from"].get<std::string>(), std::string("2024-05-01"));
    QCOMPARE(preview["lines"].get<int>(), 1000);
    const CommandResult summed = runCli({"retain", m_project, "--months", "3", "--yes", "--json"});
    QVERIFY2(summed.status == 0, summed.err.constData());
    QCOMPARE(summed.json()["lines"].get<int>(), 1000);
    QVERIFY(summed.json()["daily_sums"].get<int>() < 1000);
    QVERIFY(!isAnywhere("ORDERNO100003"));
    const json info = runCli({"info", m_project, "--json"}).json();
    QVERIFY(info["is_cleaned"].get<bool>());
    QCOMPARE(info["settings"]["keep_months"].get<int>(), 3);
    QCOMPARE(info["cleaning"]["kept"]["units"], before["kept"]["units"]);
    QCOMPARE(info["cleaning"]["kept"]["money"], before["kept"]["money"]);
}

void PrivacyCommandTest::showsAndExportsLines() {
    const json page = runCli({"lines", m_project, "--item", "I3", "--from", "2024-02-01", "--to", "2024-02-29", "--limit", "5", "--json"}).json();
    QCOMPARE(page["rows"].size(), std::size_t{5});
    QVERIFY(page["total"].get<int>() > 5);
    for (const json& row : page["rows"]) {
        QCOMPARE(row["item"].get<std::string>(), std::string("I3"));
        QVERIFY(row["day"].get<std::string>().starts_with("2024-02"));
        QVERIFY(!row.contains("customer"));
    }
    for (const QString& name : {path(QStringLiteral("lines.csv")), path(QStringLiteral("lines.xlsx"))}) {
        const json written = runCli({"lines", m_project, "--search", "ORDERNO1000", "--output", name, "--json"}).json();
        QCOMPARE(written["lines"].get<int>(), 100);
        QVERIFY(QFileInfo(name).size() > 1000);
    }
    QCOMPARE(runCli({"lines", m_project, "--item", "gone"}).status, 1);
    QCOMPARE(runCli({"lines", m_project, "--sort", "smell"}).status, 2);
}

void PrivacyCommandTest::theServiceErasesWhileAReaderHasTheProjectOpen() {
    EngineProcess engine;
    QVERIFY(engine.call("project.open", {{"path", m_project.toStdString()}}).contains("result"));
    QCOMPARE(engine.call("lines.page", {{"limit", 3}})["result"]["total"].get<int>(), 2000);
    const json preview = engine.call("erase.preview", {{"before", "2024-03-01"}})["result"];
    QCOMPARE(preview["lines"].get<int>(), 500);
    const json erased = engine.call("erase.run", {{"before", "2024-03-01"}})["result"];
    QVERIFY(erased["proof"]["is_clean"].get<bool>());
    QCOMPARE(engine.call("lines.page", {{"limit", 3}})["result"]["total"].get<int>(), 1500);
    QVERIFY(engine.call("erase.preview", json::object()).contains("error"));
    QVERIFY(!isAnywhere("ORDERNO100003"));
}

QTEST_APPLESS_MAIN(PrivacyCommandTest)
#include "privacy_command_test.moc"
