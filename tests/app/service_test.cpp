// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/engine_process.h"

using namespace foresell::test;
using nlohmann::json;

class ServiceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        writeFile("sales.csv", salesCsv(20, 200));
        writeFile("large.csv", salesCsv(1000, 1000, 1'000'000));
    }

    void saysWhoItIs() {
        EngineProcess engine;
        const json answer = engine.call("engine.hello");
        QCOMPARE(answer["result"]["protocol"].get<int>(), 1);
        QVERIFY(answer["result"]["models"].size() >= 4);
    }

    void answersLinesThatAreNoRequest_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        QTest::newRow("no JSON") << QByteArray("hello") << -32700;
        QTest::newRow("cut JSON") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1") << -32700;
        QTest::newRow("nested too deeply") << QByteArray(5000, '[') << -32700;
        QTest::newRow("no object") << QByteArray("[1,2]") << -32600;
        QTest::newRow("no version") << QByteArray("{\"id\":1,\"method\":\"engine.hello\"}") << -32600;
        QTest::newRow("no method") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1}") << -32600;
        QTest::newRow("params no object")
            << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"engine.hello\",\"params\":[1]}")
            << -32602;
        QTest::newRow("unknown method")
            << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"engine.fly\"}") << -32601;
        QTest::newRow("param of the wrong kind")
            << QByteArray(
                   "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"project.open\",\"params\":{\"path\":7}}")
            << -32602;
        QTest::newRow("longer than 16 MiB") << QByteArray(17 * 1024 * 1024, 'x') << -32600;
        QTest::newRow("bytes that are no UTF-8") << QByteArray("{\"\xff\xfe\":1}") << -32700;
    }
    void answersLinesThatAreNoRequest() {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        EngineProcess engine;
        engine.sendLine(line);
        const auto answer = engine.next();
        QVERIFY(answer.has_value());
        QCOMPARE((*answer)["error"]["code"].get<int>(), code);
        QVERIFY(!(*answer)["error"]["data"]["code"].get<std::string>().empty());
        QVERIFY(engine.call("engine.hello").contains("result"));
    }

    void refusesWorkWithoutAProject() {
        EngineProcess engine;
        QCOMPARE(codeOf(engine.call("project.info")), std::string("engine.no_project"));
        QCOMPARE(codeOf(engine.call("training.start")), std::string("engine.no_project"));
    }

    void importsWithProgressAndTellsTheChange() {
        EngineProcess engine;
        open(engine, "import.foresell");
        const json answer = importFile(engine, "sales.csv");
        QCOMPARE(answer["result"]["counts"]["imported"].get<int>(), 4000);
        const auto isNote = [&](const char* method) {
            return std::ranges::any_of(engine.notes,
                                       [&](const json& note) { return note["method"] == method; });
        };
        QVERIFY(isNote("progress"));
        QVERIFY(isNote("project.changed"));
        QCOMPARE(engine.call("project.info")["result"]["lines"].get<int>(), 4000);
    }

    void cancelsAnImportQuicklyAndLeavesNothing() {
        EngineProcess engine;
        open(engine, "cancel.foresell");
        const int import = engine.send("import.run", {{"files", {path("large.csv")}}, {"role", "sales"}});
        QVERIFY(engine.waitForProgress(import));
        QElapsedTimer timer;
        timer.start();
        const json acknowledged = engine.call("job.cancel", {{"id", import}});
        const qint64 acknowledgedAfter = timer.elapsed();
        QVERIFY(acknowledged["result"]["found"].get<bool>());
        const json answer = engine.answer(import);
        const qint64 endedAfter = timer.elapsed();
        qInfo("acknowledged after %lld ms, ended after %lld ms", acknowledgedAfter, endedAfter);
        QCOMPARE(answer["error"]["code"].get<int>(), -32800);
        QVERIFY(acknowledgedAfter <= 250);
        QVERIFY(endedAfter <= 2000);
        QCOMPARE(engine.call("project.info")["result"]["lines"].get<int>(), 0);
    }

    void answersEditsWhileAJobRuns() {
        EngineProcess engine;
        open(engine, "edits.foresell");
        const int import = engine.send("import.run", {{"files", {path("large.csv")}}, {"role", "sales"}});
        QVERIFY(engine.waitForProgress(import));
        const json settings{{"name", "Edited"}, {"time_zone", "UTC"}};
        QVERIFY(engine.call("settings.set", settings).contains("result"));
        QVERIFY(engine.answers.empty());  // the import has not ended yet
        QCOMPARE(codeOf(engine.call("import.run", {{"files", {path("sales.csv")}}})),
                 std::string("engine.busy"));
        QVERIFY(engine.call("edit.undo").contains("result"));
        QVERIFY(engine.call("edit.redo").contains("result"));
        engine.send("job.cancel", {{"id", import}});
        engine.answer(import);
        const json info = engine.call("project.info");
        QCOMPARE(info["result"]["settings"]["name"].get<std::string>(), std::string("Edited"));
    }

    void startsTheNextJobAsSoonAsAnAnswerIsThere() {
        EngineProcess engine;
        open(engine, "next.foresell");
        for (int i = 0; i < 300; ++i) {
            const json answer = engine.call("training.start", {{"model", "mlp"}});  // fails at once: there are no sales
            QVERIFY(answer.contains("error"));
            QVERIFY2(codeOf(answer) != "engine.busy", qPrintable(QStringLiteral("after %1 jobs").arg(i)));
        }
    }

    void pausesResumesAndFinishesATraining() {
        EngineProcess engine;
        open(engine, "pause.foresell");
        importFile(engine, "sales.csv");
        const int training = engine.send("training.start", {{"model", "mlp"},
                                                            {"horizon", 7},
                                                            {"hidden_size", 8},
                                                            {"epochs", 100'000},
                                                            {"patience", 100'000}});
        QVERIFY2(engine.waitForProgress(training), engine.answers.empty() ? "no answer" : engine.answers.back().dump().c_str());
        QVERIFY(engine.call("job.pause", {{"id", training}})["result"]["found"].get<bool>());
        QVERIFY(engine.call("engine.hello").contains("result"));
        QVERIFY(engine.call("job.resume", {{"id", training}})["result"]["found"].get<bool>());
        QVERIFY(engine.call("job.finish", {{"id", training}})["result"]["found"].get<bool>());
        const json answer = engine.answer(training);
        QVERIFY2(answer.contains("result"), answer.dump().c_str());
        QCOMPARE(answer["result"]["result"]["stopped_by"].get<std::string>(), std::string("user"));
    }

    void endsWhenItsParentHasGone() {
        EngineProcess engine;
        open(engine, "gone.foresell");
        engine.send("import.run", {{"files", {path("large.csv")}}, {"role", "sales"}});
        engine.process().closeWriteChannel();
        QVERIFY(engine.process().waitForFinished(15'000));
        QCOMPARE(engine.process().exitCode(), 0);
    }

    void keepsASecondEngineOut() {
        EngineProcess first, second;
        open(first, "held.foresell");
        const json answer = second.call("project.open", {{"path", path("held.foresell")}});
        QCOMPARE(codeOf(answer), std::string("project.locked"));
    }

private:
    std::string path(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    void writeFile(const char* name, const QByteArray& bytes) {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void open(EngineProcess& engine, const char* name) {
        const json answer =
            engine.call("project.create", {{"path", path(name)}, {"settings", {{"name", "Test"}}}});
        QVERIFY2(answer.contains("result"), answer.dump().c_str());
    }
    json importFile(EngineProcess& engine, const char* name) {
        return engine.call("import.run", {{"files", {path(name)}}, {"role", "sales"}});
    }
    static std::string codeOf(const json& answer) {
        return answer.contains("error") ? answer["error"]["data"]["code"].get<std::string>() : std::string();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "service_test.moc"
