// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/cleaning/cleaning_steps.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

/// What a cancellation and the sale that it cancels share. `order` is empty where the customer is known.
struct MatchKey {
    std::int32_t item = 0;
    std::int32_t place = 0;
    std::int64_t customer = 0;
    std::string_view order;
    bool operator==(const MatchKey&) const = default;
};

struct MatchKeyHash {
    std::size_t operator()(const MatchKey& key) const {
        std::uint64_t hash = static_cast<std::uint64_t>(key.customer) * 0x9E3779B97F4A7C15U;
        hash = (hash ^ static_cast<std::uint32_t>(key.item) ^ static_cast<std::uint64_t>(key.place) << 32U) * 0xD6E8FEB86659FD93U;
        return static_cast<std::size_t>(hash ^ hash >> 29U) ^ std::hash<std::string_view>()(key.order);
    }
};

struct Candidates {
    std::vector<Line> cancellations;
    std::vector<Line> sales;
};

class Matcher {
public:
    Matcher(CleaningState& state, const StepOptions& options)
        : m_state(state),
          m_table(state.table()),
          m_prefixes(options),
          m_allowsPartial(options.flag("partial")),
          m_customerFilter(filterBits),
          m_isWantedItem(static_cast<std::size_t>(m_state.highestItem()) + 1) {}

    void run();

private:
    struct Sale {
        Line line = LineTable::noLine;
        Fixed before = 0;
        Fixed left = 0;
        Line cancelledBy = LineTable::noLine;
    };

    static constexpr std::size_t filterBits = 1U << 22U;
    static std::size_t filterBit(std::int64_t customer) {
        return static_cast<std::size_t>(static_cast<std::uint64_t>(customer) * 0x9E3779B97F4A7C15U >> 42U);
    }

    void collectCancellations();
    void collectSales();
    MatchKey customerKey(Line line) const {
        return {m_state.item(line), m_state.place(line), m_table.customer(line), {}};
    }
    bool isEarlier(Line a, Line b) const;
    void matchGroup(Candidates& group);
    Sale* bestSale(std::vector<Sale>& sales, Line cancellation, Fixed wanted) const;
    bool couldBeBefore(Line sale, Line cancellation) const;
    void settle(const std::vector<Sale>& sales);

    CleaningState& m_state;
    const LineTable& m_table;
    CancellationPrefixes m_prefixes;
    bool m_allowsPartial;
    std::unordered_map<MatchKey, Candidates, MatchKeyHash> m_groups;
    std::vector<bool> m_customerFilter;  ///< by `filterBit`: somebody with this bit cancelled something
    std::vector<bool> m_isWantedItem;
    bool m_matchesByOrder = false;
    std::vector<bool> m_isCancelling;  ///< by order run
    std::int64_t m_lines = 0;
    std::int64_t m_sales = 0;
    std::int64_t m_withoutSale = 0;
};

void Matcher::collectCancellations() {
    m_isCancelling.resize(m_table.orderRuns());
    for (std::size_t run = 0; run < m_isCancelling.size(); ++run) {
        m_isCancelling[run] = m_prefixes.matches(m_table.orderOfRun(run));
    }
    for (Line line = 0; line < m_table.size(); ++line) {
        if (!m_state.isKept(line) || !m_isCancelling[m_table.orderRun(line)]) {
            continue;
        }
        MatchKey key = customerKey(line);
        if (key.customer == 0) {
            key.order = m_prefixes.suffix(m_table.order(line));
            m_matchesByOrder = true;
        }
        m_groups[key].cancellations.push_back(line);
        m_isWantedItem[static_cast<std::size_t>(m_state.item(line))] = true;
        m_customerFilter[filterBit(key.customer)] = true;
    }
}

void Matcher::collectSales() {
    const auto add = [this](const MatchKey& key, Line line) {
        if (const auto group = m_groups.find(key); group != m_groups.end()) {
            group->second.sales.push_back(line);
        }
    };
    for (Line line = 0; line < m_table.size(); ++line) {
        if (!m_isWantedItem[static_cast<std::size_t>(m_state.item(line))] || !m_state.isSale(line) ||
            m_isCancelling[m_table.orderRun(line)]) {
            continue;
        }
        if (m_table.customer(line) != 0 && m_customerFilter[filterBit(m_table.customer(line))]) {
            add(customerKey(line), line);
        }
        if (m_matchesByOrder && !m_table.order(line).empty()) {
            add({m_state.item(line), m_state.place(line), 0, m_table.order(line)}, line);
        }
    }
}

