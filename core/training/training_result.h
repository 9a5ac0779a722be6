// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foresell {

/// What a training did. Losses are per forecast period in scaled space; the curves have one number an epoch.
struct TrainingResult {
    std::string model;
    std::string device;
    std::string stoppedBy;  ///< "patience", "epochs", "time", "user"
    int epochs = 0;
    int bestEpoch = 0;  ///< 1 = the first
    std::int64_t steps = 0;
    double seconds = 0;
    double windowsPerSecond = 0;  ///< over the training steps alone
    std::int64_t parameters = 0;
    int threads = 0;
    int batchSize = 0;
    int lookback = 0;
    std::uint64_t seed = 0;
    double validationLoss = 0;
    std::vector<double> trainingCurve, validationCurve;
    std::int64_t peakMemoryBytes = 0;  ///< of the whole process
    int recoveries = 0;                ///< times that a loss was not a number and the training went back
    int batchHalvings = 0;             ///< times that memory was short
    int settlingSteps = 0;             ///< further steps that also saw the validation periods
};

}  // namespace foresell
