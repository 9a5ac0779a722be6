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
};

QTEST_APPLESS_MAIN(CountLawTest)
#include "count_law_test.moc"
