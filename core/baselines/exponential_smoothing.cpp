// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/exponential_smoothing.h"

#include <cmath>

namespace foresell {

namespace {

double squaredErrors(std::span<const double> values, double alpha) {
    double level = values.front();
    double sum = 0;
    for (const double value : values.subspan(1)) {
        const double error = value - level;
        sum += error * error;
        level += alpha * error;
    }
    return sum;
}

}  // namespace

double smoothedLevel(std::span<const double> values, double alpha) {
    double level = values.front();
    for (const double value : values.subspan(1)) {
        level += alpha * (value - level);
    }
    return level;
}

double bestAlpha(std::span<const double> values, double low, double high) {
    constexpr double tolerance = 1e-6;
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double left = high - ratio * (high - low), right = low + ratio * (high - low);
    double atLeft = squaredErrors(values, left), atRight = squaredErrors(values, right);
    while (high - low > tolerance) {
        if (atLeft < atRight) {
            high = right;
            right = left;
            atRight = atLeft;
            left = high - ratio * (high - low);
            atLeft = squaredErrors(values, left);
        } else {
            low = left;
            left = right;
            atLeft = atRight;
            right = low + ratio * (high - low);
            atRight = squaredErrors(values, right);
        }
    }
    return (low + high) / 2;
}

}  // namespace foresell
