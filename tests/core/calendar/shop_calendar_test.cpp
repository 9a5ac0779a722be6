// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/shop_calendar.h"

#include <QTest>
#include <algorithm>

#include "core/base/error.h"

using namespace foresell;

namespace {

std::optional<ShopEvent> eventOf(const ShopCalendar& calendar, const std::string& id, int year, bool withSwitchedOff = false) {
    for (const ShopEvent& event : calendar.eventsBetween(toDay(year, 1, 1), toDay(year, 12, 31), withSwitchedOff)) {
        if (event.id == id && toCivil(event.dates.peak).year == year) {
            return event;
        }
    }
    return std::nullopt;
}

CalendarEdits oneEdit(EventEdit edit) {
    return {{std::move(edit)}};
}

EventEdit anniversary() {
    EventEdit edit;
    edit.id = "own.1";
    edit.name = "店庆 Anniversary";
    edit.dates = {{toDay(2024, 3, 1), toDay(2024, 3, 5), toDay(2024, 3, 3), {{EventPhaseKind::Presale, toDay(2024, 2, 20), toDay(2024, 2, 28)}}}};
    return edit;
}

QString why(const CalendarEdits& edits) {
    try {
        check(edits);
    } catch (const Error& error) {
        return QString::fromStdString(error.code());
    }
    return {};
}

}  // namespace

class ShopCalendarTest : public QObject {
    Q_OBJECT

private slots:
    void doubleElevenHasThePhasesOfItsYear();
    void phasesLieInOrderRoundTheMainDay();
    void anEventThatIsSwitchedOffIsOnlyFoundWhereAskedFor();
    void datesOfAYearReplaceTheCalendarsInThatYearAlone();
    void ownEventsComeBackEveryYearWhereSaid();
    void eventsAreFoundByTheirPhasesToo();
    void editsReadBackFromTheirText();
    void whatCannotBeMeantIsRefused();
    void hostileTextIsRefused();
    void announcementsEndWhereChinasDo();
};

void ShopCalendarTest::doubleElevenHasThePhasesOfItsYear() {
    const ShopCalendar calendar("CN");
    const auto phasesIn = [&](int year) {
        QStringList phases;
        const std::optional<ShopEvent> event = eventOf(calendar, "commerce.double_11", year);
        for (const EventPhase& phase : event->dates.phases) {
            phases << QString::fromStdString(std::string(phaseId(phase.kind)) + ' ' + toIso(phase.first).substr(5) + ' ' + toIso(phase.last).substr(5));
        }
        return phases.join(QStringLiteral(", "));
    };
    QCOMPARE(phasesIn(2012), QStringLiteral("burst 11-11 11-11"));
    QCOMPARE(phasesIn(2021), QStringLiteral("presale 10-21 10-31, opening 11-01 11-03, burst 11-10 11-11, encore 11-12 11-14"));
    QCOMPARE(phasesIn(2024), QStringLiteral("presale 10-14 10-20, opening 10-21 10-24, burst 11-10 11-11, encore 11-12 11-14"));
}

void ShopCalendarTest::phasesLieInOrderRoundTheMainDay() {
    for (const std::string_view country : HolidayCalendar::countries()) {
        for (const ShopEvent& event : ShopCalendar(std::string(country)).eventsBetween(toDay(2005, 1, 1), toDay(2040, 12, 31))) {
            QVERIFY2(event.dates.first <= event.dates.peak && event.dates.peak <= event.dates.last, event.id.c_str());
            Day before = noDay;
            for (const EventPhase& phase : event.dates.phases) {
                QVERIFY2(phase.first <= phase.last && (before == noDay || phase.first > before), event.id.c_str());
                QVERIFY2(phase.kind != EventPhaseKind::Burst || (phase.first <= event.dates.peak && event.dates.peak <= phase.last),
                         event.id.c_str());
                before = phase.last;
            }
        }
    }
}

void ShopCalendarTest::anEventThatIsSwitchedOffIsOnlyFoundWhereAskedFor() {
    EventEdit edit;
    edit.id = "commerce.618";
    edit.isOn = false;
    const ShopCalendar calendar("CN", oneEdit(edit));
    QVERIFY(!eventOf(calendar, "commerce.618", 2025));
    QVERIFY(eventOf(calendar, "commerce.double_11", 2025));
    QVERIFY(!eventOf(calendar, "commerce.618", 2025, true)->isOn);
}

void ShopCalendarTest::datesOfAYearReplaceTheCalendarsInThatYearAlone() {
    EventEdit edit;
    edit.id = "commerce.618";
    edit.lead = 5;
    edit.channels = {"jd"};
    edit.dates = {{toDay(2025, 5, 30), toDay(2025, 6, 20), toDay(2025, 6, 17), {}}};
    const ShopCalendar calendar("CN", oneEdit(edit));
    const auto moved = eventOf(calendar, "commerce.618", 2025), kept = eventOf(calendar, "commerce.618", 2024);
    QCOMPARE(moved->dates, edit.dates.front());
    QCOMPARE(kept->dates, eventOf(ShopCalendar("CN"), "commerce.618", 2024)->dates);
    QVERIFY(moved->isEdited && moved->isLearned && moved->lead == 5 && kept->lead == 5 && kept->channels == edit.channels);
    const auto all = calendar.eventsBetween(toDay(2025, 6, 1), toDay(2025, 6, 30));
    QCOMPARE(std::ranges::count(all, "commerce.618", &ShopEvent::id), 1);
}

