// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/forecast_view.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/base/error.h"
#include "core/report/report_content.h"
#include "tests/support/forecast_fixture.h"

using namespace foresell;
using foresell::test::ForecastFixture;

class ForecastViewTest : public QObject {
    Q_OBJECT

private slots:
    void aTotalIsTheSumOfExpectedUnits() {
        const auto view = ForecastFixture(7).view();
        const PeriodTotal total = view->total(view->allSeries(), 4);
        QCOMPARE(total.units, 4.0 * (12 * 7 + 21));
        QCOMPARE(total.value, total.units * 2.5);
    }

    void lastYearIsTheSameWeeksAYearBefore() {
        const auto view = ForecastFixture(1).view();
        const std::vector<int> first{0};
        QCOMPARE(view->total(first, 4).lastYear, 10.0 + 11 + 12 + 13);
    }

    void theTestedErrorOfAnItemIsItsMissedUnitsOverItsSales() {
        ForecastFixture fixture(3);
        fixture.history.heldOutError = {5, 1, std::nanf("")};
        fixture.history.heldOutSales = {20, 30, std::nanf("")};
        const auto view = fixture.view();
        QCOMPARE(view->testedError(std::vector<int>{0}), 0.25);
        QCOMPARE(view->testedError(view->allSeries()), 6.0 / 50);
        QVERIFY(std::isnan(view->testedError(std::vector<int>{2})));
    }

    void anItemNotSoldForAQuarterOfAYearHasEnded() {
        ForecastFixture fixture(3);
        const auto silence = [&](std::size_t item, int weeks) {
            std::fill_n(fixture.history.sold.begin() + static_cast<std::ptrdiff_t>(item + 1) * 104 - weeks, weeks, 0.0F);
        };
        silence(1, 12);
        silence(2, 13);
        const auto view = fixture.view();
        QVERIFY(!view->entries().at(0).isEnded);
        QVERIFY(!view->entries().at(1).isEnded);
        QVERIFY(view->entries().at(2).isEnded);
    }

    void aBandOfASumIsNarrowerThanTheSumOfBandsAndWiderThanIndependence() {
        ForecastFixture fixture(50);
        const auto view = fixture.view();
        const SeriesSum sum = view->sum(view->allSeries());
        const double width = sum.quantiles[5][0] - sum.mean[0];  // 0.9
        QVERIFY(width < 50 * 4.0);
        QVERIFY(width > std::sqrt(50.0) * 4.0);
    }

    void theWholeShopHasTheBandThatTheEngineKept() {
        ForecastFixture fixture(20);
        const std::size_t levels = fixture.forecast.levels.size();
        fixture.forecast.totalMean.assign(13, 300.0F);
        fixture.forecast.totalQuantiles.assign(13 * levels, 0.0F);
        for (std::size_t i = 0; i < fixture.forecast.totalQuantiles.size(); ++i) {
            fixture.forecast.totalQuantiles[i] = 300.0F + 10.0F * (static_cast<float>(i % levels) - 3.0F);
        }
        const auto view = fixture.view();
        QCOMPARE(view->sum(view->allSeries()).quantiles[5][0], 320.0);
    }

    void quantilesOfSumsNeverCross() {
        const auto view = ForecastFixture(9).view();
        const std::vector<int> some{0, 3, 5};
        const SeriesSum sum = view->sum(some);
        for (std::size_t level = 1; level < sum.quantiles.size(); ++level) {
            QVERIFY(sum.quantiles[level][0] >= sum.quantiles[level - 1][0]);
        }
    }

    void aForecastThatDoesNotFitItsHistoryIsRefused() {
        ForecastFixture fixture(3);
        fixture.history.demand.pop_back();
        QVERIFY_EXCEPTION_THROWN(fixture.view(), Error);
    }

    void aReportRanksItemsByValueAndReadsTheProject() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("a.foresell")).toStdString();
        ForecastFixture(30).write(path);
        const auto reader = ProjectReader::open(path);
        const ReportContent content = readReport(*reader);
        QCOMPARE(content.items.size(), 20UL);
        QVERIFY(content.isByValue);
        QVERIFY(content.items.front().total.value >= content.items.back().total.value);
        QCOMPARE(content.shop, std::string("Corner shop 街角小店"));
        QVERIFY(!content.cleaning.has_value());
    }

    void aProjectWithoutForecastHasNoReport() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("a.foresell")).toStdString();
        ProjectWriter::create(path, {})->close();
        const auto reader = ProjectReader::open(path);
        QVERIFY_EXCEPTION_THROWN(readReport(*reader), Error);
    }
};

QTEST_GUILESS_MAIN(ForecastViewTest)
#include "forecast_view_test.moc"
