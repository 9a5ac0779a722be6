// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/line_groups.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

class NearRepeatFinder {
public:
    NearRepeatFinder(CleaningState& state, const StepOptions& options)
        : m_state(state), m_table(state.table()), m_sameOrder(options.flag("same_order")),
          m_sameCustomer(options.flag("same_customer")), m_sameQuantity(options.flag("same_quantity")),
          m_samePrice(options.flag("same_price")), m_seconds(static_cast<std::int64_t>(options.number("minutes") * 60)),
          m_orders(state.table().orderHashes()) {}

    void run() {
        std::vector<std::pair<std::uint64_t, Line>> lines;
        for (const Line line : salesOf(m_state)) {
            if (!m_sameOrder || m_orders[m_table.orderRun(line)] != 0) {
                lines.emplace_back(keyOf(line), line);
            }
        }
        std::sort(lines.begin(), lines.end(), [this](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : isEarlier(a.second, b.second);
        });
        for (std::size_t begin = 0; begin < lines.size();) {
            std::size_t end = begin + 1;
            while (end < lines.size() && lines[end].first == lines[begin].first) {
                ++end;
            }
            compare(std::span(lines).subspan(begin, end - begin));
            begin = end;
        }
    }

private:
    std::uint64_t keyOf(Line line) const {
        std::uint64_t key = static_cast<std::uint64_t>(m_state.place(line)) << 32U | static_cast<std::uint32_t>(m_state.item(line));
        const auto mix = [&key](std::uint64_t value) {
            key = (key ^ value) * 0x9E3779B97F4A7C15U;
            key ^= key >> 29U;
        };
        mix(m_sameOrder ? m_orders[m_table.orderRun(line)] : 0);
        mix(m_sameCustomer ? static_cast<std::uint64_t>(m_table.customer(line)) : 0);
        mix(m_sameQuantity ? static_cast<std::uint64_t>(m_state.quantity(line)) : 0);
        mix(m_samePrice ? static_cast<std::uint64_t>(m_state.unitPrice(line)) : 0);
        return key;
    }

    /// By time and content, so that the place in the file decides only between lines that are the same.
    bool isEarlier(Line a, Line b) const {
        const auto rank = [this](Line line) {
            return std::tuple(m_table.day(line), m_table.second(line), m_state.quantity(line), m_state.price(line), line);
        };
        return rank(a) < rank(b);
    }

    bool agree(Line a, Line b) const {
        return m_state.item(a) == m_state.item(b) && m_state.place(a) == m_state.place(b) &&
               (!m_sameOrder || m_table.order(a) == m_table.order(b)) &&
               (!m_sameCustomer || m_table.customer(a) == m_table.customer(b)) &&
               (!m_sameQuantity || m_state.quantity(a) == m_state.quantity(b)) &&
               (!m_samePrice || m_state.unitPrice(a) == m_state.unitPrice(b)) && isNear(a, b);
    }

    bool isNear(Line a, Line b) const {
        if (m_table.second(a) < 0 || m_table.second(b) < 0) {
            return m_table.day(a) == m_table.day(b);
        }
        return timeOf(m_table, b) - timeOf(m_table, a) <= m_seconds;
    }

    /// Each line beside the last one that is kept before it.
    void compare(std::span<const std::pair<std::uint64_t, Line>> group) {
        Line kept = group.front().second;
        for (const auto& [key, line] : group.subspan(1)) {
            if (agree(kept, line)) {
                m_state.setAside(line, CleaningReason::NearRepeat, {.other = kept});
            } else {
                kept = line;
            }
        }
    }

    CleaningState& m_state;
    const LineTable& m_table;
    bool m_sameOrder, m_sameCustomer, m_sameQuantity, m_samePrice;
    std::int64_t m_seconds;
    std::vector<std::uint64_t> m_orders;
};

}  // namespace

void setAsideNearRepeats(CleaningState& state, const StepOptions& options) {
    NearRepeatFinder(state, options).run();
}

}  // namespace foresell
