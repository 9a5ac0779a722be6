// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// The straight line through the first and the last observed period goes on (Hyndman and Athanasopoulos 2021,
/// section 5.2).
class Drift : public LocalMethod {
public:
    std::string name() const override { return "drift"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;
};

}  // namespace foresell
