// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// Takes the seasons off (see seasonsOf: for days the week and the year, else the year; those of which the history holds two), forecasts
/// what is left by the automatic exponential smoothing that has no season, and puts the last turn of each season back (MSTL;
/// Bandara, Hyndman and Bergmeir 2021). Holes are filled for the seasons and left out by the smoothing. The seasons behind a
/// forecast of the past are taken from a history that ends before it.
class SeasonalTrend : public LocalMethod {
public:
    std::string name() const override { return "mstl"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;
};

}  // namespace foresell
