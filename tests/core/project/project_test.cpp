// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/error.h"
#include "core/project/project_reader.h"
#include "core/project/project_writer.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

class ProjectTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void linesReadBackAsTheyWereWritten();
    void anImportIsInvisibleUntilItIsFinished();
    void anUnbalancedImportIsRefusedAndLeavesNothing();
    void aSecondWriterIsToldWhoHoldsTheProject();
    void everyFlippedBitOfTheLinesIsNoticed();
    void aFileOfAnotherKindIsRefused();
    void aForeignTriggerIsRefused();
    void randomEditsAreAllUndoneAndRedoneAfterReopening();
    void aForecastIsImmutable();
    void theForecastIsMadeByTheChosenRunElseByTheNewest();
    void aRunIsRemovedWithAllThatIsItsOwnButNotTheOneInUse();
    void aDirtyCloseIsNoticed();

private:
    std::filesystem::path path() const { return m_folder->filePath(QStringLiteral("p.foresell")).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProjectTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void ProjectTest::linesReadBackAsTheyWereWritten() {
    const SaleBatch batch = someLines(5000, 1);
    auto writer = ProjectWriter::create(path(), {.name = "Shop", .timeZone = "Asia/Shanghai"});
    importLines(*writer, batch);
    const auto reader = ProjectReader::open(path());
    QCOMPARE(reader->settings().name, std::string("Shop"));
    QCOMPARE(reader->lineCount(), 5000);
    SaleBatch read;
    reader->readChunk(reader->chunks().at(0).id, read);
    std::vector<Digest> digests;
    reader->readDigests(reader->chunks().at(0).id, digests);
    QVERIFY(read.sourceRow == batch.sourceRow && read.day == batch.day && read.second == batch.second);
    QVERIFY(read.item == batch.item && read.customer == batch.customer && read.quantity == batch.quantity);
    QVERIFY(read.price == batch.price && read.amount == batch.amount && digests == batch.digest);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        QVERIFY(read.order.at(i) == batch.order.at(i) && read.name.at(i) == batch.name.at(i));
    }
    QCOMPARE(reader->items().size(), 2U);
    QCOMPARE(reader->rejects(reader->imports().at(0).id, 0, 10).size(), 1U);
}

void ProjectTest::anImportIsInvisibleUntilItIsFinished() {
    auto writer = ProjectWriter::create(path(), {});
    const auto reader = ProjectReader::open(path());
    const ImportId import = writer->beginImport({});
    for (int i = 0; i < 40; ++i) {
        writer->appendSales(import, encodeSaleChunk(someLines(10, i)));
    }
    QCOMPARE(reader->lineCount(), 0);
    writer->abandonImport(import);
    QCOMPARE(reader->lineCount(), 0);
    QVERIFY(reader->imports().empty());
}

void ProjectTest::anUnbalancedImportIsRefusedAndLeavesNothing() {
    auto writer = ProjectWriter::create(path(), {});
    const ImportId import = writer->beginImport({});
    writer->appendSales(import, encodeSaleChunk(someLines(10, 1)));
    QCOMPARE(codeOf([&] { writer->finishImport(import, {12, 10, 1, 0, 0}, {}, "{}"); }), QStringLiteral("import.unbalanced"));
    writer.reset();
    writer = ProjectWriter::open(path());
    QCOMPARE(ProjectReader::open(path())->lineCount(), 0);
}

void ProjectTest::aSecondWriterIsToldWhoHoldsTheProject() {
    auto writer = ProjectWriter::create(path(), {});
    QCOMPARE(codeOf([&] { ProjectWriter::open(path()); }), QStringLiteral("project.locked"));
    writer.reset();
    QCOMPARE(codeOf([&] { ProjectWriter::open(path()); }), QStringLiteral("none"));
}

void ProjectTest::everyFlippedBitOfTheLinesIsNoticed() {
    const EncodedChunk chunk = encodeSaleChunk(someLines(300, 3));
    SaleBatch batch;
    for (std::size_t bit = 0; bit < chunk.columns.size() * 8; bit += 7) {
        std::string flipped = chunk.columns;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        QCOMPARE(codeOf([&] { decodeSaleChunk(flipped, chunk.columnsChecksum, batch); }), QStringLiteral("project.damaged"));
    }
}

void ProjectTest::aFileOfAnotherKindIsRefused() {
    std::ofstream(path()) << "date,quantity\n2020-01-01,1\n";
    QVERIFY(codeOf([&] { ProjectReader::open(path()); }) != QStringLiteral("none"));
    QVERIFY(codeOf([&] { ProjectWriter::open(path()); }) != QStringLiteral("none"));
}

void ProjectTest::aForeignTriggerIsRefused() {
    ProjectWriter::create(path(), {}).reset();
    runSql(path(), "CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM item; END");
    QCOMPARE(codeOf([&] { ProjectReader::open(path()); }), QStringLiteral("project.foreign_schema"));
    QCOMPARE(codeOf([&] { ProjectWriter::open(path()); }), QStringLiteral("project.foreign_schema"));
}

