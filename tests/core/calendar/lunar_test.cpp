// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/lunar.h"

#include <QTest>

#include "core/base/error.h"

using namespace foresell;

class LunarTest : public QObject {
    Q_OBJECT

private slots:
    void newYearsAreThoseThatWereKeptOrAnnounced();
    void everyDayReadsBackFromItsLunarDate();
    void leapMonthsLieWhereTheTableSays();
    void datesThatDoNotExistAreRefused();
    void qingmingAndEasterFollowSunAndMoon();
};

void LunarTest::newYearsAreThoseThatWereKeptOrAnnounced() {
    for (const char* text : {"1950-02-17", "1985-02-20", "2000-02-05", "2011-02-03", "2020-01-25", "2023-01-22", "2024-02-10",
                             "2025-01-29", "2026-02-17", "2027-02-06", "2030-02-03", "2033-01-31", "2034-02-19", "2100-02-09"}) {
        QCOMPARE(toIso(chineseNewYear(toCivil(fromIso(text).value()).year)), std::string(text));
    }
}

void LunarTest::everyDayReadsBackFromItsLunarDate() {
    LunarDate before = toLunar(chineseNewYear(firstLunarYear));
    for (Day day = chineseNewYear(firstLunarYear) + 1; day < toDay(2101, 1, 29); ++day) {
        const LunarDate date = toLunar(day);
        QCOMPARE(fromLunar(date), day);
        QVERIFY(date.day == 1 ? before.day >= 29 : date.day == before.day + 1);
        before = date;
    }
}

void LunarTest::leapMonthsLieWhereTheTableSays() {
    QCOMPARE(toLunar(toDay(2033, 12, 22)), (LunarDate{2033, 11, 1, true}));
    QCOMPARE(toLunar(toDay(2023, 3, 22)), (LunarDate{2023, 2, 1, true}));
    QCOMPARE(toLunar(toDay(2025, 7, 25)), (LunarDate{2025, 6, 1, true}));
    QCOMPARE(toLunar(toDay(1978, 9, 3)), (LunarDate{1978, 8, 1, false}));
}

void LunarTest::datesThatDoNotExistAreRefused() {
    for (const LunarDate& date : {LunarDate{2024, 4, 0}, LunarDate{2024, 13, 1}, LunarDate{2024, 5, 31}, LunarDate{1949, 5, 1},
                                  LunarDate{2101, 1, 1}, LunarDate{2024, 2, 1, true}, LunarDate{2024, 1, 30}}) {
        QVERIFY_EXCEPTION_THROWN(fromLunar(date), Error);
    }
    QVERIFY_EXCEPTION_THROWN(toLunar(toDay(1950, 2, 16)), Error);
    QVERIFY_EXCEPTION_THROWN(toLunar(toDay(2101, 1, 29)), Error);
    QVERIFY_EXCEPTION_THROWN(toLunar(toDay(2500, 1, 1)), Error);
}

void LunarTest::qingmingAndEasterFollowSunAndMoon() {
    QCOMPARE(toIso(qingming(2024)), std::string("2024-04-04"));
    QCOMPARE(toIso(qingming(2026)), std::string("2026-04-05"));
    for (const char* text : {"2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2038-04-25", "2049-04-18"}) {
        QCOMPARE(toIso(easterSunday(toCivil(fromIso(text).value()).year)), std::string(text));
    }
}

QTEST_APPLESS_MAIN(LunarTest)
#include "lunar_test.moc"