void ShopCalendarTest::ownEventsComeBackEveryYearWhereSaid() {
    EventEdit edit = anniversary();
    QVERIFY(!eventOf(ShopCalendar("", oneEdit(edit)), "own.1", 2026));
    edit.isYearly = true;
    const ShopCalendar calendar("", oneEdit(edit));
    QVERIFY(!eventOf(calendar, "own.1", 2023));
    const auto later = eventOf(calendar, "own.1", 2026);
    QCOMPARE(toIso(later->dates.first) + toIso(later->dates.peak), std::string("2026-03-012026-03-03"));
    QCOMPARE(toIso(later->dates.phases.front().first), std::string("2026-02-19"));
    QVERIFY(later->isOwn && later->isLearned && later->nameZh == edit.name);
    edit.dates = {{toDay(2024, 2, 29), toDay(2024, 2, 29), toDay(2024, 2, 29), {}}};
    QCOMPARE(toIso(eventOf(ShopCalendar("", oneEdit(edit)), "own.1", 2025)->dates.peak), std::string("2025-02-28"));
}

void ShopCalendarTest::eventsAreFoundByTheirPhasesToo() {
    const ShopCalendar calendar("CN", oneEdit(anniversary()));
    const auto found = [&](Day day) {
        return std::ranges::count(calendar.eventsBetween(day, day), "own.1", &ShopEvent::id) == 1;
    };
    QVERIFY(found(toDay(2024, 2, 20)) && found(toDay(2024, 3, 5)));
    QVERIFY(!found(toDay(2024, 2, 19)) && !found(toDay(2024, 3, 6)));
    const auto presale = calendar.eventsBetween(toDay(2024, 10, 15), toDay(2024, 10, 15));
    QCOMPARE(std::ranges::count(presale, "commerce.double_11", &ShopEvent::id), 1);
}

void ShopCalendarTest::editsReadBackFromTheirText() {
    CalendarEdits edits = oneEdit(anniversary());
    EventEdit& other = edits.edit("commerce.double_11");
    other.isOn = true;
    other.isLearned = false;
    other.lead = 0;
    other.pullForward = 40;
    other.channels = {"tmall", "抖音"};
    QCOMPARE(calendarEditsFrom(toText(edits)), edits);
    QCOMPARE(edits.nextOwnId(), std::string("own.2"));
    edits.remove("own.1");
    edits.remove("commerce.double_11");
    QCOMPARE(toText(edits), std::string());
    QCOMPARE(calendarEditsFrom(""), CalendarEdits());
}

void ShopCalendarTest::whatCannotBeMeantIsRefused() {
    const auto broken = [](auto&& change) {
        EventEdit edit = anniversary();
        change(edit);
        return why(oneEdit(edit));
    };
    const QString code = QStringLiteral("calendar.bad_event");
    QCOMPARE(why(oneEdit(anniversary())), QString());
    QCOMPARE(broken([](EventEdit& edit) { edit.name.clear(); }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.dates.clear(); }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.dates[0].last = edit.dates[0].first - 1; }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.dates[0].peak = edit.dates[0].last + 1; }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.dates[0].last += 400; }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.dates[0].phases[0].first -= 100; }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.lead = -1; }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.pullForward = 121; }), code);
    QCOMPARE(broken([](EventEdit& edit) { edit.dates.assign(201, edit.dates[0]); }), code);
    CalendarEdits many;
    many.events.assign(501, anniversary());
    QCOMPARE(why(many), code);
}

void ShopCalendarTest::hostileTextIsRefused() {
    for (const char* text : {"[]", "nonsense", "{\"events\": [7]}", "{\"events\": [{\"id\": 3}]}", "{\"events\": [{\"id\": \"own.1\"}]}",
                             "{\"events\": [{\"id\": \"x\", \"dates\": [{\"first\": \"2025-02-30\"}]}]}",
                             "{\"events\": [{\"id\": \"x\", \"dates\": [{\"phases\": {\"burst\": [1, 2, 3]}}]}]}",
                             "{\"events\": [{\"id\": \"x\", \"lead\": 1e99}]}"}) {
        QVERIFY_EXCEPTION_THROWN(calendarEditsFrom(text), Error);
    }
}

void ShopCalendarTest::announcementsEndWhereChinasDo() {
    const ShopCalendar china("CN");
    const Day until = china.holidays().announcedUntil();
    QCOMPARE(china.unannouncedAfter(until), noDay);
    QCOMPARE(china.unannouncedAfter(until + 1), until);
    QCOMPARE(ShopCalendar("US").unannouncedAfter(toDay(2090, 1, 1)), noDay);
    QVERIFY(eventOf(ShopCalendar("US"), "commerce.prime_day", 2030)->isEstimated);
    QVERIFY(!eventOf(ShopCalendar("US"), "commerce.prime_day", 2024)->isEstimated);
}

QTEST_APPLESS_MAIN(ShopCalendarTest)
#include "shop_calendar_test.moc"
