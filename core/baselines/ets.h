// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// Automatic exponential smoothing (Hyndman et al. 2002, 2008): the mean of all admissible forms, weighted by their AICc, each
/// fitted to the errors of forecasts up to a season (or twelve periods) ahead, see ets_model.h. Fewer than five observed
/// values, or equal ones, are smoothed with 0.5.
class Ets : public LocalMethod {
public:
    std::string name() const override { return "ets"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;
};

}  // namespace foresell
