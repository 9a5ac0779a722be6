// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// Intermittent demand that may die out (Teunter, Syntetos and Babai 2011): the chance of a sale and the size of a sale are
/// smoothed apart, both with 0.2, the chance in every period. The forecast is their product.
class Tsb : public LocalMethod {
public:
    std::string name() const override { return "tsb"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;
    bool isPointMean() const override { return true; }
};

}  // namespace foresell
