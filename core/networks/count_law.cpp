// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/count_law.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace foresell {
namespace {

constexpr double largeMean = 300;
constexpr double smallestDispersion = 1e-6;
constexpr double smallestChance = 1e-280;
constexpr int mostCounts = 100'000;

/// The z-score of a level: Acklam's rational approximation (2003), within 1.2e-9 relative.
double scoreOf(double p) {
    constexpr double a[] = {-39.69683028665376, 220.9460984245205, -275.9285104469687,
                            138.3577518672690,  -30.66479806614716, 2.506628277459239};
    constexpr double b[] = {-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
                            -13.28068155288572};
    constexpr double c[] = {-0.007784894002430293, -0.3223964580411365, -2.400758277161838,
                            -2.549732539343734,    4.374664141464968,   2.938163982698783};
    constexpr double d[] = {0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416};
    if (p > 0.97575) {
        return -scoreOf(1 - p);
    }
    if (p < 0.02425) {
        const double q = std::sqrt(-2 * std::log(std::max(p, 1e-300)));
        return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
               ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    }
    const double q = p - 0.5, r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
           (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

double gammaQuantile(double mean, double variance, double level) {
    const double shape = mean * mean / variance;
    const double part = 1 / (9 * shape);
    const double root = 1 - part + scoreOf(level) * std::sqrt(part);
    return root > 0 ? mean * root * root * root : 0;
}

/// The logarithm of the chance of `count` or more; of exactly `count` where that is too small for a number.
double logAtLeast(double count, double mean, double alpha) {
    const double success = alpha * mean / (1 + alpha * mean), size = 1 / alpha;
    const double chance = boost::math::ibeta(count, size, success);
    if (chance > smallestChance) {
        return std::log(chance);
    }
    return std::lgamma(count + size) - std::lgamma(size) - std::lgamma(count + 1) - size * std::log1p(alpha * mean) +
           count * std::log(success);
}

}  // namespace

CountTail negativeBinomialAtLeast(double count, double mean, double dispersion) {
    if (!(count > 0)) {
        return {};
    }
    const double alpha = std::max(dispersion, smallestDispersion);
    constexpr double step = 1e-4;  // of the logarithms, for slopes by central differences
    const double up = std::exp(step), down = std::exp(-step);
    CountTail tail{.logChance = logAtLeast(count, mean, alpha)};
    tail.byLogMean = (logAtLeast(count, mean * up, alpha) - logAtLeast(count, mean * down, alpha)) / (2 * step);
    tail.byDispersion =
        (logAtLeast(count, mean, alpha * up) - logAtLeast(count, mean, alpha * down)) / (2 * step * alpha);
    return tail;
}

void negativeBinomialQuantiles(double mean, double dispersion, std::span<const double> levels,
                               std::span<double> quantiles) {
    const double alpha = std::max(dispersion, smallestDispersion);
    if (!(mean < largeMean)) {
        for (std::size_t i = 0; i < levels.size(); ++i) {
            quantiles[i] = gammaQuantile(mean, mean + alpha * mean * mean, levels[i]);
        }
        return;
    }
    const double size = 1 / alpha;
    const double success = alpha * mean / (1 + alpha * mean);
    double probability = std::exp(-size * std::log1p(alpha * mean));
    double reached = probability;
    double count = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        while (reached < levels[i] && count < mostCounts) {
            probability *= (size + count) / (count + 1) * success;
            count += 1;
            reached += probability;
        }
        quantiles[i] = count;
    }
}

}  // namespace foresell
