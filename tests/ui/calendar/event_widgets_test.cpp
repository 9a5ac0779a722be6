// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "ui/calendar/event_dialog.h"
#include "ui/calendar/event_model.h"
#include "ui/calendar/year_planner.h"
#include "ui/widgets/theme.h"

using namespace foresell;

namespace {

ShopEvent eventOf(const ShopCalendar& calendar, const std::string& id, int year) {
    for (const ShopEvent& event : calendar.eventsBetween(toDay(year, 1, 1), toDay(year, 12, 31))) {
        if (event.id == id) {
            return event;
        }
    }
    return {};
}

template <typename Widget>
Widget* named(const QWidget& parent, const QString& name) {
    for (Widget* each : parent.findChildren<Widget*>()) {
        if (each->accessibleName() == name) {
            return each;
        }
    }
    return nullptr;
}

}  // namespace

/// The list of events, the year at a glance and the dialog that changes an event.
class EventWidgetsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theModelKeepsTheRulesOfModels();
    void aDayFindsTheShoppingEventBeforeTheHoliday();
    void theYearReadsWhatADayIs();
    void arrowKeysReadTheYearDayByDay();
    void whatIsNotTouchedInTheDialogIsNotChanged();
    void datesStayInOrderWhateverIsTyped();
    void anOwnEventNeedsAName();
    void publicHolidaysKeepTheirDates();
    void tickedChannelsLimitAnEvent();
};

void EventWidgetsTest::initTestCase() {
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    QLocale::setDefault(QLocale(QLocale::English));
}

void EventWidgetsTest::theModelKeepsTheRulesOfModels() {
    EventModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvents(ShopCalendar("CN").eventsBetween(toDay(2025, 1, 1), toDay(2025, 12, 31)));
    QVERIFY(model.rowCount() > 20);
    const int row = model.rowOf("commerce.double_11");
    QVERIFY(row > 0);
    QCOMPARE(model.index(row, EventModel::Days).data().toString(), QStringLiteral("20 Oct – 11 Nov"));
    QVERIFY(model.index(row, EventModel::Phases).data().toString().contains(QStringLiteral("Presale 15 Oct – 19 Oct")));
    QCOMPARE(model.index(row, EventModel::Windows).data().toString(), QStringLiteral("28 / 21 days"));
    QCOMPARE(model.rowOf("no.such"), -1);
    model.setEvents({});
    QCOMPARE(model.rowCount(), 0);
}

void EventWidgetsTest::aDayFindsTheShoppingEventBeforeTheHoliday() {
    EventModel model;
    model.setEvents(ShopCalendar("CN").eventsBetween(toDay(2025, 1, 1), toDay(2025, 12, 31)));
    QCOMPARE(model.eventAt(model.rowAt(toDay(2025, 5, 31))).id, std::string("commerce.618"));  // also the Dragon Boat Festival
    QCOMPARE(model.eventAt(model.rowAt(toDay(2025, 10, 16))).id, std::string("commerce.double_11"));  // its presale
    QCOMPARE(model.rowAt(toDay(2025, 7, 15)), -1);
}

void EventWidgetsTest::theYearReadsWhatADayIs() {
    YearPlanner planner;
    planner.setYear(2025, std::make_shared<ShopCalendar>("CN"), FiscalCalendar(WeekScheme::Iso));
    QCOMPARE(planner.textOf(toDay(2025, 11, 11)), QStringLiteral("Tue 11 Nov 2025  ·  W46  ·  Double 11 (Main days)"));
    QVERIFY(planner.textOf(toDay(2025, 10, 11)).contains(QStringLiteral("worked to make up for a break")));
    QVERIFY(planner.textOf(toDay(2025, 10, 8)).contains(QStringLiteral("day off")));
    QVERIFY(!planner.textOf(toDay(2025, 10, 9)).contains(QStringLiteral("day off")));
}

