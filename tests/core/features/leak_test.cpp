// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A project that holds only what was recorded by an origin gives, bit for bit, the forecast that a backtest of the whole
// project gave for that origin, cleaning included.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "core/baselines/simple_method.h"
#include "core/evaluation/backtest.h"
#include "tests/core/features/leak_shop.h"

using namespace foresell;
using namespace foresell::test;

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
    storeShop(file("whole.foresell"), firstDay + shopDays + 10, 1, 500);
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
    QVERIFY(std::ranges::find(truth.knownFuture, "rain", &Covariate::name) != truth.knownFuture.end());
    std::vector<Candidate> methods;
    for (const std::string& name : simpleMethods()) {
        methods.push_back({name, [name] { return makeSimpleMethod(name); }});
    }
    int compared = 0;
    const auto compare = [&](const std::string& method, Day origin, const Panel& history, const Forecast& forecast) {
        const std::string name = "cut" + std::to_string(compared++) + ".foresell";
        storeShop(file(name), origin, 40, 333);
        const Shop cut(file(name));
        const Panel panel = cut.panelAt(period, origin);
        QVERIFY(panel.itemCodes == history.itemCodes && panel.target == history.target && panel.state == history.state);
        QVERIFY(panel.censored == history.censored && !panel.censored.empty());
        QCOMPARE(std::ranges::count(panel.state, CellState::StockOut) > 0, period == PeriodKind::Day);
        QCOMPARE(panel.knownFuture.size(), history.knownFuture.size());
        for (std::size_t i = 0; i < panel.knownFuture.size(); ++i) {
            QCOMPARE(panel.knownFuture[i].name, history.knownFuture[i].name);
            QVERIFY(panel.knownFuture[i].values == history.knownFuture[i].values);
            QVERIFY(panel.knownFuture[i].isKnown == history.knownFuture[i].isKnown);
        }
        QCOMPARE(panel.pastOnly.size(), history.pastOnly.size());
        QVERIFY(std::ranges::find(panel.pastOnly, "rain", &Covariate::name) != panel.pastOnly.end());
        QVERIFY(std::ranges::find(panel.pastOnly, "views_to_usual", &Covariate::name) != panel.pastOnly.end());
        for (std::size_t i = 0; i < panel.pastOnly.size(); ++i) {
            QCOMPARE(panel.pastOnly[i].name, history.pastOnly[i].name);
            QVERIFY(panel.pastOnly[i].values == history.pastOnly[i].values && panel.pastOnly[i].isKnown == history.pastOnly[i].isKnown);
        }
        QCOMPARE(panel.statics.size(), history.statics.size());
        for (std::size_t i = 0; i < panel.statics.size(); ++i) {
            QVERIFY(panel.statics[i].codes == history.statics[i].codes && panel.statics[i].values == history.statics[i].values);
        }
        const auto again = makeSimpleMethod(method);
        again->fit(panel, options.horizon, {});
        const Forecast anew = again->predict(panel, options.horizon, options.levels, {});
        QVERIFY(anew.mean == forecast.mean);
        QVERIFY(anew.quantiles == forecast.quantiles);
    };
    const RollingOriginBacktest backtest([&](Day origin, const JobControl&) { return whole.panelAt(period, origin); }, options);
    const BacktestResult result = backtest.run(truth, methods, {}, compare);
    QCOMPARE(compared, 3 * static_cast<int>(simpleMethods().size()));
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
