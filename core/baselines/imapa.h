// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// Intermittent multiple aggregation (Petropoulos and Kourentzes 2015): as ADIDA, for every length of blocks from one period
/// to the mean interval between sales; the forecast is the mean of all.
class Imapa : public LocalMethod {
public:
    std::string name() const override { return "imapa"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;
    bool isPointMean() const override { return true; }
};

}  // namespace foresell
