// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/year_planner.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/calendar/calendar_words.h"
#include "ui/charts/chart_text.h"
#include "ui/widgets/theme.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int months = 12, mostDays = 31;
constexpr int readoutHeight = 22, nameWidth = 44;
constexpr int workImportance = 2;  // festivals below it have no diamond

int daysIn(int year, int month) {
    return (month == months ? toDay(year + 1, 1, 1) : toDay(year, month + 1, 1)) - toDay(year, month, 1);
}

Role barRole(const ShopEvent& event, Day day) {
    for (const EventPhase& phase : event.dates.phases) {
        if (day >= phase.first && day <= phase.last) {
            return phase.kind == EventPhaseKind::Burst || phase.kind == EventPhaseKind::Opening ? Role::Promotion : Role::Control;
        }
    }
    return Role::PromotionTint;
}

}  // namespace

YearPlanner::YearPlanner(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(readoutHeight + months * 20);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void YearPlanner::setYear(int year, std::shared_ptr<const ShopCalendar> calendar, const FiscalCalendar& weeks) {
    if (year != m_year) {
        m_current = noDay;
    }
    m_year = year;
    m_calendar = std::move(calendar);
    m_weeks = weeks;
    m_events = m_calendar == nullptr ? std::vector<ShopEvent>() : m_calendar->eventsBetween(toDay(year, 1, 1), toDay(year, 12, 31));
    update();
}

void YearPlanner::setMarked(Day first, Day last) {
    m_markedFirst = first;
    m_markedLast = last;
    update();
}

QString YearPlanner::textOf(Day day) const {
    const QLocale locale;
    QStringList parts{locale.dayName(weekday(day) + 1, QLocale::ShortFormat) + u' ' + dateText(day, locale)};
    if (m_weeks.hasWeeks()) {
        parts.append(weekText(m_weeks.weekOf(day)));
    }
    if (m_calendar != nullptr && m_calendar->holidays().isMakeUpWorkday(day)) {
        parts.append(tr("worked to make up for a break"));
    } else if (m_calendar != nullptr && m_calendar->hasHolidays() && m_calendar->holidays().isInBreak(day)) {
        parts.append(tr("day off"));
    }
    for (const ShopEvent& event : m_events) {
        if (event.reachFirst() > day || event.reachLast() < day) {
            continue;
        }
        const auto phase = std::ranges::find_if(event.dates.phases, [day](const EventPhase& each) { return each.first <= day && day <= each.last; });
        const bool isPlain = phase == event.dates.phases.end();
        if (!isPlain || (event.dates.first <= day && day <= event.dates.last)) {
            parts.append(isPlain ? eventName(event) : tr("%1 (%2)").arg(eventName(event), phaseName(phase->kind)));
        }
    }
    parts.removeDuplicates();
    return parts.join(u"  ·  "_s);
}

QRectF YearPlanner::cellOf(Day day) const {
    const CivilDate date = toCivil(day);
    const double left = Theme::instance().px(nameWidth), top = Theme::instance().px(readoutHeight);
    const double width = (this->width() - left) / mostDays, height = (this->height() - top) / months;
    return {left + (date.day - 1) * width, top + (date.month - 1) * height, width, height};
}

Day YearPlanner::dayAt(const QPointF& place) const {
    const double left = Theme::instance().px(nameWidth), top = Theme::instance().px(readoutHeight);
    const int day = 1 + static_cast<int>(std::floor((place.x() - left) * mostDays / (width() - left)));
    const int month = 1 + static_cast<int>(std::floor((place.y() - top) * months / (height() - top)));
    const bool isDay = month >= 1 && month <= months && day >= 1 && isValid({m_year, month, day});
    return isDay ? toDay(m_year, month, day) : noDay;
}

void YearPlanner::paintDay(QPainter& painter, Day day) const {
    const Theme& theme = Theme::instance();
    const QRectF cell = cellOf(day).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isOff = m_calendar != nullptr && m_calendar->hasHolidays() && m_calendar->holidays().isInBreak(day);
    const bool isWorked = m_calendar != nullptr && m_calendar->holidays().isMakeUpWorkday(day);
    if (isOff || isWorked || weekday(day) >= 5) {
        painter.fillRect(cell, theme.color(isOff ? Role::HolidayTint : isWorked ? Role::WarnTint : Role::Subtle));
    }
    painter.setPen(theme.color(isOff ? Role::Holiday : isWorked ? Role::Warn : Role::Text2));
    painter.setFont(theme.font(12, isOff || isWorked));
    const QString number = isWorked ? tr("W", "worked, one letter") : QString::number(toCivil(day).day);
    painter.drawText(cell.adjusted(0, -1, 0, -4), Qt::AlignCenter, number);
}

void YearPlanner::paintEvents(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    painter.setPen(Qt::NoPen);
    for (const ShopEvent& event : m_events) {
        const bool isBar = event.kind == EventKind::Commerce;
        const Day first = std::max(isBar ? event.reachFirst() : event.dates.first, toDay(m_year, 1, 1));
        const Day last = std::min(isBar ? event.reachLast() : event.dates.last, toDay(m_year, 12, 31));
        for (Day day = first; isBar && day <= last; ++day) {
            const QRectF cell = cellOf(day);
            painter.fillRect(QRectF(cell.left(), cell.bottom() - theme.px(4), cell.width() + 0.5, theme.px(3)), theme.color(barRole(event, day)));
        }
        if (event.kind == EventKind::Festival && event.importance >= workImportance && event.dates.peak >= first && event.dates.peak <= last) {
            const QRectF cell = cellOf(event.dates.peak);
            const double size = theme.px(3);
            const QPointF centre(cell.right() - size - 1, cell.top() + size + 1);
            painter.setBrush(theme.color(Role::Holiday));
            painter.drawPolygon(QPolygonF({centre + QPointF(0, -size), centre + QPointF(size, 0), centre + QPointF(0, size), centre + QPointF(-size, 0)}));
        }
    }
}

void YearPlanner::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const QLocale locale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int month = 1; month <= months; ++month) {
        const QRectF row = cellOf(toDay(m_year, month, 1));
        painter.setPen(theme.color(Role::Text));
        painter.setFont(theme.font(12));
        painter.drawText(QRectF(0, row.top(), theme.px(nameWidth) - 8, row.height()), Qt::AlignRight | Qt::AlignVCenter, monthText(month, locale));
        for (int day = 1; day <= daysIn(m_year, month); ++day) {
            paintDay(painter, toDay(m_year, month, day));
        }
    }
    paintEvents(painter);
    painter.setBrush(Qt::NoBrush);
    for (Day day = m_markedFirst; m_markedFirst != noDay && day <= m_markedLast; ++day) {
        if (toCivil(day).year == m_year) {
            painter.setPen(QPen(theme.color(Role::Accent), 1));
            painter.drawRect(cellOf(day).adjusted(1, 1, -1, -1));
        }
    }
    if (m_current != noDay) {
        painter.setPen(QPen(theme.color(Role::Accent), 2));
        painter.drawRoundedRect(cellOf(m_current).adjusted(1, 1, -1, -1), 3, 3);
        painter.setPen(theme.color(Role::Text));
        painter.setFont(theme.font(12));
        const QRectF line(theme.px(nameWidth), 0, width() - theme.px(nameWidth), theme.px(readoutHeight));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(textOf(m_current), Qt::ElideRight, static_cast<int>(line.width())));
    }
}

