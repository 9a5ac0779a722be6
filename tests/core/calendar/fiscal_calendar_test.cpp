// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/fiscal_calendar.h"

#include <QTest>

#include "core/base/error.h"

using namespace foresell;

class FiscalCalendarTest : public QObject {
    Q_OBJECT

private slots:
    void isoWeeksAreThoseOfTheStandard();
    void theRetailYearsAreThosePublished();
    void retailWeeksOfHolidaysAreThoseOfTheRetailCalendar();
    void everyDayLiesInOneWeekAndWeeksFollowEachOther_data();
    void everyDayLiesInOneWeekAndWeeksFollowEachOther();
    void monthsHaveTheirWeeksInTheOrderOfTheScheme();
    void theWeekThatALongYearAddsBelongsToItsLastMonth();
    void namesReadBackAndNonsenseIsRefused();
};

void FiscalCalendarTest::isoWeeksAreThoseOfTheStandard() {
    const FiscalCalendar iso(WeekScheme::Iso, 7, 3);  // the standard sets month and weekday itself
    const std::pair<const char*, const char*> known[] = {{"2005-01-01", "2004-W53"}, {"2007-12-31", "2008-W01"},
                                                         {"2010-01-03", "2009-W53"}, {"2020-12-31", "2020-W53"},
                                                         {"2021-01-03", "2020-W53"}, {"2021-01-04", "2021-W01"},
                                                         {"2024-12-30", "2025-W01"}, {"2026-12-31", "2026-W53"}};
    for (const auto& [day, week] : known) {
        QCOMPARE(weekName(iso.weekOf(*fromIso(day))), std::string(week));
    }
}

void FiscalCalendarTest::theRetailYearsAreThosePublished() {
    const FiscalCalendar retail(WeekScheme::Retail);
    const std::tuple<int, const char*, int> years[] = {{2006, "2006-01-29", 53}, {2011, "2011-01-30", 52}, {2012, "2012-01-29", 53},
                                                       {2017, "2017-01-29", 53}, {2018, "2018-02-04", 52}, {2022, "2022-01-30", 52},
                                                       {2023, "2023-01-29", 53}, {2024, "2024-02-04", 52}, {2025, "2025-02-02", 52}};
    for (const auto& [year, first, weeks] : years) {
        QCOMPARE(toIso(retail.yearStart(year)), std::string(first));
        QCOMPARE(retail.weeksIn(year), weeks);
    }
}

void FiscalCalendarTest::retailWeeksOfHolidaysAreThoseOfTheRetailCalendar() {
    const FiscalCalendar retail(WeekScheme::Retail);
    const FiscalWeek christmas = retail.weekOf(toDay(2024, 12, 25));
    QCOMPARE(christmas.month, 11);  // December
    QCOMPARE(toIso(christmas.first), std::string("2024-12-22"));
    QCOMPARE(retail.weekOf(toDay(2024, 11, 29)).month, 10);  // Black Friday, the last day but one of November
    QCOMPARE(retail.weekOf(toDay(2024, 11, 30)).weekOfMonth, 4);
    QCOMPARE(retail.weekOf(toDay(2024, 12, 1)).month, 11);
    QCOMPARE(retail.weekOf(toDay(2025, 1, 5)).month, 12);
}

void FiscalCalendarTest::everyDayLiesInOneWeekAndWeeksFollowEachOther_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("weekday");
    for (const WeekScheme scheme : weekSchemes) {
        for (const auto& [month, firstWeekday] : {std::pair{1, 0}, std::pair{4, 5}, std::pair{10, 6}}) {
            QTest::addRow("%s from month %d", std::string(weekSchemeName(scheme)).c_str(), month)
                << static_cast<int>(scheme) << month << firstWeekday;
        }
    }
}

void FiscalCalendarTest::everyDayLiesInOneWeekAndWeeksFollowEachOther() {
    QFETCH(int, scheme);
    QFETCH(int, month);
    QFETCH(int, weekday);
    const FiscalCalendar fiscal(static_cast<WeekScheme>(scheme), month, weekday);
    FiscalWeek before = fiscal.weekOf(toDay(1999, 12, 31));
    for (Day day = toDay(2000, 1, 1); day < toDay(2101, 1, 1); ++day) {
        const FiscalWeek week = fiscal.weekOf(day);
        QVERIFY(week.first <= day && day <= week.last());
        QCOMPARE(foresell::weekday(week.first), fiscal.firstWeekday());
        QVERIFY(week == before || (week.first == before.first + 7 && (week.week == before.week + 1 || (week.week == 1 && before.week >= 52))));
        QVERIFY(week.month >= before.month || week.year == before.year + 1);
        before = week;
    }
}

void FiscalCalendarTest::monthsHaveTheirWeeksInTheOrderOfTheScheme() {
    const std::pair<WeekScheme, std::array<int, 3>> schemes[] = {{WeekScheme::FourFourFive, {4, 4, 5}},
                                                                 {WeekScheme::FourFiveFour, {4, 5, 4}},
                                                                 {WeekScheme::FiveFourFour, {5, 4, 4}},
                                                                 {WeekScheme::Retail, {4, 5, 4}}};
    for (const auto& [scheme, pattern] : schemes) {
        const FiscalCalendar fiscal(scheme, 1, 6);
        std::array<int, 13> weeks{};
        for (int week = 0; week < 52; ++week) {
            ++weeks[static_cast<std::size_t>(fiscal.weekOf(fiscal.yearStart(2025) + 7 * week).month)];
        }
        for (std::size_t month = 1; month <= 12; ++month) {
            QCOMPARE(weeks[month], pattern[(month - 1) % 3]);
        }
    }
}

void FiscalCalendarTest::theWeekThatALongYearAddsBelongsToItsLastMonth() {
    const FiscalWeek last = FiscalCalendar(WeekScheme::Retail).weekOf(toDay(2024, 2, 3));
    QCOMPARE(last, (FiscalWeek{2023, 53, 12, 5, toDay(2024, 1, 28)}));
    QCOMPARE(last.quarter(), 4);
}

void FiscalCalendarTest::namesReadBackAndNonsenseIsRefused() {
    for (const WeekScheme scheme : weekSchemes) {
        QVERIFY(weekSchemeNamed(weekSchemeName(scheme)) == scheme);
    }
    QVERIFY(!weekSchemeNamed("13 months"));
    QVERIFY_EXCEPTION_THROWN(FiscalCalendar(WeekScheme::FourFourFive, 13, 0), Error);
    QVERIFY_EXCEPTION_THROWN(FiscalCalendar(WeekScheme::FourFourFive, 1, 7), Error);
}

QTEST_APPLESS_MAIN(FiscalCalendarTest)
#include "fiscal_calendar_test.moc"
