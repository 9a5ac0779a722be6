// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace foresell {

/// From the median absolute deviation to the standard deviation of a normal distribution.
inline constexpr double madToDeviation = 1.4826;

/// The lower median, so that it is one of the values; reorders them, of which there must be one.
template <typename T>
T lowerMedian(std::vector<T>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Median and robust deviation (Hampel, JASA 69, 1974) of values, which are reordered.
struct RobustScale {
    double middle = 0;
    double deviation = 0;

    static RobustScale of(std::vector<double>& values, double smallestDeviation) {
        RobustScale scale;
        scale.middle = lowerMedian(values);
        for (double& value : values) {
            value = std::abs(value - scale.middle);
        }
        scale.deviation = std::max(smallestDeviation, madToDeviation * lowerMedian(values));
        return scale;
    }
    double scoreOf(double value) const { return (value - middle) / deviation; }
};

}  // namespace foresell
