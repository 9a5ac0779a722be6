// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/fixed.h"
#include "core/calendar/date.h"

namespace foresell {

/// Which sale lines to show, and in what order. What is empty is not asked for.
struct LineQuery {
    std::string item, location, channel;  ///< codes
    Day from = noDay, to = noDay;         ///< both included
    std::string search;  ///< part of an item's code or name, a location, a channel or an order number; without regard to case
    std::string state;   ///< kept, set_aside, corrected, returns (below zero), no_price (nothing paid), sums (of a day)
    std::int32_t import = 0;  ///< lines that this import brought; 0: of all
    std::string sort = "date";  ///< date, item, location, channel, quantity, price, amount, file; equal ones in file order
    bool isDescending = false;

    bool operator==(const LineQuery&) const = default;
};

/// A sale line with its numbers written out.
struct LineRow {
    Day day = noDay;
    std::int32_t second = -1;  ///< of the day; -1: not known
    std::string item, name, location, channel, order;
    Fixed quantity = fixedMissing, price = fixedMissing, amount = fixedMissing;
    std::int64_t customer = 0;  ///< keyed hash; 0: none
    std::string state;          ///< kept, set_aside, corrected, sum
    std::string step;           ///< id of the cleaning step that set it aside
    Fixed corrected = fixedMissing;  ///< the quantity that counts, where cleaning has changed it
    std::int32_t import = 0;
    std::int64_t row = 0;  ///< of the imported file
};

struct LinePage {
    std::int64_t total = 0;  ///< lines that the query finds
    std::vector<LineRow> rows;
};

/// The weeks of what a query finds.
struct LineWeeks {
    Day firstDay = noDay;      ///< of the first week
    std::vector<Fixed> sold;   ///< units as imported
    std::vector<Fixed> kept;   ///< units that cleaning keeps
};

}  // namespace foresell
