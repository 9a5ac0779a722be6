// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <torch/torch.h>  // libtorch uses the word slots, which Qt makes a macro: so it comes first

#include <dlfcn.h>

#include <QTest>


/// The products that libtorch asks a BLAS for.
class MatrixProductsTest : public QObject {
    Q_OBJECT

private slots:
    void libtorchFindsTheProgramsOwnProduct();
    void productsAreThoseOfTheDefinition_data();
    void productsAreThoseOfTheDefinition();
    void aProductIsAddedToWhatIsThere();
    void repeatedProductsAreEqualToTheBit();
};

namespace {

at::Tensor random(at::IntArrayRef shape, std::uint64_t seed) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(shape).normal_(0, 1, generator);
}

double largestError(const at::Tensor& product, const at::Tensor& left, const at::Tensor& right) {
    const at::Tensor wanted = at::matmul(left.to(at::kDouble), right.to(at::kDouble));
    return (product.to(at::kDouble) - wanted).abs().max().item<double>();
}

}  // namespace

void MatrixProductsTest::libtorchFindsTheProgramsOwnProduct() {
    Dl_info found{}, own{};
    QVERIFY(dladdr(dlsym(RTLD_DEFAULT, "sgemm_"), &found) != 0);
    QVERIFY(dladdr(&staticMetaObject, &own) != 0);
    QCOMPARE(found.dli_fbase, own.dli_fbase);
}

void MatrixProductsTest::productsAreThoseOfTheDefinition_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("inner");
    QTest::addColumn<int>("columns");
    for (const auto& [rows, inner, columns] : {std::tuple{1, 1, 1}, {2, 3, 5}, {256, 896, 512}, {128, 16, 512}, {7, 129, 64}, {1000, 1, 3}}) {
        QTest::addRow("%d x %d x %d", rows, inner, columns) << rows << inner << columns;
    }
}

void MatrixProductsTest::productsAreThoseOfTheDefinition() {
    QFETCH(int, rows);
    QFETCH(int, inner);
    QFETCH(int, columns);
    const double bound = 1e-6 * inner + 1e-5;
    const at::Tensor left = random({rows, inner}, 1), right = random({inner, columns}, 2);
    QVERIFY(largestError(at::mm(left, right), left, right) < bound);
    const at::Tensor leftTurned = random({inner, rows}, 3).t(), rightTurned = random({columns, inner}, 4).t();
    QVERIFY(largestError(at::mm(leftTurned, right), leftTurned, right) < bound);
    QVERIFY(largestError(at::mm(left, rightTurned), left, rightTurned) < bound);
    QVERIFY(largestError(at::mm(leftTurned, rightTurned), leftTurned, rightTurned) < bound);
    const at::Tensor wide = random({rows, inner + 5}, 5).narrow(1, 2, inner);
    QVERIFY(largestError(at::mm(wide, right), wide, right) < bound);
}

void MatrixProductsTest::aProductIsAddedToWhatIsThere() {
    const at::Tensor left = random({40, 30}, 1), right = random({30, 20}, 2), there = random({40, 20}, 3);
    const at::Tensor sum = at::addmm(there, left, right, 0.5, 2);
    QVERIFY(largestError((sum - there * 0.5) / 2, left, right) < 1e-4);
    // What is replaced may hold anything.
    at::Tensor undefined = at::full({40, 20}, NAN);
    at::mm_out(undefined, left, right);
    QVERIFY(largestError(undefined, left, right) < 1e-4);
}

void MatrixProductsTest::repeatedProductsAreEqualToTheBit() {
    const at::Tensor left = random({512, 896}, 1), right = random({896, 512}, 2);
    const at::Tensor first = at::mm(left, right);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(at::equal(at::mm(left, right), first));
    }
}

QTEST_APPLESS_MAIN(MatrixProductsTest)
#include "matrix_products_test.moc"
