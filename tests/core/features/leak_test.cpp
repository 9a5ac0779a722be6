// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A project that holds only what was recorded by an origin gives, bit for bit, the forecast that a backtest of the whole
// project gave for that origin, cleaning included.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

#include "core/baselines/simple_method.h"
#include "core/cleaning/project_sales.h"
#include "core/evaluation/backtest.h"
#include "core/features/project_panel.h"
#include "core/project/project_writer.h"

using namespace foresell;

namespace {

constexpr Day firstDay = 14'613;  // Monday 2010-01-04
constexpr int days = 180;

struct Line {
    Day day;
    std::string order, item;
    int quantity;
};

/// A shop with repeats, cancellations that come weeks after their sale, bulk orders, returns and postage; closed on Sundays.
std::vector<Line> shopLines() {
    std::mt19937 random(11);
    std::vector<Line> lines;
    for (int i = 0; i < days; ++i) {
        if (i % 7 == 6) {
            continue;
        }
        for (int k = 0; k < 14; ++k) {
            const std::string order = std::to_string(1000 + i * 14 + k);
            const std::string item = "item" + std::to_string(random() % (i < 100 ? 5 : 7));
            const int quantity = 1 + static_cast<int>(random() % 6);
            lines.push_back({firstDay + i, order, item, quantity});
            if (random() % 20 == 0) {
                lines.push_back(lines.back());
            }
            if (random() % 15 == 0) {
                lines.push_back({firstDay + i + static_cast<int>(random() % 30), "C" + order, item, -quantity});
            }
            if (random() % 90 == 0) {
                lines.push_back({firstDay + i, "9" + order, item, 2000});
            }
        }
        lines.push_back({firstDay + i, "P" + std::to_string(i), "POST", 1});
    }
    std::erase_if(lines, [](const Line& line) { return line.day >= firstDay + days; });
    std::ranges::stable_sort(lines, {}, &Line::day);
    return lines;
}

Digest digestOf(const Line& line) {
    const std::uint64_t hash = std::hash<std::string>()(line.order + "|" + line.item + "|" + std::to_string(line.quantity) +
                                                        "|" + std::to_string(line.day));
    return {hash, ~hash};
}

/// Stores the lines up to a day. Items are numbered as they come, from `firstNumber` on.
void store(const std::filesystem::path& path, const std::vector<Line>& lines, Day upTo, int firstNumber, std::size_t chunkLines) {
    const auto writer = ProjectWriter::create(path, {.name = "Shop", .country = "GB"});
    const ImportId sales = writer->beginImport({.name = "sales.csv"});
    std::map<std::string, std::int32_t> numbers;
    ProjectWriter::Dictionaries dictionaries;
    SaleBatch batch;
    std::int64_t count = 0;
    const auto flush = [&] {
        if (batch.size() > 0) {
            writer->appendSales(sales, encodeSaleChunk(batch));
            batch.clear();
        }
    };
    for (const Line& line : lines) {
        if (line.day > upTo) {
            continue;
        }
        const auto [number, isNew] = numbers.emplace(line.item, firstNumber + static_cast<int>(numbers.size()));
        if (isNew) {
            dictionaries.items.push_back({.id = {number->second}, .code = line.item, .name = line.item, .category = line.item.substr(0, 1)});
        }
        batch.sourceRow.push_back(++count);
        batch.day.push_back(line.day);
        batch.second.push_back(10 * 3600);
        batch.item.push_back(number->second);
        batch.location.push_back(0);
        batch.channel.push_back(0);
        batch.customer.push_back(7);
        batch.quantity.push_back(toFixed(line.quantity));
        batch.price.push_back(toFixed(2.5));
        batch.amount.push_back(fixedMissing);
        batch.digest.push_back(digestOf(line));
        batch.order.push(line.order);
        batch.name.push("");
        if (batch.size() == chunkLines) {
            flush();
        }
    }
    flush();
    writer->finishImport(sales, {.read = count, .imported = count}, dictionaries, "{}");
    PlanBatch plan{.names = {"promotion"}, .item = {}, .location = {}, .channel = {}, .day = {}, .knownFrom = {}, .values = {{}}};
    for (int i = 0; i < days + 40; i += 5) {
        const Day knownFrom = firstDay + i - 10;
        if (knownFrom <= upTo) {
            plan.item.push_back(0);
            plan.location.push_back(0);
            plan.channel.push_back(0);
            plan.day.push_back(firstDay + i);
            plan.knownFrom.push_back(knownFrom);
            plan.values[0].push_back(1);
        }
    }
    const auto rows = static_cast<std::int64_t>(plan.size());
    const ImportId planned = writer->beginImport({.role = "plan", .name = "plan.csv"});
    writer->appendPlan(planned, plan);
    writer->finishImport(planned, {.read = rows, .imported = rows}, {}, "{}");
    writer->close();
}

struct Shop {
    explicit Shop(const std::filesystem::path& path) : reader(ProjectReader::open(path)), sales(*reader) {}