void YearPlanner::read(Day day) {
    m_current = day;
    setAccessibleDescription(day == noDay ? QString() : textOf(day));
    update();
}

void YearPlanner::mouseMoveEvent(QMouseEvent* event) {
    read(dayAt(event->position()));
}

void YearPlanner::mousePressEvent(QMouseEvent* event) {
    const Day day = dayAt(event->position());
    if (day != noDay) {
        read(day);
        emit dayChosen(day);
    }
}

void YearPlanner::leaveEvent(QEvent*) {
    if (!hasFocus()) {
        read(noDay);
    }
}

void YearPlanner::keyPressEvent(QKeyEvent* event) {
    const Day first = toDay(m_year, 1, 1), last = toDay(m_year, 12, 31);
    const Day now = m_current == noDay ? first : m_current;
    const CivilDate date = toCivil(now);
    const auto inMonth = [&](int month) {
        return month < 1 || month > months ? now : toDay(m_year, month, std::min(date.day, daysIn(m_year, month)));
    };
    switch (event->key()) {
        case Qt::Key_Left: read(std::max(first, now - 1)); break;
        case Qt::Key_Right: read(std::min(last, now + 1)); break;
        case Qt::Key_Up: read(inMonth(date.month - 1)); break;
        case Qt::Key_Down: read(inMonth(date.month + 1)); break;
        case Qt::Key_Home: read(first); break;
        case Qt::Key_End: read(last); break;
        case Qt::Key_Return:
        case Qt::Key_Enter: emit dayChosen(now); break;
        default: QWidget::keyPressEvent(event);
    }
}

void YearPlanner::focusInEvent(QFocusEvent* event) {
    read(m_current == noDay ? toDay(m_year, 1, 1) : m_current);
    QWidget::focusInEvent(event);
}

void YearPlanner::focusOutEvent(QFocusEvent* event) {
    read(noDay);
    QWidget::focusOutEvent(event);
}

}  // namespace foresell
