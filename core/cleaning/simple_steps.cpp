// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_steps.h"

namespace foresell {

using Line = LineTable::Line;

void setAsideRepeats(CleaningState& state) {
    for (Line line = 0; line < state.table().size(); ++line) {
        if (state.isKept(line) && state.table().isRepeat(line)) {
            state.setAside(line, CleaningReason::ExactRepeat);
        }
    }
}

void setAsideReturns(CleaningState& state) {
    for (Line line = 0; line < state.table().size(); ++line) {
        const Fixed quantity = state.table().quantity(line);
        if (state.isKept(line) && !isMissing(quantity) && quantity < 0) {
            state.setAside(line, CleaningReason::ReturnWithoutSale);
        }
    }
}

void setAsideZeroPrices(CleaningState& state) {
    const LineTable& table = state.table();
    for (Line line = 0; line < table.size(); ++line) {
        if (!state.isKept(line)) {
            continue;
        }
        // Where the file gives amounts alone, the amount decides.
        const Fixed money = isMissing(table.price(line)) ? table.amount(line) : table.price(line);
        if (isMissing(money) || money > 0) {
            continue;
        }
        if (money == 0) {
            state.setAside(line, CleaningReason::PriceZero);
            state.addFact("price_zero", 1);
        } else if (!isMissing(table.price(line)) || state.isSale(line)) {
            state.setAside(line, CleaningReason::PriceNegative);
            state.addFact("price_negative", 1);
        }
    }
}

void setAsideMissing(CleaningState& state) {
    const LineTable& table = state.table();
    const bool hasItems = state.facts().withoutItem < state.facts().lines;
    std::int64_t withoutQuantity = 0;
    std::int64_t withoutItem = 0;
    std::int64_t withoutCustomer = 0;
    std::int64_t withoutPrice = 0;
    for (Line line = 0; line < table.size(); ++line) {
        if (!state.isKept(line)) {
            continue;
        }
        if (isMissing(table.quantity(line))) {
            state.setAside(line, CleaningReason::NoQuantity);
            ++withoutQuantity;
        } else if (hasItems && table.item(line) == 0) {
            state.setAside(line, CleaningReason::NoItem);
            ++withoutItem;
        } else {
            withoutCustomer += table.customer(line) == 0 ? 1 : 0;
            withoutPrice += isMissing(table.price(line)) && isMissing(table.amount(line)) ? 1 : 0;
        }
    }
    state.addFact("without_quantity", withoutQuantity);
    state.addFact("without_item", withoutItem);
    state.addFact("kept_without_customer", withoutCustomer);
    state.addFact("kept_without_price", withoutPrice);
}

}  // namespace foresell
