// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/line_groups.h"
#include "core/cleaning/robust.h"
#include "core/cleaning/seasonal_level.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr std::size_t fewestSaleDays = 20;
constexpr double smallestSpread = 0.35;  ///< of log daily units
constexpr double leastExpected = 0.5;    ///< units a day

/// Daily units of an item at a place, on the scale log(1 + units), less their seasonal level and the shop's day: what is left
/// is judged by its median absolute deviation (Hampel identifier). Days under promotions are neither judged nor learnt from.
class QuantityOutlierFinder {
public:
    QuantityOutlierFinder(CleaningState& state, const StepOptions& options)
        : m_state(state), m_table(state.table()), m_score(options.number("score")), m_times(options.number("times")),
          m_smallest(options.number("smallest")), m_caps(options.text("treatment") == "cap") {}

    void run() {
        if (m_state.facts().lines == 0) {
            return;
        }
        m_firstDay = m_state.facts().firstDay;
        m_days = static_cast<std::size_t>(m_state.facts().lastDay - m_firstDay) + 1;
        LineGroups byItem = salesByItem(m_state);
        findShopDays(byItem);
        for (std::size_t item = 0; item < byItem.size(); ++item) {
            if (byItem.count(item) >= fewestSaleDays) {
                judgeItem(byItem.at(item));
            }
        }
    }

private:
    std::size_t dayOf(Line line) const { return static_cast<std::size_t>(m_table.day(line) - m_firstDay); }

    /// How much busier than its season a day is over the whole shop: by lines, so that a few large ones do not matter.
    void findShopDays(const LineGroups& byItem) {
        std::vector<double> lines(m_days);
        for (std::size_t item = 0; item < byItem.size(); ++item) {
            for (const Line line : byItem.at(item)) {
                lines[dayOf(line)] += 1;
            }
        }
        m_isOpen.resize(m_days);
        for (std::size_t day = 0; day < m_days; ++day) {
            m_isOpen[day] = lines[day] > 0 ? 1 : 0;
            lines[day] = std::log1p(lines[day]);
        }
        m_shopDay = seasonalLevel(lines, m_isOpen, m_firstDay);
        for (std::size_t day = 0; day < m_days; ++day) {
            m_shopDay[day] = std::max(0.0, lines[day] - m_shopDay[day]);
        }
    }

    void judgeItem(std::span<Line> lines) {
        std::sort(lines.begin(), lines.end(), [this](Line a, Line b) {
            return std::tuple(m_state.place(a), m_table.day(a), -m_state.quantity(a), a) <
                   std::tuple(m_state.place(b), m_table.day(b), -m_state.quantity(b), b);
        });
        for (std::size_t begin = 0; begin < lines.size();) {
            std::size_t end = begin + 1;
            while (end < lines.size() && m_state.place(lines[end]) == m_state.place(lines[begin])) {
                ++end;
            }
            if (end - begin >= fewestSaleDays) {
                judgeSeries(lines.subspan(begin, end - begin));
            }
            begin = end;
        }
    }

    void judgeSeries(std::span<const Line> lines) {
        const std::size_t first = dayOf(lines.front());
        std::vector<double> units(m_days - first);
        std::vector<std::uint8_t> isObserved(m_isOpen.begin() + static_cast<std::ptrdiff_t>(first), m_isOpen.end());
        std::size_t saleDays = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t day = dayOf(lines[i]) - first;
            if (i == 0 || m_table.day(lines[i]) != m_table.day(lines[i - 1])) {
                ++saleDays;
                isObserved[day] = isPromoted(m_state, lines[i]) ? 0 : 1;
            }
            units[day] += toDouble(m_state.quantity(lines[i]));
        }
        if (saleDays < fewestSaleDays) {
            return;
        }
        const auto openDays = static_cast<std::size_t>(std::count(isObserved.begin(), isObserved.end(), std::uint8_t{1}));
        for (std::size_t day = 0; saleDays * 2 < openDays && day < units.size(); ++day) {
            isObserved[day] = units[day] > 0 ? isObserved[day] : 0;  // sold now and then: its usual is that of days with a sale
        }
        std::vector<double> logs(units.size());
        for (std::size_t day = 0; day < units.size(); ++day) {
            logs[day] = std::log1p(units[day]) - m_shopDay[first + day];
        }
        const std::vector<double> level = seasonalLevel(logs, isObserved, m_firstDay + static_cast<Day>(first));
        std::vector<double> residuals;
        for (std::size_t day = 0; day < units.size(); ++day) {
            if (isObserved[day] != 0) {
                residuals.push_back(logs[day] - level[day]);
            }
        }
        if (!residuals.empty()) {
            findDays(lines, units, isObserved, level, RobustScale::of(residuals, smallestSpread), first);
        }
    }

    void findDays(std::span<const Line> lines, const std::vector<double>& units, const std::vector<std::uint8_t>& isObserved,
                  const std::vector<double>& level, const RobustScale& scale, std::size_t first) {
        for (std::size_t begin = 0; begin < lines.size();) {
            const std::size_t day = dayOf(lines[begin]) - first;
            std::size_t end = begin + 1;
            while (end < lines.size() && dayOf(lines[end]) - first == day) {
                ++end;
            }
            const double middle = level[day] + m_shopDay[first + day];
            const double expected = std::max(leastExpected, std::expm1(middle));
            const double bound = std::max(m_times * expected, std::expm1(middle + scale.middle + m_score * scale.deviation));
            if (isObserved[day] != 0 && units[day] >= m_smallest && units[day] > std::ceil(bound)) {
                lower(lines.subspan(begin, end - begin), toFixed(std::ceil(bound)), toFixed(units[day]), expected);
            }
            begin = end;
        }
    }

    /// From the day's largest line on; `lines` are sorted by size.
    void lower(std::span<const Line> lines, Fixed bound, Fixed units, double expected) {
        Fixed excess = units - bound;
        const ReasonDetail detail{.number = static_cast<std::int32_t>(std::min(toDouble(units) / expected * 10, 2e9)),
                                  .usual = static_cast<std::int32_t>(std::min(std::lround(expected), 2'000'000'000L))};
        m_state.addFact("days", 1);
        for (const Line line : lines) {
            const Fixed quantity = m_state.quantity(line);
            if (excess <= 0) {
                return;
            }
            if (!m_caps || quantity <= excess) {
                m_state.setAside(line, CleaningReason::QuantityOutlier, detail);
            } else {
                m_state.correct(line, quantity - excess, CleaningReason::QuantityOutlier, detail);
            }
            excess -= quantity;
        }
    }

    CleaningState& m_state;
    const LineTable& m_table;
    double m_score, m_times, m_smallest;
    bool m_caps;
    Day m_firstDay = 0;
    std::size_t m_days = 0;
    std::vector<std::uint8_t> m_isOpen;
    std::vector<double> m_shopDay;  ///< above its season, on the log scale
};

}  // namespace

void findQuantityOutliers(CleaningState& state, const StepOptions& options) {
    QuantityOutlierFinder(state, options).run();
}

}  // namespace foresell
