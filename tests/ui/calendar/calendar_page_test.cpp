// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendar_page.h"

#include <QAction>
#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/calendar/event_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/note_card.h"

using namespace foresell;

/// The calendar of a real project, with the engine behind it. With FORESELL_PICTURES=FOLDER it is also saved as pictures.
class CalendarPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void anEventIsAddedSwitchedOffAndRemovedAndAllCanBeUndone();
    void aYearThatIsNotAnnouncedSaysSo();
    void picturesInBothLanguagesAndThemes();

private:
    CalendarPage* page() const { return static_cast<CalendarPage*>(m_window->currentPage()); }
    QTableView* table() const { return page()->findChild<QTableView*>(); }
    int rowOf(const QString& name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void CalendarPageTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    Preferences::apply(QStringLiteral("en"), QStringLiteral("light"));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1120, 700);
    m_window->show();
    QSignalSpy opened(&m_window->session(), &ProjectSession::projectChanged);
    m_window->session().create(m_folder.filePath(QStringLiteral("shop.foresell")), {.country = "CN", .weeks = "iso"});
    QVERIFY(opened.wait(60'000));
    m_window->goTo(PageId::Calendar);
    page()->showYear(2026);
}

int CalendarPageTest::rowOf(const QString& name) const {
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        if (table()->model()->index(row, 1).data().toString() == name) {
            return row;
        }
    }
    return -1;
}

void CalendarPageTest::anEventIsAddedSwitchedOffAndRemovedAndAllCanBeUndone() {
    CalendarEdits edits;
    EventEdit& own = edits.edit("own.1");
    own.name = "店庆";
    own.dates = {{toDay(2026, 8, 1), toDay(2026, 8, 5), toDay(2026, 8, 3), {{EventPhaseKind::Presale, toDay(2026, 7, 20), toDay(2026, 7, 31)}}}};
    page()->store(edits);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(QStringLiteral("店庆")) >= 0, 20'000);
    table()->selectRow(rowOf(QStringLiteral("618")));
    page()->plainActions().front()->trigger();
    const auto state = [&] { return table()->model()->index(rowOf(QStringLiteral("618")), 5).data().toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Switched off"), 20'000);
    table()->selectRow(rowOf(QStringLiteral("店庆")));
    page()->quietActions().front()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(QStringLiteral("店庆")), -1, 20'000);
    m_window->session().undo();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(QStringLiteral("店庆")) >= 0, 20'000);
    m_window->session().undo();
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Learnt"), 20'000);
}

void CalendarPageTest::aYearThatIsNotAnnouncedSaysSo() {
    auto* note = page()->findChild<NoteCard*>();
    page()->showYear(2025);
    QVERIFY(!note->isVisible());
    page()->showYear(2031);
    QVERIFY(note->isVisible() && note->text().contains(QStringLiteral("not announced")));
}

void CalendarPageTest::picturesInBothLanguagesAndThemes() {
    const QString folder = qEnvironmentVariable("FORESELL_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("FORESELL_PICTURES names no folder");
    }
    QDir().mkpath(folder);
    const ShopCalendar china("CN");
    const std::vector<ShopEvent> events = china.eventsBetween(toDay(2026, 11, 11), toDay(2026, 11, 11));
    for (const char* language : {"en", "zh_CN"}) {
        for (const char* theme : {"light", "dark"}) {
            Preferences::apply(QString::fromLatin1(language), QString::fromLatin1(theme));
            EventDialog dialog(events.front(), {QStringLiteral("tmall"), QStringLiteral("jd")}, false, m_window.get());
            dialog.show();
            QTest::qWait(50);
            dialog.grab().save(QStringLiteral("%1/event-%2-%3.png").arg(folder, QLatin1String(language), QLatin1String(theme)));
            dialog.hide();
            for (const QSize& size : {QSize(1440, 900), QSize(1120, 700)}) {
                m_window->resize(size);
                for (const auto& [name, id, year] : {std::tuple{"calendar", PageId::Calendar, 2026}, std::tuple{"calendar-later", PageId::Calendar, 2031},
                                                     std::tuple{"settings", PageId::Settings, 0}}) {
                    m_window->goTo(id);
                    if (year > 0) {
                        page()->showYear(year);
                    }
                    QTest::qWait(50);
                    m_window->grab().save(QStringLiteral("%1/%2-%3-%4-%5.png").arg(folder, QLatin1String(name), QLatin1String(language), QLatin1String(theme)).arg(size.width()));
                }
            }
        }
    }
}

QTEST_MAIN(CalendarPageTest)
#include "calendar_page_test.moc"
