// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/dataset/panel.h"
#include "core/evaluation/run_result.h"

namespace foresell {

struct SearchLimits {
    double seconds = 0;  ///< no trial begins, and none goes on after its epoch, when they are over
    int trials = 0;      ///< at most so many; 0: as many as the time allows
};

/// What a search has tried, in the order of the trials, and the options of the best.
struct SearchOutcome {
    std::vector<SearchTrial> trials;
    TrainingOptions best;
};

/// Looks for good options of a network: width, depth, lookback, learning rate and dropout, and which of several networks.
///
/// Successive halving as in ASHA with one worker (Li et al. 2020, "A System for Massively Parallel Hyperparameter Tuning",
/// algorithm 2; Li et al. 2018, Hyperband): every trial learns for a sixth of the epochs; whenever there is one among the
/// best third of a rung, the best of them goes on to the next (five twelfths, then all); else a new one is drawn. Trials
/// are compared by their loss on the validation periods. The first trial is the options as they are. What is drawn and
/// what goes on depends on the seed and on losses alone; the time only ends the search.
class HyperSearch {
public:
    /// `networks` are tried in turn; options that `base` sets (not 0) stay as they are. The panel must outlive the search.
    HyperSearch(const Panel& panel, int horizon, TrainingOptions base, std::vector<std::string> networks);

    /// Throws what a training throws where not even the first trial can learn. Progress: stage "searching", unit
    /// "seconds", metrics "trials" and "best_validation_loss".
    SearchOutcome run(const SearchLimits& limits, const JobControl& control) const;

    /// The options of trial `number`, 0 being the base.
    TrainingOptions draw(int number) const;

private:
    const Panel& m_panel;
    int m_horizon;
    TrainingOptions m_base;
    std::vector<std::string> m_networks;
};

}  // namespace foresell
