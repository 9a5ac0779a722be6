// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

/// Every write, cut and flush of a piece of work fails once in its turn, until the work passes untouched.
class ProjectFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { FaultyDisk::install(); }
    void whatWasSavedOutlivesAFullDiskAtAnyMoment() { failEveryOperation(SQLITE_FULL, true, QStringLiteral("project.disk_full")); }
    void whatWasSavedOutlivesAFailedWriteAtAnyMoment() { failEveryOperation(SQLITE_IOERR_WRITE, false, QStringLiteral("project.io")); }

private:
    void failEveryOperation(int status, bool lasting, const QString& code);
    QTemporaryDir m_folder;
};

namespace {

/// What the program was told to be saved.
struct Saved {
    std::int64_t lines = 0;
    std::string recipe;
};

void work(ProjectWriter& writer, Saved& saved) {
    importLines(writer, someLines(400, 2));
    saved.lines += 400;
    writer.setRecipe("{\"steps\":[1]}");
    saved.recipe = "{\"steps\":[1]}";
    const ImportId import = writer.beginImport({"sales", "more.csv", 1, "d"});
    for (int chunk = 0; chunk < 18; ++chunk) {  // more than one transaction of loading
        writer.appendSales(import, encodeSaleChunk(someLines(100, chunk)));
    }
    writer.finishImport(import, {1800, 1800, 0, 0, 0}, {}, "{}");
    saved.lines += 1800;
}

}  // namespace

void ProjectFaultsTest::failEveryOperation(int status, bool lasting, const QString& code) {
    int failures = 0;
    for (int operation = 1;; ++operation) {
        const std::filesystem::path path =
            m_folder.filePath(QStringLiteral("%1-%2.foresell").arg(status).arg(operation)).toStdString();
        auto writer = ProjectWriter::create(path, {.name = "Shop"});
        importLines(*writer, someLines(500, 1));
        Saved saved{500, {}};
        FaultyDisk::failAt(operation, status, lasting);
        const QString told = codeOf([&] { work(*writer, saved); });
        const bool hasFailed = FaultyDisk::hasFailed();
        FaultyDisk::repair();
        if (told != QStringLiteral("none")) {
            ++failures;
            QVERIFY2(told == code || told == QStringLiteral("project.io"), qPrintable(told));
        }
        {
            const auto reader = ProjectReader::open(path);
            reader->checkPages();
            QCOMPARE(reader->lineCount(), saved.lines);
            QCOMPARE(reader->recipe(), saved.recipe);
        }
        importLines(*writer, someLines(50, 3));  // goes on as soon as there is room again
        writer.reset();
        writer = ProjectWriter::open(path);
        QCOMPARE(ProjectReader::open(path)->lineCount(), saved.lines + 50);
        writer.reset();
        std::filesystem::remove(path);
        if (!hasFailed) {
            qInfo("%d operations, %d told as errors", operation - 1, failures);
            QVERIFY(failures > 10);
            return;
        }
    }
}

QTEST_APPLESS_MAIN(ProjectFaultsTest)
#include "project_faults_test.moc"
