// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/demand_days.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foresell {
namespace {

constexpr int daysAfterPromotion = 7;
constexpr double furthestPrice = 0.7;  ///< half or twice the usual price; beyond, a price is taken for another thing

}  // namespace

DemandDaysReader::DemandDaysReader(const CleaningState& state, const std::vector<StockOutSeries>& series)
    : m_state(state), m_series(series), m_firstDay(state.facts().firstDay),
      m_days(static_cast<std::size_t>(state.facts().lastDay - state.facts().firstDay) + 1), m_kinds(series.size()) {}

std::vector<DemandDays> DemandDaysReader::read(std::span<const LineTable::Line> lines, std::size_t first, std::size_t last) {
    std::vector<DemandDays> all;
    for (std::size_t each = first; each < last; ++each) {
        DemandDays days;
        days.series = &m_series[each];
        fill(days, lines);
        if (days.begin < m_days) {
            days.kind = kindsOf(days, m_kinds[each]);
            findPrices(days);
            all.push_back(std::move(days));
        }
    }
    return all;
}

void DemandDaysReader::fill(DemandDays& days, std::span<const LineTable::Line> lines) const {
    days.sold.assign(m_days, 0);
    days.money.assign(m_days, 0);
    days.availability.assign(m_days, 1);
    days.begin = m_days;
    for (const LineTable::Line line : lines) {
        if (days.series->location == 0 || m_state.location(line) == days.series->location) {
            const auto day = static_cast<std::size_t>(m_state.table().day(line) - m_firstDay);
            days.begin = std::min(days.begin, day);
            days.sold[day] += toDouble(m_state.quantity(line));
            days.money[day] += toDouble(m_state.money(line));
        }
    }
    for (const StockOutSpell& spell : days.series->spells) {
        const DayRange range = daysOf(spell, m_firstDay);
        for (std::size_t day = range.first; day <= range.last; ++day) {
            days.availability[day] = static_cast<float>(spell.availability);
        }
    }
    days.demand = days.sold;
}

const std::vector<SaleDayKind>& DemandDaysReader::kindsOf(const DemandDays& days, std::vector<SaleDayKind>& kinds) const {
    if (kinds.empty()) {
        kinds.assign(m_days, SaleDayKind::Usual);
        int left = 0;
        for (std::size_t day = days.begin; day < m_days; ++day) {
            const auto date = m_firstDay + static_cast<Day>(day);
            const bool isPromoted = m_state.source().isPromoted(days.series->item, days.series->location, date);
            kinds[day] = isPromoted ? SaleDayKind::Promoted : left > 0 ? SaleDayKind::AfterPromotion : SaleDayKind::Usual;
            left = isPromoted ? daysAfterPromotion : left - 1;
        }
    }
    return kinds;
}

/// Prices come from what was sold. A day without sales has the price of the sale before it, in or out of the same promotion.
void DemandDaysReader::findPrices(DemandDays& days) const {
    struct Prices {
        double last = 0;  ///< logarithm
        bool isKnown = false;
        double sum = 0, count = 0;
    };
    std::array<Prices, 2> prices;  // out of promotions, in them
    days.dearer.assign(m_days, 0);
    std::vector<std::uint8_t> isKnown(m_days);
    for (std::size_t day = days.begin; day < m_days; ++day) {
        const bool isPromoted = days.kind[day] == SaleDayKind::Promoted;
        Prices& here = prices[isPromoted ? 1 : 0];
        prices[1].isKnown = prices[1].isKnown && isPromoted;
        if (days.sold[day] > 0 && days.money[day] > 0) {
            here.last = std::log(days.money[day] / days.sold[day]);
            here.isKnown = true;
            here.sum += here.last;
            ++here.count;
        }
        isKnown[day] = here.isKnown ? 1 : 0;
        days.dearer[day] = here.last;
    }
    for (std::size_t day = days.begin; day < m_days; ++day) {
        const Prices& here = prices[days.kind[day] == SaleDayKind::Promoted ? 1 : 0];
        const double usual = here.count > 0 ? here.sum / here.count : 0;
        days.dearer[day] = isKnown[day] != 0 ? std::clamp(days.dearer[day] - usual, -furthestPrice, furthestPrice) : 0;
    }
}

}  // namespace foresell
