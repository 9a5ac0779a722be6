// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/lstm_function_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include "core/networks/lstm_gates.h"

#include <QTest>
#include <cmath>

using namespace foresell;

class LstmFunctionTest : public QObject {
    Q_OBJECT

private slots:
    void theGatesAreWithinTheirStatedError();
    void theFusedLayerGivesWhatThePlainFormulaGives_data();
    void theFusedLayerGivesWhatThePlainFormulaGives();
    void itsGradientsAreThoseOfThePlainFormula_data();
    void itsGradientsAreThoseOfThePlainFormula();
    void aSecondPassBeforeTheWayBackDoesNotDisturbTheFirst();
};

namespace {

struct Case {
    at::Tensor past;
    LstmWeights weights;
};

Case makeCase(std::int64_t steps, std::int64_t batch, std::int64_t inputs, std::int64_t hidden) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(5);
    const auto random = [&](at::IntArrayRef shape, double scale) {
        return at::empty(shape, at::kFloat).normal_(0, scale, generator).requires_grad_();
    };
    return {random({steps, batch, inputs}, 1),
            {random({4 * hidden, inputs}, 0.4), random({4 * hidden, hidden}, 0.3), random({4 * hidden}, 0.2)}};
}

std::vector<at::Tensor> gradientsOf(const Case& data, const at::Tensor& output) {
    const at::Tensor weight = at::linspace(-1, 1, output.numel()).view(output.sizes());
    return torch::autograd::grad({(output * weight).sum()},
                                 {data.past, data.weights.input, data.weights.recurrent, data.weights.bias});
}

double distance(const at::Tensor& a, const at::Tensor& b) {
    return ((a - b).abs().max() / b.abs().max().clamp_min(1e-6)).item<double>();
}

void addShapes() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<bool>("wholeSequence");
    for (const bool whole : {false, true}) {
        QTest::addRow("one step, whole %d", whole) << 1 << 3 << 4 << whole;
        QTest::addRow("one row, whole %d", whole) << 9 << 1 << 5 << whole;
        QTest::addRow("more rows than threads, whole %d", whole) << 12 << 70 << 24 << whole;
    }
}

}  // namespace

void LstmFunctionTest::theGatesAreWithinTheirStatedError() {
    for (double x = -30; x <= 30; x += 0.0137) {
        float gates[4] = {static_cast<float>(x), -100, static_cast<float>(x), 100};
        float cell = 0, output = 0;
        lstmGatesForward(gates, nullptr, &cell, &output, 1, 1);
        const double sigmoid = 1 / (1 + std::exp(-static_cast<double>(static_cast<float>(x))));
        const double tangent = std::tanh(static_cast<double>(static_cast<float>(x)));
        QVERIFY(std::abs(gates[0] - sigmoid) < 3e-7);
        QVERIFY(std::abs(gates[2] - tangent) < 3e-7);
        QVERIFY(std::abs(gates[1]) < 3e-7);
        QVERIFY(std::abs(output - std::tanh(sigmoid * tangent)) < 1e-6);
    }
}

void LstmFunctionTest::theFusedLayerGivesWhatThePlainFormulaGives_data() {
    addShapes();
}

void LstmFunctionTest::theFusedLayerGivesWhatThePlainFormulaGives() {
    QFETCH(int, steps);
    QFETCH(int, batch);
    QFETCH(int, hidden);
    QFETCH(bool, wholeSequence);
    const Case data = makeCase(steps, batch, 6, hidden);
    LstmArrayPool pool;
    const at::Tensor fused = fusedLstm(data.past, data.weights, wholeSequence, pool);
    QVERIFY(distance(fused, plainLstm(data.past, data.weights, wholeSequence)) < 1e-5);
}

void LstmFunctionTest::itsGradientsAreThoseOfThePlainFormula_data() {
    addShapes();
}

void LstmFunctionTest::itsGradientsAreThoseOfThePlainFormula() {
    QFETCH(int, steps);
    QFETCH(int, batch);
    QFETCH(int, hidden);
    QFETCH(bool, wholeSequence);
    const Case data = makeCase(steps, batch, 6, hidden);
    LstmArrayPool pool;
    const auto fused = gradientsOf(data, fusedLstm(data.past, data.weights, wholeSequence, pool));
    const auto plain = gradientsOf(data, plainLstm(data.past, data.weights, wholeSequence));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        QVERIFY2(steps == 1 || distance(fused[i], plain[i]) < 2e-5, std::to_string(i).c_str());
        QVERIFY((fused[i] - plain[i]).abs().max().item<double>() < 1e-3);
    }
}

void LstmFunctionTest::aSecondPassBeforeTheWayBackDoesNotDisturbTheFirst() {
    const Case data = makeCase(8, 20, 6, 8);
    LstmArrayPool pool;
    const at::Tensor first = fusedLstm(data.past, data.weights, false, pool);
    const at::Tensor other = fusedLstm(data.past * 3, data.weights, false, pool);
    const auto expected = gradientsOf(data, plainLstm(data.past, data.weights, false));
    QVERIFY(distance(gradientsOf(data, first)[2], expected[2]) < 2e-5);
    QVERIFY(distance(other, plainLstm(data.past * 3, data.weights, false)) < 1e-5);
}

QTEST_APPLESS_MAIN(LstmFunctionTest)
#include "lstm_function_test.moc"
