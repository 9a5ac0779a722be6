// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/baselines/local_method.h"

namespace foresell {

/// The Theta method (Assimakopoulos and Nikolopoulos 2000) as a state space model (Fiorucci, Pellegrini, Louzada,
/// Petropoulos and Koehler 2016, STM and OTM): the mean of a straight line and of simple exponential smoothing of what
/// bends twice as much; `Optimized` also fits how much the line counts. A season that shows in the autocorrelation (90 %
/// test) is taken off by the classical decomposition, multiplicative where all is positive, and put back. Smoothing (0.1 to
/// 0.99), first level and weight of the line are those with the least squared one-step errors: the last two by linear
/// regression for each smoothing.
class Theta : public LocalMethod {
public:
    enum class Kind { Standard, Optimized };
    explicit Theta(Kind kind) : m_kind(kind) {}

    std::string name() const override { return m_kind == Kind::Standard ? "theta" : "optimized_theta"; }

protected:
    void forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                        std::span<double> into) const override;

private:
    Kind m_kind;
};

}  // namespace foresell
