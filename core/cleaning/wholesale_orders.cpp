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

constexpr std::size_t fewestOrders = 30;       ///< that a shop needs to have a usual order
constexpr std::size_t fewestOfCustomer = 3;    ///< orders of a customer that are judged as a habit
constexpr double smallestSpread = 0.35;        ///< of log units

/// Orders by their size in units, on the logarithm: how many robust deviations above the shop's median (Hampel identifier).
class WholesaleFinder {
public:
    WholesaleFinder(CleaningState& state, const StepOptions& options)
        : m_state(state), m_table(state.table()), m_times(options.number("times")), m_score(options.number("score")),
          m_smallest(options.number("smallest")), m_judgesCustomers(options.flag("customers")),
          m_hashes(state.table().orderHashes()) {}

    void run() {
        collectOrders();
        if (m_orders.size() < fewestOrders) {
            return;
        }
        std::vector<double> units;
        std::vector<double> logs;
        for (const Order& order : m_orders) {
            units.push_back(toDouble(order.units));
            logs.push_back(std::log(units.back()));
        }
        m_usual = lowerMedian(units);
        m_scale = RobustScale::of(logs, smallestSpread);
        if (m_judgesCustomers) {
            findCustomers();
        }
        mark();
    }

private:
    struct Order {
        Fixed units = 0;
        std::int64_t customer = 0;
    };
    static constexpr std::uint32_t noOrder = UINT32_MAX;

    /// An order is what bears one number for one customer; a line without a number is one of its own.
    void collectOrders() {
        m_orderOf.assign(m_table.size(), noOrder);
        std::unordered_map<std::uint64_t, std::uint32_t> numbers;
        for (Line line = 0; line < m_table.size(); ++line) {
            if (!m_state.isSale(line)) {
                continue;
            }
            const std::uint64_t hash = m_hashes[m_table.orderRun(line)];
            auto number = static_cast<std::uint32_t>(m_orders.size());
            if (hash != 0) {
                const std::uint64_t key = hash ^ static_cast<std::uint64_t>(m_table.customer(line)) * 0x9E3779B97F4A7C15U;
                number = numbers.emplace(key, number).first->second;
            }
            if (number == m_orders.size()) {
                m_orders.push_back({0, m_table.customer(line)});
            }
            m_orders[number].units += m_state.quantity(line);
            m_orderOf[line] = number;
        }
    }

    bool isLarge(double units) const {
        return units >= m_smallest && units >= m_times * m_usual && m_scale.scoreOf(std::log(units)) >= m_score;
    }

    void findCustomers() {
        std::unordered_map<std::int64_t, std::vector<double>> sizes;
        for (const Order& order : m_orders) {
            if (order.customer != 0) {
                sizes[order.customer].push_back(toDouble(order.units));
            }
        }
        for (auto& [customer, units] : sizes) {
            if (units.size() >= fewestOfCustomer) {
                if (const double usual = lowerMedian(units); isLarge(usual)) {
                    m_largeCustomers.emplace(customer, usual);
                }
            }
        }
    }

    std::int32_t tenths(double units) const { return static_cast<std::int32_t>(std::min(units / m_usual * 10, 2e9)); }

    void mark() {
        std::vector<bool> isCounted(m_orders.size());
        for (Line line = 0; line < m_table.size(); ++line) {
            if (m_orderOf[line] == noOrder) {
                continue;
            }
            const Order& order = m_orders[m_orderOf[line]];
            const auto customer = m_largeCustomers.find(order.customer);
            const bool isOwn = isLarge(toDouble(order.units));
            if (!isOwn && customer == m_largeCustomers.end()) {
                continue;
            }
            const auto units = static_cast<std::int32_t>(std::min(isOwn ? toDouble(order.units) : customer->second, 2e9));
            m_state.setAside(line, isOwn ? CleaningReason::WholesaleOrder : CleaningReason::WholesaleCustomer,
                             {.number = tenths(units), .usual = units});
            m_state.addFact("orders", isCounted[m_orderOf[line]] ? 0 : 1);
            isCounted[m_orderOf[line]] = true;
        }
        m_state.setFact("customers", static_cast<std::int64_t>(m_largeCustomers.size()));
    }

    CleaningState& m_state;
    const LineTable& m_table;
    double m_times, m_score, m_smallest;
    bool m_judgesCustomers;
    std::vector<std::uint64_t> m_hashes;
    std::vector<std::uint32_t> m_orderOf;  ///< by line
    std::vector<Order> m_orders;
    double m_usual = 0;
    RobustScale m_scale;
    std::unordered_map<std::int64_t, double> m_largeCustomers;  ///< with their usual order
};

}  // namespace

void findWholesaleOrders(CleaningState& state, const StepOptions& options) {
    WholesaleFinder(state, options).run();
}

}  // namespace foresell
