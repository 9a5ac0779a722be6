// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "core/dataset/forecaster.h"

namespace foresell {

/// The errors (observed less forecast) that a simple method would have made on a panel's history. Steps ahead that err
/// alike share a bucket.
struct PastErrors {
    int buckets = 1;
    bool isPointMean = false;  ///< the forecasts are expected values: the errors' own median shifts the quantiles
    std::function<int(int step)> bucketOf;  ///< step 0 = the next period
    /// Appends errors of a series, the latest first; a few dozen are enough.
    std::function<void(std::size_t series, int bucket, std::vector<float>& into)> collect;
};

/// An empty forecast (all 0) for a panel.
Forecast emptyForecast(const Panel& panel, int horizon, const std::vector<double>& levels);

/// Sets the quantiles round `forecast.mean`, which holds the point forecasts and becomes the median (unless
/// `errors.isPointMean`): the empirical quantiles of the series' own past errors about their median, mixed with those of all series in proportion to the
/// series' level, the fewer errors of its own it has the more. Quantiles do not cross. Values are not negative unless the
/// panel allows it, and 0 where a series is closed.
void addErrorBands(const Panel& panel, const PastErrors& errors, Forecast& forecast, const JobControl& control);

/// Quantile of ascending values by linear interpolation (type 7 of Hyndman and Fan 1996); 0 for none.
double quantileOfSorted(const std::vector<float>& sorted, double level);

}  // namespace foresell
