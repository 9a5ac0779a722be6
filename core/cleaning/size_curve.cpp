// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/size_curve.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace foresell {

namespace {

constexpr double strengths[] = {5, 10, 20, 50, 100, 200, 500, 1000, 2000};  ///< k that are tried, in units
constexpr double strongestOfFew = 200;
constexpr std::size_t fewStyles = 5;
constexpr double leastExpected = 1e-3;  ///< share that a variant of no sales still has in a prior

double unitsOf(const SizeCurve::Part& part) {
    return std::max(0.0, part.units);
}

/// What the category lets expect of each variant of a style; sums to 1.
std::vector<double> expectedOf(const SizeCurve& curve, const std::map<std::string, double>& units) {
    std::vector<double> expected;
    double sum = 0;
    std::size_t told = 0;
    for (const SizeCurve::Part& part : curve.parts) {
        const auto found = part.size.empty() ? units.end() : units.find(part.size);
        expected.push_back(found == units.end() ? -1 : found->second);
        sum += std::max(0.0, expected.back());
        told += found == units.end() ? 0 : 1;
    }
    const double mean = told > 0 && sum > 0 ? sum / static_cast<double>(told) : 1;
    double whole = 0;
    for (double& each : expected) {
        each = std::max(each < 0 || sum <= 0 ? mean : each, leastExpected * mean);
        whole += each;
    }
    for (double& each : expected) {
        each /= whole;
    }
    return expected;
}

/// Log likelihood of the sales of a style, but for a term that k does not change.
double likelihoodOf(const SizeCurve& curve, const std::vector<double>& expected, double k) {
    double total = 0;
    double sum = 0;
    for (std::size_t i = 0; i < curve.parts.size(); ++i) {
        const double units = unitsOf(curve.parts[i]);
        total += units;
        sum += std::lgamma(units + k * expected[i]) - std::lgamma(k * expected[i]);
    }
    return sum + std::lgamma(k) - std::lgamma(total + k);
}

void fillCategory(const std::vector<SizeCurve*>& curves) {
    std::map<std::string, double> units;
    std::size_t telling = 0;
    for (const SizeCurve* curve : curves) {
        double sold = 0;
        for (const SizeCurve::Part& part : curve->parts) {
            units[part.size] += part.size.empty() ? 0 : unitsOf(part);
            sold += unitsOf(part);
        }
        telling += sold > 0 ? 1 : 0;
    }
    double best = strengths[0];
    double highest = -INFINITY;
    for (const double k : strengths) {
        if (telling < fewStyles && k > strongestOfFew) {
            break;
        }
        double sum = 0;
        for (const SizeCurve* curve : curves) {
            sum += likelihoodOf(*curve, expectedOf(*curve, units), k);
        }
        if (sum > highest) {
            highest = sum;
            best = k;
        }
    }
    for (SizeCurve* curve : curves) {
        const std::vector<double> expected = expectedOf(*curve, units);
        double total = best;
        for (const SizeCurve::Part& part : curve->parts) {
            total += unitsOf(part);
        }
        for (std::size_t i = 0; i < curve->parts.size(); ++i) {
            curve->parts[i].share = (unitsOf(curve->parts[i]) + best * expected[i]) / total;
        }
    }
}

}  // namespace

void fillShares(std::vector<SizeCurve>& curves, const std::vector<std::string>& categories) {
    std::map<std::string, std::vector<SizeCurve*>> byCategory;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        byCategory[categories[i]].push_back(&curves[i]);
    }
    for (const auto& [category, members] : byCategory) {
        fillCategory(members);
    }
}

}  // namespace foresell
