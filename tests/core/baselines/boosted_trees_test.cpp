// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/boosted_trees.h"

#include <QTest>
#include <cmath>
#include <random>
#include <thread>

#include "core/base/error.h"
#include "core/base/model_file.h"
#include "core/baselines/simple_method.h"
#include "core/baselines/tree_ensemble.h"
#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

constexpr int horizon = 14, days = 250;
const std::vector<double> levels{0.1, 0.5, 0.9};

/// Shops that sell half as much again on promotion days, which fall irregularly, and more at week-ends.
double shopSells(std::size_t series, int day, bool isPromoted, std::mt19937& random) {
    const double level = 20 + 15 * static_cast<double>(series % 9), noise = 0.9 + 0.2 * static_cast<double>(random() % 1000) / 1000;
    return level * (day % 7 >= 5 ? 1.4 : 1.0) * (isPromoted ? 1.5 : 1.0) * noise;
}

struct Shop {
    Panel panel;                ///< `horizon` days shorter than what was sold
    std::vector<double> later;  ///< series x horizon
};

Shop promotedShop(std::size_t series = 40, bool isIntermittent = false) {
    std::mt19937 random(5);
    Rows rows;
    Shop shop;
    Covariate promotion{.name = "promotion", .shared = false, .isBinary = true, .values = {}, .isKnown = {}};
    for (std::size_t i = 0; i < series; ++i) {
        std::vector<float> values;
        for (int day = 0; day < days + horizon; ++day) {
            const bool isPromoted = random() % 5 == 0;
            const double sold = isIntermittent && random() % 3 > 0 ? 0 : std::round(shopSells(i, day, isPromoted, random));
            promotion.values.push_back(isPromoted ? 1 : 0);
            if (day < days) {
                values.push_back(static_cast<float>(sold));
            } else {
                shop.later.push_back(sold);
            }
        }
        rows.emplace_back("shop" + std::to_string(100 + i), std::move(values));
    }
    shop.panel = panelOf(rows);
    shop.panel.futurePeriods = horizon;
    shop.panel.knownFuture.push_back(std::move(promotion));
    return shop;
}

double errorOf(const Forecast& forecast, const std::vector<double>& later) {
    double error = 0, size = 0;
    for (std::size_t i = 0; i < later.size(); ++i) {
        error += std::abs(static_cast<double>(forecast.mean[i]) - later[i]);
        size += later[i];
    }
    return error / size;
}

Forecast forecastBy(BoostedTrees& trees, const Panel& panel) {
    trees.fit(panel, horizon, {});
    return trees.predict(panel, horizon, levels, {});
}

}  // namespace

class BoostedTreesTest : public QObject {
    Q_OBJECT

private slots:
    void knownPromotionsAreLearnt();
    void intermittentDemandIsForecastByItsMean();
    void theRangesHoldWhatComes();
    void theSameSeedGivesTheSameBitsAndAnotherDoesNot();
    void whatComesAfterTheOriginIsNotSeen();
    void aSavedModelForecastsAlike();
    void aModelOfOtherPeriodsIsRefused();
    void damagedModelsAreRefused();
    void treesThatAreNoTreesAreRefused();
    void aFitCanBeStopped();
};

void BoostedTreesTest::knownPromotionsAreLearnt() {
    const Shop shop = promotedShop();
    BoostedTrees trees;
    const double error = errorOf(forecastBy(trees, shop.panel), shop.later);
    const double weekly = errorOf(makeSimpleMethod("ets")->predict(shop.panel, horizon, levels, {}), shop.later);
    qInfo("trees miss by %.1f %%, smoothing by %.1f %%", 100 * error, 100 * weekly);
    QVERIFY(error < 0.08 && error < 0.5 * weekly);  // the noise alone is 5 %
}

void BoostedTreesTest::intermittentDemandIsForecastByItsMean() {
    const Shop shop = promotedShop(100, true);
    BoostedTrees trees;
    const Forecast forecast = forecastBy(trees, shop.panel);
    double mean = 0, sold = 0;
    for (std::size_t i = 0; i < shop.later.size(); ++i) {
        mean += static_cast<double>(forecast.mean[i]);
        sold += shop.later[i];
        QCOMPARE(forecast.quantiles[i * levels.size()], 0.0F);  // two days in three sell nothing
    }
    QVERIFY2(std::abs(mean / sold - 1) < 0.15, std::to_string(mean / sold).c_str());
}

void BoostedTreesTest::theRangesHoldWhatComes() {
    const Shop shop = promotedShop(60);
    BoostedTrees trees;
    const Forecast forecast = forecastBy(trees, shop.panel);
    double inside = 0;
    for (std::size_t i = 0; i < shop.later.size(); ++i) {
        inside += shop.later[i] >= static_cast<double>(forecast.quantiles[3 * i]) && shop.later[i] <= static_cast<double>(forecast.quantiles[3 * i + 2]) ? 1 : 0;
    }
    const double share = inside / static_cast<double>(shop.later.size());
    QVERIFY2(share > 0.74 && share < 0.88, std::to_string(share).c_str());
}

void BoostedTreesTest::theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
    const Shop shop = promotedShop(30);
    BoostedTrees first(TreeOptions{3, 1, 0}), again(TreeOptions{3, 1, 0}), other(TreeOptions{4, 1, 0});
    const Forecast told = forecastBy(first, shop.panel);
    QCOMPARE(forecastBy(again, shop.panel).mean, told.mean);
    QVERIFY(forecastBy(other, shop.panel).mean != told.mean);
}