void ProjectTest::randomEditsAreAllUndoneAndRedoneAfterReopening() {
    auto writer = ProjectWriter::create(path(), {.name = "first"});
    importLines(*writer, someLines(10, 1));
    importLines(*writer, someLines(10, 2));
    const ProjectSettings before = writer->settings();
    for (int i = 0; i < 200; ++i) {
        ProjectSettings settings = writer->settings();
        settings.name = "name " + std::to_string(i * i % 17);
        settings.weekStart = i % 7;
        if (i == 50) {
            writer->undoImport({1});
        } else if (i % 3 == 0) {
            writer->setRecipe("{\"steps\":" + std::to_string(i) + "}");
        } else {
            writer->setSettings(settings);
        }
        if (i % 67 == 0) {
            writer.reset();
            writer = ProjectWriter::open(path());
        }
    }
    const ProjectSettings after = writer->settings();
    QCOMPARE(ProjectReader::open(path())->lineCount(), 10);
    int steps = 0;
    while (writer->undo()) {
        ++steps;
    }
    QVERIFY(steps >= 190);
    QVERIFY(writer->settings() == before);
    QCOMPARE(ProjectReader::open(path())->recipe(), std::string());
    QCOMPARE(ProjectReader::open(path())->lineCount(), 20);
    while (writer->redo()) {
        --steps;
    }
    QCOMPARE(steps, 0);
    QVERIFY(writer->settings() == after);
}

void ProjectTest::aForecastIsImmutable() {
    auto writer = ProjectWriter::create(path(), {});
    const RunId run = writer->beginRun("{}", "hash");
    ForecastRecord forecast{.run = run, .origin = 100, .horizon = 2, .levels = {0.5}, .keys = {{{1}, {}, {}}},
                            .mean = {1, 2}, .quantiles = {1, 2}, .totalMean = {1, 2}, .totalQuantiles = {1, 2}};
    writer->storeForecast(forecast);
    QCOMPARE(codeOf([&] { writer->storeForecast(forecast); }), QStringLiteral("forecast.immutable"));
    QVERIFY(!ProjectReader::open(path())->forecast().has_value());
    writer->finishRun(run, "done", "{}");
    QCOMPARE(ProjectReader::open(path())->forecast()->mean.at(1), 2.0F);
}

void ProjectTest::theForecastIsMadeByTheChosenRunElseByTheNewest() {
    auto writer = ProjectWriter::create(path(), {});
    QCOMPARE(ProjectReader::open(path())->forecastRun().value, 0);
    std::vector<RunId> runs;
    for (int i = 0; i < 4; ++i) {
        runs.push_back(writer->beginRun("{}", "hash"));
        writer->storeForecast({.run = runs.back(), .origin = 100 + i, .horizon = 1, .levels = {0.5}, .keys = {{{1}, {}, {}}},
                               .mean = {1}, .quantiles = {1}, .totalMean = {1}, .totalQuantiles = {1}});
        writer->finishRun(runs.back(), i < 3 ? "done" : "cancelled", "{}");
    }
    QCOMPARE(ProjectReader::open(path())->forecastRun().value, runs[2].value);
    writer->useForecast(runs[0]);
    QCOMPARE(ProjectReader::open(path())->forecastRun().value, runs[0].value);
    QCOMPARE(ProjectReader::open(path())->forecast()->origin, 100);
    QCOMPARE(ProjectReader::open(path())->forecast(runs[1])->origin, 101);
    QCOMPARE(codeOf([&] { writer->useForecast(runs[3]); }), QStringLiteral("forecast.no_such_run"));
    QCOMPARE(codeOf([&] { writer->useForecast(RunId{99}); }), QStringLiteral("forecast.no_such_run"));
    writer.reset();
    QCOMPARE(ProjectReader::open(path())->forecastRun().value, runs[0].value);  // the choice is kept
}

void ProjectTest::aRunIsRemovedWithAllThatIsItsOwnButNotTheOneInUse() {
    auto writer = ProjectWriter::create(path(), {});
    const RunId done = writer->beginRun("{}", "hash"), failed = writer->beginRun("{}", "hash"), running = writer->beginRun("{}", "hash");
    for (const RunId run : {done, failed}) {
        writer->storeModel(run, "weights");
        writer->storeForecast({.run = run, .origin = 100, .horizon = 1, .levels = {0.5}, .keys = {{{1}, {}, {}}},
                               .mean = {1}, .quantiles = {1}, .totalMean = {1}, .totalQuantiles = {1}});
    }
    writer->finishRun(done, "done", "{}");
    writer->finishRun(failed, "failed", "{}");
    QCOMPARE(codeOf([&] { writer->removeRun(done); }), QStringLiteral("run.in_use"));
    QCOMPARE(codeOf([&] { writer->removeRun(running); }), QStringLiteral("run.running"));
    QCOMPARE(codeOf([&] { writer->removeRun(RunId{99}); }), QStringLiteral("training.no_such_run"));
    writer->removeRun(failed);
    const auto reader = ProjectReader::open(path());
    QCOMPARE(reader->runs().size(), std::size_t{2});
    QVERIFY(reader->model(failed).empty());
    QCOMPARE(reader->model(done), std::string("weights"));
    QCOMPARE(reader->forecastRun().value, done.value);
}

void ProjectTest::aDirtyCloseIsNoticed() {
    ProjectWriter::create(path(), {}).reset();
    QVERIFY(ProjectWriter::open(path())->wasClosedCleanly());
    runSql(path(), "UPDATE internal SET value = 0 WHERE name = 'is_closed'");
    QVERIFY(!ProjectWriter::open(path())->wasClosedCleanly());
}

QTEST_APPLESS_MAIN(ProjectTest)
#include "project_test.moc"
