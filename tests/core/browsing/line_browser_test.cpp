// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <random>

#include "core/base/error.h"
#include "core/browsing/line_browser.h"
#include "tests/support/project_fixture.h"

using namespace foresell;
using namespace foresell::test;

namespace {

constexpr int items = 40;
constexpr int chunks = 9;
constexpr int linesOfChunk = 700;

std::string codeOfItem(int id) {
    return fmt::format("SKU-{:03}", (id * 7) % 101);  // not in the order of their ids
}

SaleBatch randomLines(std::mt19937& random, int chunk, std::int64_t& row) {
    SaleBatch batch;
    for (int i = 0; i < linesOfChunk; ++i) {
        batch.sourceRow.push_back(++row + 1);
        batch.day.push_back(19'000 + chunk * 10 + static_cast<int>(random() % 25));
        batch.second.push_back(static_cast<int>(random() % 86'400));
        batch.item.push_back(static_cast<int>(random() % (items + 1)));
        batch.location.push_back(1 + static_cast<int>(random() % 3));
        batch.channel.push_back(static_cast<int>(random() % 2));
        batch.customer.push_back(static_cast<std::int64_t>(random()));
        batch.quantity.push_back(random() % 50 == 0 ? fixedMissing : (static_cast<int>(random() % 20) - 3) * fixedOne);
        batch.price.push_back(random() % 30 == 0 ? 0 : 1000 * static_cast<int>(random() % 5000));
        batch.amount.push_back(fixedMissing);
        batch.digest.push_back({random(), random()});
        batch.order.push(fmt::format("Order{:07}", random() % 3000));
        batch.name.push(random() % 10 == 0 ? "Towel" : "");
    }
    return batch;
}

std::string told(const LineRow& row) {
    return fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {}", row.import, row.row, row.day, row.second, row.item, row.name, row.location,
                       row.channel, row.order, row.quantity, row.price, row.state, row.step);
}

}  // namespace

class LineBrowserTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPageOfEveryOrderIsWhatSortingAllLinesGives_data();
    void everyPageOfEveryOrderIsWhatSortingAllLinesGives();
    void pagesByDayAndItemReadFewChunksAndNeedNoSearch();
    void aSearchIsCancelledAndTheNextPageIsRight();
    void noticesThatTheProjectHasChanged();
    void weeksAddUpToTheLines_data();
    void weeksAddUpToTheLines();
    void unknownCodesAndOrdersAreRefused();

private:
    std::vector<LineRow> expected(const LineQuery& query) const;

    QTemporaryDir m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<ProjectWriter> m_writer;
    std::vector<LineRow> m_all;  ///< in the order of the files
};

void LineBrowserTest::initTestCase() {
    m_path = m_folder.filePath(QStringLiteral("shop.foresell")).toStdString();
    m_writer = ProjectWriter::create(m_path, {.name = "Shop"});
    std::mt19937 random(5);
    ProjectWriter::Dictionaries names;
    for (int id = 1; id <= items; ++id) {
        names.items.push_back({.id = {id}, .code = codeOfItem(id), .name = fmt::format("商品 {}", id)});
    }
    names.locations = {{1, "WEST", "", "{}"}, {2, "EAST", "", "{}"}, {3, "NORTH", "", "{}"}};
    names.channels = {{1, "Tmall", "", "{}"}};
    std::vector<ChunkMarks> marks;
    for (int import = 0; import < 3; ++import) {
        const ImportId id = m_writer->beginImport({"sales", "sales.csv", 1, std::to_string(import)});
        std::int64_t row = 0;
        for (int chunk = 0; chunk < chunks / 3; ++chunk) {
            const SaleBatch batch = randomLines(random, import * 3 + chunk, row);
            m_writer->appendSales(id, encodeSaleChunk(batch));
            ChunkMarks& mark = marks.emplace_back();
            for (std::size_t i = 0; i < batch.size(); ++i) {
                const bool isCorrected = i % 17 == 3 && !isMissing(batch.quantity[i]);
                mark.step.push_back(i % 13 == 0 ? 2 : 0);
                LineRow line;
                line.day = batch.day[i];
                line.second = batch.second[i];
                if (batch.item[i] != 0) {
                    line.item = codeOfItem(batch.item[i]);
                    line.name = fmt::format("商品 {}", batch.item[i]);
                }
                line.name = batch.name.at(i).empty() ? line.name : std::string(batch.name.at(i));
                line.location = batch.location[i] == 1 ? "WEST" : batch.location[i] == 2 ? "EAST" : "NORTH";
                line.channel = batch.channel[i] == 1 ? "Tmall" : "";
                line.order = batch.order.at(i);
                line.quantity = batch.quantity[i];
                line.price = batch.price[i];
                line.import = import + 1;
                line.row = batch.sourceRow[i];
                line.state = i % 13 == 0 ? "set_aside" : isCorrected ? "corrected" : "kept";
                line.step = i % 13 == 0 ? "second" : "";
                if (line.state == "corrected") {
                    mark.corrected.emplace_back(static_cast<std::int32_t>(i), fixedOne);
                    line.corrected = fixedOne;
                }
                m_all.push_back(line);
            }
        }
        m_writer->finishImport(id, {row, row, 0, 0, 0}, names, "{}");
        names = {};
    }
    const auto reader = ProjectReader::open(m_path);
    for (std::size_t chunk = 0; chunk < marks.size(); ++chunk) {
        marks[chunk].chunk = reader->chunks()[chunk].id;
    }
    m_writer->storeCleaning("{}", R"({"steps":[{"id":"first"},{"id":"second"}]})", marks);
}

std::vector<LineRow> LineBrowserTest::expected(const LineQuery& query) const {
    std::vector<LineRow> found;
    for (const LineRow& row : m_all) {
        const bool matches =
            (query.item.empty() || row.item == query.item) && (query.location.empty() || row.location == query.location) &&
            (query.channel.empty() || row.channel == query.channel) && (query.from == noDay || row.day >= query.from) &&
            (query.to == noDay || row.day <= query.to) && (query.import == 0 || row.import == query.import) &&
            (query.state.empty() || (query.state == "kept" && row.state != "set_aside") || query.state == row.state ||
             (query.state == "returns" && !isMissing(row.quantity) && row.quantity < 0) || (query.state == "no_price" && row.price <= 0)) &&
            (query.search.empty() || QString::fromStdString(row.item + '\n' + row.name + '\n' + row.location + '\n' + row.channel + '\n' + row.order)
                                         .contains(QString::fromStdString(query.search), Qt::CaseInsensitive));
        if (matches) {
            found.push_back(row);
        }
    }
    const std::map<std::string, std::function<bool(const LineRow&, const LineRow&)>> orders{
        {"date", [](const LineRow& a, const LineRow& b) { return a.day < b.day; }},
        {"item", [](const LineRow& a, const LineRow& b) { return a.item < b.item; }},
        {"location", [](const LineRow& a, const LineRow& b) { return a.location < b.location; }},
        {"channel", [](const LineRow& a, const LineRow& b) { return a.channel < b.channel; }},
        {"quantity", [](const LineRow& a, const LineRow& b) { return a.quantity < b.quantity; }},
        {"price", [](const LineRow& a, const LineRow& b) { return a.price < b.price; }},
        {"amount", [](const LineRow& a, const LineRow& b) { return a.amount < b.amount; }}};
    if (query.sort == "file") {
        if (query.isDescending) {
            std::reverse(found.begin(), found.end());
        }
        return found;
    }
    std::stable_sort(found.begin(), found.end(),
                     [&, less = orders.at(query.sort)](const LineRow& a, const LineRow& b) { return query.isDescending ? less(b, a) : less(a, b); });
    return found;
}

void LineBrowserTest::everyPageOfEveryOrderIsWhatSortingAllLinesGives_data() {
    QTest::addColumn<int>("number");
    for (int number = 0; number < 20; ++number) {
        QTest::addRow("%d", number) << number;
    }
}

void LineBrowserTest::everyPageOfEveryOrderIsWhatSortingAllLinesGives() {
    QFETCH(int, number);
    const std::vector<LineQuery> queries{{},
                                         {.isDescending = true},
                                         {.from = 19'020, .to = 19'031},
                                         {.sort = "item"},
                                         {.sort = "item", .isDescending = true},
                                         {.item = codeOfItem(3), .sort = "item"},
                                         {.item = codeOfItem(3)},
                                         {.sort = "quantity", .isDescending = true},
                                         {.sort = "price"},
                                         {.sort = "amount"},
                                         {.sort = "location"},
                                         {.channel = "Tmall", .sort = "channel"},
                                         {.search = "order00001"},
                                         {.search = "towel", .sort = "quantity"},
                                         {.search = "sku-03"},
                                         {.location = "EAST", .state = "set_aside"},
                                         {.state = "corrected"},
                                         {.state = "returns", .sort = "file"},
                                         {.state = "no_price", .import = 2, .sort = "file", .isDescending = true},
                                         {.from = 19'030, .search = "sku-0", .sort = "item"}};
    const LineQuery& query = queries.at(static_cast<std::size_t>(number));
    const std::vector<LineRow> all = expected(query);
    QVERIFY(!all.empty());
    LineBrowser browser(m_path);
    for (const std::int64_t limit : {7, 100, 100'000}) {
        std::mt19937 random(static_cast<unsigned>(number));
        for (int i = 0; i < (limit > 1000 ? 1 : 6); ++i) {
            const auto offset = i == 0 ? 0 : static_cast<std::int64_t>(random() % (all.size() + 5));
            const LinePage page = browser.page(query, offset, limit, {});
            QCOMPARE(page.total, std::ssize(all));
            QCOMPARE(std::ssize(page.rows), std::clamp<std::int64_t>(page.total - offset, 0, limit));
            for (std::size_t row = 0; row < page.rows.size(); ++row) {
                QCOMPARE(told(page.rows[row]), told(all[static_cast<std::size_t>(offset) + row]));
            }
        }
    }
}

void LineBrowserTest::pagesByDayAndItemReadFewChunksAndNeedNoSearch() {
    JobControl job;
    job.progress = [](const Progress& progress) { QVERIFY(progress.stage != "searching"); };
    LineBrowser browser(m_path);
    browser.page({}, 0, 50, job);
    browser.page({.sort = "item"}, 3000, 50, job);
    browser.page({.from = 19'020}, 20, 50, job);
    int searched = 0;
    job.progress = [&](const Progress& progress) { searched += progress.stage == "searching" ? 1 : 0; };
    browser.page({.sort = "quantity"}, 0, 50, job);
    QCOMPARE(searched, chunks);
    browser.page({.sort = "quantity"}, 50, 50, job);
    QCOMPARE(searched, chunks);
}

void LineBrowserTest::aSearchIsCancelledAndTheNextPageIsRight() {
    LineBrowser browser(m_path);
    std::stop_source stop;
    JobControl job;
    job.stop = stop.get_token();
    job.progress = [&](const Progress& progress) {
        if (progress.done == 4) {
            stop.request_stop();
        }
    };
    bool wasCancelled = false;
    try {
        browser.page({.search = "towel"}, 0, 10, job);
    } catch (const Cancelled&) {
        wasCancelled = true;
    }
    QVERIFY(wasCancelled);
    QCOMPARE(browser.page({.search = "towel"}, 0, 10, {}).total, std::ssize(expected({.search = "towel"})));
}

void LineBrowserTest::noticesThatTheProjectHasChanged() {
    LineBrowser browser(m_path);
    const std::int64_t before = browser.page({}, 0, 1, {}).total;
    m_writer->undoImport({3});
    QCOMPARE(browser.page({}, 0, 1, {}).total, before - before / 3);
    m_writer->undo();
    QCOMPARE(browser.page({}, 0, 1, {}).total, before);
}

void LineBrowserTest::weeksAddUpToTheLines_data() {
    QTest::addColumn<int>("item");
    QTest::addColumn<bool>("isOfOnePlace");
    QTest::addRow("first item") << 5 << false;
    QTest::addRow("next item, in chunks that were read") << 6 << false;
    QTest::addRow("item at one location") << 5 << true;
}

void LineBrowserTest::weeksAddUpToTheLines() {
    QFETCH(int, item);
    QFETCH(bool, isOfOnePlace);
    LineBrowser browser(m_path);
    browser.weeks({.item = codeOfItem(5)}, 0, {});
    const LineQuery query{.item = codeOfItem(item), .location = isOfOnePlace ? "EAST" : ""};
    const LineWeeks weeks = browser.weeks(query, 0, {});
    Fixed sold = 0;
    Fixed kept = 0;
    for (const LineRow& row : expected(query)) {
        sold += isMissing(row.quantity) ? 0 : row.quantity;
        kept += isMissing(row.quantity) || row.state == "set_aside" ? 0 : row.state == "corrected" ? row.corrected : row.quantity;
    }
    QCOMPARE(weekday(weeks.firstDay), 0);
    QCOMPARE(std::accumulate(weeks.sold.begin(), weeks.sold.end(), Fixed{0}), sold);
    QCOMPARE(std::accumulate(weeks.kept.begin(), weeks.kept.end(), Fixed{0}), kept);
}

void LineBrowserTest::unknownCodesAndOrdersAreRefused() {
    LineBrowser browser(m_path);
    QCOMPARE(codeOf([&] { browser.page({.item = "gone"}, 0, 1, {}); }), QStringLiteral("lines.no_such_item"));
    QCOMPARE(codeOf([&] { browser.page({.location = "gone"}, 0, 1, {}); }), QStringLiteral("lines.no_such_location"));
    QCOMPARE(codeOf([&] { browser.page({.sort = "smell"}, 0, 1, {}); }), QStringLiteral("lines.bad_query"));
    QCOMPARE(codeOf([&] { browser.page({.state = "odd"}, 0, 1, {}); }), QStringLiteral("lines.bad_query"));
    QCOMPARE(codeOf([&] { browser.page({}, -1, 1, {}); }), QStringLiteral("lines.bad_query"));
}

QTEST_APPLESS_MAIN(LineBrowserTest)
#include "line_browser_test.moc"
