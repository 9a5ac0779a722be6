// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/forecaster.h"

namespace foresell {

/// Each coming period repeats the same period of the season before (a week ago for days, a year ago for weeks and months;
/// Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.2), or of an earlier season where that one was
/// not observed. Without any such period it repeats the latest: the last observed value, for days the mean of the last
/// seven. Bands come from the errors that this made before (see addErrorBands).
class SeasonalNaive : public Forecaster {
public:
    std::string name() const override { return "seasonal_naive"; }
    /// Learns nothing: everything is read from the panel that is forecast.
    void fit(const Panel& panel, int horizon, const JobControl& control) override;
    Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                     const JobControl& control) const override;
};

}  // namespace foresell
