// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <random>

#include "core/base/error.h"
#include "core/project/project_backup.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

namespace {

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

constexpr int flippedBits = 2000;
constexpr int cutEnds = 200;

struct Outcome {
    int noticed = 0;
    int harmless = 0;  ///< everything read as before
    int silent = 0;    ///< other data without a word
};

}  // namespace

class ProjectDamageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void noFlippedBitOfTheFileEverGivesOtherData();
    void noCutOffEndOfTheFileEverGivesOtherData();
    void noOverwrittenPageOfTheFileEverGivesOtherData();
    void aDamagedNameCanBeReadForRescue();
    void randomBytesAreNoProject();
    void aFileOfANewerVersionIsRefusedWithoutAChange();
    void aProjectIsBackedUpOnceADayAndThreeBackupsAreKept();
    void aBackupHoldsAllThatTheProjectHeld();
    void aProjectWhereNothingCanBeWrittenIsReadAllTheSame();
    void aProjectThatWasNotClosedIsNotReadWithoutItsLog();

private:
    void tryOut(const std::string& damaged, Outcome& outcome);
    std::filesystem::path file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

    QTemporaryDir m_folder;
    std::string m_bytes;
    std::string m_content;
};

void ProjectDamageTest::initTestCase() {
    makeFullProject(file("sound.foresell"));
    m_bytes = bytesOf(file("sound.foresell"));
    m_content = contentOf(*ProjectReader::open(file("sound.foresell")));
    QCOMPARE(ProjectReader::open(file("sound.foresell"))->links().size(), std::size_t{5});
}

void ProjectDamageTest::tryOut(const std::string& damaged, Outcome& outcome) {
    const auto path = file("damaged.foresell");
    write(path, damaged);
    try {
        const auto reader = ProjectReader::open(path);
        const bool isSame = contentOf(*reader) == m_content;
        ++(isSame ? outcome.harmless : outcome.silent);
    } catch (const Error&) {
        ++outcome.noticed;
    }
}

void ProjectDamageTest::noFlippedBitOfTheFileEverGivesOtherData() {
    std::mt19937 random(7);
    Outcome outcome;
    for (int trial = 0; trial < flippedBits; ++trial) {
        const std::size_t bit = random() % (m_bytes.size() * 8);
        std::string damaged = m_bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        tryOut(damaged, outcome);
    }
    qInfo("%d flipped bits: %d noticed, %d in unused pages, %d silent", flippedBits, outcome.noticed, outcome.harmless,
          outcome.silent);
    QCOMPARE(outcome.silent, 0);
    QVERIFY(outcome.noticed > flippedBits / 2);
}

void ProjectDamageTest::noCutOffEndOfTheFileEverGivesOtherData() {
    std::mt19937 random(8);
    Outcome outcome;
    for (int trial = 0; trial < cutEnds; ++trial) {
        tryOut(m_bytes.substr(0, random() % m_bytes.size()), outcome);
    }
    QCOMPARE(outcome.silent, 0);
    QVERIFY(outcome.noticed > cutEnds * 9 / 10);
}

void ProjectDamageTest::noOverwrittenPageOfTheFileEverGivesOtherData() {
    Outcome outcome;
    for (std::size_t page = 0; page + 4096 <= m_bytes.size(); page += 4096) {
        std::string damaged = m_bytes;
        damaged.replace(page, 4096, m_bytes, (page + 3 * 4096) % m_bytes.size() / 4096 * 4096, 512);
        tryOut(damaged.substr(0, m_bytes.size()), outcome);
    }
    QCOMPARE(outcome.silent, 0);
    QVERIFY(outcome.noticed > 10);
}

void ProjectDamageTest::aDamagedNameCanBeReadForRescue() {
    const std::string name = "SKU-00100";
    std::string damaged = m_bytes;
    for (std::size_t at = damaged.find(name); at != std::string::npos; at = damaged.find(name, at + 1)) {
        damaged[at] = 'X';
    }
    write(file("damaged.foresell"), damaged);
    QCOMPARE(codeOf([&] { ProjectReader::open(file("damaged.foresell"))->items(); }), QStringLiteral("project.damaged"));
    QCOMPARE(codeOf([&] { ProjectReader::open(file("damaged.foresell"))->checkPages(); }), QStringLiteral("project.damaged"));
    const auto reader = ProjectReader::openDamaged(file("damaged.foresell"));
    QCOMPARE(reader->items().size(), std::size_t{199});
    QCOMPARE(reader->links().size(), std::size_t{5});
    QCOMPARE(reader->lineCount(), 1000);
}

