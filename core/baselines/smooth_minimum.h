// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <limits>

namespace foresell {

/// A vector of at most 32 numbers, kept without the heap.
using SmallVector = Eigen::Matrix<double, Eigen::Dynamic, 1, 0, 32, 1>;
using SmallMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, 32, 32>;

/// Minimises a smooth function from `point` on by the method of Broyden, Fletcher, Goldfarb and Shanno with a backtracking
/// line search (Nocedal and Wright 2006, chapters 3 and 6), until a step gains less than `gain`. `function(point,
/// gradient)` returns the value, infinite where it is not defined. Returns the least value; `point` is then its place.
template <typename Function>
double smoothMinimum(const Function& function, SmallVector& point, double gain, int steps) {
    constexpr double longestStep = 1.5;  // in any one number, lest it lands where the function is flat
    const auto size = point.size();
    SmallVector gradient(size), next(size), nextGradient(size), direction(size);
    double value = function(point, gradient);
    if (!std::isfinite(value)) {
        return std::numeric_limits<double>::infinity();
    }
    SmallMatrix inverse = SmallMatrix::Identity(size, size) * (0.1 / std::max(1e-8, gradient.norm()));
    int lean = 0;
    for (int step = 0; step < steps && lean < 2; ++step) {
        direction.noalias() = -(inverse * gradient);
        double slope = direction.dot(gradient);
        if (!(slope < 0)) {
            inverse = SmallMatrix::Identity(size, size) * (0.1 / std::max(1e-8, gradient.norm()));
            direction.noalias() = -(inverse * gradient);
            slope = direction.dot(gradient);
        }
        const double reach = direction.template lpNorm<Eigen::Infinity>();
        double length = std::min(1.0, longestStep / reach), nextValue = value;
        bool isBetter = false;
        for (int tries = 0; tries < 20 && !isBetter; ++tries) {
            next = point + length * direction;
            nextValue = function(next, nextGradient);
            isBetter = std::isfinite(nextValue) && nextValue <= value + 1e-4 * length * slope;
            length *= isBetter ? 1 : 0.3;
        }
        if (!isBetter) {
            break;
        }
        const SmallVector moved = next - point, turned = nextGradient - gradient;
        const double curvature = moved.dot(turned);
        if (curvature > 1e-12 * moved.norm() * turned.norm()) {
            if (step == 0) {
                inverse = SmallMatrix::Identity(size, size) * (curvature / turned.squaredNorm());
            }
            const SmallVector product = inverse * turned;
            inverse += (1 + turned.dot(product) / curvature) / curvature * moved * moved.transpose() -
                       (product * moved.transpose() + moved * product.transpose()) / curvature;
        }
        lean = step >= size / 2 && value - nextValue < gain ? lean + 1 : 0;  // the first steps only learn the shape
        value = nextValue;
        point = next;
        gradient = nextGradient;
    }
    return value;
}

}  // namespace foresell
