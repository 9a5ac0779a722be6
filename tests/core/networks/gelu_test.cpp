// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/encoder_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <QTest>

using namespace foresell;

class GeluTest : public QObject {
    Q_OBJECT

private slots:
    void itIsLibtorchsToSinglePrecision();
    void itsSlopeIsThatOfLibtorchs();
    void valuesThatLieOtherwiseInMemoryGiveTheSame();
};

namespace {

at::Tensor numbers() { return at::cat({at::linspace(-12, 12, 40001), at::tensor({0.0f, -0.0f, 80.0f, -80.0f})}); }

double distance(const at::Tensor& a, const at::Tensor& b) { return (a - b).abs().max().item<double>(); }

at::Tensor slopeOf(const std::function<at::Tensor(const at::Tensor&)>& function, const at::Tensor& at) {
    const at::Tensor x = at.clone().requires_grad_();
    return torch::autograd::grad({function(x).sum()}, {x})[0];
}

}  // namespace

void GeluTest::itIsLibtorchsToSinglePrecision() {
    const at::Tensor x = numbers();
    QVERIFY(distance(activate(x, "gelu"), at::gelu(x.to(at::kDouble))) < 2e-6);
    QCOMPARE(activate(at::tensor({0.0f, 80.0f, -80.0f}), "gelu").sum().item<float>(), 80.0f);
}

void GeluTest::itsSlopeIsThatOfLibtorchs() {
    const at::Tensor x = numbers();
    const auto exact = [](const at::Tensor& values) { return at::gelu(values); };
    const auto own = [](const at::Tensor& values) { return activate(values, "gelu"); };
    QVERIFY(distance(slopeOf(own, x), slopeOf(exact, x.to(at::kDouble))) < 2e-6);
}

void GeluTest::valuesThatLieOtherwiseInMemoryGiveTheSame() {
    const at::Tensor x = numbers().narrow(0, 0, 40000).view({200, 200});
    QVERIFY(at::equal(activate(x.t(), "gelu"), activate(x, "gelu").t()));
    const auto own = [](const at::Tensor& values) { return activate(values.t(), "gelu").t(); };
    const auto straight = [](const at::Tensor& values) { return activate(values, "gelu"); };
    QVERIFY(at::equal(slopeOf(own, x), slopeOf(straight, x)));
}

QTEST_GUILESS_MAIN(GeluTest)
#include "gelu_test.moc"
