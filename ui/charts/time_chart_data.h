// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <vector>

#include "core/calendar/period.h"

namespace foresell {

enum class ChartEventKind { Holiday, Promotion, StockOut };

/// Something dated that the lane under the axis shows: a diamond, a bar or a hatched column.
struct ChartEvent {
    ChartEventKind kind = ChartEventKind::Holiday;
    Day first = noDay, last = noDay;
    QString name;
};

/// The words in a TimeChart, for a chart in another language than the window's; empty: the window's.
struct TimeChartWords {
    QString sold, forecast, median, sales, demand, promotion, holiday, stockOut;
};

/// What a TimeChart draws: history by period from `firstPeriod`, then the forecast from `firstForecast`. NaN is a gap.
struct TimeChartData {
    QString name;  ///< what the chart is about, for screen readers
    QString unit;  ///< "units"
    PeriodAxis axis;
    std::int32_t firstPeriod = 0;
    std::vector<double> sold;    ///< as imported
    std::vector<double> demand;  ///< after cleaning

    std::int32_t firstForecast = 0;
    std::vector<double> median;
    struct Band {
        std::vector<double> low, high;
    };
    std::array<Band, 3> bands;     ///< 95, 80 and 50 %; empty: not drawn
    std::vector<double> baseline;  ///< a second forecast, dashed; empty: none

    std::vector<ChartEvent> events;

    int periods() const { return static_cast<int>(demand.size()); }
    int horizon() const { return static_cast<int>(median.size()); }
    bool isEmpty() const { return demand.empty() && median.empty(); }
};

}  // namespace foresell
