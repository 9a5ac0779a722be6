// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people did, as counts or as a log of events, from its file to stored sums by day; and the lists beside it.
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/features/project_panel.h"
#include "core/import/importer.h"
#include "tests/support/real_data.h"

using namespace foresell;

namespace {

std::string many(const std::string& row) {
    std::string rows;
    for (int i = 0; i < 20; ++i) {
        rows += row;
    }
    return rows;
}

}  // namespace

class BehaviourImportTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void countsAreAddedUpByItemAndDay();
    void aLogOfEventsBecomesCounts();
    void someoneWhoComesBackAnotherDayIsCounted();
    void neitherSessionsNorCustomersAreStored();
    void rowsThatCannotBeCountedSayWhy();
    void reportsOfChineseShopsAreRecognised();
    void aRealLogCountsAsAnIndependentCountDoes();
    void signalsMayHoldWords();
    void aListOfLocationsIsKept();
    void leadTimesAndPackSizesHaveOneName();

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    ImportSummary importText(const std::string& text, std::optional<ImportRole> role = {}) {
        std::ofstream(folder() / "list.csv", std::ios::binary) << text;
        return runImport(*m_project, {folder() / "list.csv"}, {.role = role}, {});
    }
    /// "A 2024-01-02 views 3 carts 1", ... in the order of the file.
    std::vector<std::string> stored(const std::string& role = "behaviour") const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectWriter> m_project;
};

void BehaviourImportTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = ProjectWriter::create(folder() / "p.foresell", {});
}

std::vector<std::string> BehaviourImportTest::stored(const std::string& role) const {
    const auto reader = ProjectReader::open(m_project->path());
    const PanelCodes codes = readCodes(*reader);
    std::vector<std::string> rows;
    reader->readDays(role, [&](const PlanBatch& batch) {
        for (std::size_t row = 0; row < batch.size(); ++row) {
            std::string text = (batch.item[row] > 0 ? codes.items[static_cast<std::size_t>(batch.item[row])] : "*") + " " + toIso(batch.day[row]);
            for (std::size_t name = 0; name < batch.names.size(); ++name) {
                text += " " + batch.names[name] + " " + QString::number(batch.values[name][row]).toStdString();
            }
            rows.push_back(text);
        }
    });
    return rows;
}

void BehaviourImportTest::countsAreAddedUpByItemAndDay() {
    const ImportSummary summary = importText(
        "sku,date,views,add to cart,visitors\nA,2024-01-02 09:00,5,1,4\nA,2024-01-02 10:00,3,,2\nB,2024-01-01,7,2,7\nA,2024-01-01,1,0,1\n");
    QCOMPARE(summary.files.front().record.source.role, std::string("behaviour"));
    QCOMPARE(summary.counts.imported, 4);
    const std::vector<std::string> rows{"A 2024-01-01 views 1 carts 0 visitors 1", "A 2024-01-02 views 8 carts 1 visitors 6",
                                        "B 2024-01-01 views 7 carts 2 visitors 7"};
    QVERIFY(stored() == rows);
}

void BehaviourImportTest::aLogOfEventsBecomesCounts() {
    const ImportSummary summary = importText(
        "user_id,item_id,event_type,event time\n7,A,view,2024-01-01 08:00\n7,A,add_to_cart,2024-01-01 08:01\n8,A,view,2024-01-01 09:00\n"
        "8,A,purchase,2024-01-02 09:00\n9,B,收藏,2024-01-02 10:00\n");
    QCOMPARE(summary.files.front().record.source.role, std::string("behaviour"));
    const std::vector<std::string> rows{"A 2024-01-01 views 2 carts 1 favourites 0 orders 0 visitors 2 returning 0",
                                        "A 2024-01-02 views 0 carts 0 favourites 0 orders 1 visitors 1 returning 1",
                                        "B 2024-01-02 views 0 carts 0 favourites 1 orders 0 visitors 1 returning 0"};
    QVERIFY(stored() == rows);
}

void BehaviourImportTest::someoneWhoComesBackAnotherDayIsCounted() {
    importText("session_id,user_id,item_id,date\n1,u,A,2024-01-03\n2,u,A,2024-01-01\n3,NA,A,2024-01-03\n4,v,A,2024-01-03\n2,u,A,2024-01-01\n");
    const std::vector<std::string> rows{"A 2024-01-01 views 2 visitors 1 returning 0", "A 2024-01-03 views 3 visitors 3 returning 1"};
    QVERIFY(stored() == rows);
}

