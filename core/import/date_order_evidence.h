// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/import/date_format.h"

namespace foresell {

/// Collects what the dates of a whole file say about their order.
class DateOrderEvidence {
public:
    void add(std::string_view text);

    std::int64_t dayFirst = 0;    ///< values that only fit day first: 31/1/2010
    std::int64_t monthFirst = 0;  ///< values that only fit month first: 1/31/2010
    std::int64_t either = 0;      ///< values that fit both
    bool isAmbiguous() const { return either > 0 && dayFirst == 0 && monthFirst == 0; }
    /// The order that fits more values; where all fit both, the one under which the rows are nearer in time to the row before.
    DateOrder order() const;

private:
    std::int64_t m_stepsDayFirst = 0, m_stepsMonthFirst = 0;
    Day m_lastDayFirst = noDay, m_lastMonthFirst = noDay;
};

}  // namespace foresell
