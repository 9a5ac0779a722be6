// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/period.h"

#include <QTest>

using namespace foresell;

class PeriodTest : public QObject {
    Q_OBJECT

private slots:
    void aDateReadsBackAsWritten();
    void impossibleDatesAreRefused();
    void weeksBeginOnTheirFirstWeekdayEvenBefore1970();
    void monthsAreLabelledByTheirFirstOrLastDay();
    void aWeekLabelledByWednesdayHoldsTheDaysBeforeIt();
};

void PeriodTest::aDateReadsBackAsWritten() {
    for (Day day = toDay(1899, 12, 1); day < toDay(2101, 1, 1); day += 13) {
        QCOMPARE(fromIso(toIso(day)).value(), day);
    }
    QCOMPARE(weekday(toDay(2011, 12, 9)), 4);
}

void PeriodTest::impossibleDatesAreRefused() {
    for (const char* text : {"2011-02-29", "2011-13-01", "2011-1-01", "20110101", "2011-01-00", ""}) {
        QVERIFY2(!fromIso(text), text);
    }
}

void PeriodTest::weeksBeginOnTheirFirstWeekdayEvenBefore1970() {
    const PeriodAxis axis{.kind = PeriodKind::Week, .firstWeekday = 6};
    for (Day day = -40; day < 40; ++day) {
        const auto week = axis.indexOf(day);
        QVERIFY(axis.firstDay(week) <= day && day <= axis.lastDay(week));
        QCOMPARE(weekday(axis.firstDay(week)), 6);
    }
}

void PeriodTest::monthsAreLabelledByTheirFirstOrLastDay() {
    PeriodAxis axis{.kind = PeriodKind::Month};
    const auto month = axis.indexOf(toDay(2012, 2, 17));
    QCOMPARE(toIso(axis.label(month)), std::string("2012-02-01"));
    axis.labelAtMonthEnd = true;
    QCOMPARE(toIso(axis.label(month)), std::string("2012-02-29"));
}

void PeriodTest::aWeekLabelledByWednesdayHoldsTheDaysBeforeIt() {
    const PeriodAxis axis{.kind = PeriodKind::Week, .firstWeekday = 3, .labelWeekday = 2};
    const auto week = axis.indexOf(toDay(2009, 1, 14));
    QCOMPARE(toIso(axis.label(week)), std::string("2009-01-14"));
    QCOMPARE(toIso(axis.firstDay(week)), std::string("2009-01-08"));
}

QTEST_APPLESS_MAIN(PeriodTest)
#include "period_test.moc"