void BehaviourImportTest::neitherSessionsNorCustomersAreStored() {
    std::string log = "session_id,user_id,item_id,date\n";
    for (int day = 1; day < 9; ++day) {
        log += "session-4711,customer-0815,A,2024-01-0" + std::to_string(day) + "\n";
    }
    importText(log + "session-4711,customer-0815,A,soon\n", ImportRole::Behaviour);
    importText(log, ImportRole::Items);
    importText(log, ImportRole::Plan);
    m_project.reset();
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        if (entry.path().filename().string().starts_with("p.foresell")) {
            std::ifstream file(entry.path(), std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(file), {});
        }
    }
    QVERIFY(bytes.size() > 10'000);
    QVERIFY(bytes.find("4711") == std::string::npos && bytes.find("0815") == std::string::npos);
}

void BehaviourImportTest::rowsThatCannotBeCountedSayWhy() {
    const ImportSummary counts = importText("sku,date,views\nA,2024-01-01,-3\nA,soon,3\nA,2024-01-01,many\n" + many("A,2024-01-01,4\n"), ImportRole::Behaviour);
    const std::map<std::string, std::int64_t> reasons{{"bad_date", 1}, {"bad_number", 1}, {"negative_count", 1}};
    QVERIFY(counts.files.front().rejectReasons == reasons && counts.counts.isBalanced());
    const ImportSummary log = importText("user_id,sku,event,date\n1,A,teleport,2024-01-01\n" + many("1,A,view,2024-01-01\n"), ImportRole::Behaviour);
    QCOMPARE(log.files.front().rejectReasons.at("unknown_event"), 1);
    QCOMPARE(log.counts.imported, 20);
}

void BehaviourImportTest::reportsOfChineseShopsAreRecognised() {
    const ImportSummary summary = importText("统计日期,商品ID,商品访客数,商品浏览量,商品加购件数,商品收藏人数\n2024-06-18,1001,\"1,200\",3400,56,7\n");
    QCOMPARE(summary.files.front().record.source.role, std::string("behaviour"));
    QVERIFY(stored() == std::vector<std::string>{"1001 2024-06-18 views 3400 carts 56 favourites 7 visitors 1200"});
}

void BehaviourImportTest::aRealLogCountsAsAnIndependentCountDoes() {
    const auto file = test::realData("diginetica_views/diginetica_sample_train-item-views.csv.gz");
    if (!file) {
        QSKIP("the public data sets are not here");
    }
    const ImportSummary summary = runImport(*m_project, {*file}, {}, {});
    QCOMPARE(summary.files.front().record.source.role, std::string("behaviour"));
    QCOMPARE(summary.counts.read, 12'391);
    QCOMPARE(summary.counts.imported, 12'391);
    const auto reader = ProjectReader::open(m_project->path());
    QCOMPARE(reader->items().size(), 7'139U);
    std::size_t rows = 0;
    std::map<std::string, double> sums;
    reader->readDays("behaviour", [&](const PlanBatch& batch) {
        rows += batch.size();
        for (std::size_t name = 0; name < batch.names.size(); ++name) {
            sums[batch.names[name]] += std::accumulate(batch.values[name].begin(), batch.values[name].end(), 0.0);
        }
    });
    QCOMPARE(rows, 10'084U);
    QCOMPARE(sums["views"], 12'391.0);
    QCOMPARE(sums["visitors"], 10'195.0);
}

void BehaviourImportTest::signalsMayHoldWords() {
    importText("date,city,temperature,sky\n2024-01-01,X,3.5,rain\n2024-01-02,X,,sun\n", ImportRole::Signals);
    const std::vector<std::string> rows = stored("signals");
    QCOMPARE(rows.size(), 2U);
    QVERIFY(rows[0].find("temperature 3.5 sky=rain 1 sky=sun 0") != std::string::npos);
    QVERIFY(rows[1].find("temperature nan sky=rain 0 sky=sun 1") != std::string::npos);
}

void BehaviourImportTest::aListOfLocationsIsKept() {
    const ImportSummary summary = importText("Location,Location name,Area,Format\nS1,Harbour,120,small\nS2,Station,450,large\n");
    QCOMPARE(summary.files.front().record.source.role, std::string("locations"));
    const auto locations = ProjectReader::open(m_project->path())->locations();
    QCOMPARE(locations.size(), 2U);
    const auto attributes = nlohmann::json::parse(locations[1].attributes);
    QVERIFY(attributes.at("Area") == 450 && attributes.at("Format") == "large");
}

void BehaviourImportTest::leadTimesAndPackSizesHaveOneName() {
    importText("商品编码,商品名称,采购周期,箱规,成本价,主图\nA,Tea,14,6,3.2,a.jpg\n", ImportRole::Items);
    const ItemRecord item = ProjectReader::open(m_project->path())->items().front();
    const auto attributes = nlohmann::json::parse(item.attributes);
    QVERIFY(attributes.at("lead_time") == 14 && attributes.at("pack_size") == 6 && attributes.at("image") == "a.jpg");
    QCOMPARE(item.cost, toFixed(3.2));
}

QTEST_APPLESS_MAIN(BehaviourImportTest)
#include "behaviour_import_test.moc"
