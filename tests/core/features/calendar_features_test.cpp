// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/calendar_features.h"

#include <QTest>

#include "tests/support/panel_literal.h"

using namespace foresell;
using namespace foresell::test;

namespace {

Panel twoYears(PeriodKind kind, int periods, int futurePeriods) {
    Panel panel = panelOf({{"a", std::vector<float>(static_cast<std::size_t>(periods), 1.0F)}}, kind, toDay(2018, 1, 1));
    panel.futurePeriods = futurePeriods;
    return panel;
}

const Covariate* named(const Panel& panel, const std::string& name) {
    for (const Covariate& covariate : panel.knownFuture) {
        if (covariate.name == name) {
            return &covariate;
        }
    }
    return nullptr;
}

}  // namespace

class CalendarFeaturesTest : public QObject {
    Q_OBJECT

private slots:
    void peaksAreAnnouncedAndMarked();
    void whatTheHistoryNeverSawIsLeftOut();
    void weeksHoldTheShareOfHolidays();
    void unknownCountriesHaveTheWorldwideEvents();
    void chinasMovedDaysAreToldApartFromWeekends();
    void closedWeekdaysAreKnownAhead();
};

void CalendarFeaturesTest::peaksAreAnnouncedAndMarked() {
    Panel panel = twoYears(PeriodKind::Day, 400, 300);
    addCalendarFeatures(panel, "CN");
    const Covariate* event = named(panel, "event:commerce.double_11");
    const Covariate* before = named(panel, "before:commerce.double_11");
    QVERIFY(event != nullptr && before != nullptr && event->shared && event->isBinary);
    for (const int year : {2018, 2019}) {
        const auto peak = static_cast<std::size_t>(toDay(year, 11, 11) - toDay(2018, 1, 1));
        QCOMPARE(event->values[peak], 1.0F);
        QCOMPARE(event->values[peak + 1], 0.0F);
        QVERIFY(before->values[peak - 1] > before->values[peak - 10] && before->values[peak - 10] > 0);
        QCOMPARE(before->values[peak], 0.0F);
        QCOMPARE(before->values[peak - 29], 0.0F);
    }
}

void CalendarFeaturesTest::whatTheHistoryNeverSawIsLeftOut() {
    Panel panel = twoYears(PeriodKind::Day, 100, 300);
    addCalendarFeatures(panel, "CN");
    QVERIFY(named(panel, "event:commerce.double_11") == nullptr);
    QVERIFY(named(panel, "public_holiday") != nullptr);
}

void CalendarFeaturesTest::weeksHoldTheShareOfHolidays() {
    Panel panel = twoYears(PeriodKind::Week, 60, 10);
    addCalendarFeatures(panel, "GB");
    QCOMPARE(named(panel, "public_holiday")->values[0], 1.0F / 7);  // New Year's Day
    QCOMPARE(named(panel, "public_holiday")->values.size(), std::size_t{70});
    Panel months = twoYears(PeriodKind::Month, 24, 12);
    addCalendarFeatures(months, "GB");
    QCOMPARE(months.knownFuture.size(), std::size_t{1});
}

void CalendarFeaturesTest::unknownCountriesHaveTheWorldwideEvents() {
    for (const char* country : {"", "XX"}) {
        Panel panel = twoYears(PeriodKind::Day, 700, 28);
        addCalendarFeatures(panel, country);
        QVERIFY(named(panel, "event:commerce.black_friday") != nullptr);
        QVERIFY(named(panel, "public_holiday") == nullptr);
    }
}

void CalendarFeaturesTest::chinasMovedDaysAreToldApartFromWeekends() {
    Panel panel = twoYears(PeriodKind::Day, 400, 300);
    addCalendarFeatures(panel, "CN");
    const Covariate* off = named(panel, "public_holiday");
    const Covariate* worked = named(panel, "make_up_workday");
    QVERIFY(off != nullptr && worked != nullptr && off->isBinary && worked->isBinary);
    const auto columnOf = [](Day day) { return static_cast<std::size_t>(day - toDay(2018, 1, 1)); };
    QCOMPARE(worked->values[columnOf(toDay(2018, 9, 30))], 1.0F);  // a Sunday before the National Day week
    QCOMPARE(off->values[columnOf(toDay(2018, 10, 5))], 1.0F);     // a Friday of it, no statutory day
    QCOMPARE(off->values[columnOf(toDay(2018, 10, 8))], 0.0F);
}

void CalendarFeaturesTest::closedWeekdaysAreKnownAhead() {
    Panel panel = twoYears(PeriodKind::Day, 14, 14);  // from a Monday
    addClosedWeekdays(panel, {5, 6});
    QVERIFY(isClosedAhead(panel, 0, 5) && isClosedAhead(panel, 0, 13) && !isClosedAhead(panel, 0, 7));
    addClosedWeekdays(panel, {0});
    QCOMPARE(panel.knownFuture.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(CalendarFeaturesTest)
#include "calendar_features_test.moc"
