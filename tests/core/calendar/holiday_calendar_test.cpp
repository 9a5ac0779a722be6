// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holiday_calendar.h"

#include <QTest>
#include <algorithm>
#include <set>

#include "core/base/error.h"

using namespace foresell;

namespace {

std::vector<std::string> holidaysOf(const char* country, int year) {
    std::vector<std::string> days;
    const auto& calendar = HolidayCalendar::forCountry(country);
    for (Day day = toDay(year, 1, 1); day < toDay(year + 1, 1, 1); ++day) {
        if (calendar.isPublicHoliday(day)) {
            days.push_back(toIso(day).substr(5));
        }
    }
    return days;
}

/// The occurrence of `id` whose peak lies in `year`.
CalendarEvent eventOf(const char* country, const char* id, int year) {
    for (const auto& event : HolidayCalendar::forCountry(country).eventsBetween(toDay(year, 1, 1), toDay(year, 12, 31))) {
        if (event.type->id == id && toCivil(event.peak).year == year) {
            return event;
        }
    }
    return {};
}

}  // namespace

class HolidayCalendarTest : public QObject {
    Q_OBJECT

private slots:
    void publicHolidaysAreThoseOfTheGazettes_data();
    void publicHolidaysAreThoseOfTheGazettes();
    void chinasBreaksAndMakeUpWorkdaysAreThoseAnnounced();
    void everyMakeUpWorkdayIsAWeekendDayOutsideTheBreaks();
    void withoutAnAnnouncementTheStatutoryDaysHold();
    void shoppingEventsHaveTheirDays();
    void everyEventHasANameInBothLanguagesAndAnIdOfItsOwn();
    void eventsThatTouchTheSpanAreFound();
    void aCountryWithoutRulesIsRefusedByName();
};

void HolidayCalendarTest::publicHolidaysAreThoseOfTheGazettes_data() {
    QTest::addColumn<QString>("country");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("days");
    QTest::newRow("US with observed days") << "US" << 2021
        << "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31";
    QTest::newRow("GB jubilee year") << "GB" << 2022
        << "01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27";
    QTest::newRow("GB weekend Christmas") << "GB" << 2021 << "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28";
    QTest::newRow("DE") << "DE" << 2024 << "01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26";
    QTest::newRow("FR") << "FR" << 2024 << "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25";
    QTest::newRow("JP with a day between two holidays") << "JP" << 2026
        << "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23";
    QTest::newRow("CN") << "CN" << 2026 << "01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03";
}

void HolidayCalendarTest::publicHolidaysAreThoseOfTheGazettes() {
    QFETCH(QString, country);
    QFETCH(int, year);
    QFETCH(QString, days);
    QStringList found;
    for (const std::string& day : holidaysOf(qPrintable(country), year)) {
        found << QString::fromStdString(day);
    }
    QCOMPARE(found.join(' '), days);
}

void HolidayCalendarTest::shoppingEventsHaveTheirDays() {
    QCOMPARE(toIso(eventOf("CN", "commerce.618", 2025).peak), std::string("2025-06-18"));
    const CalendarEvent doubleEleven = eventOf("CN", "commerce.double_11", 2026);
    QCOMPARE(toIso(doubleEleven.first) + ".." + toIso(doubleEleven.last), std::string("2026-10-20..2026-11-11"));
    QCOMPARE(doubleEleven.peak, doubleEleven.last);
    QCOMPARE(toIso(eventOf("US", "commerce.black_friday", 2024).first), std::string("2024-11-29"));
    QCOMPARE(toIso(eventOf("US", "commerce.cyber_monday", 2024).first), std::string("2024-12-02"));
    QCOMPARE(toIso(eventOf("CN", "cn.qixi", 2024).first), std::string("2024-08-10"));
    QCOMPARE(toIso(eventOf("CN", "cn.lantern_festival", 2025).first), std::string("2025-02-12"));
    QCOMPARE(toIso(eventOf("GB", "gb.mothers_day", 2025).first), std::string("2025-03-30"));
    QVERIFY(eventOf("US", "commerce.618", 2025).type == nullptr);
}