void ProjectDamageTest::randomBytesAreNoProject() {
    std::mt19937 random(9);
    for (int trial = 0; trial < 50; ++trial) {
        std::string bytes(random() % 20'000, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random());
        }
        if (trial % 2 == 0 && bytes.size() > 100) {
            bytes.replace(0, 100, m_bytes, 0, 100);  // the head of a project, then anything
        }
        write(file("damaged.foresell"), bytes);
        QVERIFY(codeOf([&] { ProjectReader::open(file("damaged.foresell")); }) != QStringLiteral("none"));
        QVERIFY(codeOf([&] { ProjectWriter::open(file("damaged.foresell")); }) != QStringLiteral("none"));
    }
}

void ProjectDamageTest::aFileOfANewerVersionIsRefusedWithoutAChange() {
    const auto path = file("newer.foresell");
    write(path, m_bytes);
    runSql(path, "PRAGMA user_version=9999");
    const std::string before = bytesOf(path);
    QCOMPARE(codeOf([&] { ProjectReader::open(path); }), QStringLiteral("project.newer"));
    QCOMPARE(codeOf([&] { ProjectWriter::open(path); }), QStringLiteral("project.newer"));
    QVERIFY(bytesOf(path) == before);
}

void ProjectDamageTest::aProjectIsBackedUpOnceADayAndThreeBackupsAreKept() {
    const auto path = file("daily.foresell");
    write(path, m_bytes);
    ProjectWriter::open(path).reset();
    QCOMPARE(backupsOf(path).size(), std::size_t{0});  // made today
    for (int day = 0; day < 5; ++day) {
        runSql(path, "UPDATE internal SET value = value - 90000 WHERE name = 'backed_up_at'");
        ProjectWriter::open(path).reset();
        ProjectWriter::open(path).reset();
        QCOMPARE(backupsOf(path).size(), static_cast<std::size_t>(std::min(day + 1, 3)));
    }
}

void ProjectDamageTest::aBackupHoldsAllThatTheProjectHeld() {
    const auto path = file("held.foresell");
    write(path, m_bytes);
    runSql(path, "UPDATE internal SET value = 0 WHERE name = 'backed_up_at'");
    auto writer = ProjectWriter::open(path);
    importLines(*writer, someLines(50, 3));  // still in the log when the copy is made
    writer->saveCopy(file("copy.foresell"));
    const auto backup = ProjectReader::open(backupsOf(path).at(0));
    backup->checkPages();
    QVERIFY(contentOf(*backup) == m_content);
    const auto copy = ProjectReader::open(file("copy.foresell"));
    copy->checkPages();
    QVERIFY(contentOf(*copy) == contentOf(*ProjectReader::open(path)));
}

void ProjectDamageTest::aProjectWhereNothingCanBeWrittenIsReadAllTheSame() {
    const auto path = file("fixed #1%.foresell");
    write(path, m_bytes);
    // Stands in the way of the files that SQLite and the lock would make, as a folder without write permission does.
    std::filesystem::create_symlink("/nowhere/at all", path.string() + "-shm");
    std::filesystem::create_directory(path.string() + ".lock");
    QVERIFY(contentOf(*ProjectReader::open(path)) == m_content);
    QCOMPARE(codeOf([&] { ProjectWriter::open(path); }), QStringLiteral("project.read_only"));
}

void ProjectDamageTest::aProjectThatWasNotClosedIsNotReadWithoutItsLog() {
    const auto path = file("log.foresell");
    write(path, m_bytes);
    std::filesystem::create_symlink("/nowhere/at all", path.string() + "-shm");
    write(path.string() + "-wal", "what a crash left");
    QCOMPARE(codeOf([&] { ProjectReader::open(path); }), QStringLiteral("project.cannot_open"));
}

QTEST_APPLESS_MAIN(ProjectDamageTest)
#include "project_damage_test.moc"
