// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/count_law.h"

#include <QTest>
#include <array>
#include <cmath>

using namespace foresell;

class CountLawTest : public QObject {
    Q_OBJECT

private slots:
    void smallMeansGiveTheLawsCounts() {
        // qnbinom(c(.1, .5, .9, .975), mu = 2, size = 1): geometric, P(Y <= k) = 1 - (2/3)^(k + 1)
        const std::array levels{0.1, 0.5, 0.9, 0.975};
        std::array<double, 4> counts{};
        negativeBinomialQuantiles(2, 1, levels, counts);
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const double k = counts[i];
            QVERIFY(1 - std::pow(2.0 / 3, k + 1) >= levels[i]);
            QVERIFY(k == 0 || 1 - std::pow(2.0 / 3, k) < levels[i]);
        }
    }
    void withoutDispersionItIsPoissons() {
        const std::array levels{0.025, 0.5, 0.975};
        std::array<double, 3> counts{};
        negativeBinomialQuantiles(4, 0, levels, counts);
        QCOMPARE(counts, (std::array<double, 3>{1, 4, 8}));  // Poisson(4): P(0) .018, P(<=3) .433, P(<=8) .979
    }
    void largeMeansGoOverSmoothly() {
        const std::array levels{0.1, 0.5, 0.9};
        std::array<double, 3> below{}, above{};
        negativeBinomialQuantiles(299.9, 0.3, levels, below);
        negativeBinomialQuantiles(300.1, 0.3, levels, above);
        for (std::size_t i = 0; i < levels.size(); ++i) {
            QVERIFY(std::abs(below[i] - above[i]) < 0.02 * above[i]);
        }
    }
    void theChanceOfAtLeastSoManyIsTheSumOfTheLaw() {
        for (const auto& [count, mean, dispersion] :
             {std::tuple{3, 2.0, 0.5}, std::tuple{12, 4.0, 1.5}, std::tuple{1, 0.2, 0.1}, std::tuple{40, 55.0, 0.3}}) {
            const CountTail tail = negativeBinomialAtLeast(count, mean, dispersion);
            QVERIFY(std::abs(tail.logChance - logSumFrom(count, mean, dispersion)) < 1e-9);
            const double step = 1e-5;
            const double byMean = (logSumFrom(count, mean * std::exp(step), dispersion) -
                                   logSumFrom(count, mean * std::exp(-step), dispersion)) / (2 * step);
            const double bySpread = (logSumFrom(count, mean, dispersion + step) -
                                     logSumFrom(count, mean, dispersion - step)) / (2 * step);
            QVERIFY(std::abs(tail.byLogMean - byMean) < 1e-5);
            QVERIFY(std::abs(tail.byDispersion - bySpread) < 1e-5);
        }
        QCOMPARE(negativeBinomialAtLeast(0, 3, 0.5).logChance, 0.0);  // none or more: certain
        const CountTail far = negativeBinomialAtLeast(5000, 1e-3, 1e-3);
        QVERIFY(std::isfinite(far.logChance) && far.logChance < -600 && far.byLogMean > 0);
    }

private:
    /// 1 less the chances of fewer, each by the recursion of the law.
    static double logSumFrom(int count, double mean, double alpha) {
        const double size = 1 / alpha, success = alpha * mean / (1 + alpha * mean);
        double chance = std::pow(1 + alpha * mean, -size), below = 0;
        for (int k = 0; k < count; ++k) {
            below += chance;
            chance *= (size + k) / (k + 1) * success;
        }
        return std::log(1 - below);
    }
};

QTEST_APPLESS_MAIN(CountLawTest)
#include "count_law_test.moc"
