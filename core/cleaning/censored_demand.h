// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace foresell {

/// Demand of which it is known only that it was at least so many units.
struct CensoredDemand {
    double mean = 0;
    double square = 0;  ///< mean squared distance from the mean of the whole law
};

/// Under a negative binomial law with this mean and variance mean + dispersion x mean^2 (dispersion 0: Poisson). This is what
/// sales that ran into an empty shelf say (Nahmias, "Demand estimation in lost sales inventory systems", Naval Research
/// Logistics 41, 1994).
inline CensoredDemand demandOfAtLeast(double mean, double dispersion, double atLeast) {
    const double least = std::floor(atLeast);
    if (mean <= 0) {
        return {std::fmax(mean, atLeast), (atLeast - mean) * (atLeast - mean)};
    }
    if (least <= 0) {
        return {std::fmax(mean, atLeast), mean + dispersion * mean * mean};
    }
    // Probabilities relative to that of `least`, so that a far tail is no trouble.
    const double rate = dispersion * mean / (1 + dispersion * mean);
    double weight = 1;
    double weights = 0;
    double sum = 0;
    double squares = 0;
    constexpr int mostTerms = 100'000;
    for (int i = 0; i < mostTerms; ++i) {
        const double count = least + i;
        weights += weight;
        sum += weight * count;
        squares += weight * (count - mean) * (count - mean);
        weight *= dispersion > 0 ? (count + 1 / dispersion) / (count + 1) * rate : mean / (count + 1);
        if (count > mean && weight < 1e-12 * weights) {
            break;
        }
    }
    return {std::fmax(sum / weights, atLeast), squares / weights};
}

}  // namespace foresell