void HolidayCalendarTest::everyEventHasANameInBothLanguagesAndAnIdOfItsOwn() {
    std::vector<std::string> codes(HolidayCalendar::countries().begin(), HolidayCalendar::countries().end());
    codes.emplace_back();
    for (const std::string& code : codes) {
        std::set<std::string> ids;
        for (const EventType& type : HolidayCalendar::forCountry(code).eventTypes()) {
            QVERIFY2(ids.insert(type.id).second, type.id.c_str());
            QVERIFY2(!type.nameEn.empty() && !type.nameZh.empty(), type.id.c_str());
            QVERIFY(type.importance >= 1 && type.importance <= 3);
        }
    }
}

void HolidayCalendarTest::eventsThatTouchTheSpanAreFound() {
    const auto& calendar = HolidayCalendar::forCountry("CN");
    const auto all = calendar.eventsBetween(toDay(2010, 1, 1), toDay(2020, 12, 31));
    for (Day day = toDay(2012, 1, 1); day < toDay(2014, 1, 1); ++day) {
        const auto expected = std::count_if(all.begin(), all.end(), [&](const CalendarEvent& event) {
            return event.first <= day && day <= event.last;
        });
        QCOMPARE(static_cast<std::ptrdiff_t>(calendar.eventsBetween(day, day).size()), expected);
    }
    QVERIFY(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; }));
    QVERIFY(calendar.eventsBetween(toDay(1990, 1, 1), toDay(1998, 1, 1)).empty());
}

void HolidayCalendarTest::aCountryWithoutRulesIsRefusedByName() {
    try {
        HolidayCalendar::forCountry("XX");
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.code(), std::string("calendar.unknown_country"));
    }
    QVERIFY(!HolidayCalendar::forCountry("").eventTypes().empty());
    QVERIFY(!HolidayCalendar::forCountry("").isPublicHoliday(toDay(2024, 12, 25)));
}

void HolidayCalendarTest::chinasBreaksAndMakeUpWorkdaysAreThoseAnnounced() {
    const HolidayCalendar& china = HolidayCalendar::forCountry("CN");
    // The arrangement for 2024: National Day 1 to 7 October; worked on 29 September and 12 October.
    for (Day day = toDay(2024, 9, 28); day <= toDay(2024, 10, 13); ++day) {
        QCOMPARE(china.isInBreak(day), day >= toDay(2024, 10, 1) && day <= toDay(2024, 10, 7));
        QCOMPARE(china.isMakeUpWorkday(day), day == toDay(2024, 9, 29) || day == toDay(2024, 10, 12));
    }
    QVERIFY(china.isInBreak(toDay(2020, 2, 2)));  // the Spring Festival that was prolonged
    QVERIFY(!china.isMakeUpWorkday(toDay(2020, 2, 1)));
}

void HolidayCalendarTest::everyMakeUpWorkdayIsAWeekendDayOutsideTheBreaks() {
    const HolidayCalendar& china = HolidayCalendar::forCountry("CN");
    int worked = 0;
    for (Day day = toDay(2007, 1, 1); day <= china.announcedUntil(); ++day) {
        worked += china.isMakeUpWorkday(day) ? 1 : 0;
        QVERIFY2(!china.isMakeUpWorkday(day) || (weekday(day) >= 5 && !china.isInBreak(day)), toIso(day).c_str());
        QVERIFY2(!china.isPublicHoliday(day) || china.isInBreak(day), toIso(day).c_str());
    }
    QVERIFY(worked > 100);
}

void HolidayCalendarTest::withoutAnAnnouncementTheStatutoryDaysHold() {
    const HolidayCalendar& china = HolidayCalendar::forCountry("CN");
    const Day after = china.announcedUntil() + 1;
    for (Day day = after; day < after + 365; ++day) {
        QCOMPARE(china.isInBreak(day), china.isPublicHoliday(day));
        QVERIFY(!china.isMakeUpWorkday(day));
    }
    QCOMPARE(HolidayCalendar::forCountry("US").announcedUntil(), noDay);
    QVERIFY(HolidayCalendar::forCountry("US").isInBreak(toDay(2024, 11, 28)));
}

QTEST_APPLESS_MAIN(HolidayCalendarTest)
#include "holiday_calendar_test.moc"
