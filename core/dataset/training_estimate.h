// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace foresell {

/// What one fit would cost, measured by a few of its steps on the data themselves.
struct TrainingEstimate {
    double seconds = 0;            ///< at most: what no longer gains ends it earlier
    std::int64_t memoryBytes = 0;  ///< peak of the whole process
    std::int64_t parameters = 0;   ///< of a network
};

}  // namespace foresell
