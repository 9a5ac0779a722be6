// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <tuple>

#include "core/cleaning/cleaning_preview.h"
#include "core/cleaning/project_sales.h"
#include "core/import/importer.h"
#include "core/privacy/retention.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

class RetentionTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keptFromIsTheFirstOfAMonth();
    void oldLinesBecomeTheirDailySumsToTheUnitAndCent();
    void whatCleaningSetAsideIsNotSummed();
    void customersOrdersAndTimesOfOldLinesAreGone();
    void cleaningFindsNothingInDailySums();
    void aSecondTimeChangesNothing();
    void uncleanedSalesAreRefused();

private:
    using Sums = std::map<std::tuple<Day, std::int32_t, bool>, std::pair<Fixed, Fixed>>;

    void clean();
    Sums sums(bool onlyKept) const;
    std::int64_t lines() const { return ProjectReader::open(m_path)->lineCount(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<ProjectWriter> m_writer;
    const Day m_from = toDay(2024, 4, 1);
};

void RetentionTest::init() {
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("shop.foresell")).toStdString();
    m_writer = ProjectWriter::create(m_path, {.name = "Shop"});
    std::string text = "order,date,item,quantity,price,customer\n";
    for (int i = 0; i < 3000; ++i) {
        text += fmt::format("OLDORDER{:06},2024-{:02}-{:02} 10:{:02}:00,I{},{},{}.{:02},CUSTOMER{:05}\n", i, 1 + i / 500, 1 + i % 28, i % 60,
                            i % 9, i % 50 == 0 ? -1 : 1 + i % 5, 2 + i % 3, i % 100, i % 400);
    }
    text += "OLDORDERFEW,2024-01-02,I1,9000,2.50,CUSTOMER1\n";  // a bulk order, which cleaning sets aside
    const std::filesystem::path file = m_folder->filePath(QStringLiteral("sales.csv")).toStdString();
    std::ofstream(file, std::ios::binary) << text;
    runImport(*m_writer, {file}, {}, {});
    std::filesystem::remove(file);
}

void RetentionTest::clean() {
    const auto reader = ProjectReader::open(m_path);
    const CleaningResult result = cleanSales(ProjectSales(*reader), defaultRecipe(), {}, {});
    m_writer->storeCleaning(toJson(defaultRecipe()).dump(), "{\"done\":true}", result.marks);
}

RetentionTest::Sums RetentionTest::sums(bool onlyKept) const {
    Sums sums;
    const auto reader = ProjectReader::open(m_path);
    SaleBatch batch;
    for (const ChunkInfo& chunk : reader->chunks()) {
        reader->readChunk(chunk.id, batch);
        const auto marks = reader->readMarks(chunk.id);
        for (std::size_t row = 0; row < batch.size(); ++row) {
            if (onlyKept && marks && marks->step[row] != 0) {
                continue;
            }
            Fixed quantity = batch.quantity[row];
            if (onlyKept && marks) {
                for (const auto& [line, corrected] : marks->corrected) {
                    quantity = line == static_cast<std::int32_t>(row) ? corrected : quantity;
                }
            }
            auto& sum = sums[{batch.day[row], batch.item[row], quantity < 0}];
            sum.first += quantity;
            sum.second += isMissing(batch.amount[row]) ? batch.price[row] * (quantity / fixedOne) : batch.amount[row];
        }
    }
    return sums;
}

void RetentionTest::keptFromIsTheFirstOfAMonth() {
    const auto reader = ProjectReader::open(m_path);
    QCOMPARE(toIso(keptFrom(*reader, 2)), std::string("2024-04-01"));
    QCOMPARE(toIso(keptFrom(*reader, 12)), std::string("2023-06-01"));
    QCOMPARE(keptFrom(*reader, 0), noDay);
}

void RetentionTest::oldLinesBecomeTheirDailySumsToTheUnitAndCent() {
    clean();
    const Sums before = sums(true);
    const RetentionPreview preview = previewRetention(*ProjectReader::open(m_path), m_from, {});
    const std::int64_t linesBefore = lines();
    const ErasureOutcome outcome = sumOldSales(*m_writer, m_from, {}, {});
    QCOMPARE(outcome.erased.lines, preview.lines);
    QVERIFY(outcome.erased.standIns > 0 && outcome.erased.standIns < outcome.erased.lines);
    QVERIFY(outcome.proof.isClean());
    QCOMPARE(lines(), linesBefore - outcome.erased.lines + outcome.erased.standIns);
    QVERIFY(sums(false) != Sums());
    clean();
    QVERIFY(sums(true) == before);
}

void RetentionTest::whatCleaningSetAsideIsNotSummed() {
    clean();
    sumOldSales(*m_writer, m_from, {}, {});
    for (const auto& [key, sum] : sums(false)) {
        QVERIFY(sum.first < 9000 * fixedOne);
    }
}

void RetentionTest::customersOrdersAndTimesOfOldLinesAreGone() {
    clean();
    sumOldSales(*m_writer, m_from, {}, {});
    const auto reader = ProjectReader::open(m_path);
    SaleBatch batch;
    std::int64_t sumsSeen = 0;
    for (const ChunkInfo& chunk : reader->chunks()) {
        reader->readChunk(chunk.id, batch);
        for (std::size_t row = 0; row < batch.size(); ++row) {
            if (batch.day[row] < m_from) {
                ++sumsSeen;
                QCOMPARE(batch.sourceRow[row], sumOfDay);
                QVERIFY(batch.customer[row] == 0 && batch.order.at(row).empty() && batch.second[row] == -1);
            } else {
                QVERIFY(batch.customer[row] != 0 && !batch.order.at(row).empty());
            }
        }
    }
    QVERIFY(sumsSeen > 0);
}

void RetentionTest::cleaningFindsNothingInDailySums() {
    clean();
    sumOldSales(*m_writer, m_from, {}, {});
    const auto reader = ProjectReader::open(m_path);
    const CleaningResult result = cleanSales(ProjectSales(*reader), defaultRecipe(), {}, {});
    SaleBatch batch;
    for (const ChunkMarks& marks : result.marks) {
        reader->readChunk(marks.chunk, batch);
        for (std::size_t row = 0; row < batch.size(); ++row) {
            QVERIFY(batch.sourceRow[row] != sumOfDay || marks.step[row] == 0);
        }
    }
}

void RetentionTest::aSecondTimeChangesNothing() {
    clean();
    sumOldSales(*m_writer, m_from, {}, {});
    clean();
    const std::string before = contentOf(*ProjectReader::open(m_path));
    QCOMPARE(previewRetention(*ProjectReader::open(m_path), m_from, {}).lines, 0);
    QCOMPARE(sumOldSales(*m_writer, m_from, {}, {}).erased.lines, 0);
    clean();
    QCOMPARE(contentOf(*ProjectReader::open(m_path)), before);
}

void RetentionTest::uncleanedSalesAreRefused() {
    QCOMPARE(codeOf([&] { sumOldSales(*m_writer, m_from, {}, {}); }), QStringLiteral("privacy.not_cleaned"));
    QCOMPARE(lines(), 3001);
}

QTEST_APPLESS_MAIN(RetentionTest)
#include "retention_test.moc"
