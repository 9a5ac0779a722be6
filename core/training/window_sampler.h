// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/dataset/panel.h"

namespace foresell {

/// Training windows by index alone: a series, the last column that the window sees, and which periods after it are
/// forecast (batch x steps, 1 = the next).
struct WindowIndex {
    std::vector<std::int64_t> series, origin, steps;
    std::vector<std::uint8_t> hidesCodes;  ///< windows that are shown without their static codes
};

struct SamplerOptions {
    int begin = 0;  ///< origins lie in [begin, end - 2], so that one target at least lies before `end`
    int end = 0;
    int horizon = 0;
    int stepsAWindow = 0;
    double halfLife = 0;       ///< in periods: a window that is so much older is drawn half as often; 0: all alike
    double unknownShare = 0;   ///< of windows that hide their codes
    double volumePower = 0;    ///< series are drawn by their mean demand to this power (0: all alike)
    std::uint64_t seed = 1;
};

/// Draws training windows. What is drawn depends on the seed and the step's number only.
class WindowSampler {
public:
    WindowSampler(const Panel& panel, const SamplerOptions& options);

    /// Windows that could be drawn; 0: nothing can be learnt.
    std::int64_t windowCount() const { return m_windowCount; }
    WindowIndex draw(std::uint64_t step, int batch) const;

private:
    SamplerOptions m_options;
    std::vector<std::int32_t> m_series, m_firstOrigin;
    std::vector<double> m_cumulative;  ///< of the series' weights
    std::int64_t m_windowCount = 0;
};

/// Every series at every of `origins` (where it has begun), with all steps; at most `limit` windows, evenly thinned.
WindowIndex windowsAt(const Panel& panel, const std::vector<int>& origins, int horizon, std::size_t limit);

/// A well-mixed 64-bit number of two others (SplitMix64, Steele et al. 2014).
std::uint64_t mixed(std::uint64_t a, std::uint64_t b);

}  // namespace foresell
