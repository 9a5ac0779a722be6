// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <random>

#include "core/baselines/ets_model.h"
#include "core/baselines/ets_objective.h"

using namespace foresell;

namespace {

constexpr int season = 7;

/// Sales with a week, a trend and noise; every ninth value was not observed.
std::vector<double> weeklySales() {
    std::mt19937 random(3);
    std::vector<double> values;
    for (int day = 0; day < 70; ++day) {
        const double noise = 0.9 + 0.2 * static_cast<double>(random() % 1000) / 1000;
        values.push_back(day % 9 == 8 ? std::nan("") : (1 + 0.004 * day) * (day % 7 >= 5 ? 1.5 : 0.8) * noise);
    }
    return values;
}

/// Around one level, with errors that follow from one another.
std::vector<double> sluggishSales(unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0, 0.1);
    std::vector<double> values;
    double error = 0;
    for (int month = 0; month < 240; ++month) {
        error = 0.6 * error + normal(random);
        values.push_back(10 + error);
    }
    return values;
}

}  // namespace

class EtsTest : public QObject {
    Q_OBJECT

private slots:
    void theGradientIsThatOfTheDeviance_data() {
        QTest::addColumn<int>("steps");
        QTest::newRow("one step ahead") << 1;
        QTest::newRow("a week ahead") << 7;
    }

    void theGradientIsThatOfTheDeviance() {
        QFETCH(int, steps);
        const std::vector<double> values = weeklySales();
        for (const EtsForm& form : admissibleForms(values, season)) {
            const EtsObjective objective(values, form.season == EtsForm::Season::None ? 1 : season, form, steps);
            const bool isProduct = form.season == EtsForm::Season::Multiplicative;
            std::vector<double> seasons(season, isProduct ? 0.85 : -0.1);
            seasons[5] = seasons[6] = isProduct ? 1.4 : 0.25;
            const SmallVector place = objective.freeOf(0.2, 0.03, 0.1, 0.95, 0.003, seasons);
            SmallVector gradient(objective.size()), unused(objective.size());
            QVERIFY2(std::isfinite(objective(place, gradient)), form.name().c_str());
            for (int i = 0; i < objective.size(); ++i) {
                constexpr double little = 1e-5;
                SmallVector more = place, less = place;
                more[i] += little;
                less[i] -= little;
                const double slope = (objective(more, unused) - objective(less, unused)) / (2 * little);
                const std::string told = form.name() + ", number " + std::to_string(i) + ": " + std::to_string(gradient[i]) + ", not " + std::to_string(slope);
                QVERIFY2(std::abs(gradient[i] - slope) < 1e-4 * std::max(1.0, std::abs(slope)), told.c_str());
            }
        }
    }

    void manyStepsSmoothMoreWhereErrorsFollowFromOneAnother() {
        const EtsForm level;
        int smoother = 0;
        for (unsigned seed = 1; seed <= 10; ++seed) {
            const std::vector<double> values = sluggishSales(seed);
            smoother += fitEts(values, 12, level, 12)->alpha < 0.7 * fitEts(values, 12, level, 1)->alpha ? 1 : 0;
        }
        QVERIFY2(smoother >= 8, std::to_string(smoother).c_str());
    }

    void formsAreWeightedBestFirst() {
        const std::vector<double> values = weeklySales();
        const std::vector<WeightedEts> sharp = fitEtsForms(values, season, 7, 2), soft = fitEtsForms(values, season, 7, 20);
        QVERIFY(sharp.size() > 1 && soft.size() >= sharp.size());
        for (const auto& forms : {sharp, soft}) {
            double sum = 0, before = 1;
            for (const WeightedEts& form : forms) {
                QVERIFY(form.weight > 0 && form.weight <= before);
                sum += before = form.weight;
            }
            QVERIFY(std::abs(sum - 1) < 1e-9);
        }
        QVERIFY(soft[0].weight < sharp[0].weight);
        QCOMPARE(fitBestEts(values, season, 7)->form.name(), sharp[0].model.form.name());
    }

    void whatNeverChangesHasNoForm() {
        QVERIFY(fitEtsForms(std::vector<double>(30, 4.0), season, 7, 2).empty());
        QVERIFY(fitEtsForms(std::vector<double>{1, 2, 3, 4}, season, 7, 2).empty());
    }
};

QTEST_APPLESS_MAIN(EtsTest)
#include "ets_test.moc"
