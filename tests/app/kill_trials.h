// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>
#include <random>

#include "core/project/project_reader.h"
#include "core/project/project_writer.h"
#include "tests/app/engine_process.h"

namespace foresell::test {

/// Kills the engine at random moments of an import or a training and looks whether the project opens and
/// holds all that was acknowledged.
class KillTrials {
public:
    explicit KillTrials(unsigned seed) : m_random(seed) {}

    void prepare() {
        QVERIFY(m_folder.isValid());
        write("first.csv", salesCsv(10, 120));
        write("second.csv", salesCsv(300, 400, 500'000));
        QCOMPARE(runCli({"create", path("base.foresell")}).status, 0);
        QCOMPARE(runCli({"import", path("base.foresell"), path("first.csv"), "--as", "sales"}).status, 0);
    }

    void run(int trials) {
        for (int trial = 0; trial < trials; ++trial) {
            runOne(trial, trial % 2 == 0);
            if (QTest::currentTestFailed()) {
                qWarning("trial %d", trial);
                return;
            }
        }
    }

private:
    static constexpr int firstLines = 1200, secondLines = 120'000;

    void runOne(int trial, bool isImport) {
        const QString project = path("trial.foresell");
        for (const QString& file :
             QDir(m_folder.path()).entryList({"trial.foresell*"}, QDir::Files | QDir::Hidden)) {
            QFile::remove(path(file));
        }
        QVERIFY(QFile::copy(path("base.foresell"), project));
        const std::string name = "trial " + std::to_string(trial);
        bool wasNamed = false, wasDone = false;
        kill(project, name, isImport, wasNamed, wasDone);

        const auto writer = ProjectWriter::open(project.toStdString());
        if (wasNamed) {
            QCOMPARE(writer->settings().name, name);
        }
        const auto reader = ProjectReader::open(project.toStdString());
        const std::int64_t lines = reader->lineCount();
        if (isImport) {
            QVERIFY(lines == firstLines + secondLines || (!wasDone && lines == firstLines));
        } else {
            QCOMPARE(lines, std::int64_t{firstLines});
            QVERIFY(!wasDone || reader->forecast().has_value());
        }
        SaleBatch batch;
        for (const ChunkInfo& chunk : reader->chunks()) {
            batch.clear();
            reader->readChunk(chunk.id, batch);
        }
        writer->close();
    }

    void kill(const QString& project, const std::string& name, bool isImport, bool& wasNamed, bool& wasDone) {
        EngineProcess engine;
        QVERIFY(engine.call("project.open", {{"path", project.toStdString()}}).contains("result"));
        const int job = isImport ? engine.send("import.run", {{"files", {path("second.csv").toStdString()}},
                                                              {"role", "sales"}})
                                 : engine.send("training.start", {{"model", "mlp"},
                                                                  {"horizon", 7},
                                                                  {"hidden_size", 4},
                                                                  {"lookback", 14},
                                                                  {"epochs", 1},
                                                                  {"threads", 1}});
        const int edit = engine.send("settings.set", {{"name", name}, {"time_zone", "UTC"}});
        QThread::msleep(std::uniform_int_distribution<unsigned>(0, isImport ? 600 : 1500)(m_random));
        engine.process().kill();
        engine.process().waitForFinished(30'000);
        while (engine.process().canReadLine()) {
            const auto message =
                nlohmann::json::parse(engine.process().readLine().toStdString(), nullptr, false);
            wasNamed =
                wasNamed || (message.is_object() && message.contains("result") && message["id"] == edit);
            wasDone = wasDone || (message.is_object() && message.contains("result") && message["id"] == job);
        }
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
    std::mt19937 m_random;
};

}  // namespace foresell::test
