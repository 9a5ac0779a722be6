// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/cleaning/cleaning_state.h"

namespace foresell {

// Each step looks at the lines that are kept when it begins. The order of lines, the numbers of items and the borders of
// chunks never decide anything.

/// Sets aside all but one of lines that are the same in every cell.
void setAsideRepeats(CleaningState& state);

/// Sets aside the lines of cancelling orders and the sale that each cancels: the latest one before it of the same
/// customer, item, location and channel, with the same quantity and price; else with the same quantity; else, where
/// `partial`, the part is taken off a larger sale. Without a customer the sale must bear the order number that follows the
/// prefix.
void matchCancellations(CleaningState& state, const nlohmann::json& options);

/// Whether an order number begins with a cancellation prefix, before a digit; without regard to case.
class CancellationPrefixes {
public:
    explicit CancellationPrefixes(const nlohmann::json& options);
    bool matches(std::string_view order) const { return !suffix(order).empty(); }
    /// What follows the prefix; empty where the order does not cancel.
    std::string_view suffix(std::string_view order) const;

private:
    std::vector<std::string> m_prefixes;
};

/// Sets aside negative lines that are left.
void setAsideReturns(CleaningState& state);
void setAsideZeroPrices(CleaningState& state);
/// Sets aside postage, fees, vouchers and adjustments, known by item code or name. The number of a change names the
/// pattern in `nonProductPatterns`.
void setAsideNonProducts(CleaningState& state, const nlohmann::json& options);
std::vector<std::string> nonProductPatterns(const nlohmann::json& options);

/// Sets aside, or caps, sale lines that are `times` the item's usual line and more, and far outside its usual spread
/// (Hampel identifier on the logarithm: Davies and Gather, JASA 88, 1993). The usual is the median line of the item, raised
/// by the day's shop-wide factor, so that a festival is no outlier; a line under a promotion must exceed the item's lines
/// under promotions as well, of which there must be enough.
void findBulkOrders(CleaningState& state, const nlohmann::json& options);

/// Sets aside lines without a quantity, and lines without an item where other lines have one.
void setAsideMissing(CleaningState& state);

}  // namespace foresell
