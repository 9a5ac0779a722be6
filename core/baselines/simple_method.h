// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/dataset/forecaster.h"

namespace foresell {

/// A method that looks at one series at a time and learns nothing across series: `fit` has nothing to do, and bands come
/// from the errors that the method made in the history.
class SimpleMethod : public Forecaster {
public:
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;

protected:
    /// Forecasts the `horizon` periods after the first `end` periods of a series, from its observed cells alone.
    virtual std::vector<float> forecastFrom(const Panel& panel, std::size_t series, int end, int horizon) const = 0;
    /// Errors of one-season-ahead forecasts in the history, at observed cells; the newest at most a few hundred.
    virtual std::vector<float> pastErrors(const Panel& panel, std::size_t series) const = 0;
    virtual int season(const Panel& panel) const = 0;
};

/// The value of the same weekday a week ago, or of the same week or month a year ago; where that was not observed, the one
/// a season earlier, else the mean of the last observed periods (Hyndman and Athanasopoulos 2021, section 5.2).
class SeasonalNaive : public SimpleMethod {
public:
    std::string name() const override { return "seasonal_naive"; }

protected:
    std::vector<float> forecastFrom(const Panel& panel, std::size_t series, int end, int horizon) const override;
    std::vector<float> pastErrors(const Panel& panel, std::size_t series) const override;
    int season(const Panel& panel) const override;
};

/// The mean of the last observed periods: 28 days, 8 weeks or 6 months.
class MovingAverage : public SimpleMethod {
public:
    std::string name() const override { return "moving_average"; }

protected:
    std::vector<float> forecastFrom(const Panel& panel, std::size_t series, int end, int horizon) const override;
    std::vector<float> pastErrors(const Panel& panel, std::size_t series) const override;
    int season(const Panel& panel) const override;
};

/// The names of the simple methods, the first being the one to beat.
const std::vector<std::string>& simpleMethods();
/// Null for any other name.
std::unique_ptr<Forecaster> makeSimpleMethod(const std::string& name);

}  // namespace foresell
