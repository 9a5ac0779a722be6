// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/cleaning/cleaning_steps.h"
#include "core/cleaning/line_groups.h"
#include "core/cleaning/robust.h"

namespace foresell {
namespace {

using Line = LineTable::Line;

constexpr std::size_t blockLines = 16;     ///< judged by the same usual price
constexpr std::size_t aroundLines = 12;    ///< before and after the block that tell it
constexpr std::size_t fewestLines = 8;
constexpr double smallestSpread = 0.05;    ///< of log prices

/// Hampel filter on the logarithm of an item's prices in the order of time (Davies and Gather, JASA 88, 1993), over windows
/// of about 40 lines.
class PriceOutlierFinder {
public:
    PriceOutlierFinder(CleaningState& state, const StepOptions& options)
        : m_state(state), m_score(options.number("score")), m_logTimes(std::log(options.number("times"))),
          m_corrects(options.text("treatment") == "usual") {}

    void run() {
        LineGroups byItem = salesByItem(m_state);
        for (std::size_t item = 1; item < byItem.size(); ++item) {
            if (byItem.count(item) >= fewestLines) {
                judgeItem(byItem.at(item));
            }
        }
    }

private:
    struct Priced {
        Line line;
        Fixed price;
    };

    void judgeItem(std::span<Line> lines) {
        const LineTable& table = m_state.table();
        std::sort(lines.begin(), lines.end(), [&](Line a, Line b) {
            return std::pair(timeOf(table, a), a) < std::pair(timeOf(table, b), b);
        });
        m_priced.clear();
        for (const Line line : lines) {
            const Fixed price = m_state.unitPrice(line);
            if (!isMissing(price) && price > 0 && !isPromoted(m_state, line)) {
                m_priced.push_back({line, price});
            }
        }
        if (m_priced.size() < fewestLines) {
            return;
        }
        for (std::size_t begin = 0; begin < m_priced.size(); begin += blockLines) {
            judgeBlock(begin, std::min(m_priced.size(), begin + blockLines));
        }
    }

    void judgeBlock(std::size_t begin, std::size_t end) {
        const std::size_t from = begin < aroundLines ? 0 : begin - aroundLines;
        const std::size_t to = std::min(m_priced.size(), end + aroundLines);
        m_prices.clear();
        m_logs.clear();
        for (std::size_t i = from; i < to; ++i) {
            m_prices.push_back(m_priced[i].price);
        }
        const Fixed usual = lowerMedian(m_prices);
        const bool isQuiet = std::all_of(m_priced.begin() + static_cast<std::ptrdiff_t>(begin),
                                         m_priced.begin() + static_cast<std::ptrdiff_t>(end), [&](const Priced& each) {
                                             return std::abs(std::log(toDouble(each.price) / toDouble(usual))) < m_logTimes;
                                         });
        if (isQuiet) {
            return;
        }
        for (const Fixed price : m_prices) {
            m_logs.push_back(std::log(toDouble(price)));
        }
        RobustScale scale = RobustScale::of(m_logs, smallestSpread);
        scale.middle = std::log(toDouble(usual));
        for (std::size_t i = begin; i < end; ++i) {
            const double distance = std::log(toDouble(m_priced[i].price)) - scale.middle;
            if (std::abs(distance) >= m_logTimes && std::abs(distance) >= m_score * scale.deviation) {
                mark(m_priced[i], usual);
            }
        }
    }

    void mark(const Priced& found, Fixed usual) {
        const double times = toDouble(found.price) / toDouble(usual);
        m_state.addFact(times > 1 ? "too_high" : "too_low", 1);
        const ReasonDetail detail{.number = static_cast<std::int32_t>(std::min(std::max(times, 1 / times) * 10, 2e9)),
                                  .usual = times > 1 ? 1 : -1};
        if (!m_corrects) {
            m_state.setAside(found.line, CleaningReason::PriceOutlier, detail);
            return;
        }
        const Fixed quantity = m_state.quantity(found.line);
        const Fixed price = m_state.price(found.line);
        const Fixed amount = m_state.amount(found.line);
        m_state.restate(found.line, quantity, isMissing(price) ? price : usual,
                        isMissing(amount) ? amount : toFixed(toDouble(usual) * toDouble(quantity)), CleaningReason::PriceOutlier, detail);
    }

    CleaningState& m_state;
    double m_score, m_logTimes;
    bool m_corrects;
    std::vector<Priced> m_priced;
    std::vector<Fixed> m_prices;
    std::vector<double> m_logs;
};

}  // namespace

void findPriceOutliers(CleaningState& state, const StepOptions& options) {
    PriceOutlierFinder(state, options).run();
}

}  // namespace foresell
