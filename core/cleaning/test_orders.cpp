// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/text_patterns.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

/// The pattern of each item, place and order run, numbered through the three lists; -1: none.
class TestOrderFinder {
public:
    TestOrderFinder(const CleaningState& state, const StepOptions& options)
        : m_state(state), m_orders(options.texts("orders")), m_items(options.texts("items")), m_places(options.texts("places")),
          m_orderCount(static_cast<int>(options.texts("orders").size())),
          m_itemCount(static_cast<int>(options.texts("items").size())) {
        const LineTable& table = state.table();
        m_byRun.resize(table.orderRuns());
        for (std::size_t run = 0; run < m_byRun.size(); ++run) {
            m_byRun[run] = m_orders.find(table.orderOfRun(run));
        }
        m_byItem.assign(static_cast<std::size_t>(state.highestItem()) + 1, unknown);
        for (std::size_t place = 0; place < table.placeCount(); ++place) {
            const auto number = static_cast<std::int32_t>(place);
            const int location = m_places.find(state.source().locationCode(table.locationOf(number)));
            const int channel = m_places.find(state.source().channelCode(table.channelOf(number)));
            const int found = location >= 0 ? location : channel;
            m_byPlace.push_back(found < 0 ? -1 : m_orderCount + m_itemCount + found);
        }
    }

    int patternOf(Line line) {
        if (const int order = m_byRun[m_state.table().orderRun(line)]; order >= 0) {
            return order;
        }
        int& item = m_byItem[static_cast<std::size_t>(m_state.item(line))];
        if (item == unknown) {
            int found = m_items.find(m_state.source().itemCode(m_state.item(line)));
            found = found >= 0 ? found : m_items.findInName(m_state.source().itemName(m_state.item(line)));
            item = found < 0 ? -1 : m_orderCount + found;
        }
        return item >= 0 ? item : m_byPlace[static_cast<std::size_t>(m_state.table().place(line))];
    }

private:
    static constexpr int unknown = -2;

    const CleaningState& m_state;
    TextPatterns m_orders, m_items, m_places;
    int m_orderCount, m_itemCount;
    std::vector<int> m_byRun, m_byItem, m_byPlace;
};

}  // namespace

std::vector<std::string> testOrderPatterns(const StepOptions& options) {
    std::vector<std::string> all = options.texts("orders");
    for (const char* list : {"items", "places"}) {
        const std::vector<std::string> more = options.texts(list);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

void setAsideTestOrders(CleaningState& state, const StepOptions& options) {
    TestOrderFinder finder(state, options);
    const Fixed cheapest = toFixed(options.number("price_up_to"));
    for (Line line = 0; line < state.table().size(); ++line) {
        if (!state.isKept(line)) {
            continue;
        }
        if (const int pattern = finder.patternOf(line); pattern >= 0) {
            state.setAside(line, CleaningReason::TestOrder, {.number = pattern});
            continue;
        }
        const Fixed price = state.unitPrice(line);
        if (cheapest > 0 && !isMissing(price) && price > 0 && price <= cheapest) {
            state.setAside(line, CleaningReason::TestOrder, {.number = -1});
        }
    }
}

}  // namespace foresell
