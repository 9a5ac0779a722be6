// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/portable_math.h"

#include <QTest>
#include <cmath>

#include "core/sample/sample_random.h"

using namespace foresell;

class PortableMathTest : public QObject {
    Q_OBJECT

private slots:
    void functionsAgreeWithTheStandardLibrary();
    void theSameSeedDrawsTheSameNumbers();
    void poissonHasItsMeanAndVariance_data();
    void poissonHasItsMeanAndVariance();
};

void PortableMathTest::functionsAgreeWithTheStandardLibrary() {
    for (double x = -50; x < 50; x += 0.0137) {
        QVERIFY(std::abs(portableExp(x) / std::exp(x) - 1) < 1e-13);
        QVERIFY(std::abs(portableCos(x) - std::cos(x)) < 1e-13);
        const double positive = std::exp(x / 3);
        QVERIFY(std::abs(portableLog(positive) - std::log(positive)) < 1e-13 * (1 + std::abs(x)));
        QVERIFY(std::abs(portablePow(positive, -1.7) / std::pow(positive, -1.7) - 1) < 1e-12);
    }
}

void PortableMathTest::theSameSeedDrawsTheSameNumbers() {
    SampleRandom random(1);
    QCOMPARE(random.next(), std::uint64_t{12966619160104079557U});
    QCOMPARE(random.next(), std::uint64_t{9600361134598540522U});
    SampleRandom other(2);
    QVERIFY(other.next() != 12966619160104079557U);
}

void PortableMathTest::poissonHasItsMeanAndVariance_data() {
    QTest::addColumn<double>("mean");
    for (const double mean : {0.05, 0.9, 4.0, 29.0, 120.0}) {
        QTest::addRow("mean %g", mean) << mean;
    }
}

void PortableMathTest::poissonHasItsMeanAndVariance() {
    QFETCH(double, mean);
    SampleRandom random(7);
    constexpr int draws = 200'000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; ++i) {
        const double x = random.poisson(mean);
        sum += x;
        squares += x * x;
    }
    const double found = sum / draws;
    QVERIFY(std::abs(found - mean) < 4 * std::sqrt(mean / draws));
    QVERIFY(std::abs((squares / draws - found * found) / mean - 1) < 0.03);
}

QTEST_APPLESS_MAIN(PortableMathTest)
#include "portable_math_test.moc"
