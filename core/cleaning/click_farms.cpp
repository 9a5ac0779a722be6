// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <unordered_map>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/line_groups.h"
#include "core/cleaning/robust.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr double usualQuantities = 3;  ///< times the item's usual line that a bought order may be at most

/// Counts, for each item and day, the orders of this item alone, of a usual quantity, by a customer who buys once, and looks
/// where they are far more than usual: on the square-root scale of Anscombe (Biometrika 35, 1948), on which counts have the
/// same spread of 1 (2 (sqrt(n + 3/8) - sqrt(expected + 3/8))).
class ClickFarmFinder {
public:
    ClickFarmFinder(CleaningState& state, const StepOptions& options)
        : m_state(state), m_table(state.table()), m_score(options.number("score")), m_fewest(options.number("fewest_orders")),
          m_firstShare(options.number("first_orders")), m_hashes(state.table().orderHashes()),
          m_firstDay(state.facts().firstDay), m_days(static_cast<std::size_t>(state.facts().lastDay - m_firstDay) + 1) {}

    void run() {
        if (!m_table.hasCustomers() || m_state.facts().lines == 0) {
            m_state.setFact("needs_customers", 1);
            return;
        }
        m_sales = salesOf(m_state);
        countOrders();
        findUsual();
        findCandidates();
        judge();
    }

private:
    struct Customer {
        std::uint64_t order = 0;  ///< of the first line seen
        bool buysOnce = true;
    };

    std::size_t dayOf(Line line) const { return static_cast<std::size_t>(m_table.day(line) - m_firstDay); }
    /// One number for an order; lines without a number are one each.
    std::uint64_t orderOf(Line line) const {
        const std::uint64_t hash = m_hashes[m_table.orderRun(line)];
        return hash != 0 ? hash : (static_cast<std::uint64_t>(line) + 1) << 1U;
    }

    void countOrders() {
        for (const Line line : m_sales) {
            const std::uint64_t order = orderOf(line);
            ++m_linesOfOrder[order];
            if (const std::int64_t customer = m_table.customer(line); customer != 0) {
                const auto [known, isNew] = m_customers.emplace(customer, Customer{order});
                known->second.buysOnce = isNew || (known->second.buysOnce && known->second.order == order);
            }
        }
    }

    void findUsual() {
        const LineGroups byItem = salesByItem(m_state);
        m_usualQuantity.resize(byItem.size());
        std::vector<Fixed> quantities;
        for (std::size_t item = 0; item < byItem.size(); ++item) {
            quantities.clear();
            for (const Line line : byItem.at(item)) {
                quantities.push_back(m_state.quantity(line));
            }
            m_usualQuantity[item] = quantities.empty() ? 0 : toDouble(lowerMedian(quantities));
        }
    }

    bool buysOnce(Line line) const {
        const auto customer = m_customers.find(m_table.customer(line));
        return customer != m_customers.end() && customer->second.buysOnce;
    }

    /// Orders of one item alone and of a usual quantity.
    bool isAlone(Line line) const {
        return m_linesOfOrder.at(orderOf(line)) == 1 &&
               toDouble(m_state.quantity(line)) <= usualQuantities * m_usualQuantity[static_cast<std::size_t>(m_state.item(line))];
    }

    void findCandidates() {
        m_shopDays.resize(m_days);
        for (const Line line : m_sales) {
            if (isAlone(line)) {
                m_alone.push_back(line);
                m_shopDays[dayOf(line)] += 1;
            }
        }
        std::vector<double> busy;
        for (const double count : m_shopDays) {
            if (count > 0) {
                busy.push_back(count);
            }
        }
        m_usualDay = busy.empty() ? 1 : lowerMedian(busy);
        const auto firsts = static_cast<double>(std::count_if(m_alone.begin(), m_alone.end(), [this](Line line) { return buysOnce(line); }));
        m_usualFirsts = m_alone.empty() ? 0 : firsts / static_cast<double>(m_alone.size());
    }

    void judge() {
        const LineGroups byItem(m_alone, static_cast<std::size_t>(m_state.highestItem()) + 1,
                                [this](Line line) { return static_cast<std::size_t>(m_state.item(line)); });
        std::vector<double> counts;
        for (std::size_t item = 0; item < byItem.size(); ++item) {
            const std::span<const Line> lines = byItem.at(item);
            if (static_cast<double>(lines.size()) < m_fewest) {
                continue;
            }
            const LineGroups byDay({lines.begin(), lines.end()}, m_days, [this](Line line) { return dayOf(line); });
            std::size_t first = 0;
            while (byDay.count(first) == 0) {
                ++first;
            }
            counts.clear();
            for (std::size_t day = first; day < m_days; ++day) {
                if (m_shopDays[day] > 0) {
                    counts.push_back(static_cast<double>(byDay.count(day)));
                }
            }
            const double usual = lowerMedian(counts);
            for (std::size_t day = first; day < m_days; ++day) {
                judgeDay(byDay.at(day), usual, day);
            }
        }
    }

    static double apart(double count, double expected) { return 2 * (std::sqrt(count + 0.375) - std::sqrt(expected + 0.375)); }

    /// Customers who buy once come beside those who come back: on a day that is busy for its own reasons there are more of both.
    bool areTooManyFirsts(double firsts, double count) const {
        const double expected = (count - firsts) * m_usualFirsts / std::max(0.05, 1 - m_usualFirsts);
        return firsts >= m_fewest && apart(firsts, expected) >= m_score;
    }

    void judgeDay(std::span<const Line> lines, double usual, std::size_t day) {
        const auto count = static_cast<double>(lines.size());
        if (count < m_fewest || isPromoted(m_state, lines.front())) {
            return;
        }
        // A day that is busy over the whole shop is busy for this item too; its own orders do not make it so.
        const double rest = (m_shopDays[day] - count) / m_usualDay;
        const double expected = usual * std::max(1.0, rest);
        const double score = apart(count, expected);
        const auto firsts = static_cast<double>(std::count_if(lines.begin(), lines.end(), [this](Line line) { return buysOnce(line); }));
        if (score < m_score || (firsts < m_firstShare * count && !areTooManyFirsts(firsts, count))) {
            return;
        }
        for (const Line line : lines) {
            if (buysOnce(line)) {
                m_state.setAside(line, CleaningReason::ClickFarm,
                                 {.number = static_cast<std::int32_t>(count), .usual = static_cast<std::int32_t>(std::lround(expected))});
            }
        }
        m_state.addFact("bursts", 1);
    }

    CleaningState& m_state;
    const LineTable& m_table;
    double m_score, m_fewest, m_firstShare;
    std::vector<std::uint64_t> m_hashes;
    Day m_firstDay;
    std::size_t m_days;
    std::vector<Line> m_sales, m_alone;
    std::unordered_map<std::uint64_t, std::uint32_t> m_linesOfOrder;
    std::unordered_map<std::int64_t, Customer> m_customers;
    std::vector<double> m_usualQuantity;  ///< by item
    std::vector<double> m_shopDays;       ///< by day: orders of one item alone
    double m_usualDay = 1;
    double m_usualFirsts = 0;  ///< share of customers who buy once
};

}  // namespace

void findClickFarms(CleaningState& state, const StepOptions& options) {
    ClickFarmFinder(state, options).run();
}

}  // namespace foresell
