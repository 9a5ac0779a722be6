// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample_shop.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/base/error.h"
#include "core/sample/day_simulator.h"

using namespace foresell;

namespace {

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> rowsOf(const std::filesystem::path& path) {
    std::vector<std::string> rows;
    std::istringstream stream(textOf(path));
    for (std::string row; std::getline(stream, row);) {
        rows.push_back(row);
    }
    return rows;
}

/// Cells of a row whose only quoted cell is the item name.
std::vector<std::string> cellsOf(const std::string& row) {
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (const char c : row) {
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

const std::vector<const char*> names = {"sales.csv", "items.csv", "locations.csv", "plan.csv", "stock.csv", "truth.json"};

}  // namespace

class SampleShopTest : public QObject {
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers();
    void truthCountsEveryRowThatWasPutIn();
    void aCleanShopHasNothingToClean();
    void wantedUnitsFollowTheParameters();
    void promotionsRaiseAndThenLowerDemandAsTheyWereSet();
    void thePlanReachesBeyondTheSales();
    void filesOfOthersAreNotOverwritten();
    void impossibleSizesAreRefused();
    void aCancelledRunLeavesNoFile();
};

void SampleShopTest::theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const SampleOptions options{.items = 20, .days = 200};
    SampleOptions other = options;
    other.seed = 2;
    writeSampleShop(root / "a", options, {});
    writeSampleShop(root / "b", options, {});
    writeSampleShop(root / "c", other, {});
    for (const char* name : names) {
        QVERIFY2(textOf(root / "a" / name) == textOf(root / "b" / name), name);
    }
    QVERIFY(textOf(root / "a" / "sales.csv") != textOf(root / "c" / "sales.csv"));
}

void SampleShopTest::truthCountsEveryRowThatWasPutIn() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const SampleSummary summary = writeSampleShop(root, {.items = 40, .days = 500}, {});
    const auto truth = nlohmann::json::parse(textOf(root / "truth.json"));
    const auto& dirt = truth.at("dirt");
    const auto rows = rowsOf(root / "sales.csv");
    QCOMPARE(static_cast<std::int64_t>(rows.size()) - 1, summary.rows);
    QCOMPARE(truth.at("rows").at("read").get<std::int64_t>(), summary.rows);
    std::set<std::string> seen;
    std::map<std::string, std::int64_t> found;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto cells = cellsOf(rows[i]);
        found["repeats"] += seen.insert(rows[i]).second ? 0 : 1;
        found["cancellation_lines"] += cells[0].front() == 'C' ? 1 : 0;
        const bool isBroken = cells.size() != 8 || cells[1].substr(0, 2) != "20" || cells[1].substr(5, 2) == "13" || cells[5] == "two";
        found["broken_rows"] += isBroken ? 1 : 0;
        if (isBroken) {
            continue;
        }
        found["return_lines"] += cells[0].front() != 'C' && cells[5].front() == '-' ? 1 : 0;
        found["zero_price_lines"] += cells[6] == "0.00" ? 1 : 0;
        found["missing_prices"] += cells[6].empty() ? 1 : 0;
        found["missing_customers"] += cells[7].empty() ? 1 : 0;
        found["outliers"] += std::stoi(cells[5]) >= 80 ? 1 : 0;
        found["post"] += cells[2] == "POST" ? 1 : 0;
    }
    for (const char* kind : {"repeats", "cancellation_lines", "broken_rows", "return_lines", "zero_price_lines",
                             "missing_prices", "missing_customers"}) {
        QVERIFY2(found[kind] > 0, kind);
        QCOMPARE(found[kind], dirt.at(kind).get<std::int64_t>());
    }
    QCOMPARE(found["outliers"], static_cast<std::int64_t>(dirt.at("outliers").size()));
    QCOMPARE(found["post"], dirt.at("non_product_lines").at("POST").get<std::int64_t>());
    QCOMPARE(dirt.at("cancellation_lines").get<int>(), dirt.at("cancelled_in_full").get<int>() +
             dirt.at("cancelled_in_part").get<int>() + dirt.at("cancelled_without_sale").get<int>());
}

void SampleShopTest::aCleanShopHasNothingToClean() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    writeSampleShop(root, {.items = 20, .days = 120, .isClean = true}, {});
    const auto truth = nlohmann::json::parse(textOf(root / "truth.json"));
    QCOMPARE(truth.at("rows").at("read").get<int>(), truth.at("sales").at("lines").get<int>());
    std::int64_t units = 0;
    const auto rows = rowsOf(root / "sales.csv");
    for (std::size_t i = 1; i < rows.size(); ++i) {
        units += std::stoi(cellsOf(rows[i])[5]);
    }
    QCOMPARE(truth.at("sales").at("units").get<std::int64_t>(), units);
}

