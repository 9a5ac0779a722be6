// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/cleaning/selling_effects.h"
#include "core/cleaning/stock_out_series.h"

namespace foresell {

/// One item at one location, day by day from the first line of all.
struct DemandDays {
    const StockOutSeries* series = nullptr;
    std::size_t begin = 0;                  ///< of its first sale
    std::vector<double> sold, money;
    std::vector<double> demand;             ///< what was sold, or is estimated where the day was short
    std::vector<float> availability;        ///< 1: in stock
    std::vector<SaleDayKind> kind;
    std::vector<double> dearer;             ///< logarithm of the price over the usual one of such days; 0 where not known

    /// A day says something of demand where there was something to sell.
    bool tells(std::size_t day) const { return day >= begin && (availability[day] >= 1 || sold[day] > 0); }
};

/// Reads the days of items that ran out of stock. What it has looked up of promotions it keeps for the next time.
class DemandDaysReader {
public:
    DemandDaysReader(const CleaningState& state, const std::vector<StockOutSeries>& series);

    /// Of each location of the series `first` to `last - 1`, which are of one item whose lines these are.
    std::vector<DemandDays> read(std::span<const LineTable::Line> lines, std::size_t first, std::size_t last);
    std::size_t days() const { return m_days; }

private:
    void fill(DemandDays& days, std::span<const LineTable::Line> lines) const;
    const std::vector<SaleDayKind>& kindsOf(const DemandDays& days, std::vector<SaleDayKind>& kinds) const;
    void findPrices(DemandDays& days) const;

    const CleaningState& m_state;
    const std::vector<StockOutSeries>& m_series;
    Day m_firstDay;
    std::size_t m_days;
    std::vector<std::vector<SaleDayKind>> m_kinds;  ///< by series; empty: not looked up yet
};

}  // namespace foresell
