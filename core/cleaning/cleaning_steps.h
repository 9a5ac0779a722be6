// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/job.h"
#include "core/cleaning/cleaning_state.h"
#include "core/cleaning/recipe.h"
#include "core/cleaning/step_catalog.h"

namespace foresell {

/// Does what the step says to the lines that are kept when it begins. The order of lines, the numbers of items and the
/// borders of chunks never decide anything.
void runCleaningStep(CleaningState& state, const RecipeStep& step, const JobControl& job);

// What runCleaningStep calls, a function a step.

/// Sets aside all but one of lines that are the same in every cell, and the lines of orders as a whole (without an item)
/// of which there are lines by item.
void setAsideRepeats(CleaningState& state);

/// Sets aside lines that repeat an earlier one of the same item and place (and order, customer, quantity, price, as the
/// options say) within some minutes; where a time of day is missing, on the same day.
void setAsideNearRepeats(CleaningState& state, const StepOptions& options);

/// Sets aside the lines of cancelling orders and the sale that each cancels: the latest one before it of the same
/// customer, item, location and channel, with the same quantity and price; else with the same quantity; else, where
/// `partial`, the part is taken off a larger sale. Without a customer the sale must bear the order number that follows the
/// prefix.
void matchCancellations(CleaningState& state, const StepOptions& options);

/// Whether an order number begins with a cancellation prefix, before a digit; without regard to case.
class CancellationPrefixes {
public:
    explicit CancellationPrefixes(const StepOptions& options);
    bool matches(std::string_view order) const { return !suffix(order).empty(); }
    /// What follows the prefix; empty where the order does not cancel.
    std::string_view suffix(std::string_view order) const;

private:
    std::vector<std::string> m_prefixes;
};

/// Negative lines that are left: set aside, or taken off the sale they belong to. See netted_returns.cpp.
void treatReturns(CleaningState& state, const StepOptions& options);
void setAsideReturns(CleaningState& state);

void setAsideZeroPrices(CleaningState& state);

/// Sets aside postage, fees, vouchers and adjustments, known by item code or name. The number of a change names the
/// pattern in `nonProductPatterns`.
void setAsideNonProducts(CleaningState& state, const StepOptions& options);
std::vector<std::string> nonProductPatterns(const StepOptions& options);

/// Sets aside orders that were placed to try the shop, or by its own people: by order number, item, location or channel,
/// or a price of next to nothing. The number of a change names the pattern in `testOrderPatterns`; -1: the price.
void setAsideTestOrders(CleaningState& state, const StepOptions& options);
std::vector<std::string> testOrderPatterns(const StepOptions& options);

/// Sets aside, or caps, sale lines that are `times` the item's usual line and more, and far outside its usual spread
/// (Hampel identifier on the logarithm: Davies and Gather, JASA 88, 1993). The usual is the median line of the item, raised
/// by the day's shop-wide factor, so that a festival is no outlier; a line under a promotion must exceed the item's lines
/// under promotions as well, of which there must be enough.
void findBulkOrders(CleaningState& state, const StepOptions& options);

/// Sets aside whole orders that are far larger than the shop's usual order, and all orders of customers whose usual order
/// is such a one.
void findWholesaleOrders(CleaningState& state, const StepOptions& options);

/// Sets aside bursts of orders that look bought to lift an item's rank: of this item alone, a usual quantity, by customers
/// who never buy again, many times more on a day than the item and the shop's day let expect.
void findClickFarms(CleaningState& state, const StepOptions& options);

/// Corrects or sets aside lines whose price is far from the item's prices around it, promotions left out.
void findPriceOutliers(CleaningState& state, const StepOptions& options);

/// Caps or sets aside what an item sold at a place on a day beyond what its season, weekday and the shop's day let expect,
/// promotions left out.
void findQuantityOutliers(CleaningState& state, const StepOptions& options);

/// Items and locations that became others. Throws Error "cleaning.bad_recipe" where they go round in a circle.
void mergeItems(CleaningState& state, const StepOptions& options);
/// Gives the sales of replaced items to the items that came after them. Throws as `mergeItems`.
void carryHistoryOn(CleaningState& state, const StepOptions& options);

/// Sets aside the lines of bundles for lines of what is in them, and adds the gifts that came with a sale and stand in no
/// line of its order. Money goes by given shares, else by the parts' usual prices; it and the units add up. See bundles.cpp.
void takeBundlesApart(CleaningState& state, const StepOptions& options);

/// Gives the sales of sizes and colours to their style, whose size curve tells how they share its demand. See styles.cpp.
void sumUpStyles(CleaningState& state, const StepOptions& options);

/// Quantities into the item's unit, money into the project's currency.
void convertUnits(CleaningState& state, const StepOptions& options);

/// Lines without quantity, price or item, as the options say.
void treatMissing(CleaningState& state, const StepOptions& options);

/// Days on which the shop is closed: their lines are set aside, and no demand is learnt from them.
void closeDays(CleaningState& state, const StepOptions& options);

/// Estimates what would have been sold on days without stock. Changes no line. See stock_outs.cpp.
void estimateLostDemand(CleaningState& state, const StepOptions& options, const JobControl& job);

}  // namespace foresell
