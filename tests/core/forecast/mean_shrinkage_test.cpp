// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/mean_shrinkage.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace foresell;

class MeanShrinkageTest : public QObject {
    Q_OBJECT

private slots:
    void aMeanThatAddsNoiseAloneIsDrawnToTheLevel();
    void aMeanThatIsRightIsLeft();
    void aMeanThatSaysTwiceTheChangeIsHalved();
    void fewWindowsChangeNothing();
};

namespace {

/// `truth` times a change that came, plus noise, is what a network said of it.
double shareOf(int windows, double factor, double noise) {
    MeanShrinkage shrinkage;
    std::mt19937 random(3);
    std::normal_distribution<double> law(0, 1);
    for (int window = 0; window < windows; ++window) {
        const double level = std::exp(law(random));
        for (int step = 0; step < 6; ++step) {
            const double change = 0.3 * law(random);
            shrinkage.add(level, 1 + factor * change + noise * law(random), 1 + change + 0.2 * law(random));
        }
        shrinkage.endWindow();
    }
    return shrinkage.share();
}

}  // namespace

void MeanShrinkageTest::aMeanThatAddsNoiseAloneIsDrawnToTheLevel() {
    QVERIFY(shareOf(2000, 0, 0.5) < 0.05);
}

void MeanShrinkageTest::aMeanThatIsRightIsLeft() {
    QVERIFY(shareOf(2000, 1, 0) > 0.98);
}

void MeanShrinkageTest::aMeanThatSaysTwiceTheChangeIsHalved() {
    const double share = shareOf(2000, 2, 0);
    QVERIFY2(share > 0.48 && share < 0.54, qPrintable(QString::number(share)));
}

void MeanShrinkageTest::fewWindowsChangeNothing() {
    QCOMPARE(shareOf(19, 0, 0.5), 1.0);
    QCOMPARE(MeanShrinkage().share(), 1.0);
}

QTEST_GUILESS_MAIN(MeanShrinkageTest)
#include "mean_shrinkage_test.moc"
