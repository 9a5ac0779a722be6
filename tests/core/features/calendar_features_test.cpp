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

/// Of a panel from the first day of 2018.
std::size_t columnOf(Day day) {
    return static_cast<std::size_t>(day - toDay(2018, 1, 1));
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
    void yearsAreAlignedByTheEventRatherThanTheDate();
    void demandDrawnForwardIsTold();
    void phasesAndThePositionInThemAreTold();
    void anEventOfOneChannelLeavesTheOthersAlone();
    void whatTheShopSwitchesOffIsNotLearnt();
    void anEventOfTheShopsOwnIsLearnt();
    void closedWeekdaysAreKnownAhead();
};

void CalendarFeaturesTest::peaksAreAnnouncedAndMarked() {
    Panel panel = twoYears(PeriodKind::Day, 400, 300);
    addCalendarFeatures(panel, ShopCalendar("CN"));
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
    addCalendarFeatures(panel, ShopCalendar("CN"));
    QVERIFY(named(panel, "event:commerce.double_11") == nullptr);
    QVERIFY(named(panel, "public_holiday") != nullptr);
}

void CalendarFeaturesTest::weeksHoldTheShareOfHolidays() {
    Panel panel = twoYears(PeriodKind::Week, 60, 10);
    addCalendarFeatures(panel, ShopCalendar("GB"));
    QCOMPARE(named(panel, "public_holiday")->values[0], 1.0F / 7);  // New Year's Day
    QCOMPARE(named(panel, "public_holiday")->values.size(), std::size_t{70});
    Panel months = twoYears(PeriodKind::Month, 24, 12);
    addCalendarFeatures(months, ShopCalendar("GB"));
    QCOMPARE(months.knownFuture.size(), std::size_t{1});
}

void CalendarFeaturesTest::unknownCountriesHaveTheWorldwideEvents() {
    for (const char* country : {"", "XX"}) {
        Panel panel = twoYears(PeriodKind::Day, 700, 28);
        addCalendarFeatures(panel, ShopCalendar(country));
        QVERIFY(named(panel, "event:commerce.black_friday") != nullptr);
        QVERIFY(named(panel, "public_holiday") == nullptr);
    }
}

void CalendarFeaturesTest::chinasMovedDaysAreToldApartFromWeekends() {
    Panel panel = twoYears(PeriodKind::Day, 400, 300);
    addCalendarFeatures(panel, ShopCalendar("CN"));
    const Covariate* off = named(panel, "public_holiday");
    const Covariate* worked = named(panel, "make_up_workday");
    QVERIFY(off != nullptr && worked != nullptr && off->isBinary && worked->isBinary);
    QCOMPARE(worked->values[columnOf(toDay(2018, 9, 30))], 1.0F);  // a Sunday before the National Day week
    QCOMPARE(off->values[columnOf(toDay(2018, 10, 5))], 1.0F);     // a Friday of it, no statutory day
    QCOMPARE(off->values[columnOf(toDay(2018, 10, 8))], 0.0F);
}

void CalendarFeaturesTest::yearsAreAlignedByTheEventRatherThanTheDate() {
    Panel panel = twoYears(PeriodKind::Day, 800, 0);
    addCalendarFeatures(panel, ShopCalendar("CN"));
    const Covariate* before = named(panel, "before:cn.spring_festival_week");
    QVERIFY(before != nullptr);
    const Day newYears[] = {toDay(2018, 2, 16), toDay(2019, 2, 5), toDay(2020, 1, 25)};
    for (int days = 1; days <= 20; ++days) {
        for (const Day newYear : newYears) {
            QCOMPARE(before->values[columnOf(newYear - days)], before->values[columnOf(newYears[0] - days)]);
        }
    }
}

void CalendarFeaturesTest::demandDrawnForwardIsTold() {
    Panel panel = twoYears(PeriodKind::Day, 400, 300);
    addCalendarFeatures(panel, ShopCalendar("CN"));
    const Covariate* after = named(panel, "after:commerce.double_11");
    const std::size_t last = columnOf(toDay(2018, 11, 11));
    QVERIFY(after != nullptr);
    QCOMPARE(after->values[last], 0.0F);
    QVERIFY(after->values[last + 1] > after->values[last + 7] && after->values[last + 7] > after->values[last + 21]);
    QVERIFY(after->values[last + 21] > 0 && after->values[last + 22] == 0.0F);
}

