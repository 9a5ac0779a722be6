// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <optional>
#include <unordered_map>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/line_groups.h"
#include "core/cleaning/robust.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr std::size_t fewestOfWeekday = 3;

/// Values of an item in the order of time, from which a missing one is filled.
class KnownValues {
public:
    void add(std::int64_t time, Line line, Fixed value) { m_values.push_back({time, line, value}); }
    void sort() {
        std::sort(m_values.begin(), m_values.end(),
                  [](const Known& a, const Known& b) { return std::tuple(a.time, a.value, a.line) < std::tuple(b.time, b.value, b.line); });
    }

    std::optional<Fixed> fill(const std::string& method, std::int64_t time) const {
        if (m_values.empty()) {
            return std::nullopt;
        }
        return method == "forward" ? forward(time) : method == "interpolate" ? interpolate(time) : std::optional(seasonal(time));
    }

private:
    struct Known {
        std::int64_t time;
        Line line;
        Fixed value;
    };

    auto after(std::int64_t time) const {
        return std::partition_point(m_values.begin(), m_values.end(), [time](const Known& known) { return known.time <= time; });
    }

    std::optional<Fixed> forward(std::int64_t time) const {
        const auto next = after(time);
        return next == m_values.begin() ? std::nullopt : std::optional(std::prev(next)->value);
    }

    /// On the line between the values before and after; at an end the nearest.
    std::optional<Fixed> interpolate(std::int64_t time) const {
        const auto next = after(time);
        if (next == m_values.begin() || next == m_values.end()) {
            return next == m_values.begin() ? next->value : std::prev(next)->value;
        }
        const Known& before = *std::prev(next);
        const double part = static_cast<double>(time - before.time) / static_cast<double>(next->time - before.time);
        const double value = static_cast<double>(before.value) + part * static_cast<double>(next->value - before.value);
        const bool areWhole = before.value % fixedOne == 0 && next->value % fixedOne == 0;
        return areWhole ? std::llround(value / static_cast<double>(fixedOne)) * fixedOne : std::llround(value);
    }

