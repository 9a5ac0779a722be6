// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fmt/format.h>
#include <fstream>

#include "core/base/error.h"
#include "core/import/importer.h"
#include "core/privacy/erasure.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

namespace {

/// Many files' worth of bytes, each read as it is.
std::string bytesBelow(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            std::ifstream file(entry.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
    }
    return all;
}

bool holds(const std::string& bytes, const std::string& text) {
    return bytes.find(text) != std::string::npos;
}

}  // namespace

class ErasureTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aCustomerIsGoneFromEveryByteOfFileLogBackupsAndCheckpoints();
    void theLinesOfACustomersOrdersGoThoughTheyBearNoCustomer();
    void anOrderGoesAloneAndWithTheRejectedRowsThatNameIt();
    void earlierDaysGoAndDoNotComeBackWithTheirFile();
    void whatIsLeftIsAsItWas();
    void nothingUndoesIt();
    void aCancelledErasureErasesNothing();
    void anErasureThatWasCutOffIsFinishedWhenTheProjectIsOpened();
    void exactlyOneThingIsAskedFor();
    void withoutTheKeyNoCustomerIsRecognised();
    void whereNothingMatchesNothingIsTouched();

private:
    void importText(const std::string& text);
    ErasureOutcome erase(const ErasureRequest& request);
    std::int64_t lines() const { return ProjectReader::open(m_path)->lineCount(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path, m_checkpoints;
    std::unique_ptr<ProjectWriter> m_writer;
};

void ErasureTest::init() {
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const std::filesystem::path folder = m_folder->path().toStdString();
    m_path = folder / "shop.foresell";
    m_checkpoints = folder / "state";
    m_writer = ProjectWriter::create(m_path, {.name = "Shop"});
    std::string text = "order,date,item,quantity,price,customer,buyer name\n";
    for (int i = 0; i < 3000; ++i) {
        const bool isPlanted = i % 100 == 7;
        text += fmt::format("{},2024-{:02}-{:02},I{},{},2.50,{},{}\n", isPlanted ? fmt::format("PLANTEDORDER{:06}", i) : fmt::format("NO{:08}", i),
                            1 + i / 500, 1 + i % 28, i % 9, 1 + i % 5, isPlanted ? "PLANTEDCUSTOMER" : fmt::format("CUSTOMER{:05}", i % 400),
                            isPlanted ? "PLANTEDNAME" : "Somebody");
    }
    text += "PLANTEDORDER000007,no date,I1,2,2.50,PLANTEDCUSTOMER,PLANTEDNAME\n";
    importText(text);
}

void ErasureTest::importText(const std::string& text) {
    const std::filesystem::path file = m_path.parent_path() / "sales.csv";
    std::ofstream(file, std::ios::binary) << text;
    runImport(*m_writer, {file}, {}, {});
    std::filesystem::remove(file);
}

ErasureOutcome ErasureTest::erase(const ErasureRequest& request) {
    return eraseSales(*m_writer, request, m_checkpoints, {});
}

void ErasureTest::aCustomerIsGoneFromEveryByteOfFileLogBackupsAndCheckpoints() {
    std::filesystem::create_directories(m_checkpoints / "run");
    std::ofstream(m_checkpoints / "run" / "1.safetensors") << "PLANTEDCUSTOMER";
    m_writer->setRecipe("{\"steps\":[],\"note\":\"PLANTEDCUSTOMER\"}");
    m_writer->setRecipe("{\"steps\":[]}");
    m_writer->close();
    m_writer.reset();
    runSql(m_path, "UPDATE internal SET value = 0 WHERE name = 'backed_up_at'");
    m_writer = ProjectWriter::open(m_path);
    const std::string before = bytesBelow(m_path.parent_path());
    QVERIFY(holds(before, "PLANTEDORDER0"));
    QVERIFY(holds(before, "PLANTEDCUSTOMER"));
    QVERIFY(!holds(before, "PLANTEDNAME"));

    const ErasurePreview preview = previewErasure(*ProjectReader::open(m_path), {.customer = "PLANTEDCUSTOMER"}, {});
    QCOMPARE(preview.lines, 30);
    QCOMPARE(preview.orders, 30);
    QCOMPARE(preview.linesLeft, 2970);
    QCOMPARE(preview.rejectTexts, 1);
    QCOMPARE(preview.backups, 1);
    const ErasureOutcome outcome = erase({.customer = "PLANTEDCUSTOMER"});
    QCOMPARE(outcome.erased.lines, 30);
    QCOMPARE(outcome.erased.rejectTexts, 1);
    QCOMPARE(outcome.purge.backups, 1);
    QCOMPARE(outcome.checkpoints, 1);
    QVERIFY(outcome.erased.undoSteps >= 2);
    QVERIFY(outcome.proof.isClean());
    QCOMPARE(outcome.proof.needles, 1 + 30 + 30);
    QVERIFY(outcome.proof.files >= 2);
    QVERIFY(!holds(bytesBelow(m_path.parent_path()), "PLANTED"));
    m_writer->close();
    QVERIFY(!holds(bytesBelow(m_path.parent_path()), "PLANTED"));
    QCOMPARE(lines(), 2970);
}

void ErasureTest::theLinesOfACustomersOrdersGoThoughTheyBearNoCustomer() {
    importText("order,date,item,quantity,price,customer\nORDER-A,2024-03-01,I1,1,2,ANNA-SCHMIDT\nORDER-A,2024-03-01,I2,1,2,\n"
               "ORDER-B,2024-03-01,I2,1,2,\nORDER-A,2024-03-01,I3,1,2,BERT-MEIER\n");
    QCOMPARE(erase({.customer = "ANNA-SCHMIDT"}).erased.lines, 2);
    QCOMPARE(lines(), 3002);
}

void ErasureTest::anOrderGoesAloneAndWithTheRejectedRowsThatNameIt() {
    const ErasureOutcome outcome = erase({.order = "PLANTEDORDER000007"});
    QCOMPARE(outcome.erased.lines, 1);
    QCOMPARE(outcome.erased.rejectTexts, 1);
    QVERIFY(outcome.proof.isClean());
    QVERIFY(!holds(bytesBelow(m_path.parent_path()), "PLANTEDORDER000007"));
    const auto reader = ProjectReader::open(m_path);
    const std::vector<Reject> rejects = reader->rejects(reader->imports().front().id, 0, 10);
    QCOMPARE(rejects.size(), 1U);
    QCOMPARE(rejects.front().reason, std::string("bad_date"));
    QVERIFY(rejects.front().text.empty());
}

void ErasureTest::earlierDaysGoAndDoNotComeBackWithTheirFile() {
    const Day day = toDay(2024, 3, 1);
    const ErasurePreview preview = previewErasure(*ProjectReader::open(m_path), {.before = day}, {});
    QVERIFY(preview.lines > 900 && preview.lastDay < day);
    QCOMPARE(erase({.before = day}).erased.lines, preview.lines);
    const auto reader = ProjectReader::open(m_path);
    for (const ChunkInfo& chunk : reader->chunks()) {
        QVERIFY(chunk.firstDay >= day);
    }
    QCOMPARE(reader->linesFrom(), day);
    const std::int64_t left = reader->lineCount();
    importText("order,date,item,quantity,price,customer\nLATEAGAIN01,2024-02-29,I1,1,2,LATECUSTOMER\nNEW-ORDER01,2024-03-01,I1,1,2,\n");
    QCOMPARE(lines(), left + 1);
    const auto after = ProjectReader::open(m_path);
    const std::vector<Reject> rejects = after->rejects(after->imports().back().id, 0, 10);
    QCOMPARE(rejects.size(), 1U);
    QCOMPARE(rejects.front().reason, std::string("day_not_kept"));
    QVERIFY(rejects.front().text.empty());
}

void ErasureTest::whatIsLeftIsAsItWas() {
    const auto texts = [this] {
        std::vector<std::string> all;
        const auto reader = ProjectReader::open(m_path);
        SaleBatch batch;
        for (const ChunkInfo& chunk : reader->chunks()) {
            reader->readChunk(chunk.id, batch);
            reader->readDigests(chunk.id, batch.digest);
            for (std::size_t row = 0; row < batch.size(); ++row) {
                all.push_back(fmt::format("{} {} {} {} {} {} {} {} {} {}", batch.sourceRow[row], batch.day[row], batch.item[row],
                                          batch.customer[row], batch.quantity[row], batch.price[row], batch.digest[row][0],
                                          batch.digest[row][1], batch.order.at(row), batch.name.at(row)));
            }
        }
        return all;
    };
    std::vector<std::string> before = texts();
    erase({.customer = "CUSTOMER00011"});
    std::vector<std::string> after = texts();
    QVERIFY(after.size() < before.size());
    std::erase_if(before, [&](const std::string& line) { return std::ranges::find(after, line) == after.end(); });
    QVERIFY(before == after);
    const auto reader = ProjectReader::open(m_path);
    reader->checkPages();
    const ImportRecord import = reader->imports().front();
    QVERIFY(import.counts.isBalanced());
    QCOMPARE(import.counts.imported, 3000);
    QCOMPARE(import.counts.imported - import.erased, reader->lineCount());
    QVERIFY(reader->cleaningSummary().empty());
}

void ErasureTest::nothingUndoesIt() {
    importText("order,date,item,quantity,price\nUNDONEORDER1,2024-03-01,I1,1,2\n");
    m_writer->undoImport(ProjectReader::open(m_path)->imports().back().id);
    QVERIFY(!m_writer->undoName().empty());
    const ErasureOutcome outcome = erase({.order = "PLANTEDORDER000107"});
    QCOMPARE(outcome.erased.undoneImports, 1);
    QVERIFY(m_writer->undoName().empty() && m_writer->redoName().empty());
    QVERIFY(!m_writer->undo());
    QCOMPARE(lines(), 2999);
    QVERIFY(!holds(bytesBelow(m_path.parent_path()), "UNDONEORDER1"));
}

void ErasureTest::aCancelledErasureErasesNothing() {
    std::stop_source stop;
    JobControl job;
    job.stop = stop.get_token();
    job.progress = [&](const Progress& progress) {
        if (progress.stage == "erasing") {
            stop.request_stop();
        }
    };
    const std::string before = contentOf(*ProjectReader::open(m_path));
    bool wasCancelled = false;
    importText("order,date,item,quantity,price,customer\nSECONDCHUNK,2024-03-01,I1,1,2,\n");
    try {
        eraseSales(*m_writer, {.customer = "PLANTEDCUSTOMER"}, m_checkpoints, job);
    } catch (const Cancelled&) {
        wasCancelled = true;
    }
    QVERIFY(wasCancelled);
    QCOMPARE(lines(), 3001);
    QVERIFY(!m_writer->undoName().empty() || before != contentOf(*ProjectReader::open(m_path)));
}

void ErasureTest::anErasureThatWasCutOffIsFinishedWhenTheProjectIsOpened() {
    class Everything : public SaleRewrite {
    public:
        bool concerns(const ChunkInfo&) const override { return true; }
        void choose(const ChunkInfo&, const SaleBatch&, const std::optional<ChunkMarks>&, std::vector<bool>& goes) override {
            goes.assign(goes.size(), true);
        }
        bool erasesText(ImportId, const Reject&) const override { return true; }
    };
    m_writer->close();
    m_writer.reset();
    runSql(m_path, "UPDATE internal SET value = 0 WHERE name = 'backed_up_at'");
    m_writer = ProjectWriter::open(m_path);
    Everything everything;
    m_writer->rewriteSales(everything, noDay, {});
    QVERIFY(holds(bytesBelow(m_path.parent_path()), "PLANTED"));
    m_writer.reset();
    m_writer = ProjectWriter::open(m_path);
    QVERIFY(!holds(bytesBelow(m_path.parent_path()), "PLANTED"));
    QCOMPARE(lines(), 0);
}

void ErasureTest::exactlyOneThingIsAskedFor() {
    QCOMPARE(codeOf([&] { erase({}); }), QStringLiteral("privacy.bad_request"));
    QCOMPARE(codeOf([&] { erase({.customer = "A", .order = "B"}); }), QStringLiteral("privacy.bad_request"));
    QCOMPARE(lines(), 3000);
}

void ErasureTest::withoutTheKeyNoCustomerIsRecognised() {
    std::filesystem::remove_all(std::filesystem::path(qgetenv("XDG_DATA_HOME").toStdString()) / "foresell" / "keys");
    QCOMPARE(codeOf([&] { erase({.customer = "PLANTEDCUSTOMER"}); }), QStringLiteral("privacy.no_customer_key"));
    QCOMPARE(erase({.order = "PLANTEDORDER000007"}).erased.lines, 1);
}

void ErasureTest::whereNothingMatchesNothingIsTouched() {
    m_writer->setRecipe("{\"steps\":[]}");
    const std::int64_t revision = m_writer->revision();
    const ErasureOutcome outcome = erase({.order = "NO-SUCH-ORDER"});
    QCOMPARE(outcome.erased.lines, 0);
    QCOMPARE(m_writer->revision(), revision);
    QCOMPARE(m_writer->undoName(), std::string("recipe"));
}

QTEST_APPLESS_MAIN(ErasureTest)
#include "erasure_test.moc"
