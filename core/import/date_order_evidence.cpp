// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/date_order_evidence.h"

#include <cstdlib>

#include "core/import/date_cursor.h"

namespace foresell {

void DateOrderEvidence::add(std::string_view text) {
    DateTime byDay, byMonth;
    const bool isPlain = !text.empty() && isDigit(text.front());
    if (!isPlain || (text.size() > 4 && isDigit(text[1]) && isDigit(text[2]))) {
        return;  // year first, compact or with the month's name: nothing to decide
    }
    DateParser dayParser(DateOrder::DayFirst), monthParser(DateOrder::MonthFirst);
    const bool fitsDay = dayParser.parse(text, byDay) == DateResult::Ok;
    const bool fitsMonth = monthParser.parse(text, byMonth) == DateResult::Ok;
    if (fitsDay && fitsMonth && byDay != byMonth) {
        ++either;
    }
    dayFirst += fitsDay && !fitsMonth ? 1 : 0;
    monthFirst += fitsMonth && !fitsDay ? 1 : 0;
    if (fitsDay && fitsMonth) {
        m_stepsDayFirst += m_lastDayFirst == noDay ? 0 : std::abs(byDay.day - m_lastDayFirst);
        m_stepsMonthFirst += m_lastMonthFirst == noDay ? 0 : std::abs(byMonth.day - m_lastMonthFirst);
        m_lastDayFirst = byDay.day;
        m_lastMonthFirst = byMonth.day;
    }
}

DateOrder DateOrderEvidence::order() const {
    if (dayFirst != monthFirst) {
        return dayFirst > monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    }
    return m_stepsMonthFirst < m_stepsDayFirst ? DateOrder::MonthFirst : DateOrder::DayFirst;
}

}  // namespace foresell
