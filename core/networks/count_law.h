// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace foresell {

/// Quantiles of the negative binomial law with this mean and variance mean + dispersion mean^2 (Cameron and Trivedi
/// 1998, "NB2"): the smallest counts whose distribution function reaches the ascending `levels`. Of large means, where
/// counts are as good as continuous, those of the gamma law with the same mean and variance (Wilson and Hilferty 1931).
void negativeBinomialQuantiles(double mean, double dispersion, std::span<const double> levels,
                               std::span<double> quantiles);

/// The logarithm of the chance of `count` or more, and its slopes by the logarithm of the mean and by the dispersion.
struct CountTail {
    double logChance = 0, byLogMean = 0, byDispersion = 0;
};

/// Of the negative binomial law with this mean and variance mean + dispersion mean^2, for count >= 0: a regularised
/// incomplete beta function (Johnson, Kemp and Kotz 2005, 5.6).
CountTail negativeBinomialAtLeast(double count, double mean, double dispersion);

}  // namespace foresell
