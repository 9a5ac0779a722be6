// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fiscal_totals.h"

#include <QTest>
#include <numeric>

using namespace foresell;

class FiscalTotalsTest : public QObject {
    Q_OBJECT

private slots:
    void weeksAddUpToTheirFiscalMonths();
    void daysAddUpToTheSameMonths();
    void weeksOfAnotherWeekdayCountWhereTheirMiddleLies();
    void withoutNumbersOrForMonthsThereIsNothingToAdd();
};

void FiscalTotalsTest::weeksAddUpToTheirFiscalMonths() {
    const PeriodAxis axis{.kind = PeriodKind::Week, .firstWeekday = 6};
    std::vector<double> units(13);
    std::iota(units.begin(), units.end(), 1.0);
    const std::int32_t first = axis.indexOf(toDay(2024, 2, 11));  // the second week of retail 2024
    const auto totals = fiscalTotals(FiscalCalendar(WeekScheme::Retail), axis, first, units);
    QCOMPARE(totals.size(), std::size_t{4});
    QCOMPARE(totals[0], (FiscalTotal{2024, 1, toDay(2024, 2, 11), toDay(2024, 3, 2), 1 + 2 + 3, false}));
    QCOMPARE(totals[1], (FiscalTotal{2024, 2, toDay(2024, 3, 3), toDay(2024, 4, 6), 4 + 5 + 6 + 7 + 8, true}));
    QCOMPARE(totals[2], (FiscalTotal{2024, 3, toDay(2024, 4, 7), toDay(2024, 5, 4), 9 + 10 + 11 + 12, true}));
    QCOMPARE(totals[3], (FiscalTotal{2024, 4, toDay(2024, 5, 5), toDay(2024, 5, 11), 13, false}));
}

void FiscalTotalsTest::daysAddUpToTheSameMonths() {
    const PeriodAxis days{.kind = PeriodKind::Day};
    const auto totals = fiscalTotals(FiscalCalendar(WeekScheme::Retail), days, toDay(2024, 2, 11), std::vector<double>(60, 2.0));
    QCOMPARE(totals.size(), std::size_t{3});
    QCOMPARE(totals[0].units, 42.0);
    QCOMPARE(totals[1], (FiscalTotal{2024, 2, toDay(2024, 3, 3), toDay(2024, 4, 6), 70, true}));
    QVERIFY(!totals[2].isWhole);
}

void FiscalTotalsTest::weeksOfAnotherWeekdayCountWhereTheirMiddleLies() {
    const PeriodAxis fromWednesday{.kind = PeriodKind::Week, .firstWeekday = 2};
    const FiscalCalendar iso(WeekScheme::Iso);
    QCOMPARE(fiscalWeekOf(iso, fromWednesday, fromWednesday.indexOf(toDay(2025, 1, 1))).week, 1);   // 1 to 7 January, most in week 1
    QCOMPARE(fiscalWeekOf(iso, fromWednesday, fromWednesday.indexOf(toDay(2024, 12, 31))).week, 52);
}

void FiscalTotalsTest::withoutNumbersOrForMonthsThereIsNothingToAdd() {
    const std::vector<double> units(12, 1.0);
    QVERIFY(fiscalTotals(FiscalCalendar(), PeriodAxis{.kind = PeriodKind::Week}, 2800, units).empty());
    QVERIFY(fiscalTotals(FiscalCalendar(WeekScheme::Iso), PeriodAxis{.kind = PeriodKind::Month}, 24000, units).empty());
}

QTEST_APPLESS_MAIN(FiscalTotalsTest)
#include "fiscal_totals_test.moc"
