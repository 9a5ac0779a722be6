// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/panel_builder.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/base/error.h"
#include "core/cleaning/cleaning_result.h"
#include "core/dataset/cell_states.h"
#include "core/dataset/cleaned_lines.h"
#include "core/dataset/day_facts.h"
#include "core/dataset/sale_sums.h"

namespace foresell {

namespace {

constexpr std::int32_t mostPeriods = 50'000;      // 137 years of days
constexpr std::size_t mostCells = 1'000'000'000;  // of 10 bytes each

class Builder {
public:
    Builder(const SaleSource& source, const CleaningResult& cleaned, const PanelCodes& codes,
            const std::vector<ClosedDay>& closed, const PanelOptions& options, const JobControl& job)
        : m_lines(source, cleaned, options.origin, job), m_merged(cleaned.merged), m_codes(codes), m_closed(closed), m_options(options) {}

    BuiltPanel build() {
        scanDays();
        choosePeriods();
        sumLines();
        layOut();
        setCellStates(m_built, m_days, m_closed, m_options.gaps);
        return std::move(m_built);
    }

    /// The last day of the last complete period.
    Day findLastDay() {
        scanDays();
        choosePeriods();
        return m_built.lastDay;
    }

private:
    void scanDays() {
        m_lines.forEach([this](const SaleBatch& lines, std::size_t i, Fixed, bool kept) {
            if (kept) {
                m_days.add(lines.day[i], lines.second[i]);
            }
        });
        if (m_days.empty()) {
            throw Error("panel.no_sales", "There are no sales to learn from.",
                        "Import sales, or look whether cleaning has set everything aside.");
        }
    }

    void choosePeriods() {
        PeriodAxis& axis = m_built.panel.axis;
        axis = m_days.chooseAxis(m_options);
        m_built.closedWeekdays = axis.kind == PeriodKind::Day ? m_days.closedWeekdays() : std::vector<int>();
        const Day from = m_days.first();
        Day to = m_days.last();
        if (m_options.origin != noDay) {
            to = std::max(to, m_options.origin);
        } else if (!m_days.isLastDayComplete()) {
            --to;
        }
        std::int32_t first = axis.indexOf(from);
        std::int32_t last = axis.indexOf(to);
        if (axis.kind != PeriodKind::Day && !m_days.areLabelsOf(axis)) {
            m_built.droppedFirst = !areClosed(axis.firstDay(first), from - 1);
            m_built.droppedLast = !areClosed(to + 1, axis.lastDay(last));
        } else {
            m_built.droppedLast = to < m_days.last();
        }
        first += m_built.droppedFirst && axis.kind != PeriodKind::Day ? 1 : 0;
        last -= m_built.droppedLast && axis.kind != PeriodKind::Day ? 1 : 0;
        checkSpan(first, last, from, to);
        m_built.panel.firstPeriod = first;
        m_built.panel.periods = last - first + 1;
        m_built.lastDay = axis.kind == PeriodKind::Day ? last : axis.lastDay(last);
    }

    /// Regularly closed weekdays alone, or no day at all.
    bool areClosed(Day day, Day end) const {
        const std::vector<int> closed = m_days.closedWeekdays();
        while (day <= end && std::ranges::find(closed, weekday(day)) != closed.end()) {
            ++day;
        }
        return day > end;
    }

    static void checkSpan(std::int32_t first, std::int32_t last, Day from, Day to) {
        if (last < first) {
            throw Error("panel.too_short", "The sales do not span one whole period.",
                        "Choose a shorter unit of time, or import more sales.");
        }
        if (last - first >= mostPeriods) {
            throw Error("panel.dates", "The sales span " + std::to_string(last - first + 1) + " periods, from " +
                                           toIso(from) + " to " + toIso(to) + ".",
                        "Look for a wrong date in the file, or choose a longer unit of time.",
                        {{"first", toIso(from)}, {"last", toIso(to)}});
        }
    }

