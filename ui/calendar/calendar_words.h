// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/calendar/fiscal_calendar.h"
#include "core/calendar/shop_calendar.h"

namespace foresell {

/// In the window's language, as the calendar files write it.
QString eventName(const ShopEvent& event);
QString phaseName(EventPhaseKind kind);
/// "China" for "CN"; the code where it has no calendar.
QString countryName(const std::string& code);
/// "W46"; in Chinese "第46周".
QString weekText(const FiscalWeek& week);
/// "Fiscal month 10 of 2025".
QString fiscalMonthText(int year, int month);
/// "10 Nov – 11 Nov", one date where it is one day.
QString daysText(Day first, Day last);
/// "Days off in 2027 are announced late in the year before …"; empty where nothing is missing up to `last`.
QString unannouncedText(const ShopCalendar& calendar, Day last);

}  // namespace foresell