void CalendarFeaturesTest::phasesAndThePositionInThemAreTold() {
    Panel panel = twoYears(PeriodKind::Day, 1200, 0);
    addCalendarFeatures(panel, ShopCalendar("CN"));
    const Covariate* presale = named(panel, "phase:commerce.double_11:presale");
    const Covariate* position = named(panel, "position:commerce.double_11");
    QVERIFY(presale != nullptr && presale->isBinary && position != nullptr && !position->isBinary);
    QCOMPARE(presale->values[columnOf(toDay(2018, 10, 21))], 1.0F);
    QCOMPARE(presale->values[columnOf(toDay(2018, 11, 11))], 0.0F);
    QCOMPARE(presale->values[columnOf(toDay(2020, 11, 1))], 0.0F);
    QCOMPARE(position->values[columnOf(toDay(2018, 11, 14))], 1.0F);  // the last day of the encore
    QCOMPARE(position->values[columnOf(toDay(2018, 10, 20))], 0.0F);
}

void CalendarFeaturesTest::anEventOfOneChannelLeavesTheOthersAlone() {
    Panel panel = panelOf({{"a", std::vector<float>(400, 1.0F)}, {"b", std::vector<float>(400, 1.0F)}}, PeriodKind::Day, toDay(2018, 1, 1));
    panel.channelCodes = {"jd", "tmall"};
    panel.futurePeriods = 30;
    EventEdit edit;
    edit.id = "commerce.618";
    edit.channels = {"jd"};
    addCalendarFeatures(panel, ShopCalendar("CN", {{edit}}));
    const Covariate* event = named(panel, "event:commerce.618");
    QVERIFY(event != nullptr && !event->shared);
    QCOMPARE(event->values.size(), std::size_t{2 * 430});
    QCOMPARE(event->values[columnOf(toDay(2018, 6, 18))], 1.0F);
    QCOMPARE(event->values[430 + columnOf(toDay(2018, 6, 18))], 0.0F);
    QVERIFY(named(panel, "event:commerce.double_11")->shared);
}

void CalendarFeaturesTest::whatTheShopSwitchesOffIsNotLearnt() {
    EventEdit off, unlearned, learned;
    off.id = "commerce.618";
    off.isOn = false;
    unlearned.id = "commerce.double_11";
    unlearned.isLearned = false;
    learned.id = "commerce.520";
    learned.isLearned = true;
    Panel panel = twoYears(PeriodKind::Day, 400, 0);
    addCalendarFeatures(panel, ShopCalendar("CN", {{off, unlearned, learned}}));
    QVERIFY(named(panel, "event:commerce.618") == nullptr && named(panel, "phase:commerce.618:burst") == nullptr);
    QVERIFY(named(panel, "event:commerce.double_11") == nullptr);
    QVERIFY(named(panel, "event:commerce.520") != nullptr);
}

void CalendarFeaturesTest::anEventOfTheShopsOwnIsLearnt() {
    EventEdit own;
    own.id = "own.1";
    own.name = "Anniversary";
    own.lead = 3;
    own.pullForward = 2;
    own.dates = {{toDay(2018, 3, 1), toDay(2018, 3, 2), toDay(2018, 3, 2), {}}};
    Panel panel = twoYears(PeriodKind::Day, 200, 0);
    addCalendarFeatures(panel, ShopCalendar("", {{own}}));
    const Covariate *event = named(panel, "event:own.1"), *before = named(panel, "before:own.1"), *after = named(panel, "after:own.1");
    QVERIFY(event != nullptr && before != nullptr && after != nullptr);
    QCOMPARE(event->values[columnOf(toDay(2018, 3, 2))], 1.0F);
    QCOMPARE(before->values[columnOf(toDay(2018, 2, 27))], 0.25F);
    QCOMPARE(before->values[columnOf(toDay(2018, 2, 26))], 0.0F);
    QCOMPARE(after->values[columnOf(toDay(2018, 3, 4))], 1.0F / 3);
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