void SampleShopTest::wantedUnitsFollowTheParameters() {
    // Units bought and lost over all items, against the mean that the parameters give: 4 standard errors at most.
    const ShopModel model = makeShopModel({.items = 60, .locations = 2, .days = 400});
    SampleRandom random(3);
    DaySimulator simulator(model, random);
    SampleDay day;
    double expected = 0;
    double drawn = 0;
    for (Day date = model.firstDay; date <= model.options.lastDay; ++date) {
        simulator.simulate(date, day);
        for (const SampleLine& line : day.lines) {
            drawn += line.quantity;
        }
        for (const SampleItem& item : model.items) {
            if (date < item.launch || !model.isOpen(date)) {
                continue;
            }
            const Day age = date - item.launch;
            const double ramp = item.isNew && age < 28 ? 0.4 + 0.6 * age / 28 : 1;
            const double factor = model.dayFactor[static_cast<std::size_t>(item.category)][static_cast<std::size_t>(date - model.firstDay)];
            const double years = (date - model.firstDay + 1) / 365.25;
            expected += 1.6 * item.base * factor * std::exp(item.trendPerYear * years) * model.stateOf(item, date).effect * ramp;
        }
    }
    for (const std::int64_t lost : simulator.lostByItem()) {
        drawn += static_cast<double>(lost);
    }
    QVERIFY2(std::abs(drawn / expected - 1) < 0.01, qPrintable(QString("%1 of %2").arg(drawn).arg(expected)));
}

void SampleShopTest::promotionsRaiseAndThenLowerDemandAsTheyWereSet() {
    const ShopModel model = makeShopModel({.items = 16, .days = 400});
    int promotions = 0;
    for (const SampleItem& item : model.items) {
        const auto& category = sampleCategories()[static_cast<std::size_t>(item.category)];
        for (const SamplePromotion& promotion : item.promotions) {
            const ItemState on = model.stateOf(item, promotion.days.first);
            const ItemState after = model.stateOf(item, promotion.days.last + 1);
            const auto priced = [&](const ItemState& state) {
                return std::pow(static_cast<double>(state.cents) / item.baseCents, category.elasticity);
            };
            QVERIFY(on.isPromoted && !after.isPromoted);
            QVERIFY(std::abs(on.effect / priced(on) - category.promotionUplift) < 1e-9);
            QVERIFY(std::abs(after.effect / priced(after) - (1 - category.pullForward)) < 1e-9);
            ++promotions;
        }
    }
    QVERIFY(promotions > 40);
}

void SampleShopTest::thePlanReachesBeyondTheSales() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    writeSampleShop(root, {.items = 5, .days = 300}, {});
    const auto rows = rowsOf(root / "plan.csv");
    QCOMPARE(rows.front(), std::string("Item code,Date,price,promotion,open"));
    std::map<std::string, std::string> last;
    int closed = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto cells = cellsOf(rows[i]);
        QVERIFY(last[cells[0]] < cells[1]);
        last[cells[0]] = cells[1];
        closed += cells[4] == "0" ? 1 : 0;
    }
    QCOMPARE(last.size(), std::size_t{5});
    for (const auto& [item, date] : last) {
        QCOMPARE(date, std::string("2026-12-27"));
    }
    QVERIFY(closed >= 4);  // Chinese New Year 2026 for every item that was sold then
}

void SampleShopTest::filesOfOthersAreNotOverwritten() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    std::ofstream(root / "sales.csv") << "mine\n";
    try {
        writeSampleShop(root, {.items = 5, .days = 30}, {});
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.code(), std::string("sample.foreign_files"));
    }
    QCOMPARE(textOf(root / "sales.csv"), std::string("mine\n"));
}

void SampleShopTest::impossibleSizesAreRefused() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    QVERIFY_EXCEPTION_THROWN(writeSampleShop(root, {.items = 0}, {}), Error);
    QVERIFY_EXCEPTION_THROWN(writeSampleShop(root, {.locations = -1}, {}), Error);
    QVERIFY_EXCEPTION_THROWN(writeSampleShop(root, {.days = 3}, {}), Error);
    QVERIFY(!std::filesystem::exists(root / "sales.csv"));
}

void SampleShopTest::aCancelledRunLeavesNoFile() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    std::stop_source source;
    JobControl job;
    job.stop = source.get_token();
    job.progress = [&](const Progress& progress) {
        if (progress.done == 20) {
            source.request_stop();
        }
    };
    bool isCancelled = false;
    try {
        writeSampleShop(root, {.items = 10, .days = 100}, job);
    } catch (const Cancelled&) {
        isCancelled = true;
    }
    QVERIFY(isCancelled);
    QVERIFY(std::filesystem::is_empty(root));
}

QTEST_APPLESS_MAIN(SampleShopTest)
#include "sample_shop_test.moc"
