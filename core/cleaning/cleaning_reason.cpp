// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_reason.h"

#include <array>
#include <cstddef>

namespace foresell {

const char* reasonName(CleaningReason reason) {
    static constexpr std::array names = {
        "exact_repeat",     "near_repeat",        "cancelled_by",   "partly_cancelled_by", "cancels",          "no_earlier_sale",
        "return_without_sale", "returned_by",     "partly_returned_by", "returns",         "returns_expected", "price_zero",
        "price_negative",   "not_a_product",      "test_order",     "bulk_order",          "wholesale_order",  "wholesale_customer",
        "click_farm",       "price_outlier",      "quantity_outlier", "merged",            "unit_converted",   "money_converted",
        "no_quantity",      "no_price",           "no_item",        "quantity_filled",     "price_filled",     "closed_day",
        "out_of_stock",     "succeeded",          "taken_apart",    "part_of",             "gift_with",        "of_style",
        "items_are_there"};
    static_assert(names.size() == static_cast<std::size_t>(CleaningReason::ItemsAreThere) + 1);
    return names[static_cast<std::size_t>(reason)];
}

}  // namespace foresell
