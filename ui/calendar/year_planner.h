// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "core/calendar/fiscal_calendar.h"
#include "core/calendar/shop_calendar.h"

namespace foresell {

/// A year at a glance: a row a month, a column a day. Days off are tinted, weekend days that are worked are marked, shopping
/// events are bars by their phases, festivals are diamonds. The line above reads the day under the pointer or, by arrow
/// keys, the chosen one.
class YearPlanner : public QWidget {
    Q_OBJECT

public:
    explicit YearPlanner(QWidget* parent = nullptr);

    void setYear(int year, std::shared_ptr<const ShopCalendar> calendar, const FiscalCalendar& weeks);
    /// Frames the days of one occurrence; noDay: none.
    void setMarked(Day first, Day last);
    /// "Tue 11 Nov 2025 · W46 · Double 11 (Main days)".
    QString textOf(Day day) const;

signals:
    /// A day was clicked, or Enter was pressed on it.
    void dayChosen(foresell::Day day);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF cellOf(Day day) const;
    Day dayAt(const QPointF& place) const;
    void paintDay(QPainter& painter, Day day) const;
    void paintEvents(QPainter& painter) const;
    void read(Day day);

    int m_year = 2000;
    std::shared_ptr<const ShopCalendar> m_calendar;
    FiscalCalendar m_weeks;
    std::vector<ShopEvent> m_events;
    Day m_current = noDay, m_markedFirst = noDay, m_markedLast = noDay;
};

}  // namespace foresell
