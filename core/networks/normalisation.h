// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/networks/networks.h"

namespace foresell {

/// What a window's demand is measured by, in units; `level` and `spread` are above 0.
struct DemandScale {
    double level = 1;   ///< mean absolute demand: means and laws are told as a multiple of it
    double centre = 0;  ///< c
    double spread = 1;  ///< s
};

/// Makes the demand of items of every size alike before a network sees it, and takes what the network says back to units.
/// With x the demand, c a centre and s > 0 a spread, both in units:
///
///     none, mean, robust:  z = (x - c) / s                         x = c + s z
///     log:                 r = (x - c) / s, z = sign(r) ln(1+|r|)  x = c + s sign(z) (e^|z| - 1)
///
///     none:       c = 0, s = 1
///     mean, log:  c = 0, s = the mean absolute demand (as in Salinas et al. 2020, DeepAR)
///     robust:     c = the median, s = 1.4826 median |x - c|, which is the deviation of a normal law (Rousseeuw and Croux
///                 1993); at least a tenth of the mean, and the mean itself where more than half of the demand is c
///
/// With scope `Series` c and s are those of each series over the periods before the forecast's origin, with scope `Global`
/// one pair for all series, from the periods that were learnt. A median of an even count is the lower of the middle two.
struct Normalisation {
    enum class Kind { None, Mean, Robust, Log };
    enum class Scope { Series, Global };
    static constexpr double normalDeviation = 1.4826;  ///< of the median distance from the median, in a normal law
    static constexpr double leastSpread = 0.1;         ///< of a robust scale, over the level

    Kind kind = Kind::Log;
    Scope scope = Scope::Series;

    /// The names of the command line; throws Error "training.option" for others.
    static Normalisation named(const std::string& kind, const std::string& scope);
    static std::vector<std::string> kinds();
    static std::vector<std::string> scopes();

    std::string kindName() const;
    std::string scopeName() const;

    /// z of a demand, and the demand of a z; each undoes the other to the last bits while |z| < 20 (log) or without bound.
    double scaled(double demand, const DemandScale& scale) const;
    double demand(double scaled, const DemandScale& scale) const { return scale.centre + scale.spread * opened(scaled); }
    /// The bend taken back: (x - c) / s of a z.
    double opened(double scaled) const;
    /// What demand with this mean, median and median distance from it (not below 0) is measured by.
    DemandScale scaleOf(double level, double median, double medianDistance) const;

    /// False: one level for all series, so that what is told of a series may lie far from it.
    bool isPerSeries() const { return kind != Kind::None && scope == Scope::Series; }
    /// A z further from 0 enters a network as this.
    double bound() const;
    /// Demand over the level up to which a mean is learnt, and the logarithm up to which it is told.
    double largestRatio() const { return isPerSeries() ? 200 : 1e6; }
    double largestLogMean() const { return isPerSeries() ? 8 : 14; }
    /// Why the loss cannot learn from such demand; empty where it can.
    std::string whyNot(const LossInfo& loss) const;
};

}  // namespace foresell
