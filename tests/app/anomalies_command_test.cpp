// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/engine_process.h"
#include "tests/support/unusual_shop.h"

using namespace foresell::test;
using nlohmann::json;

/// `anomalies` on a shop of which some items were broken on purpose.
class AnomaliesCommandTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        create(m_project, m_shop.csv);
        const CommandResult none = runCli({"anomalies", m_project});
        QCOMPARE(none.status, 1);
        QVERIFY2(none.err.contains("train PROJECT --model autoencoder"), none.err.constData());
        const CommandResult trained = runCli({"train", m_project, "--model", "autoencoder", "--period", "day", "--horizon", "7", "--epochs", "4", "--hidden-size",
                                              "64", "--threads", "1", "--json"});
        QVERIFY2(trained.status == 0, trained.err.constData());
        m_told = runCli({"anomalies", m_project, "--json"}).json();
    }

    void findsTheBrokenItemsFirstAndCallsNoOrdinaryOne() {
        QCOMPARE(m_told["compared"].get<int>(), 28);
        QCOMPARE(m_told["length"].get<int>(), 28);
        QCOMPARE(m_told["until"].get<std::string>(), std::string("2024-11-03"));
        QCOMPARE(sorted(itemsOf(m_told)), m_shop.broken);
        QVERIFY(kindOf("I03") == "less" && kindOf("I10") == "more" && kindOf("I17") == "pattern" && kindOf("I24") == "less");
        double last = 0;
        for (const json& item : m_told["items"]) {
            QVERIFY(item["share"].get<double>() >= last && item["share"].get<double>() < 0.01);
            last = item["share"].get<double>();
        }
        const QByteArray text = runCli({"anomalies", m_project}).out;
        QVERIFY2(text.startsWith("4 of 28 items") && text.contains("I17") && !text.contains("I04"), text.constData());
    }

    void tellsWhatToDoWhereARunCannotTell() {
        QCOMPARE(runCli({"train", m_project, "--model", "seasonal_naive", "--horizon", "7"}).status, 0);
        const CommandResult cannot = runCli({"anomalies", m_project, "--run", "2"});
        QCOMPARE(cannot.status, 1);
        QVERIFY2(cannot.err.contains("seasonal_naive") && cannot.err.contains("--model autoencoder"), cannot.err.constData());
        QCOMPARE(runCli({"anomalies", m_project, "--run", "9"}).status, 1);
        QCOMPARE(runCli({"anomalies", m_project, "--run", "none"}).status, 2);
        QCOMPARE(runCli({"anomalies", m_project, "--json"}).json(), m_told);  // the newest run that can
    }

    void anImportedNetworkTellsTheSameWithoutATraining() {
        const QString model = m_folder.filePath("model.safetensors"), other = m_folder.filePath("other.foresell");
        QCOMPARE(runCli({"model", "export", m_project, "--output", model}).status, 0);
        create(other, m_shop.csv);
        const CommandResult imported = runCli({"model", "import", other, model, "--json"});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QCOMPARE(runCli({"anomalies", other, "--json"}).json()["items"], m_told["items"]);
    }

    void aShopWithTooLittleHistoryIsToldSo() {
        const QString young = m_folder.filePath("young.foresell");
        create(young, salesCsv(4, 120));
        QCOMPARE(runCli({"train", young, "--model", "autoencoder", "--horizon", "7", "--epochs", "1", "--hidden-size", "8", "--threads", "1"}).status, 0);
        const CommandResult told = runCli({"anomalies", young});
        QCOMPARE(told.status, 0);
        QVERIFY2(told.out.contains("too little history"), told.out.constData());
        QVERIFY(runCli({"anomalies", young, "--json"}).json()["items"].empty());
    }

private:
    void create(const QString& project, const QByteArray& csv) const {
        QFile file(m_folder.filePath("sales.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size());
        file.close();
        QCOMPARE(runCli({"create", project}).status, 0);
        QCOMPARE(runCli({"import", project, file.fileName(), "--as", "sales"}).status, 0);
    }
    static QStringList itemsOf(const json& told) {
        QStringList codes;
        for (const json& item : told["items"]) {
            codes.append(QString::fromStdString(item["item"].get<std::string>()));
        }
        return codes;
    }
    static QStringList sorted(QStringList codes) {
        codes.sort();
        return codes;
    }
    std::string kindOf(const char* code) const {
        for (const json& item : m_told["items"]) {
            if (item["item"] == code) {
                return item["kind"].get<std::string>();
            }
        }
        return {};
    }

    QTemporaryDir m_folder;
    QString m_project = m_folder.filePath("shop.foresell");
    UnusualShop m_shop;
    json m_told;
};

QTEST_GUILESS_MAIN(AnomaliesCommandTest)
#include "anomalies_command_test.moc"
