// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "core/base/job.h"

namespace foresell {

/// Which of a job's progress is told: ten a second at most, but always what would be missed: a new stage, the next method that is
/// tested or learns, the end of an epoch ("epoch_ended") and the last of what is counted.
class ProgressGate {
public:
    bool passes(const Progress& progress, std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());

private:
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last;
    std::string m_stage;
    double m_method = 0, m_fit = 0;
};

/// 0 where the progress has no such metric.
double metricOf(const Progress& progress, const std::string& name);

}  // namespace foresell
