// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/recurrent_function_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <QTest>

using namespace foresell;

class RecurrentFunctionTest : public QObject {
    Q_OBJECT

private slots:
    void theFusedLayerGivesWhatThePlainFormulaGives_data();
    void theFusedLayerGivesWhatThePlainFormulaGives();
    void itsGradientsAreThoseOfThePlainFormula_data();
    void itsGradientsAreThoseOfThePlainFormula();
    void aSecondPassBeforeTheWayBackDoesNotDisturbTheFirst();
};

namespace {

struct Case {
    at::Tensor past;
    RecurrentWeights weights;
};

Case makeCase(std::int64_t steps, std::int64_t batch, std::int64_t inputs, std::int64_t hidden, bool isGated) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(5);
    const auto random = [&](at::IntArrayRef shape, double scale) {
        return at::empty(shape, at::kFloat).normal_(0, scale, generator).requires_grad_();
    };
    const std::int64_t rows = (isGated ? 3 : 1) * hidden;
    return {random({steps, batch, inputs}, 1),
            {random({rows, inputs}, 0.4), random({rows, hidden}, 0.3), random({rows}, 0.2), random({rows}, 0.2)}};
}

std::vector<at::Tensor> gradientsOf(const Case& data, const at::Tensor& output) {
    const at::Tensor weight = at::linspace(-1, 1, output.numel()).view(output.sizes());
    return torch::autograd::grad({(output * weight).sum()},
                                 {data.past, data.weights.input, data.weights.recurrent, data.weights.bias,
                                  data.weights.recurrentBias},
                                 {}, c10::nullopt, false, true);
}

double distance(const at::Tensor& a, const at::Tensor& b) {
    return ((a - b).abs().max() / b.abs().max().clamp_min(1e-6)).item<double>();
}

void addShapes() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("hidden");
    QTest::addColumn<bool>("isGated");
    QTest::addColumn<bool>("wholeSequence");
    for (const bool isGated : {false, true}) {
        for (const bool whole : {false, true}) {
            QTest::addRow("gated %d, one step, whole %d", isGated, whole) << 1 << 3 << 4 << isGated << whole;
            QTest::addRow("gated %d, one row, whole %d", isGated, whole) << 9 << 1 << 5 << isGated << whole;
            QTest::addRow("gated %d, more rows than threads, whole %d", isGated, whole) << 12 << 70 << 24 << isGated << whole;
        }
    }
}

}  // namespace

void RecurrentFunctionTest::theFusedLayerGivesWhatThePlainFormulaGives_data() {
    addShapes();
}

void RecurrentFunctionTest::theFusedLayerGivesWhatThePlainFormulaGives() {
    QFETCH(int, steps);
    QFETCH(int, batch);
    QFETCH(int, hidden);
    QFETCH(bool, isGated);
    QFETCH(bool, wholeSequence);
    const Case data = makeCase(steps, batch, 6, hidden, isGated);
    RecurrentArrayPool pool;
    const at::Tensor fused = fusedRecurrent(data.past, data.weights, isGated, wholeSequence, pool);
    QVERIFY(distance(fused, plainRecurrent(data.past, data.weights, isGated, wholeSequence, "tanh")) < 1e-5);
}

void RecurrentFunctionTest::itsGradientsAreThoseOfThePlainFormula_data() {
    addShapes();
}

void RecurrentFunctionTest::itsGradientsAreThoseOfThePlainFormula() {
    QFETCH(int, steps);
    QFETCH(int, batch);
    QFETCH(int, hidden);
    QFETCH(bool, isGated);
    QFETCH(bool, wholeSequence);
    const Case data = makeCase(steps, batch, 6, hidden, isGated);
    RecurrentArrayPool pool;
    const auto fused = gradientsOf(data, fusedRecurrent(data.past, data.weights, isGated, wholeSequence, pool));
    const auto plain = gradientsOf(data, plainRecurrent(data.past, data.weights, isGated, wholeSequence, "tanh"));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        QVERIFY2(steps == 1 || distance(fused[i], plain[i]) < 2e-5, std::to_string(i).c_str());
        QVERIFY((fused[i] - plain[i]).abs().max().item<double>() < 1e-3);
    }
}

void RecurrentFunctionTest::aSecondPassBeforeTheWayBackDoesNotDisturbTheFirst() {
    const Case data = makeCase(8, 20, 6, 8, true);
    RecurrentArrayPool pool;
    const at::Tensor first = fusedRecurrent(data.past, data.weights, true, false, pool);
    const at::Tensor other = fusedRecurrent(data.past * 3, data.weights, true, false, pool);
    const auto expected = gradientsOf(data, plainRecurrent(data.past, data.weights, true, false, "tanh"));
    QVERIFY(distance(gradientsOf(data, first)[2], expected[2]) < 2e-5);
    QVERIFY(distance(other, plainRecurrent(data.past * 3, data.weights, true, false, "tanh")) < 1e-5);
}

QTEST_APPLESS_MAIN(RecurrentFunctionTest)
#include "recurrent_function_test.moc"
