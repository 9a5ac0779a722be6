// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/comparison.h"

#include <algorithm>
#include <limits>
#include <random>

namespace foresell {

namespace {

constexpr int draws = 1000;
constexpr std::size_t mostRows = 400;

/// Losses of both methods by group of series and place in time.
struct Grid {
    std::size_t rows = 0, columns = 0;
    std::vector<double> candidate, baseline;
};

/// Calls use(series, place, candidate's loss, baseline's loss) for the points that both have.
template <typename Use>
void visitCommon(const LossTable& candidate, const LossTable& baseline, Use&& use) {
    for (const auto& [series, losses] : candidate.losses) {
        const auto others = baseline.losses.find(series);
        if (others == baseline.losses.end()) {
            continue;
        }
        for (const auto& [place, loss] : losses) {
            const auto other = others->second.find(place);
            if (other != others->second.end()) {
                use(series, place, loss, other->second);
            }
        }
    }
}

Grid arrange(const LossTable& candidate, const LossTable& baseline) {
    std::map<LossTable::Series, std::size_t> rows;
    std::map<LossTable::Place, std::size_t> columns;
    visitCommon(candidate, baseline, [&](const auto& series, const auto& place, double, double) {
        rows.emplace(series, 0);
        columns.emplace(place, 0);
    });
    Grid grid;
    for (auto& [series, row] : rows) {
        row = grid.rows++ % mostRows;
    }
    grid.rows = std::min(grid.rows, mostRows);
    for (auto& [place, column] : columns) {
        column = grid.columns++;
    }
    grid.candidate.resize(grid.rows * grid.columns);
    grid.baseline.resize(grid.rows * grid.columns);
    visitCommon(candidate, baseline, [&](const auto& series, const auto& place, double loss, double other) {
        const std::size_t cell = rows.at(series) * grid.columns + columns.at(place);
        grid.candidate[cell] += loss;
        grid.baseline[cell] += other;
    });
    return grid;
}

/// How often each of `count` things is drawn when `count` are drawn with putting back. Modulo and not a
/// std::uniform_int_distribution, whose draws differ between standard libraries.
std::vector<double> drawCounts(std::size_t count, std::mt19937_64& random) {
    std::vector<double> counts(count, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        counts[random() % count] += 1;
    }
    return counts;
}

double drawnGain(const Grid& grid, std::mt19937_64& random) {
    const std::vector<double> rows = drawCounts(grid.rows, random);
    const std::vector<double> columns = drawCounts(grid.columns, random);
    double candidate = 0;
    double baseline = 0;
    for (std::size_t row = 0; row < grid.rows; ++row) {
        for (std::size_t column = 0; rows[row] > 0 && column < grid.columns; ++column) {
            const double weight = rows[row] * columns[column];
            candidate += weight * grid.candidate[row * grid.columns + column];
            baseline += weight * grid.baseline[row * grid.columns + column];
        }
    }
    return baseline > 0 ? 1 - candidate / baseline : 0;
}

double sumOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum;
}

}  // namespace

Comparison compareLosses(const LossTable& candidate, const LossTable& baseline) {
    Comparison comparison;
    const Grid grid = arrange(candidate, baseline);
    const double baselineLoss = sumOf(grid.baseline);
    if (grid.columns < 2 || !(baselineLoss > 0)) {
        comparison.gain = comparison.low = comparison.high = std::numeric_limits<double>::quiet_NaN();
        return comparison;
    }
    comparison.gain = 1 - sumOf(grid.candidate) / baselineLoss;
    std::mt19937_64 random(20'221'101);
    std::vector<double> gains;
    gains.reserve(draws);
    for (int i = 0; i < draws; ++i) {
        gains.push_back(drawnGain(grid, random));
    }
    std::ranges::sort(gains);
    comparison.low = gains[draws / 40];
    comparison.high = gains[draws - 1 - draws / 40];
    comparison.verdict = comparison.low > 0    ? Verdict::LearnerBetter
                         : comparison.high < 0 ? Verdict::BaselineBetter
                                               : Verdict::Even;
    return comparison;
}

}  // namespace foresell
