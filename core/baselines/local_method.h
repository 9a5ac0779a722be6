// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/dataset/forecaster.h"

namespace foresell {

/// One series from its first period to the last of the panel.
struct SeriesHistory {
    std::span<const double> values;  ///< NaN where nothing was observed (gaps, closed, sold out); never all NaN
    int season = 1;                  ///< periods of the main season
    bool allowsNegative = false;
};

/// A method that forecasts each series from that series alone. It learns at the moment of forecasting, so `fit` does
/// nothing. The bands come from forecasts of the series' own past (see addErrorBands): from up to 16 earlier places, with
/// the smoothing parameters of the whole history, so that a fit is needed once a series only. A series of which nothing
/// was observed is forecast as 0. Works on all cores; the result does not depend on how many.
class LocalMethod : public Forecaster {
public:
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;

protected:
    /// Point forecasts of the `horizon` periods that follow the first `ends[i]` values, for each i; row by row into
    /// `into`. `ends` ascend, the last is values.size(); each part holds at least one observed value.
    virtual void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                                std::span<double> into) const = 0;

    /// True where the point is an expected value that may lie far from the median, as for intermittent demand: then the
    /// median comes from the past errors too, and only the mean is the point.
    virtual bool isPointMean() const { return false; }
};

/// The observed ones of `values`.
std::vector<double> observedOf(std::span<const double> values);

/// `values` with every hole filled from its own place in the season: the mean of the nearest observed values a whole
/// number of seasons before and after, no more than four; where there are none, the nearest observed value.
std::vector<double> filled(std::span<const double> values, int season);

}  // namespace foresell
