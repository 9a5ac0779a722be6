// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/calendar/period.h"
#include "core/catalog/ids.h"

namespace foresell {

/// What one cell of the panel says about demand.
enum class CellState : std::uint8_t {
    BeforeStart = 0,  ///< the series had not begun: nothing to learn
    Sold = 1,         ///< observed, zero included
    Gap = 2,          ///< the file does not say (shop without data): masked
    Closed = 3,       ///< the plan says closed: no demand expected, none learnt
    StockOut = 4,     ///< nothing to sell all period long: masked
};

/// A covariate over time. `values` is series x (periods + futurePeriods) row by row, or one row for all series when
/// `shared`; a past-only covariate has series x periods. NaN is not allowed: `isKnown` has the same shape and is empty
/// when every value is known.
struct Covariate {
    std::string name;
    bool shared = false;
    bool isBinary = false;  ///< 0 or 1: not scaled
    std::vector<float> values;
    std::vector<std::uint8_t> isKnown;
};

/// An attribute of a series. Categories have `codes` in 1..cardinality-1 (0 = unknown or absent), numbers have `values`.
/// `texts` says what code i + 1 stands for, so that a model knows its categories again in other data; it may be empty.
struct StaticFeature {
    std::string name;
    int cardinality = 0;  ///< 0: a number
    std::vector<std::int32_t> codes;
    std::vector<float> values;
    std::vector<std::string> texts = {};
};

/// Series x time: what every forecaster learns from. Row by row (C order), series in the order of their item,
/// location and channel codes (byte order), never of dictionary ids, so that the same rows give the same panel
/// whatever was imported around them. Column 0 is `firstPeriod`; the last column is the last complete period.
struct Panel {
    PeriodAxis axis;
    std::int32_t firstPeriod = 0;
    int periods = 0;        ///< columns of history
    int futurePeriods = 0;  ///< columns after the history for which known-future covariates are given
    bool allowsNegative = false;  ///< net of returns: forecasts may be negative

    std::vector<SeriesKey> keys;
    std::vector<std::string> itemCodes, locationCodes, channelCodes;  ///< by series; empty text where absent
    std::vector<int> begin;                                           ///< by series: first column that is not BeforeStart

    std::vector<float> target;     ///< series x periods, demand in units; 0 where not Sold
    std::vector<CellState> state;  ///< series x periods
    /// series x periods: 1 where the item sold out within the period, so that demand was at least `target` (state Sold);
    /// empty where that never happened. Learnt as a bound from below, and not scored.
    std::vector<std::uint8_t> censored;

    std::vector<Covariate> knownFuture;
    std::vector<Covariate> pastOnly;
    std::vector<StaticFeature> statics;

    std::size_t seriesCount() const { return keys.size(); }
    std::span<const float> targetOf(std::size_t series) const {
        return std::span(target).subspan(series * static_cast<std::size_t>(periods), static_cast<std::size_t>(periods));
    }
    std::span<const CellState> stateOf(std::size_t series) const {
        return std::span(state).subspan(series * static_cast<std::size_t>(periods), static_cast<std::size_t>(periods));
    }
    bool isCensored(std::size_t series, int column) const {
        return !censored.empty() &&
               censored[series * static_cast<std::size_t>(periods) + static_cast<std::size_t>(column)] != 0;
    }
    Day labelOf(int column) const { return axis.label(firstPeriod + column); }
};

/// True where a series is closed in the period `step` (0 = the next) after the history: by the known-future covariate
/// "open" where it says so, else where it was closed on this weekday in each of the four weeks before.
bool isClosedAhead(const Panel& panel, std::size_t series, int step);

/// Mean absolute demand of a series over its last year of observed periods; 0 where there is none.
double recentLevel(const Panel& panel, std::size_t series);

}  // namespace foresell
