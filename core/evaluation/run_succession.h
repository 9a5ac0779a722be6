// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/run_result.h"

namespace foresell {

/// Whether a newer training takes the place of the one that the forecast is made by, or why it does not by itself.
enum class Succession {
    Replaces,
    SeesLess,   ///< it ends at an earlier day
    OtherUnit,  ///< it counts other periods, whose errors do not compare
    NotTested,  ///< the one in use was tested on unseen sales, it was not
    Worse,      ///< both were tested on the same sales, and it missed by more
};

/// One that has seen other sales (newer ones, or corrected ones) replaces the one in use whatever its error: what the
/// other was tested on is no longer there to compare. Errors count as alike where they read alike, to a tenth of a percent.
Succession successionOf(const RunResult& inUse, const RunResult& newer);

/// "replaces", "sees_less", "other_unit", "not_tested", "worse".
const char* successionName(Succession succession);

}  // namespace foresell
