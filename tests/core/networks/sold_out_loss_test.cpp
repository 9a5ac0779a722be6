// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/head_impl.h"  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <QTest>
#include <cmath>
#include <random>

using namespace foresell;

/// Sales that end with the stock tell that demand was at least as much: each loss must learn that.
class SoldOutLossTest : public QObject {
    Q_OBJECT

private slots:
    void demandAboveTheStockIsLearnt_data() { lossRows(); }
    void demandAboveTheStockIsLearnt();
    void aForecastAboveTheStockIsNoError_data() { lossRows(); }
    void aForecastAboveTheStockIsNoError();

private:
    static void lossRows() {
        QTest::addColumn<QString>("loss");
        for (const LossInfo& info : availableLosses()) {
            QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
        }
    }
};

namespace {

constexpr double level = 20;
constexpr int cells = 400;

std::unique_ptr<Head> headOf(const QString& loss) {
    return findHead(loss.toStdString()).make({.levels = {0.1, 0.5, 0.9}, .allowsNegative = false});
}

/// Demand of 12 to 28 pieces with a mean of 20, of which as many can be sold as there are in stock: 8 to 32.
DemandTargets soldFromAStock(bool isTold) {
    std::mt19937 random(4);
    at::Tensor sold = at::zeros({1, cells}), soldOut = at::zeros({1, cells});
    for (int i = 0; i < cells; ++i) {
        const auto demand = static_cast<float>(12 + random() % 17), stock = static_cast<float>(8 + random() % 25);
        sold[0][i] = std::min(demand, stock);
        soldOut[0][i] = demand > stock ? 1.0f : 0.0f;
    }
    DemandTargets targets;
    targets.ratio = sold / level;
    targets.scaled = targets.ratio.log1p();
    targets.mask = at::ones_like(sold);
    targets.level = at::full({1}, level);
    if (isTold) {
        targets.censored = soldOut;
    }
    return targets;
}

/// The numbers of one forecast for all cells that the loss likes best: Adam from the head's first guess.
at::Tensor fitted(const Head& head, const DemandTargets& targets) {
    at::Tensor raw = at::zeros({head.outputs()});
    head.initialise(raw);
    raw.requires_grad_();
    torch::optim::Adam optimiser({raw}, torch::optim::AdamOptions(0.05));
    for (int step = 0; step < 150; ++step) {
        optimiser.zero_grad();
        head.loss(raw.view({1, 1, -1}).expand({1, cells, -1}), targets).backward();
        optimiser.step();
    }
    return raw.detach().view({1, 1, -1});
}

/// The forecast's mean, or where it has none its one number, in pieces.
double piecesOf(const Head& head, const at::Tensor& raw) {
    const DemandOutputs outputs = head.decode(raw, at::full({1}, level));
    const at::Tensor ratio = outputs.mean.defined() ? outputs.mean : outputs.quantiles.squeeze(2).expm1();
    return ratio.item<double>() * level;
}

}  // namespace

void SoldOutLossTest::demandAboveTheStockIsLearnt() {
    QFETCH(QString, loss);
    const auto head = headOf(loss);
    const double naive = piecesOf(*head, fitted(*head, soldFromAStock(false)));
    const double told = piecesOf(*head, fitted(*head, soldFromAStock(true)));
    QVERIFY2(told > naive + 0.8, qPrintable(QString("%1 then %2").arg(naive).arg(told)));
    QVERIFY2(std::abs(told - 20) < 2, qPrintable(QString::number(told)));
}

void SoldOutLossTest::aForecastAboveTheStockIsNoError() {
    QFETCH(QString, loss);
    const auto head = headOf(loss);
    DemandTargets much = soldFromAStock(false);
    much.ratio = at::full({1, cells}, 60 / level);
    much.scaled = much.ratio.log1p();
    const at::Tensor raw = fitted(*head, much).expand({1, cells, -1});  // a forecast of 60 pieces
    DemandTargets targets = soldFromAStock(true);
    const auto pull = [&](float isSoldOut) {
        targets.censored.fill_(isSoldOut);
        const at::Tensor at = raw.clone().requires_grad_();
        head->loss(at, targets).backward();
        return at.grad().abs().sum().item<double>();
    };
    QVERIFY2(pull(1) < 0.05 * pull(0), qPrintable(QString("%1 of %2").arg(pull(1)).arg(pull(0))));
}

QTEST_APPLESS_MAIN(SoldOutLossTest)
#include "sold_out_loss_test.moc"
