// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/job.h"
#include "core/baselines/tree_booster.h"
#include "core/baselines/tree_features.h"
#include "core/dataset/panel.h"

namespace foresell {

/// What the sums of the trees stand for, over the level of the series at the origin.
enum class TreeLoss {
    Log,      ///< squared error of the logarithm: an estimate of the median
    Tweedie,  ///< deviance of a sum of a random number of sales (Jorgensen 1987): an estimate of the mean
};

/// Log for demand that is hardly ever 0, else Tweedie.
TreeLoss lossFor(const Panel& panel);
/// Demand over level for a sum of trees, and the label of such demand.
double ratioOf(TreeLoss loss, double sum);
double labelOf(TreeLoss loss, double ratio);

/// How far a forecast ratio is from one that came, by the loss.
double lossOf(TreeLoss loss, double forecast, double actual);

/// Mean level of the series that sold, for those that have not yet.
double usualLevelOf(const Panel& panel);

/// Which periods are learnt from, and from which origin each is looked at: every observed period before column `end`, each
/// from one or several of the `horizon` origins before it, drawn by the seed; where there are more than `most`, a share of
/// them. Later periods count (or are drawn) more: half as much a year (five for months) earlier.
class TreeSamples {
public:
    TreeSamples(const TreeFeatures& features, const Panel& panel, int horizon, int end, std::size_t most, std::uint64_t seed);

    std::size_t size() const { return m_samples.size(); }
    /// The samples as rows, made on all cores. `panel` and `features` must outlive it.
    TreeSource source(TreeLoss loss, const JobControl& control) const;

private:
    struct Sample {
        std::int32_t target = 0, step = 0;
        float weight = 1;
    };

    void fill(std::size_t batch, TreeLoss loss, const JobControl& control, TreeBatch& into) const;

    const TreeFeatures& m_features;
    const Panel& m_panel;
    double m_usualLevel;
    std::vector<Sample> m_samples;      ///< series by series
    std::vector<std::size_t> m_starts;  ///< by series, and the end
    std::vector<std::size_t> m_batches;  ///< first series of each batch, and the end
};

}  // namespace foresell
