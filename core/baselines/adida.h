// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// Aggregate and disaggregate (Nikolopoulos et al. 2011): demand is summed over blocks as long as the mean interval between
/// sales, the sums are smoothed with the best alpha of 0.1 to 0.3, and the forecast is spread evenly over the block.
class Adida : public LocalMethod {
public:
    std::string name() const override { return "adida"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;
    bool isPointMean() const override { return true; }
};

}  // namespace foresell