    void sumLines() {
        m_columns.resize(static_cast<std::size_t>(m_built.panel.periods));
        const PeriodAxis& axis = m_built.panel.axis;
        Day cachedDay = noDay;
        std::int32_t cachedPeriod = 0;
        m_lines.forEach([&, this](const SaleBatch& lines, std::size_t i, Fixed quantity, bool kept) {
            if (lines.day[i] != cachedDay) {
                cachedDay = lines.day[i];
                cachedPeriod = axis.indexOf(cachedDay) - m_built.panel.firstPeriod;
            }
            if (cachedPeriod < 0 || cachedPeriod >= m_built.panel.periods) {
                return;
            }
            const SeriesKey key{{m_merged.itemNow(lines.item[i])}, {m_merged.locationNow(lines.location[i])}, {lines.channel[i]}};
            const std::size_t series = m_numbers.numberOf(key, m_facts);
            PeriodSums& column = m_columns[static_cast<std::size_t>(cachedPeriod)];
            column.reach(series);
            if (!isMissing(lines.quantity[i])) {
                addTo(column.sold[series], lines.quantity[i]);
            }
            if (kept) {
                addTo(column.demand[series], quantity);
                column.rows[series] = static_cast<std::uint8_t>(std::min(column.rows[series] + 1, 255));
                m_facts[series].hasKept = true;
                notePrice(m_facts[series], column, series, lines, i, quantity);
            }
        });
    }

    static Fixed priceOf(const SaleBatch& lines, std::size_t i, Fixed quantity) {
        if (isMissing(lines.price[i]) && !isMissing(lines.amount[i]) && quantity > 0) {
            return toFixed(toDouble(lines.amount[i]) / toDouble(quantity));
        }
        return lines.price[i];
    }

    static void notePrice(SeriesFacts& facts, PeriodSums& column, std::size_t series, const SaleBatch& lines, std::size_t i,
                          Fixed quantity) {
        const Fixed price = priceOf(lines, i, quantity);
        if (isMissing(price) || price <= 0) {
            return;
        }
        if (quantity > 0) {
            column.addPriced(series, quantity, price);
        }
        // The larger of two prices at the same time, so that the order of lines does not matter.
        if (std::tuple(lines.day[i], lines.second[i], price) >
            std::tuple(facts.lastPriceDay, facts.lastPriceSecond, facts.lastPrice)) {
            facts.lastPrice = price;
            facts.lastPriceDay = lines.day[i];
            facts.lastPriceSecond = lines.second[i];
        }
    }

    static const std::string& code(const std::vector<std::string>& codes, std::int32_t id) {
        static const std::string none;
        return id > 0 && static_cast<std::size_t>(id) < codes.size() ? codes[static_cast<std::size_t>(id)] : none;
    }

