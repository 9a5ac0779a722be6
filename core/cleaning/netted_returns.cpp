// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/line_groups.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr std::size_t mostLooks = 5'000;  ///< sales that a return looks at

/// How long returns take. Of the units sold at least u days ago, the share that came back after exactly u days is known
/// without a bias from the latest days; summed over u it gives the share that has come back after so many days (the
/// cumulative incidence of chain-ladder reserving: Mack, ASTIN Bulletin 23, 1993).
class ReturnLag {
public:
    ReturnLag(std::size_t days, Day lastDay) : m_lastDay(lastDay), m_returned(days + 1), m_soldByAge(days + 1) {}

    void addSale(Day day, Fixed units) { m_soldByAge[at(m_lastDay - day)] += units; }
    void addReturn(Day sold, Day returned, Fixed units) { m_returned[at(returned - sold)] += units; }

    void learn() {
        std::vector<double> soldBefore(m_soldByAge.size());  // units of at least this age
        Fixed sold = 0;
        for (std::size_t age = m_soldByAge.size(); age-- > 0;) {
            sold += m_soldByAge[age];
            soldBefore[age] = toDouble(sold);
        }
        m_share.resize(m_returned.size());
        double running = 0;
        for (std::size_t lag = 0; lag < m_returned.size(); ++lag) {
            running += soldBefore[lag] > 0 ? toDouble(m_returned[lag]) / soldBefore[lag] : 0;
            m_share[lag] = std::min(running, 1.0);
        }
    }

    double whole() const { return m_share.back(); }
    /// The share of what was sold `age` days ago that is still to come back.
    double stillToCome(Day age) const { return std::max(0.0, whole() - m_share[at(age)]); }
    /// Days after which this part of all returns has come.
    std::int64_t daysUntil(double part) const {
        return std::lower_bound(m_share.begin(), m_share.end(), part * whole()) - m_share.begin();
    }

private:
    std::size_t at(Day days) const { return std::min(static_cast<std::size_t>(std::max(0, days)), m_returned.size() - 1); }

    Day m_lastDay;
    std::vector<Fixed> m_returned, m_soldByAge;
    std::vector<double> m_share;
};

/// Takes returns off the latest earlier sale that they can belong to: of the same order, else the same customer, else,
/// where the return names neither, of the same item and place.
class ReturnNetter {
public:
    ReturnNetter(CleaningState& state, const StepOptions& options)
        : m_state(state), m_table(state.table()), m_days(static_cast<Day>(options.number("days"))),
          m_expects(options.flag("expect")), m_orders(state.table().orderHashes()),
          m_lag(static_cast<std::size_t>(m_days), state.facts().lastDay) {}

    void run();

private:
    struct Sale {
        Line line = LineTable::noLine;
        Fixed before = 0, left = 0;
        Line returnedBy = LineTable::noLine;
    };
    struct Group {
        std::vector<Line> returns;
        std::vector<Sale> sales;  ///< by time
    };

    std::uint64_t keyOf(Line line) const {
        return static_cast<std::uint64_t>(m_state.place(line)) << 32U | static_cast<std::uint32_t>(m_state.item(line));
    }
    bool isEarlier(Line a, Line b) const {
        const auto rank = [this](Line line) {
            return std::tuple(timeOf(m_table, line), m_table.order(line), m_state.quantity(line), m_state.price(line), line);
        };
        return rank(a) < rank(b);
    }
    void collect();
    void matchGroup(Group& group);
    int rankOf(const Sale& sale, Line back) const;
    Sale* saleOf(Group& group, Line back) const;
    void settle();
    Fixed stillExpected(Line line, Fixed before) const;
    void tellFacts();

    CleaningState& m_state;
    const LineTable& m_table;
    Day m_days;
    bool m_expects;
    std::vector<std::uint64_t> m_orders;
    ReturnLag m_lag;
    std::unordered_map<std::uint64_t, Group> m_groups;
    std::unordered_map<Line, Sale> m_netted;  ///< sales that something came back of
    std::int64_t m_matched = 0, m_unmatched = 0;
    Fixed m_expected = 0;
};

void ReturnNetter::collect() {
    for (Line line = 0; line < m_table.size(); ++line) {
        if (m_state.isKept(line) && m_state.quantity(line) < 0 && !isMissing(m_state.quantity(line))) {
            m_groups[keyOf(line)].returns.push_back(line);
        }
    }
    for (Line line = 0; line < m_table.size(); ++line) {
        if (!m_state.isSale(line)) {
            continue;
        }
        m_lag.addSale(m_table.day(line), m_state.quantity(line));
        if (const auto group = m_groups.find(keyOf(line)); group != m_groups.end()) {
            group->second.sales.push_back({line, m_state.quantity(line), m_state.quantity(line)});
        }
    }
}

