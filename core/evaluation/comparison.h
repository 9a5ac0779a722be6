// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/evaluation/run_result.h"

namespace foresell {

/// How much smaller the absolute errors of a candidate are than those of a baseline on the same points.
struct Comparison {
    double gain = 0;                  ///< 1 - sum of losses of the candidate / of the baseline; NaN: not judged
    double low = 0, high = 0;         ///< 95 % interval of the gain
    Verdict verdict = Verdict::NotJudged;  ///< "better" only where the interval leaves 0 out
};

/// Compares by a bootstrap that draws series and places in time independently (the pigeonhole bootstrap, Owen 2007), so
/// that neither a few large items nor one odd week decides. Only points that both methods forecast count; what is
/// drawn depends on the losses alone. Not judged where fewer than two places in time are common.
Comparison compareLosses(const LossTable& candidate, const LossTable& baseline);

}  // namespace foresell
