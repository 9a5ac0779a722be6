// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/normalisation.h"

#include <QTest>
#include <cmath>

#include "core/base/error.h"

using namespace foresell;

/// How demand is made alike, and taken back.
class NormalisationTest : public QObject {
    Q_OBJECT

private slots:
    void demandComesBackToFloatPrecision_data();
    void demandComesBackToFloatPrecision();
    void theFormulasAreThoseOfTheHeader();
    void aSpreadIsNeverNone();
    void namesAreReadBack();
    void otherNamesAreRefused();
    void lossesThatCannotLearnItAreNamed();
};

namespace {

Normalisation named(const char* kind, const char* scope = "series") {
    return Normalisation::named(kind, scope);
}

}  // namespace

void NormalisationTest::demandComesBackToFloatPrecision_data() {
    QTest::addColumn<QString>("kind");
    for (const std::string& kind : Normalisation::kinds()) {
        QTest::newRow(kind.c_str()) << QString::fromStdString(kind);
    }
}

void NormalisationTest::demandComesBackToFloatPrecision() {
    QFETCH(QString, kind);
    const Normalisation normalisation = named(kind.toUtf8().constData());
    for (double level = 1e-6; level < 2e9; level *= 10) {
        const DemandScale scale = normalisation.scaleOf(level, 0.7 * level, 0.3 * level);
        QCOMPARE(normalisation.demand(normalisation.scaled(scale.centre, scale), scale), scale.centre);
        for (double ratio = 1e-6; ratio < 2e6; ratio *= 3.7) {
            for (const double x : {ratio * level, -ratio * level, 0.0}) {
                const double z = normalisation.scaled(x, scale);
                QVERIFY(std::abs(normalisation.demand(z, scale) - x) <= 1e-14 * (1 + std::abs(z)) * (std::abs(x) + std::abs(scale.centre)));
                // A network holds z as a float: the logarithm grows its last bit by 1 + |z| at most.
                const auto held = static_cast<float>(z);
                const double bend = normalisation.kind == Normalisation::Kind::Log ? 1 + std::abs(z) : 1;
                QVERIFY(std::abs(normalisation.demand(held, scale) - x) <= 0x1p-24 * bend * (std::abs(x) + 2 * std::abs(scale.centre)));
            }
        }
    }
}

void NormalisationTest::theFormulasAreThoseOfTheHeader() {
    const auto scaled = [](const char* kind, double x) {
        const Normalisation normalisation = named(kind);
        return normalisation.scaled(x, normalisation.scaleOf(4, 3, 2));
    };
    QCOMPARE(scaled("none", 12), 12.0);
    QCOMPARE(scaled("mean", 12), 3.0);
    QCOMPARE(scaled("robust", 12), (12 - 3) / (1.4826 * 2));
    QCOMPARE(scaled("log", 12), std::log(4.0));
    QCOMPARE(scaled("log", -12), -std::log(4.0));
    QCOMPARE(scaled("log", 0), 0.0);
}

void NormalisationTest::aSpreadIsNeverNone() {
    const Normalisation robust = named("robust");
    QCOMPARE(robust.scaleOf(5, 5, 0).spread, 5.0);      // all alike
    QCOMPARE(robust.scaleOf(0.2, 0, 0).spread, 0.2);    // mostly nothing
    QCOMPARE(robust.scaleOf(100, 100, 0.5).spread, 10.0);  // nearly alike
    QCOMPARE(robust.scaleOf(100, 90, 30).spread, 1.4826 * 30);
}

void NormalisationTest::namesAreReadBack() {
    for (const std::string& kind : Normalisation::kinds()) {
        for (const std::string& scope : Normalisation::scopes()) {
            QCOMPARE(Normalisation::named(kind, scope).kindName(), kind);
            QCOMPARE(Normalisation::named(kind, scope).scopeName(), scope);
        }
    }
    QCOMPARE(Normalisation().kindName(), std::string("log"));
    QCOMPARE(Normalisation().scopeName(), std::string("series"));
}

void NormalisationTest::otherNamesAreRefused() {
    for (const auto& [kind, scope] : {std::pair{"median", "series"}, std::pair{"", "series"}, std::pair{"log", "item"}}) {
        try {
            named(kind, scope);
            QFAIL("the name was taken");
        } catch (const Error& error) {
            QCOMPARE(error.code(), std::string("training.option"));
        }
    }
}

void NormalisationTest::lossesThatCannotLearnItAreNamed() {
    const LossInfo any{.name = "mse"}, counts{.name = "poisson", .needsPositive = true},
        classes{.name = "classes", .needsPositive = true, .needsClasses = true};
    for (const std::string& kind : Normalisation::kinds()) {
        for (const std::string& scope : Normalisation::scopes()) {
            const Normalisation one = Normalisation::named(kind, scope);
            QVERIFY(one.whyNot(any).empty());
            QCOMPARE(one.whyNot(counts).empty(), kind != "robust");
            QCOMPARE(one.whyNot(classes).empty(), kind == "log" && scope == "series");
        }
    }
}

QTEST_APPLESS_MAIN(NormalisationTest)
#include "normalisation_test.moc"
