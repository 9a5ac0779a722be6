// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forecast/item_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include "tests/support/forecast_fixture.h"
#include "ui/charts/time_chart.h"
#include "ui/forecast/forecast_source.h"
#include "ui/forecast/period_model.h"

using namespace foresell;
using foresell::test::ForecastFixture;

class ItemModelTest : public QObject {
    Q_OBJECT

private slots:
    void theTreeKeepsTheRulesOfModels() {
        ItemModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setView(ForecastFixture(40).view());
        model.setSearch(QStringLiteral("item 1"));
        model.setGrouped(false);
        model.setSort(ItemModel::Sort::Name);
        model.setFilter({.newOnly = true});
        model.setFilter({});
        model.setView(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void theWholeShopIsOnTopAndCategoriesBelow() {
        ItemModel model;
        model.setView(ForecastFixture(40).view());
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(0, 0), model.shopIndex());
        double units = 0;
        for (int row = 1; row < 5; ++row) {
            QCOMPARE(model.rowCount(model.index(row, 0)), 10);
            units += model.totalOf(model.index(row, 0)).units;
        }
        QCOMPARE(units, model.totalOf(model.shopIndex()).units);
    }

    void searchFindsNamesCodesAndChinese() {
        ItemModel model;
        model.setView(ForecastFixture(40).view());
        model.setSearch(QStringLiteral("jumbo"));
        QCOMPARE(model.shownItemCount(), 1);
        model.setSearch(QStringLiteral("抱枕"));
        QCOMPARE(model.shownItemCount(), 1);
        model.setSearch(QStringLiteral("sku10039"));
        QCOMPARE(model.shownItemCount(), 1);
        QVERIFY(model.find(QStringLiteral("SKU10039")).isValid());
        QVERIFY(!model.find(QStringLiteral("SKU10000")).isValid());
    }

    void theLargestTestErrorComesFirstAndIsShown() {
        ForecastFixture fixture(3);
        fixture.history.heldOutError = {1, 9, std::nanf("")};
        fixture.history.heldOutSales = {10, 10, std::nanf("")};
        ItemModel model;
        model.setView(fixture.view());
        model.setGrouped(false);
        model.setSort(ItemModel::Sort::Error);
        QCOMPARE(model.index(1, 0).data(ItemModel::CodeRole).toString(), QStringLiteral("SKU10001"));
        QVERIFY(model.index(1, 0).data(ItemModel::ChangeRole).toString().contains(QStringLiteral("90")));
        QCOMPARE(model.index(3, 0).data(ItemModel::CodeRole).toString(), QStringLiteral("SKU10002"));
    }

    void sortingOrdersItems() {
        ItemModel model;
        model.setView(ForecastFixture(40).view());
        model.setGrouped(false);
        model.setSort(ItemModel::Sort::Units);
        for (int row = 2; row < model.rowCount(); ++row) {
            QVERIFY(model.totalOf(model.index(row - 1, 0)).units >= model.totalOf(model.index(row, 0)).units);
        }
    }

    void theTableOfPeriodsKeepsTheRulesOfModels() {
        const auto view = ForecastFixture(3).view();
        PeriodModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setValues(view, view->sum(view->allSeries()));
        QCOMPARE(model.columnCount(), 13);
        QCOMPARE(model.index(PeriodModel::Expected, 0).data().toString(), QStringLiteral("39"));
    }

    void eachOfThreeThousandItemsIsFoundAndDrawn() {
        const auto view = ForecastFixture(3000).view();
        ItemModel model;
        model.setView(view);
        TimeChart chart;
        chart.resize(760, 420);
        chart.show();
        QImage before;
        for (int item = 0; item < 5; ++item) {
            const QString code = QStringLiteral("SKU%1").arg(10'000 + item * 600);
            const QModelIndex index = model.find(code);
            QVERIFY2(index.isValid(), qPrintable(code));
            QCOMPARE(model.seriesOf(index).size(), std::size_t{1});
            const SeriesSum sum = view->sum(model.seriesOf(index));
            TimeChartData data;
            data.axis = view->history().axis;
            data.firstPeriod = view->history().firstPeriod;
            data.firstForecast = view->forecast().firstPeriod;
            data.demand = data.sold = sum.demand;
            data.median = sum.median;
            chart.setData(data);
            const QImage picture = chart.grab().toImage();
            QVERIFY2(picture != before, qPrintable(code));
            before = picture;
        }
    }
};

QTEST_MAIN(ItemModelTest)
#include "item_model_test.moc"