/// 3 same order, 2 same customer, 1 the return says neither; 0: not this sale.
int ReturnNetter::rankOf(const Sale& sale, Line back) const {
    const std::uint64_t order = m_orders[m_table.orderRun(back)];
    if (order != 0 && order == m_orders[m_table.orderRun(sale.line)]) {
        return 3;
    }
    if (m_table.customer(back) != 0) {
        return m_table.customer(back) == m_table.customer(sale.line) ? 2 : 0;
    }
    return 1;
}

ReturnNetter::Sale* ReturnNetter::saleOf(Group& group, Line back) const {
    const Fixed wanted = -m_state.quantity(back);
    const auto after = std::partition_point(group.sales.begin(), group.sales.end(), [&](const Sale& sale) {
        return m_table.second(back) < 0 ? m_table.day(sale.line) <= m_table.day(back)
                                        : timeOf(m_table, sale.line) <= timeOf(m_table, back);
    });
    Sale* best = nullptr;
    int bestRank = 0;
    std::size_t looks = 0;
    for (auto sale = after; sale != group.sales.begin() && bestRank < 3 && looks < mostLooks; ++looks) {
        --sale;
        if (m_table.day(sale->line) < m_table.day(back) - m_days) {
            break;
        }
        const int rank = sale->left >= wanted ? rankOf(*sale, back) : 0;
        if (rank > bestRank) {
            best = &*sale;
            bestRank = rank;
        }
    }
    return best;
}

void ReturnNetter::matchGroup(Group& group) {
    std::sort(group.returns.begin(), group.returns.end(), [this](Line a, Line b) { return isEarlier(a, b); });
    std::sort(group.sales.begin(), group.sales.end(), [this](const Sale& a, const Sale& b) { return isEarlier(a.line, b.line); });
    for (const Line back : group.returns) {
        Sale* sale = saleOf(group, back);
        if (sale == nullptr) {
            ++m_unmatched;
            m_state.setAside(back, CleaningReason::ReturnWithoutSale);
            continue;
        }
        ++m_matched;
        sale->left += m_state.quantity(back);
        sale->returnedBy = back;
        m_lag.addReturn(m_table.day(sale->line), m_table.day(back), -m_state.quantity(back));
        m_state.setAside(back, CleaningReason::Returns, {.other = sale->line});
    }
    for (const Sale& sale : group.sales) {
        if (sale.left != sale.before) {
            m_netted[sale.line] = sale;
        }
    }
}

/// Units of the line that will come back but have not yet.
Fixed ReturnNetter::stillExpected(Line line, Fixed before) const {
    const Day age = m_state.facts().lastDay - m_table.day(line);
    return m_expects && age < m_days ? toFixed(toDouble(before) * m_lag.stillToCome(age)) : 0;
}

void ReturnNetter::settle() {
    for (Line line = 0; line < m_table.size(); ++line) {
        const auto netted = m_netted.find(line);
        if (netted == m_netted.end() && !(m_expects && m_state.isSale(line))) {
            continue;
        }
        const Fixed before = netted == m_netted.end() ? m_state.quantity(line) : netted->second.before;
        const Fixed left = netted == m_netted.end() ? before : netted->second.left;
        const Fixed expected = std::min(left, stillExpected(line, before));
        m_expected += expected;
        if (netted != m_netted.end()) {
            const ReasonDetail detail{.other = netted->second.returnedBy};
            if (left == 0) {
                m_state.setAside(line, CleaningReason::ReturnedBy, detail);
            } else {
                m_state.correct(line, left - expected, CleaningReason::PartlyReturnedBy, detail);
            }
        } else if (expected > 0) {
            const auto thousandths = static_cast<std::int32_t>(std::lround(toDouble(expected) / toDouble(before) * 1000));
            m_state.correct(line, left - expected, CleaningReason::ReturnsExpected, {.number = thousandths});
        }
    }
}

void ReturnNetter::tellFacts() {
    m_state.setFact("matched_returns", m_matched);
    m_state.setFact("without_sale", m_unmatched);
    if (m_matched > 0) {
        m_state.setFact("lag_median_days", m_lag.daysUntil(0.5));
        m_state.setFact("lag_90_days", m_lag.daysUntil(0.9));
        m_state.setFact("return_share_per_10000", std::lround(m_lag.whole() * 10'000));
        m_state.setFact("units_still_expected", m_expected / fixedOne);
    }
}

void ReturnNetter::run() {
    collect();
    for (auto& [key, group] : m_groups) {
        matchGroup(group);
    }
    m_lag.learn();
    settle();
    tellFacts();
}

}  // namespace

void treatReturns(CleaningState& state, const StepOptions& options) {
    if (options.text("treatment") == "net" && state.facts().lines > 0) {
        ReturnNetter(state, options).run();
    } else {
        setAsideReturns(state);
    }
}

}  // namespace foresell
