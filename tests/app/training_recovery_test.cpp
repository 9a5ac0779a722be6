// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <csignal>

#include "tests/app/engine_process.h"

using namespace foresell::test;
using nlohmann::json;

/// Trainings that go on: after the engine was killed, from an earlier model, with a model from a file.
class TrainingRecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = path("shop.foresell");
        QCOMPARE(runCli({"create", m_project}).status, 0);
    }

    void aKilledTrainingGoesOnToTheSameErrorAsOneThatWasNot() {
        importSales(salesCsv(4, 150));
        const json whole = runCli(training({"--epochs", "4"})).json();
        QProcess engine;
        engine.setProcessChannelMode(QProcess::SeparateChannels);
        engine.start(qEnvironmentVariable("FORESELL_CLI"), training({"--epochs", "4", "--progress", "json"}));
        engine.setReadChannel(QProcess::StandardError);
        bool hasLearnt = false;
        while (!hasLearnt && (engine.canReadLine() || engine.waitForReadyRead(60'000))) {
            const json told = json::parse(engine.readLine().toStdString(), nullptr, false);
            hasLearnt = told.is_object() && told["stage"] == "learning" && told["metrics"]["epoch"].get<double>() >= 2;
        }
        QVERIFY(hasLearnt);
        ::kill(static_cast<pid_t>(engine.processId()), SIGKILL);
        QVERIFY(engine.waitForFinished(30'000));
        const json runs = runCli({"runs", m_project, "--json"}).json()["runs"];
        QCOMPARE(runs.size(), std::size_t{2});
        const CommandResult resumed = runCli({"train", m_project, "--resume", QString::number(runs[0]["run"].get<int>()), "--json"});
        QVERIFY2(resumed.status == 0, resumed.err.constData());
        QCOMPARE(wapeOf(resumed.json(), "lstm"), wapeOf(whole, "lstm"));  // to the last bit, not within 1 % alone
        const json after = runCli({"runs", m_project, "--json"}).json()["runs"];
        QCOMPARE(after.size(), std::size_t{2});  // the finished run stands for the interrupted one
        QCOMPARE(after[0]["state"].get<std::string>(), std::string("done"));
        QCOMPARE(runCli({"train", m_project, "--resume", "1"}).status, 1);
    }

    void learnsOnFromAnEarlierRunAndComparesTheTwo() {
        importSales(salesCsv(4, 140));
        QCOMPARE(runCli(training({})).json()["run"].get<int>(), 1);
        const CommandResult nothingNew = runCli({"train", m_project, "--from", "1", "--json"});
        QCOMPARE(nothingNew.status, 1);
        QVERIFY2(nothingNew.err.contains("no complete period since run 1"), nothingNew.err.constData());
        QVERIFY(runCli({"train", m_project, "--from", "1", "--model", "mlp"}).err.contains("network of another kind"));
        importSales(salesCsv(4, 150));
        const CommandResult later = runCli({"train", m_project, "--from", "1", "--epochs", "1", "--threads", "1", "--json"});
        QVERIFY2(later.status == 0, later.err.constData());
        QCOMPARE(later.json()["model"].get<std::string>(), std::string("lstm"));
        QVERIFY(later.json()["test_first"] == "2024-05-23");  // what the first run had not seen
        QVERIFY(std::isfinite(wapeOf(later.json(), "lstm")));
        const json compared = runCli({"runs", m_project, "--compare", "1,2", "--json"}).json();
        QCOMPARE(compared["runs"].size(), std::size_t{2});
        QVERIFY(!compared["is_same_test"].get<bool>());
        QVERIFY(runCli({"runs", m_project, "--compare", "1,2"}).out.contains("from_run"));
        QCOMPARE(runCli({"runs", m_project, "--compare", "1,9"}).status, 1);
    }

    void carriesAModelToAnotherProjectAndRefusesOneThatDoesNotFit() {
        importSales(salesCsv(4, 140));
        QCOMPARE(runCli(training({})).status, 0);
        const json exported = runCli({"model", "export", m_project, "--output", path("lstm.safetensors"), "--json"}).json();
        QCOMPARE(exported["model"].get<std::string>(), std::string("lstm"));
        QCOMPARE(exported["last_day"].get<std::string>(), std::string("2024-05-19"));
        m_project = path("other.foresell");
        QCOMPARE(runCli({"create", m_project}).status, 0);
        importSales(salesCsv(4, 150));
        const CommandResult imported = runCli({"model", "import", m_project, path("lstm.safetensors"), "--json"});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QCOMPARE(imported.json()["imported_from"].get<std::string>(), std::string("lstm.safetensors"));
        QVERIFY(std::isfinite(wapeOf(imported.json(), "lstm")));
        QCOMPARE(runCli({"forecast", m_project, "--horizon", "20", "-o", path("far.csv")}).status, 0);
        m_project = path("weekly.foresell");
        QCOMPARE(runCli({"create", m_project}).status, 0);
        importSales(salesCsv(4, 150).replace(",I", ",J"));
        const CommandResult strange = runCli({"model", "import", m_project, path("lstm.safetensors")});
        QCOMPARE(strange.status, 1);
        QVERIFY2(strange.err.contains("knows no item"), strange.err.constData());
        QFile noModel(path("noise.safetensors"));
        QVERIFY(noModel.open(QIODevice::WriteOnly));
        noModel.write(QByteArray(1000, 'x'));
        noModel.close();
        QVERIFY(runCli({"model", "import", m_project, path("noise.safetensors")}).err.contains("cannot be read"));
    }

    void refusesToForecastAnewFromSalesThatHaveChanged() {
        importSales(salesCsv(4, 140));
        QCOMPARE(runCli(training({})).status, 0);
        QCOMPARE(runCli({"forecast", m_project, "--horizon", "20", "-o", path("far.csv")}).status, 0);
        importSales("order,date,item,quantity,price\nLATE,2024-02-02,I1,40,2.50\n");
        const CommandResult refused = runCli({"forecast", m_project, "--horizon", "20", "-o", path("far.csv")});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("have changed since"), refused.err.constData());
    }

    void theWeeklyUpdateLearnsOnByItself() {
        QDir(m_folder->path()).mkdir("exports");
        write("exports/1.csv", salesCsv(4, 140));
        const QStringList refresh{"refresh", m_project, path("exports"), "--model", "lstm", "--epochs", "1", "--hidden-size", "4",
                                  "--lookback", "14", "--threads", "1", "--horizon", "7", "--json"};
        QCOMPARE(runCli(refresh).status, 0);
        write("exports/2.csv", salesCsv(4, 147));
        QCOMPARE(runCli(refresh).status, 0);
        write("exports/3.csv", salesCsv(4, 154));
        QCOMPARE(runCli(refresh + QStringList{"--retrain", "anew"}).status, 0);
        const json runs = runCli({"runs", m_project, "--json"}).json()["runs"];
        QCOMPARE(runs.size(), std::size_t{3});
        QCOMPARE(runs[1]["options"]["from_run"].get<int>(), 1);
        QCOMPARE(runs[0]["options"]["from_run"].get<int>(), 0);
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void importSales(const QByteArray& csv) const {
        write("sales.csv", csv);
        const CommandResult imported = runCli({"import", m_project, path("sales.csv"), "--as", "sales", "--json"});
        QVERIFY2(imported.status == 0, imported.err.constData());
    }
    QStringList training(const QStringList& more) const {
        return QStringList{"train", m_project, "--model", "lstm", "--hidden-size", "4", "--layers", "1", "--lookback", "14",
                           "--batch-size", "32", "--threads", "1", "--horizon", "7", "--json"} +
               (more.contains("--epochs") ? more : QStringList{"--epochs", "1"} + more);
    }
    static double wapeOf(const json& run, const std::string& method) {
        for (const json& scores : run["scores"]) {
            if (scores["method"] == method) {
                return scores["wape"].get<double>();
            }
        }
        return NAN;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

QTEST_GUILESS_MAIN(TrainingRecoveryTest)
#include "training_recovery_test.moc"
