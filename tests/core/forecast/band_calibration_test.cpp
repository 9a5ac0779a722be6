// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/band_calibration.h"

#include <QTest>
#include <random>

using namespace foresell;

class BandCalibrationTest : public QObject {
    Q_OBJECT

private slots:
    void bandsThatAreTooNarrowAreStretchedToCover();
    void aNetworkOfSquaresGetsTheQuantilesOfItsErrors();
    void withoutPointsNothingIsChanged();
};

namespace {

const std::vector<double> levels{0.1, 0.5, 0.9};

double shareInside(const BandCalibration& bands, const std::vector<float>& raw, int step) {
    std::mt19937 random(2);
    std::normal_distribution<float> law(0, 1);
    int inside = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto quantiles = bands.quantiles(step, raw);
        const float y = law(random);
        inside += y >= quantiles[0] && y <= quantiles[2] ? 1 : 0;
    }
    return inside / 20000.0;
}

BandCalibration calibrated(const std::vector<float>& raw, bool isQuantile) {
    BandCalibration bands(levels, 8, isQuantile);
    std::mt19937 random(1);
    std::normal_distribution<float> law(0, 1);
    for (int i = 0; i < 8000; ++i) {
        bands.add(1 + i % 8, raw, law(random));
    }
    bands.finish();
    return bands;
}

}  // namespace

void BandCalibrationTest::bandsThatAreTooNarrowAreStretchedToCover() {
    const std::vector<float> narrow{-0.8f, 0.0f, 0.7f};
    QVERIFY(std::abs(shareInside(calibrated(narrow, true), narrow, 1) - 0.8) < 0.03);
    const std::vector<float> wide{-2.0f, 0.0f, 1.9f};
    QVERIFY(std::abs(shareInside(calibrated(wide, true), wide, 8) - 0.8) < 0.03);
}

void BandCalibrationTest::aNetworkOfSquaresGetsTheQuantilesOfItsErrors() {
    const std::vector<float> point{0.0f};
    const BandCalibration bands = calibrated(point, false);
    QVERIFY(std::abs(shareInside(bands, point, 3) - 0.8) < 0.03);
    QCOMPARE(BandCalibration::fromJson(bands.toJson()).quantiles(3, point), bands.quantiles(3, point));
}

void BandCalibrationTest::withoutPointsNothingIsChanged() {
    BandCalibration bands(levels, 4, true);
    bands.finish();
    const std::vector<float> raw{-1.0f, 0.5f, 2.0f};
    QCOMPARE(bands.quantiles(4, raw), (std::vector<double>{-1.0, 0.5, 2.0}));
}

QTEST_APPLESS_MAIN(BandCalibrationTest)
#include "band_calibration_test.moc"
