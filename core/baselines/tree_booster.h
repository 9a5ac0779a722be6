// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/baselines/tree_ensemble.h"

namespace foresell {

/// Rows to learn from: `rows` row by row, one label and weight a row.
struct TreeBatch {
    std::vector<float> rows, labels, weights;
};

/// Rows in batches that are made when they are asked for (several times, each time alike), so that they are never in
/// memory all at once: what stays is one byte a number.
struct TreeSource {
    std::size_t width = 0;
    std::size_t batches = 0;
    std::function<void(std::size_t batch, TreeBatch& into)> fill;
};

/// Of the variance as a power of the mean: 1 for counts, 2 where it grows with the square.
inline constexpr double tweediePower = 1.3;

struct BoostSettings {
    std::string objective = "reg:squarederror";  ///< or "reg:tweedie", whose sums are logarithms
    int rounds = 400;
    int depth = 7;
    double rate = 0.05;
    double leastWeight = 100;  ///< of the rows of a leaf
    double rowShare = 0.7, columnShare = 0.7;  ///< drawn for each tree
    std::uint64_t seed = 1;
    int threads = 0;           ///< 0: all cores
    double secondsAtMost = 0;  ///< 0: no limit; else fewer rounds where they last longer
};

/// Grows trees one after the other, each on what the ones before left over (Friedman 2001; Chen and Guestrin 2016), by
/// libxgboost with histograms. The same settings, rows and threads give the same trees. Can be stopped, paused and finished
/// early between two trees. Throws Error "training.failed".
TreeEnsemble boostTrees(const TreeSource& source, const BoostSettings& settings, const JobControl& control);

/// What growing them costs, in seconds.
struct BoostCost {
    double reading = 0;  ///< the rows
    double tree = 0;     ///< each
};

/// Reads the rows and grows a few trees; nothing is kept.
BoostCost costOfTrees(const TreeSource& source, const BoostSettings& settings, const JobControl& control);

}  // namespace foresell
