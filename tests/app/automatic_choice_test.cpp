// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

#include "tests/app/engine_process.h"

using namespace foresell::test;
using nlohmann::json;

namespace {

bool names(const json& methods, const char* method) {
    return std::ranges::any_of(methods, [&](const json& told) { return told["method"] == method; });
}

}  // namespace

/// What `--model auto` tries and keeps.
class AutomaticChoiceTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath("shop.foresell");
        QCOMPARE(runCli({"create", m_project}).status, 0);
        // Promotions fall irregularly and triple the sales: what learns from the plan beats what does not.
        QByteArray sales = "date,item,quantity\n", plan = "date,item,promotion\n";
        unsigned noise = 7;
        for (int day = 0; day < 220; ++day) {
            const QByteArray date = QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
            for (int item = 0; item < 12; ++item) {
                noise = noise * 1'664'525U + 1'013'904'223U;
                const bool isPromoted = noise % 1000U > 800U && (item + day) % 3 == 0;
                const int sold = (10 + item) * (isPromoted ? (day % 7 < 2 ? 5 : 2) : 1) + static_cast<int>(noise >> 30U);
                const QByteArray key = date + ",I" + QByteArray::number(item) + ',';
                sales += key + QByteArray::number(sold) + '\n';
                plan += key + (isPromoted ? "1\n" : "0\n");
            }
        }
        import("sales", sales);
        import("plan", plan);
    }

    void treesAreJudgedBesideNetworksAndKeptWhereTheyAreBetter() {
        const CommandResult trained = runCli(training({}));
        QVERIFY2(trained.status == 0, trained.err.constData());
        const json result = trained.json();
        for (const char* method : {"seasonal_naive", "calendar_regression", "boosted_trees", "lstm", "mlp"}) {
            QVERIFY2(names(result["scores"], method), method);
        }
        QCOMPARE(result["learner"].get<std::string>(), std::string("boosted_trees"));
        QCOMPARE(result["verdict"].get<std::string>(), std::string("learner_better"));
        QCOMPARE(result["model"].get<std::string>(), std::string("boosted_trees"));
        const json run = runCli({"info", m_project, "--json"}).json()["runs"][0];
        QVERIFY(!run["has_network"].get<bool>());  // trees cannot be learnt on from
        const CommandResult onwards = runCli({"train", m_project, "--from", "1"});
        QCOMPARE(onwards.status, 1);
        QVERIFY(onwards.err.contains("no network"));
    }

    void theEstimateCoversTrees() {
        const json all = runCli(training({"--estimate"})).json();
        for (const char* method : {"boosted_trees", "lstm", "mlp"}) {
            QVERIFY2(names(all["methods"], method), method);
        }
        const json trees = runCli({"train", m_project, "--model", "boosted_trees", "--estimate", "--json"}).json();
        QCOMPARE(trees["methods"].size(), std::size_t{1});
        QVERIFY(trees["seconds"].get<double>() > 0);
        QVERIFY(trees["memory_bytes"].get<double>() > 10e6);
        QVERIFY(trees["seconds"].get<double>() < all["seconds"].get<double>());
    }

    void theEstimateStaysWithinTheTimeBudget() {
        const json bounded = runCli({"train", m_project, "--model", "boosted_trees", "--estimate", "--time-budget", "0.5", "--json"}).json();
        QVERIFY(bounded["seconds"].get<double>() <= 0.5);
    }

    void aSearchTakesThePlaceOfTheNetworksButNotOfTheTrees() {
        const json result = runCli(training({"--search", "2"})).json();
        QVERIFY(names(result["scores"], "boosted_trees"));
        QVERIFY(names(result["scores"], "lstm") != names(result["scores"], "mlp"));
        QVERIFY(!result["search"].empty());
    }

private:
    QStringList training(const QStringList& more) const {
        return QStringList{"train", m_project, "--horizon", "7", "--epochs", "1", "--hidden-size", "4", "--lookback", "14", "--threads", "1", "--json"} + more;
    }
    void import(const QString& role, const QByteArray& csv) const {
        QFile file(m_folder->filePath(role + ".csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size());
        file.close();
        const CommandResult imported = runCli({"import", m_project, file.fileName(), "--as", role});
        QVERIFY2(imported.status == 0, imported.err.constData());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

QTEST_GUILESS_MAIN(AutomaticChoiceTest)
#include "automatic_choice_test.moc"
