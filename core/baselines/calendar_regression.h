// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/baselines/regression_features.h"
#include "core/dataset/forecaster.h"

namespace foresell {

/// Demand as a product: the level of the series, times effects of weekday, season of the year, trend, promotions, prices
/// and holidays that all series share, times how the series itself departs from the shared weekday (or month) effect.
/// The shared effects are a Poisson regression with a log link on demand over the series' mean (McCullagh and Nelder 1989,
/// by iteratively reweighted least squares with a small ridge), so that zeros need no care and all series count alike. The
/// level is a mean of demand over effect that forgets with a half-life which `fit` chooses by the error on the last
/// horizons; departures are shrunk towards none. For sharing, series that sell alike gain most: shops of a chain, sizes of
/// an article.
class CalendarRegression : public Forecaster {
public:
    std::string name() const override { return "calendar_regression"; }
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    /// Fits the panel itself where nothing was fitted before.
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;

private:
    void fitShared(const Panel& panel, const JobControl& control);
    void chooseHalfLife(const Panel& panel, int horizon, const JobControl& control);
    std::vector<double> effectsOf(const Panel& panel, std::size_t series, const std::vector<double>& calendar,
                                  int columns) const;

    std::shared_ptr<const RegressionFeatures> m_features;
    std::vector<double> m_coefficients;
    double m_halfLife = 0;
};

}  // namespace foresell
