// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/progress_gate.h"

namespace foresell {

namespace {

constexpr std::chrono::milliseconds interval{100};

}  // namespace

double metricOf(const Progress& progress, const std::string& name) {
    const auto found = progress.metrics.find(name);
    return found == progress.metrics.end() ? 0 : found->second;
}

bool ProgressGate::passes(const Progress& progress, std::chrono::steady_clock::time_point now) {
    const std::lock_guard guard(m_mutex);
    const double method = metricOf(progress, "method"), fit = metricOf(progress, "fit");
    const bool isLast = progress.total > 0 && progress.done >= progress.total;
    const bool isNew = progress.stage != m_stage || method != m_method || fit != m_fit;
    if (!isNew && !isLast && metricOf(progress, "epoch_ended") <= 0 && now - m_last < interval) {
        return false;
    }
    m_last = now;
    m_stage = progress.stage;
    m_method = method;
    m_fit = fit;
    return true;
}

}  // namespace foresell
