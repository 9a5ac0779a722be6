// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

namespace foresell {

enum class PeriodKind { Day, Week, Month };

/// Cuts time into days, weeks or months and numbers them, so that a series is an array over consecutive numbers.
/// A week is named by its first day (as the window shows it) or, for data whose dates all lie on one weekday, by that
/// weekday: `labelWeekday` says on which weekday the label falls, and a week holds the seven days that
/// begin on `firstWeekday`.
struct PeriodAxis {
    PeriodKind kind = PeriodKind::Day;
    int firstWeekday = 0;        ///< 0 Monday .. 6 Sunday; weeks only
    int labelWeekday = 0;        ///< weeks only
    bool labelAtMonthEnd = false;  ///< months only: labelled by their last day instead of their first

    /// The number of the period that holds `day`; consecutive periods have consecutive numbers.
    std::int32_t indexOf(Day day) const;
    Day firstDay(std::int32_t period) const;
    Day lastDay(std::int32_t period) const;
    /// The date by which the period is written in files and on screens.
    Day label(std::int32_t period) const;
    /// Periods in a year: 365 (days; the weekly season is 7), 52 or 12.
    int periodsPerYear() const;
    /// The main season for seasonal baselines: 7, 52 or 12.
    int season() const;

    bool operator==(const PeriodAxis&) const = default;
};

}  // namespace foresell
