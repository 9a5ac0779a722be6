// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/calendar/shop_calendar.h"
#include "ui/widgets/page.h"

class QLabel;
class QSpinBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace foresell {

class EventModel;
class NoteCard;
class YearPlanner;

/// The shop's year: public holidays with the days worked for them, festivals and shopping events with their phases. Events
/// can be added, changed, switched off; every change can be undone and is in force in the next training.
class CalendarPage : public Page {
    Q_OBJECT

public:
    explicit CalendarPage(ProjectSession& session, QWidget* parent = nullptr);

    QString title() const override;
    QString facts() const override;
    QList<QAction*> quietActions() const override;
    QList<QAction*> plainActions() const override;
    QAction* primaryAction() const override;
    void activated() override;

    void showYear(int year);
    /// Keeps a change of the calendar; shown on the page once it is kept.
    void store(CalendarEdits edits);

protected:
    void retranslate() override;

private:
    QWidget* makeContent();
    void reload();
    void showCurrent();
    const ShopEvent* currentEvent() const;
    void addEvent();
    void editEvent();
    void toggleEvent();
    void removeEvent();
    void openDialog(const ShopEvent& event, const std::string& id);

    std::shared_ptr<const ShopCalendar> m_calendar;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_yearName;
    QSpinBox* m_year;
    QToolButton *m_before, *m_after;
    QLabel* m_key;
    YearPlanner* m_planner;
    NoteCard* m_note;
    QTableView* m_table;
    EventModel* m_events;
    QAction *m_add, *m_change, *m_toggle, *m_remove;
    bool m_isYearChosen = false;
};

}  // namespace foresell
