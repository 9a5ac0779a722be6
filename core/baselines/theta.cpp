// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/theta.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/baselines/seasonal_indices.h"

namespace foresell {

namespace {

constexpr double low = 0.1, high = 0.99;
constexpr std::size_t notJudged = 3;  // first errors

struct Line {
    double at0 = 0, slope = 0;
};

/// Least squares through values at 1, 2, ...
Line lineThrough(std::span<const double> values) {
    const auto count = static_cast<double>(values.size());
    double sum = 0, moment = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        moment += static_cast<double>(i + 1) * values[i];
    }
    const double mean = sum / count;
    const double slope = count > 1 ? 6 * (2 * moment / count - (count + 1) * mean) / (count * count - 1) : 0;
    return {mean - (count + 1) * slope / 2, slope};
}

struct Fit {
    double alpha = 0.5, level = 0, weight = 0.5;
    double squares = std::numeric_limits<double>::infinity();
};

/// What the line adds to the forecast of value i, over its weight.
double bend(const Line& line, double alpha, double decay) {
    return line.at0 * decay + line.slope * (1 - decay * (1 - alpha)) / alpha;
}

/// Normal equations of the errors on the first level and the weight of the line.
struct Regression {
    double ll = 0, lw = 0, ww = 0, ly = 0, wy = 0, yy = 0;

    double squaresOf(double level, double weight) const {
        return yy - 2 * (level * ly + weight * wy) + level * level * ll + 2 * level * weight * lw + weight * weight * ww;
    }
};

Regression regressionOf(std::span<const double> values, const Line& line, double alpha) {
    Regression sums;
    double level = 0, decay = 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i >= notJudged) {
            const double left = values[i] - level, byWeight = bend(line, alpha, decay);
            sums.ll += decay * decay;
            sums.lw += decay * byWeight;
            sums.ww += byWeight * byWeight;
            sums.ly += decay * left;
            sums.wy += byWeight * left;
            sums.yy += left * left;
        }
        level += alpha * (values[i] - level);
        decay *= 1 - alpha;
    }
    return sums;
}

Fit fitAt(std::span<const double> values, const Line& line, double alpha, bool isWeightFree) {
    const Regression sums = regressionOf(values, line, alpha);
    const auto levelFor = [&](double weight) {
        return sums.ll > 1e-9 ? (sums.ly - weight * sums.lw) / sums.ll : values.front();
    };
    double weight = 0.5;
    if (isWeightFree) {
        const double own = sums.ww - (sums.ll > 1e-9 ? sums.lw * sums.lw / sums.ll : 0);
        const double right = sums.wy - (sums.ll > 1e-9 ? sums.lw * sums.ly / sums.ll : values.front() * sums.lw);
        weight = own > 1e-12 * sums.ww ? std::clamp(right / own, 0.0, 1.0) : 0.5;
    }
    const double level = levelFor(weight);
    return {alpha, level, weight, sums.squaresOf(level, weight)};
}

Fit bestFit(std::span<const double> values, bool isWeightFree) {
    const Line line = lineThrough(values);
    if (values.size() < notJudged + 3) {
        return {0.5, values.front(), 0.5, 0};
    }
    constexpr int places = 24;
    const auto at = [&](double alpha) { return fitAt(values, line, std::clamp(alpha, low, high), isWeightFree); };
    Fit best;
    for (int i = 0; i <= places; ++i) {
        const Fit fit = at(low + (high - low) * i / places);
        best = fit.squares < best.squares ? fit : best;
    }
    for (double reach = (high - low) / places / 2; reach > 1e-7; reach /= 2) {
        for (const double alpha : {best.alpha - reach, best.alpha + reach}) {
            const Fit fit = at(alpha);
            best = fit.squares < best.squares ? fit : best;
        }
    }
    return best;
}

/// Autocorrelation at the season beyond what the shorter ones explain (one-sided 5 %).
bool isSeasonal(std::span<const double> values, int season) {
    const auto size = values.size();
    if (season < 4 || size < 2 * static_cast<std::size_t>(season)) {
        return false;
    }
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(size);
    const auto covariance = [&](std::size_t lag) {
        double sum = 0;
        for (std::size_t i = lag; i < size; ++i) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum;
    };
    const double variance = covariance(0);
    if (variance <= 0) {
        return false;
    }
    double squares = 0;
    for (int lag = 1; lag < season; ++lag) {
        const double r = covariance(static_cast<std::size_t>(lag)) / variance;
        squares += r * r;
    }
    const double own = covariance(static_cast<std::size_t>(season)) / variance;
    return std::abs(own) > 1.6448536269514722 * std::sqrt((1 + 2 * squares) / static_cast<double>(size));
}

/// Season to take off and put back; one index that changes nothing where there is none.
struct Season {
    bool isProduct = false;
    std::vector<double> indices{0.0};

    double without(double value, std::size_t at) const {
        const double index = indices[at % indices.size()];
        return isProduct ? value / index : value - index;
    }
    double with(double value, std::size_t at) const {
        const double index = indices[at % indices.size()];
        return isProduct ? value * index : value + index;
    }
};

Season seasonOf(std::span<const double> values, int season) {
    if (!isSeasonal(values, season)) {
        return {};
    }
    if (std::ranges::min(values) > 0) {
        Season product{true, seasonalIndices(values, season, true)};
        if (std::ranges::min(product.indices) >= 0.01) {
            return product;
        }
    }
    return {false, seasonalIndices(values, season, false)};
}

}  // namespace

void Theta::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                           std::span<double> into) const {
    std::vector<double> values = filled(history.values, history.season);
    const Season season = seasonOf(values, history.season);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = season.without(values[i], i);
    }
    const Fit fit = bestFit(values, m_kind == Kind::Optimized);
    double level = fit.level, decay = 1;
    std::size_t at = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (; at < static_cast<std::size_t>(ends[i]); ++at) {
            level += fit.alpha * (values[at] - level);
            decay *= 1 - fit.alpha;
        }
        const Line line = lineThrough(std::span(values).first(at));
        double reach = level, fading = decay;
        for (std::size_t step = 0; step < static_cast<std::size_t>(horizon); ++step) {
            const double rise = fit.weight * bend(line, fit.alpha, fading);
            into[i * static_cast<std::size_t>(horizon) + step] = season.with(reach + rise, at + step);
            reach += fit.alpha * rise;
            fading *= 1 - fit.alpha;
        }
    }
}

}  // namespace foresell
