// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/line_groups.h"
#include "core/cleaning/robust.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr std::size_t fewestLinesOfADay = 20;  ///< for the day to have a factor of its own
constexpr double smallestSpread = 0.35;        ///< of log quantities: an item whose lines are all alike

struct Usual {
    Fixed quantity = 0;  ///< 0: too few lines
    double spread = smallestSpread;
};

class BulkFinder {
public:
    BulkFinder(CleaningState& state, const StepOptions& options)
        : m_state(state),
          m_table(state.table()),
          m_times(options.number("times")),
          m_smallest(toFixed(options.number("smallest"))),
          m_spread(options.number("spread")),
          m_fewestLines(static_cast<std::size_t>(options.number("fewest_lines"))),
          m_caps(options.text("treatment") == "cap") {}

    void run();

private:
    void findUsual(const LineGroups& byItem);
    void findDayFactors(const std::vector<Line>& sales);
    double expectedOfBulk(Line line, const LineGroups& byItem);
    void mark(Line line, double expected);
    Fixed usualOfPromotions(std::size_t item, const LineGroups& byItem);

    CleaningState& m_state;
    const LineTable& m_table;
    double m_times;
    Fixed m_smallest;
    double m_spread;
    std::size_t m_fewestLines;
    bool m_caps;
    std::vector<Usual> m_usual;        ///< by item
    std::vector<double> m_dayFactor;   ///< by day, from the first one
    std::unordered_map<std::size_t, Fixed> m_usualOfPromotions;  ///< by item; 0: too few lines
    Day m_firstDay = 0;
};

/// The median of the item's lines under promotions, found when it is first needed: few items have a line to judge by it.
Fixed BulkFinder::usualOfPromotions(std::size_t item, const LineGroups& byItem) {
    const auto [found, isNew] = m_usualOfPromotions.emplace(item, 0);
    if (isNew) {
        std::vector<Fixed> quantities;
        for (const Line line : byItem.at(item)) {
            if (isPromoted(m_state, line)) {
                quantities.push_back(m_state.quantity(line));
            }
        }
        if (quantities.size() >= m_fewestLines) {
            found->second = lowerMedian(quantities);
        }
    }
    return found->second;
}

void BulkFinder::findUsual(const LineGroups& byItem) {
    m_usual.resize(byItem.size());
    std::vector<Fixed> quantities;
    std::vector<double> distances;
    for (std::size_t item = 0; item < byItem.size(); ++item) {
        if (byItem.count(item) < m_fewestLines) {
            continue;
        }
        quantities.clear();
        distances.clear();
        for (const Line line : byItem.at(item)) {
            quantities.push_back(m_state.quantity(line));
        }
        m_usual[item].quantity = lowerMedian(quantities);
        const double middle = std::log(static_cast<double>(m_usual[item].quantity));
        for (const Fixed quantity : quantities) {
            distances.push_back(std::abs(std::log(static_cast<double>(quantity)) - middle));
        }
        m_usual[item].spread = std::max(smallestSpread, madToDeviation * lowerMedian(distances));
    }
}

/// How much larger than usual the median line of a day is over the whole shop; never below 1.
void BulkFinder::findDayFactors(const std::vector<Line>& sales) {
    m_firstDay = m_state.facts().firstDay;
    const auto days = static_cast<std::size_t>(m_state.facts().lastDay - m_firstDay) + 1;
    m_dayFactor.assign(days, 1.0);
    const LineGroups byDay(sales, days, [this](Line line) { return static_cast<std::size_t>(m_table.day(line) - m_firstDay); });
    std::vector<double> ratios;
    for (std::size_t day = 0; day < days; ++day) {
        ratios.clear();
        for (const Line line : byDay.at(day)) {
            const Usual& usual = m_usual[static_cast<std::size_t>(m_state.item(line))];
            if (usual.quantity > 0) {
                ratios.push_back(static_cast<double>(m_state.quantity(line)) / static_cast<double>(usual.quantity));
            }
        }
        if (ratios.size() >= fewestLinesOfADay) {
            m_dayFactor[day] = std::max(1.0, lowerMedian(ratios));
        }
    }
}

/// What was to be expected of a line that is a bulk order; 0 where it is none.
double BulkFinder::expectedOfBulk(Line line, const LineGroups& byItem) {
    const auto item = static_cast<std::size_t>(m_state.item(line));
    const Usual& usual = m_usual[item];
    const Fixed quantity = m_state.quantity(line);
    if (usual.quantity == 0 || quantity < m_smallest) {
        return 0;
    }
    double expected = static_cast<double>(usual.quantity) * m_dayFactor[static_cast<std::size_t>(m_table.day(line) - m_firstDay)];
    const auto isBulk = [&] {
        const double times = static_cast<double>(quantity) / expected;
        return times >= m_times && std::log(times) >= m_spread * usual.spread;
    };
    if (!isBulk()) {
        return 0;
    }
    if (isPromoted(m_state, line)) {
        const Fixed promoted = usualOfPromotions(item, byItem);
        expected = std::max(expected, static_cast<double>(promoted));
        if (promoted == 0 || !isBulk()) {
            return 0;
        }
    }
    return expected;
}

void BulkFinder::mark(Line line, double expected) {
    const Fixed quantity = m_state.quantity(line);
    const auto tenths = static_cast<std::int32_t>(std::min(static_cast<double>(quantity) / expected * 10, 2e9));
    if (!m_caps) {
        m_state.setAside(line, CleaningReason::BulkOrder, {.number = tenths});
        return;
    }
    // Rounded up to whole units.
    const Fixed cap = (toFixed(expected / static_cast<double>(fixedOne) * m_times) + fixedOne - 1) / fixedOne * fixedOne;
    if (cap < quantity) {
        m_state.correct(line, cap, CleaningReason::BulkOrder, {.number = tenths});
    }
}

void BulkFinder::run() {
    const std::vector<Line> sales = salesOf(m_state);
    if (sales.empty()) {
        return;
    }
    const LineGroups byItem(sales, static_cast<std::size_t>(m_state.highestItem()) + 1,
                            [this](Line line) { return static_cast<std::size_t>(m_state.item(line)); });
    findUsual(byItem);
    findDayFactors(sales);
    std::vector<std::pair<Line, double>> bulk;  // marked at the end, so that no line is judged by what was done to another
    for (const Line line : sales) {
        if (const double expected = expectedOfBulk(line, byItem); expected > 0) {
            bulk.emplace_back(line, expected);
        }
    }
    for (const auto& [line, expected] : bulk) {
        mark(line, expected);
    }
}

}  // namespace

void findBulkOrders(CleaningState& state, const StepOptions& options) {
    BulkFinder(state, options).run();
}

}  // namespace foresell
