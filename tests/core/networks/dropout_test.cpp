// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include "core/networks/dropout_mask.h"

#include <QTest>

using namespace foresell;

class DropoutTest : public QObject {
    Q_OBJECT

private slots:
    void itSwitchesOffItsShareAndKeepsTheMean();
    void aSeedGivesTheSameMasksAndEachCallAnother();
    void neighboursAndNeighbouringSeedsAreIndependent();
    void threadsThatShareAMaskDrawTheSame();
};

namespace {

constexpr std::int64_t count = 1 << 20;

at::Tensor maskOf(std::uint64_t seed, double share) {
    at::Tensor mask = at::empty({count}, at::kFloat);
    dropoutMask(mask.data_ptr<float>(), count, 0, share, seed);
    return mask;
}

double shareOff(const at::Tensor& mask) {
    return (mask == 0).to(at::kDouble).mean().item<double>();
}

/// Of "both are off" with what it is where they know nothing of each other, in standard errors.
double dependence(const at::Tensor& a, const at::Tensor& b, double share) {
    const double both = (a == 0).logical_and(b == 0).to(at::kDouble).mean().item<double>();
    const double expected = share * share;
    return std::abs(both - expected) / std::sqrt(expected * (1 - expected) / static_cast<double>(a.numel()));
}

}  // namespace

void DropoutTest::itSwitchesOffItsShareAndKeepsTheMean() {
    for (const double share : {0.05, 0.1, 0.5, 0.9}) {
        const at::Tensor mask = maskOf(7, share);
        const double error = std::sqrt(share * (1 - share) / static_cast<double>(count));
        QVERIFY(std::abs(shareOff(mask) - share) < 4 * error);
        QVERIFY(std::abs(mask.to(at::kDouble).mean().item<double>() - 1) < 4 * error / (1 - share));
    }
    const at::Tensor values = at::ones({10, 10});
    QVERIFY(at::equal(Dropout()(values), values));
}

void DropoutTest::aSeedGivesTheSameMasksAndEachCallAnother() {
    const at::Tensor values = at::ones({300, 200});
    const Dropout dropout(0.3, 11, at::kCPU), again(0.3, 11, at::kCPU), other(0.3, 12, at::kCPU);
    const at::Tensor first = dropout(values), second = dropout(values);
    QVERIFY(!at::equal(first, second));
    QVERIFY(at::equal(again(values), first));
    QVERIFY(at::equal(again(values), second));
    QVERIFY(!at::equal(other(values), first));
}

void DropoutTest::neighboursAndNeighbouringSeedsAreIndependent() {
    constexpr double share = 0.1, farFromChance = 4.5;
    const at::Tensor mask = maskOf(1000, share);
    for (const std::int64_t distance : {1, 2, 16, 128, 4096}) {
        QVERIFY(dependence(mask.narrow(0, distance, count - distance), mask.narrow(0, 0, count - distance), share) < farFromChance);
    }
    for (const std::uint64_t seed : {1001ull, 1002ull, 1000ull + (1ull << 32), 1000ull + 0x9e3779b97f4a7c15ull}) {
        QVERIFY(dependence(mask, maskOf(seed, share), share) < farFromChance);
        QVERIFY(dependence(mask.narrow(0, 1, count - 1), maskOf(seed, share).narrow(0, 0, count - 1), share) < farFromChance);
    }
}

void DropoutTest::threadsThatShareAMaskDrawTheSame() {
    const at::Tensor whole = maskOf(5, 0.2);
    at::Tensor part = at::empty({1000}, at::kFloat);
    dropoutMask(part.data_ptr<float>(), 1000, 12345, 0.2, 5);
    QVERIFY(at::equal(part, whole.narrow(0, 12345, 1000)));
}

QTEST_APPLESS_MAIN(DropoutTest)
#include "dropout_test.moc"