/// By time and content: never by the place in the file alone where the content differs.
bool Matcher::isEarlier(Line a, Line b) const {
    return std::make_tuple(m_table.day(a), m_table.second(a), m_table.order(a), m_state.quantity(a), m_state.price(a), a) <
           std::make_tuple(m_table.day(b), m_table.second(b), m_table.order(b), m_state.quantity(b), m_state.price(b), b);
}

/// Where a time of day is missing, the same day will do.
bool Matcher::couldBeBefore(Line sale, Line cancellation) const {
    if (m_table.day(sale) != m_table.day(cancellation)) {
        return m_table.day(sale) < m_table.day(cancellation);
    }
    const std::int32_t at = m_table.second(sale);
    const std::int32_t until = m_table.second(cancellation);
    return at < 0 || until < 0 || at <= until;
}

/// The latest sale of the best kind: 3 same quantity and price, 2 same quantity, 1 larger at the same price, 0 larger.
Matcher::Sale* Matcher::bestSale(std::vector<Sale>& sales, Line cancellation, Fixed wanted) const {
    Sale* best = nullptr;
    int bestKind = -1;
    for (auto sale = sales.rbegin(); sale != sales.rend() && bestKind < 3; ++sale) {
        if (sale->left < wanted || !couldBeBefore(sale->line, cancellation)) {
            continue;
        }
        const bool isWhole = sale->left == wanted;
        if (!isWhole && !m_allowsPartial) {
            continue;
        }
        const bool isSamePrice = m_state.price(sale->line) == m_state.price(cancellation);
        const int kind = (isWhole ? 2 : 0) + (isSamePrice ? 1 : 0);
        if (kind > bestKind) {
            best = &*sale;
            bestKind = kind;
        }
    }
    return best;
}

void Matcher::matchGroup(Candidates& group) {
    const auto byTime = [this](Line a, Line b) { return isEarlier(a, b); };
    std::sort(group.cancellations.begin(), group.cancellations.end(), byTime);
    std::sort(group.sales.begin(), group.sales.end(), byTime);
    std::vector<Sale> sales;
    for (const Line line : group.sales) {
        // Two groups may share a sale, one by customer and one by order: what the first took is gone.
        if (m_state.isKept(line)) {
            sales.push_back({line, m_state.quantity(line), m_state.quantity(line)});
        }
    }
    for (const Line cancellation : group.cancellations) {
        const Fixed quantity = m_state.quantity(cancellation);
        Sale* sale = isMissing(quantity) || quantity >= 0 ? nullptr : bestSale(sales, cancellation, -quantity);
        ++m_lines;
        if (sale == nullptr) {
            ++m_withoutSale;
            m_state.setAside(cancellation, CleaningReason::NoEarlierSale);
            continue;
        }
        sale->left += quantity;
        sale->cancelledBy = cancellation;
        m_state.setAside(cancellation, CleaningReason::Cancels, {.other = sale->line});
    }
    settle(sales);
}

void Matcher::settle(const std::vector<Sale>& sales) {
    for (const Sale& sale : sales) {
        if (sale.left == sale.before) {
            continue;
        }
        if (sale.left == 0) {
            m_state.setAside(sale.line, CleaningReason::CancelledBy, {.other = sale.cancelledBy});
            ++m_sales;
        } else {
            m_state.correct(sale.line, sale.left, CleaningReason::PartlyCancelledBy, {.other = sale.cancelledBy});
        }
    }
}

void Matcher::run() {
    collectCancellations();
    collectSales();
    // Groups by customer first: which sale a group by order finds must not follow from the order of the hash table.
    for (const bool byOrder : {false, true}) {
        for (auto& [key, group] : m_groups) {
            if (key.order.empty() != byOrder) {
                matchGroup(group);
            }
        }
    }
    m_state.addFact("cancellation_lines", m_lines);
    m_state.addFact("matched_sales", m_sales);
    m_state.addFact("without_sale", m_withoutSale);
}

}  // namespace

CancellationPrefixes::CancellationPrefixes(const StepOptions& options)
    : m_prefixes(options.texts("prefixes")) {
    for (std::string& prefix : m_prefixes) {
        std::transform(prefix.begin(), prefix.end(), prefix.begin(), upper);
    }
}

std::string_view CancellationPrefixes::suffix(std::string_view order) const {
    for (const std::string& prefix : m_prefixes) {
        if (order.size() <= prefix.size() || order[prefix.size()] < '0' || order[prefix.size()] > '9') {
            continue;
        }
        if (std::equal(prefix.begin(), prefix.end(), order.begin(), [](char a, char b) { return a == upper(b); })) {
            return order.substr(prefix.size());
        }
    }
    return {};
}

void matchCancellations(CleaningState& state, const StepOptions& options) {
    Matcher(state, options).run();
}

}  // namespace foresell