void EventWidgetsTest::arrowKeysReadTheYearDayByDay() {
    YearPlanner planner;
    planner.resize(800, 300);
    planner.setYear(2024, std::make_shared<ShopCalendar>("CN"), FiscalCalendar());
    planner.show();
    planner.setFocus();
    QSignalSpy chosen(&planner, &YearPlanner::dayChosen);
    QTest::keyClick(&planner, Qt::Key_Home);
    QTest::keyClick(&planner, Qt::Key_Right);
    QTest::keyClick(&planner, Qt::Key_Down);
    QTest::keyClick(&planner, Qt::Key_Return);
    QCOMPARE(chosen.takeLast().front().value<Day>(), toDay(2024, 2, 2));
    QVERIFY(planner.accessibleDescription().contains(QStringLiteral("2 Feb 2024")));
    QTest::keyClick(&planner, Qt::Key_End);
    QTest::keyClick(&planner, Qt::Key_Right);
    QTest::keyClick(&planner, Qt::Key_Return);
    QCOMPARE(chosen.takeLast().front().value<Day>(), toDay(2024, 12, 31));
}

void EventWidgetsTest::whatIsNotTouchedInTheDialogIsNotChanged() {
    for (const ShopEvent& event : ShopCalendar("CN").eventsBetween(toDay(2025, 1, 1), toDay(2025, 12, 31))) {
        EventDialog dialog(event, {QStringLiteral("tmall")}, false, nullptr);
        EventEdit edit;
        edit.id = event.id;
        QVERIFY2(dialog.applied(edit).isEmpty(), event.id.c_str());
    }
}

void EventWidgetsTest::datesStayInOrderWhateverIsTyped() {
    EventDialog dialog(eventOf(ShopCalendar("CN"), "commerce.618", 2025), {}, false, nullptr);
    named<QDateEdit>(dialog, QStringLiteral("First day"))->setDate(QDate(2025, 7, 1));
    named<QDateEdit>(dialog, QStringLiteral("Presale, first day"))->setDate(QDate(2025, 6, 25));
    EventEdit edit;
    edit.id = "commerce.618";
    edit = dialog.applied(edit);
    QCOMPARE(edit.dates.size(), std::size_t{1});
    QCOMPARE(toIso(edit.dates[0].first) + toIso(edit.dates[0].peak) + toIso(edit.dates[0].last), std::string("2025-07-012025-07-012025-07-01"));
    check({{edit}});  // throws where it cannot be meant
}

void EventWidgetsTest::anOwnEventNeedsAName() {
    ShopEvent event;
    event.dates = {toDay(2025, 6, 1), toDay(2025, 6, 1), toDay(2025, 6, 1), {}};
    event.isOwn = event.isLearned = true;
    EventDialog dialog(event, {}, false, nullptr);
    QPushButton* keep = nullptr;
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        keep = button->property("kind").toString() == QLatin1String("primary") ? button : keep;
    }
    QVERIFY(keep != nullptr && !keep->isEnabled());
    named<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral(" 店庆 "));
    QVERIFY(keep->isEnabled());
    EventEdit edit;
    edit.id = "own.1";
    edit = dialog.applied(edit);
    QCOMPARE(edit.name, std::string("店庆"));
    check({{edit}});
}

void EventWidgetsTest::publicHolidaysKeepTheirDates() {
    EventDialog dialog(eventOf(ShopCalendar("CN"), "cn.national_day", 2025), {}, false, nullptr);
    QVERIFY(dialog.findChildren<QDateEdit*>().isEmpty());
    dialog.findChild<QCheckBox*>()->toggle();
    EventEdit edit;
    edit.id = "cn.national_day";
    edit = dialog.applied(edit);
    QVERIFY(edit.dates.empty() && edit.isLearned == false);
}

void EventWidgetsTest::tickedChannelsLimitAnEvent() {
    EventDialog dialog(eventOf(ShopCalendar("CN"), "commerce.618", 2025), {QStringLiteral("jd"), QStringLiteral("tmall")}, false, nullptr);
    dialog.findChild<QListWidget*>()->item(0)->setCheckState(Qt::Checked);
    EventEdit edit;
    edit.id = "commerce.618";
    QCOMPARE(dialog.applied(edit).channels, std::vector<std::string>{"jd"});
}

QTEST_MAIN(EventWidgetsTest)
#include "event_widgets_test.moc"