    /// The median of the same weekday, where there are enough; else of all.
    Fixed seasonal(std::int64_t time) const {
        std::vector<Fixed> all;
        std::vector<Fixed> same;
        const int wanted = weekday(static_cast<Day>(std::floor(static_cast<double>(time) / 86'400)));
        for (const Known& known : m_values) {
            all.push_back(known.value);
            if (weekday(static_cast<Day>(std::floor(static_cast<double>(known.time) / 86'400))) == wanted) {
                same.push_back(known.value);
            }
        }
        return lowerMedian(same.size() >= fewestOfWeekday ? same : all);
    }

    std::vector<Known> m_values;
};

class MissingFiller {
public:
    MissingFiller(CleaningState& state, const StepOptions& options)
        : m_state(state), m_table(state.table()), m_quantity(options.text("quantity")), m_price(options.text("price")),
          m_quantityValue(toFixed(options.number("quantity_value"))), m_priceValue(toFixed(options.number("price_value"))),
          m_needsItem(options.text("item") == "set_aside" && state.facts().withoutItem < state.facts().lines) {}

    void run() {
        collectKnown();
        for (Line line = 0; line < m_table.size(); ++line) {
            if (m_state.isKept(line)) {
                treat(line);
            }
        }
        for (const auto& [name, count] : m_counts) {
            m_state.setFact(name, count);
        }
    }

private:
    static bool looksAround(const std::string& method) {
        return method == "forward" || method == "interpolate" || method == "seasonal";
    }
    bool lacksQuantity(Line line) const { return isMissing(m_state.quantity(line)); }
    bool lacksPrice(Line line) const { return isMissing(m_state.price(line)) && isMissing(m_state.amount(line)); }
    bool lacksItem(Line line) const { return m_needsItem && m_state.item(line) == 0; }

    void collectKnown() {
        for (Line line = 0; line < m_table.size(); ++line) {
            if (!m_state.isKept(line) || lacksItem(line)) {
                continue;
            }
            if (lacksQuantity(line) && looksAround(m_quantity)) {
                m_quantities.emplace(m_state.item(line), KnownValues());
            }
            if (lacksPrice(line) && looksAround(m_price)) {
                m_prices.emplace(m_state.item(line), KnownValues());
            }
        }
        if (m_quantities.empty() && m_prices.empty()) {
            return;
        }
        for (Line line = 0; line < m_table.size(); ++line) {
            if (!m_state.isSale(line)) {
                continue;
            }
            if (const auto known = m_quantities.find(m_state.item(line)); known != m_quantities.end()) {
                known->second.add(timeOf(m_table, line), line, m_state.quantity(line));
            }
            const Fixed price = m_state.unitPrice(line);
            if (const auto known = m_prices.find(m_state.item(line)); known != m_prices.end() && !isMissing(price) && price > 0) {
                known->second.add(timeOf(m_table, line), line, price);
            }
        }
        for (auto* values : {&m_quantities, &m_prices}) {
            for (auto& [item, known] : *values) {
                known.sort();
            }
        }
    }

    using ByItem = std::unordered_map<std::int32_t, KnownValues>;

    std::optional<Fixed> filled(const std::string& method, Fixed constant, const ByItem& values, Line line) const {
        if (method == "constant") {
            return constant;
        }
        return looksAround(method) ? values.at(m_state.item(line)).fill(method, timeOf(m_table, line)) : std::nullopt;
    }

    std::optional<Fixed> quantityFor(Line line) const {
        const Fixed price = m_state.price(line);
        const Fixed amount = m_state.amount(line);
        if (m_quantity != "set_aside" && !isMissing(price) && !isMissing(amount) && price > 0) {
            return toFixed(toDouble(amount) / toDouble(price));  // the line says it itself
        }
        return filled(m_quantity, m_quantityValue, m_quantities, line);
    }

    void treat(Line line) {
        const bool noQuantity = lacksQuantity(line);
        const bool noPrice = m_price != "keep" && lacksPrice(line);
        if (noQuantity || noPrice || lacksItem(line)) {
            if (noQuantity && m_quantity == "set_aside") {
                drop(line, CleaningReason::NoQuantity, "without_quantity");
            } else if (lacksItem(line)) {
                drop(line, CleaningReason::NoItem, "without_item");
            } else if (noPrice && m_price == "set_aside") {
                drop(line, CleaningReason::NoPrice, "without_price");
            } else {
                fill(line, noQuantity, noPrice);
            }
            return;
        }
        m_counts["kept_without_customer"] += m_table.customer(line) == 0 ? 1 : 0;
        m_counts["kept_without_price"] += lacksPrice(line) ? 1 : 0;
    }

    void drop(Line line, CleaningReason reason, const char* fact) {
        m_state.setAside(line, reason);
        ++m_counts[fact];
    }

    void fill(Line line, bool noQuantity, bool noPrice) {
        Fixed quantity = m_state.quantity(line);
        Fixed price = m_state.price(line);
        if (noQuantity) {
            const auto value = quantityFor(line);
            if (!value) {
                drop(line, CleaningReason::NoQuantity, "without_quantity");
                return;
            }
            quantity = *value;
            ++m_counts["quantities_filled"];
        }
        if (noPrice) {
            const auto value = filled(m_price, m_priceValue, m_prices, line);
            price = value.value_or(price);
            m_counts["prices_filled"] += value ? 1 : 0;
            m_counts["kept_without_price"] += value ? 0 : 1;
            if (!value && !noQuantity) {
                return;
            }
        }
        m_state.restate(line, quantity, price, m_state.amount(line),
                        noQuantity ? CleaningReason::QuantityFilled : CleaningReason::PriceFilled);
    }

    CleaningState& m_state;
    const LineTable& m_table;
    std::string m_quantity, m_price;
    Fixed m_quantityValue, m_priceValue;
    bool m_needsItem;
    ByItem m_quantities, m_prices;  ///< of the items that lack one
    std::map<std::string, std::int64_t> m_counts = {
        {"without_quantity", 0}, {"without_item", 0}, {"kept_without_customer", 0}, {"kept_without_price", 0}};
};

}  // namespace

void treatMissing(CleaningState& state, const StepOptions& options) {
    MissingFiller(state, options).run();
}

}  // namespace foresell
