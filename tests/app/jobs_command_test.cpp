// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "tests/app/engine_process.h"

using namespace foresell::test;
using nlohmann::json;

/// `foresell-cli jobs`: a training that runs in another process is asked for, paused, resumed and ended early.
class JobsCommandTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath(QStringLiteral("shop.foresell"));
        QCOMPARE(runCli({"create", m_project}).status, 0);
        QFile file(m_folder->filePath(QStringLiteral("sales.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(salesCsv(5, 120));
        file.close();
        QCOMPARE(runCli({"import", m_project, file.fileName(), "--as", "sales"}).status, 0);
    }

    void saysThatNothingRuns() {
        QCOMPARE(ask().json()["is_running"].get<bool>(), false);
        QCOMPARE(ask().status, 0);
        const CommandResult paused = ask("--pause");
        QCOMPARE(paused.status, 1);
        QVERIFY(paused.err.contains("Nothing runs on this project"));
        QCOMPARE(runCli({"jobs", m_project, "--pause", "--finish"}).status, 2);
        QCOMPARE(runCli({"jobs", m_folder->filePath(QStringLiteral("absent.foresell"))}).status, 1);
    }

    void pausesResumesAndEndsATrainingOfTheShellAndKeepsTheBest() {
        QProcess training;
        training.start(qEnvironmentVariable("FORESELL_CLI"), QStringList{"train", m_project, "--progress", "json", "--json"} + endless());
        QVERIFY(waitForStage(training, "learning"));
        const json running = ask().json();
        QCOMPARE(running["job"].get<std::string>(), std::string("train"));
        QCOMPARE(running["is_paused"].get<bool>(), false);
        QVERIFY(running["progress"]["metrics"].contains("share"));
        QCOMPARE(ask("--pause").json()["is_paused"].get<bool>(), true);
        QVERIFY(waitForStage(training, "paused"));
        QCOMPARE(ask().json()["progress"]["stage"].get<std::string>(), std::string("paused"));
        QVERIFY(!training.waitForFinished(300));
        QCOMPARE(ask("--resume").json()["is_paused"].get<bool>(), false);
        QVERIFY(waitForStage(training, "learning"));
        QCOMPARE(ask("--finish").json()["is_ending"].get<bool>(), true);
        QVERIFY(training.waitForFinished(120'000));
        QCOMPARE(training.exitCode(), 0);
        const json result = json::parse(training.readAllStandardOutput().toStdString());
        QCOMPARE(result["stopped_by"].get<std::string>(), std::string("user"));
        QCOMPARE(runCli({"runs", m_project, "--json"}).json()["runs"][0]["state"].get<std::string>(), std::string("done"));
        QCOMPARE(ask().json()["is_running"].get<bool>(), false);
    }

    void keepsNothingOnCtrlCWhilePaused() {
        QProcess training;
        training.start(qEnvironmentVariable("FORESELL_CLI"), QStringList{"train", m_project, "--progress", "json"} + endless());
        QVERIFY(waitForStage(training, "learning"));
        QCOMPARE(ask("--pause").status, 0);
        QVERIFY(waitForStage(training, "paused"));
        ::kill(static_cast<pid_t>(training.processId()), SIGINT);
        QVERIFY(training.waitForFinished(60'000));
        QCOMPARE(training.exitCode(), 130);
        QCOMPARE(runCli({"runs", m_project, "--json"}).json()["runs"][0]["state"].get<std::string>(), std::string("cancelled"));
    }

    void endsATrainingThatTheWindowStarted() {
        EngineProcess engine;
        QVERIFY(engine.call("project.open", {{"path", m_project.toStdString()}}).contains("result"));
        const int training = engine.send("training.start", {{"model", "mlp"}, {"horizon", 7}, {"hidden_size", 8}, {"epochs", 100'000}, {"patience", 100'000}});
        while (ask().json().value("progress", json::object()).value("stage", "") != "learning") {
            QVERIFY(engine.process().state() == QProcess::Running);
            engine.process().waitForReadyRead(50);
        }
        QCOMPARE(ask("--pause").json()["is_paused"].get<bool>(), true);
        QCOMPARE(ask("--finish").json()["is_ending"].get<bool>(), true);
        const json answer = engine.answer(training);
        QVERIFY2(answer.contains("result"), answer.dump().c_str());
        QCOMPARE(answer["result"]["result"]["stopped_by"].get<std::string>(), std::string("user"));
    }

private:
    CommandResult ask(const char* act = nullptr) const {
        return runCli(act == nullptr ? QStringList{"jobs", m_project, "--json"} : QStringList{"jobs", m_project, act, "--json"});
    }
    static QStringList endless() {
        return {"--model", "mlp", "--horizon", "7", "--hidden-size", "8", "--epochs", "100000", "--patience", "100000", "--threads", "1"};
    }
    static bool waitForStage(QProcess& process, const char* stage) {
        process.setReadChannel(QProcess::StandardError);
        while (process.canReadLine() || process.waitForReadyRead(60'000)) {
            const json told = json::parse(process.readLine().toStdString(), nullptr, false);
            if (told.is_object() && told["stage"] == stage) {
                return true;
            }
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

QTEST_GUILESS_MAIN(JobsCommandTest)
#include "jobs_command_test.moc"
