// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/forecaster.h"

namespace foresell {

/// Every coming period is the mean of the last observed periods of the series. `fit` chooses how many by the absolute
/// error on the last horizons of the panel, one number for all series: 7, 28 or 56 days, 4, 8, 13 or 26 weeks, 3, 6 or 12
/// months. Bands come from the errors that this made before (see addErrorBands).
class MovingAverage : public Forecaster {
public:
    /// `window` 0: chosen by fit.
    explicit MovingAverage(int window = 0) : m_window(window), m_isFixed(window > 0) {}

    std::string name() const override { return "moving_average"; }
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    /// Without a fit before, the middle window of the list above is used.
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;

    int window() const { return m_window; }

private:
    int m_window = 0;
    bool m_isFixed = false;
};

}  // namespace foresell