    void layOut() {
        Panel& panel = m_built.panel;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            if (m_facts[i].hasKept) {
                order.push_back(i);
            }
        }
        if (order.empty()) {
            throw Error("panel.no_sales", "There are no sales to learn from.",
                        "Import sales, or look whether cleaning has set everything aside.");
        }
        const auto codesOf = [this](std::size_t i) {
            const SeriesKey& key = m_facts[i].key;
            return std::tie(code(m_codes.items, key.item.value), code(m_codes.locations, key.location.value),
                            code(m_codes.channels, key.channel.value));
        };
        std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return codesOf(a) < codesOf(b); });
        if (order.size() > mostCells / static_cast<std::size_t>(panel.periods)) {
            throw Error("panel.too_large", std::to_string(order.size()) + " series of " + std::to_string(panel.periods) +
                                               " periods do not fit into memory.",
                        "Choose a longer unit of time, such as weeks.",
                        {{"series", std::to_string(order.size())}, {"periods", std::to_string(panel.periods)}});
        }
        panel.allowsNegative = m_options.netOfReturns;
        for (const std::size_t source : order) {
            const SeriesKey key = m_facts[source].key;
            panel.keys.push_back(key);
            panel.itemCodes.push_back(code(m_codes.items, key.item.value));
            panel.locationCodes.push_back(code(m_codes.locations, key.location.value));
            panel.channelCodes.push_back(code(m_codes.channels, key.channel.value));
            m_built.lastPrice.push_back(isMissing(m_facts[source].lastPrice)
                                            ? std::numeric_limits<float>::quiet_NaN()
                                            : static_cast<float>(toDouble(m_facts[source].lastPrice)));
        }
        fillCells(order);
        findBegins();
    }

    /// Turns the columns by series into rows by period, a few columns at a time, and lets go of them.
    void fillCells(const std::vector<std::size_t>& order) {
        Panel& panel = m_built.panel;
        const auto periods = static_cast<std::size_t>(panel.periods);
        panel.target.resize(order.size() * periods);
        panel.state.resize(order.size() * periods, CellState::BeforeStart);
        m_built.sold.resize(order.size() * periods);
        m_built.lines.resize(order.size() * periods);
        const bool hasPrices =
            std::ranges::any_of(m_columns, [](const PeriodSums& column) { return !column.money.empty(); });
        m_built.paidPrice.resize(hasPrices ? order.size() * periods : 0);
        constexpr std::size_t atOnce = 16;
        for (std::size_t first = 0; first < periods; first += atOnce) {
            const std::size_t end = std::min(periods, first + atOnce);
            for (std::size_t column = first; column < end; ++column) {
                m_columns[column].reach(m_facts.size() - 1);
            }
            for (std::size_t series = 0; series < order.size(); ++series) {
                for (std::size_t column = first; column < end; ++column) {
                    const PeriodSums& from = m_columns[column];
                    const Fixed net = from.demand[order[series]];
                    const Fixed demand = m_options.netOfReturns ? net : std::max<Fixed>(net, 0);
                    const std::size_t cell = series * periods + column;
                    panel.target[cell] = static_cast<float>(toDouble(demand));
                    m_built.sold[cell] = static_cast<float>(toDouble(from.sold[order[series]]));
                    m_built.lines[cell] = from.rows[order[series]];
                    if (order[series] < from.money.size() && from.priced[order[series]] > 0) {
                        m_built.paidPrice[cell] = static_cast<float>(toDouble(from.money[order[series]]) /
                                                                     toDouble(from.priced[order[series]]));
                    }
                }
            }
            std::fill(m_columns.begin() + static_cast<std::ptrdiff_t>(first),
                      m_columns.begin() + static_cast<std::ptrdiff_t>(end), PeriodSums());
        }
    }

    void findBegins() {
        Panel& panel = m_built.panel;
        const auto periods = static_cast<std::size_t>(panel.periods);
        for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
            const std::size_t row = series * periods;
            std::size_t begin = 0;
            while (begin < periods && panel.target[row + begin] <= 0) {
                ++begin;
            }
            if (begin == periods) {  // never sold: from its first row on
                for (begin = 0; begin < periods && m_built.lines[row + begin] == 0;) {
                    ++begin;
                }
            }
            panel.begin.push_back(static_cast<int>(begin));
        }
    }

    CleanedLines m_lines;
    const MergedIds& m_merged;
    const PanelCodes& m_codes;
    const std::vector<ClosedDay>& m_closed;
    const PanelOptions& m_options;
    DayFacts m_days;
    SeriesNumbers m_numbers;
    std::vector<SeriesFacts> m_facts;  // by number, as they came
    std::vector<PeriodSums> m_columns;
    BuiltPanel m_built;
};

}  // namespace

BuiltPanel buildPanel(const SaleSource& source, const CleaningResult& cleaned, const PanelCodes& codes,
                      const std::vector<ClosedDay>& closed, const PanelOptions& options, const JobControl& job) {
    BuiltPanel built = Builder(source, cleaned, codes, closed, options, job).build();
    for (const SizeCurve& curve : cleaned.sizes) {
        for (const SizeCurve::Part& part : curve.parts) {
            built.sizes.push_back({{curve.style}, {part.item}, part.size, part.units, part.share});
        }
    }
    return built;
}

Day lastCompleteDay(const SaleSource& source, const PanelOptions& options, const JobControl& job) {
    static const CleaningResult notCleaned;
    static const PanelCodes noCodes;
    static const std::vector<ClosedDay> noClosedDays;
    return Builder(source, notCleaned, noCodes, noClosedDays, options, job).findLastDay();
}

}  // namespace foresell