void BoostedTreesTest::whatComesAfterTheOriginIsNotSeen() {
    Shop shop = promotedShop(30);
    BoostedTrees trees(TreeOptions{1, 1, 0}), again(TreeOptions{1, 1, 0});
    const Forecast told = forecastBy(trees, shop.panel);
    for (std::size_t series = 0; series < 30; ++series) {  // plans beyond the horizon do not matter either
        auto& values = shop.panel.knownFuture[0].values;
        values.insert(values.begin() + static_cast<std::ptrdiff_t>((series + 1) * (days + horizon + 1) - 1), series % 2 == 0 ? 1.0F : 0.0F);
    }
    ++shop.panel.futurePeriods;
    const Forecast longer = forecastBy(again, shop.panel);
    int same = 0;
    for (std::size_t series = 0; series < 30; ++series) {
        for (int step = 0; step + 7 < horizon; ++step) {
            same += longer.meanAt(series, step) == told.meanAt(series, step) ? 1 : 0;
        }
    }
    QVERIFY(same >= 200);  // of 210; a promotion a week and more ahead may count
}

void BoostedTreesTest::aSavedModelForecastsAlike() {
    const Shop shop = promotedShop(30);
    BoostedTrees trees;
    const Forecast told = forecastBy(trees, shop.panel);
    const auto read = loadSimpleMethod(trees.save());
    QVERIFY(read);
    QCOMPARE(read->name(), std::string("boosted_trees"));
    const Forecast again = read->predict(shop.panel, horizon, levels, {});
    QCOMPARE(again.mean, told.mean);
    QCOMPARE(again.quantiles, told.quantiles);
}

void BoostedTreesTest::aModelOfOtherPeriodsIsRefused() {
    BoostedTrees trees;
    trees.fit(promotedShop(5).panel, horizon, {});
    const Panel weeks = panelOf({{"a", {1, 2, 3}}}, PeriodKind::Week);
    QVERIFY_EXCEPTION_THROWN(trees.predict(weeks, 2, levels, {}), Error);
}

void BoostedTreesTest::damagedModelsAreRefused() {
    BoostedTrees trees;
    trees.fit(promotedShop(5).panel, horizon, {});
    const ModelFile whole = readModelFile(trees.save());
    for (const char* const name : {"features", "width", "trees", "nodes", "bands", "series"}) {
        ModelFile part = whole;
        part.description.erase(name);
        QVERIFY_EXCEPTION_THROWN(loadSimpleMethod(writeModelFile(part)), Error);
    }
    std::mt19937 random(1);
    int refused = 0;
    for (int i = 0; i < 200; ++i) {  // numbers of nodes that lead astray are noticed; a changed threshold is as good as any
        ModelFile changed = whole;
        auto& nodes = changed.arrays[1].values;
        nodes[random() % (nodes.size() / 5) * 5 + 2 + random() % 2] = static_cast<float>(static_cast<int>(random() % 400) - 100);
        try {
            loadSimpleMethod(writeModelFile(changed))->predict(promotedShop(2).panel, horizon, levels, {});
        } catch (const Error&) {
            ++refused;
        }
    }
    QVERIFY2(refused > 100, std::to_string(refused).c_str());
}

void BoostedTreesTest::treesThatAreNoTreesAreRefused() {
    using Node = TreeEnsemble::Node;
    const Node leaf{0, 0, -1, -1, 2};
    TreeEnsemble ensemble(3);
    QVERIFY_EXCEPTION_THROWN(ensemble.add({}), Error);
    QVERIFY_EXCEPTION_THROWN(ensemble.add({Node{3, 1, 1, 2, 0}, leaf, leaf}), Error);  // no such number
    QVERIFY_EXCEPTION_THROWN(ensemble.add({Node{0, 1, 1, 1, 0}, leaf}), Error);        // one child twice
    QVERIFY_EXCEPTION_THROWN(ensemble.add({Node{0, 1, 0, 1, 0}, leaf}), Error);        // back to the root
    QVERIFY_EXCEPTION_THROWN(ensemble.add({Node{0, 1, 1, 7, 0}, leaf, leaf}), Error);  // out of the tree
    TreeEnsemble fine(3);
    fine.add({Node{1, 0.5F, 1, 2, 0}, leaf, Node{0, 0, -1, -1, -1}});
    const std::vector<float> rows{9, 0, 9, 9, 1, 9};
    std::vector<float> sums(2);
    fine.predict(rows, sums);
    QCOMPARE(sums, (std::vector<float>{2, -1}));
}

void BoostedTreesTest::aFitCanBeStopped() {
    const Shop shop = promotedShop(20);
    std::stop_source stop;
    JobControl control;
    control.stop = stop.get_token();
    int told = 0;
    control.progress = [&](const Progress& progress) {
        told += progress.unit == "trees" ? 1 : 0;
        if (told == 3) {
            stop.request_stop();
        }
    };
    BoostedTrees trees;
    QVERIFY_EXCEPTION_THROWN(trees.fit(shop.panel, horizon, control), Cancelled);
    QCOMPARE(told, 3);
}

QTEST_APPLESS_MAIN(BoostedTreesTest)
#include "boosted_trees_test.moc"
