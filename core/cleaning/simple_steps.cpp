// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>
#include <vector>

#include "core/base/error.h"
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/day_spans.h"

namespace foresell {

using Line = LineTable::Line;

namespace {

/// Orders as a whole, from a list of orders, whose items came with another import.
void setAsideListedOrders(CleaningState& state) {
    const LineTable& table = state.table();
    const auto isListed = [&](Line line) { return table.item(line) == 0 && !table.isSum(line) && state.isKept(line); };
    bool hasListed = false;
    for (Line line = 0; line < table.size() && !hasListed; ++line) {
        hasListed = isListed(line);
    }
    if (!hasListed) {
        return;
    }
    const std::vector<std::uint64_t> orders = table.orderHashes();
    std::unordered_set<std::uint64_t> withItems;
    for (Line line = 0; line < table.size(); ++line) {
        if (table.item(line) != 0 && state.isKept(line)) {
            withItems.insert(orders[table.orderRun(line)]);
        }
    }
    withItems.erase(0);
    for (Line line = 0; line < table.size(); ++line) {
        if (isListed(line) && withItems.contains(orders[table.orderRun(line)])) {
            state.setAside(line, CleaningReason::ItemsAreThere);
        }
    }
}

}  // namespace

void setAsideRepeats(CleaningState& state) {
    for (Line line = 0; line < state.table().size(); ++line) {
        if (state.isKept(line) && state.table().isRepeat(line)) {
            state.setAside(line, CleaningReason::ExactRepeat);
        }
    }
    setAsideListedOrders(state);
}

void setAsideReturns(CleaningState& state) {
    for (Line line = 0; line < state.table().size(); ++line) {
        const Fixed quantity = state.quantity(line);
        if (state.isKept(line) && !isMissing(quantity) && quantity < 0) {
            state.setAside(line, CleaningReason::ReturnWithoutSale);
        }
    }
}

void setAsideZeroPrices(CleaningState& state) {
    for (Line line = 0; line < state.table().size(); ++line) {
        if (!state.isKept(line)) {
            continue;
        }
        // Where the file gives amounts alone, the amount decides.
        const Fixed price = state.price(line);
        const Fixed money = isMissing(price) ? state.amount(line) : price;
        if (isMissing(money) || money > 0) {
            continue;
        }
        if (money == 0) {
            state.setAside(line, CleaningReason::PriceZero);
            state.addFact("price_zero", 1);
        } else if (!isMissing(price) || state.isSale(line)) {
            state.setAside(line, CleaningReason::PriceNegative);
            state.addFact("price_negative", 1);
        }
    }
}

void closeDays(CleaningState& state, const StepOptions& options) {
    std::vector<ClosedSpan> spans;
    for (const std::string& text : options.texts("days")) {
        const auto span = parseDaySpan(text).value();
        spans.push_back({span.first, span.last});
        state.addFact("days", span.last - span.first + 1);
    }
    const bool setsAside = options.text("treatment") == "set_aside";
    for (Line line = 0; setsAside && !spans.empty() && line < state.table().size(); ++line) {
        const Day day = state.table().day(line);
        const bool isClosed = std::any_of(spans.begin(), spans.end(),
                                          [&](const ClosedSpan& span) { return span.first <= day && day <= span.last; });
        if (isClosed && state.isKept(line)) {
            state.setAside(line, CleaningReason::ClosedDay);
        }
    }
    state.close(std::move(spans));
}

}  // namespace foresell