    Panel panelAt(PeriodKind period, Day origin) const {
        ProjectPanelOptions options;
        options.panel.period = period;
        options.panel.origin = origin;
        options.futurePeriods = 14;
        const Recipe recipe = defaultRecipe();
        return buildCleanPanel(*reader, sales, &recipe, options, {}).panel;
    }

    std::unique_ptr<ProjectReader> reader;
    ProjectSales sales;
};

}  // namespace

class LeakTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aProjectCutAtTheOriginForecastsTheSame_data();
    void aProjectCutAtTheOriginForecastsTheSame();
    void cleaningKnewWhatHadHappened();

private:
    std::filesystem::path file(const std::string& name) const { return m_folder->filePath(name.c_str()).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LeakTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    store(file("whole.foresell"), shopLines(), firstDay + days, 1, 500);
}

void LeakTest::aProjectCutAtTheOriginForecastsTheSame_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("days") << static_cast<int>(PeriodKind::Day);
    QTest::newRow("weeks") << static_cast<int>(PeriodKind::Week);
}

void LeakTest::aProjectCutAtTheOriginForecastsTheSame() {
    QFETCH(int, kind);
    const auto period = static_cast<PeriodKind>(kind);
    const Shop whole(file("whole.foresell"));
    const Panel truth = whole.panelAt(period, noDay);
    BacktestOptions options;
    options.horizon = period == PeriodKind::Day ? 14 : 4;
    options.origins = testOrigins(truth, options.horizon, 3, period == PeriodKind::Day ? 9 : 2);
    QCOMPARE(options.origins.size(), std::size_t{3});
    std::vector<Candidate> methods;
    for (const std::string& name : simpleMethods()) {
        methods.push_back({name, [name] { return makeSimpleMethod(name); }});
    }
    int compared = 0;
    const auto compare = [&](const std::string& method, Day origin, const Panel& history, const Forecast& forecast) {
        const std::string name = "cut" + std::to_string(compared++) + ".foresell";
        store(file(name), shopLines(), origin, 40, 333);
        const Shop cut(file(name));
        const Panel panel = cut.panelAt(period, origin);
        QVERIFY(panel.itemCodes == history.itemCodes && panel.target == history.target && panel.state == history.state);
        QCOMPARE(panel.knownFuture.size(), history.knownFuture.size());
        for (std::size_t i = 0; i < panel.knownFuture.size(); ++i) {
            QCOMPARE(panel.knownFuture[i].name, history.knownFuture[i].name);
            QVERIFY(panel.knownFuture[i].values == history.knownFuture[i].values);
            QVERIFY(panel.knownFuture[i].isKnown == history.knownFuture[i].isKnown);
        }
        const auto again = makeSimpleMethod(method);
        again->fit(panel, options.horizon, {});
        const Forecast anew = again->predict(panel, options.horizon, options.levels, {});
        QVERIFY(anew.mean == forecast.mean);
        QVERIFY(anew.quantiles == forecast.quantiles);
    };
    const RollingOriginBacktest backtest([&](Day origin, const JobControl&) { return whole.panelAt(period, origin); }, options);
    const BacktestResult result = backtest.run(truth, methods, {}, compare);
    QCOMPARE(compared, 6);
    QVERIFY(result.scores[0].scores.points > 0);
}

/// The backtest would be too kind if sales that were cancelled later were already gone at the origin.
void LeakTest::cleaningKnewWhatHadHappened() {
    const Shop whole(file("whole.foresell"));
    const Panel now = whole.panelAt(PeriodKind::Day, noDay);
    const Panel then = whole.panelAt(PeriodKind::Day, firstDay + 120);
    int differs = 0;
    QCOMPARE(then.firstPeriod, now.firstPeriod);
    for (std::size_t series = 0; series < then.seriesCount(); ++series) {
        const auto same = std::ranges::find(now.itemCodes, then.itemCodes[series]) - now.itemCodes.begin();
        const auto later = now.targetOf(static_cast<std::size_t>(same)).first(static_cast<std::size_t>(then.periods));
        differs += std::ranges::equal(then.targetOf(series), later) ? 0 : 1;
    }
    QVERIFY(differs > 0);
    QVERIFY(now.seriesCount() > 5 && std::ranges::find(now.itemCodes, "POST") == now.itemCodes.end());
}

QTEST_APPLESS_MAIN(LeakTest)
#include "leak_test.moc"
