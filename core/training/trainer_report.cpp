// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer_impl.h"

#include <ATen/Parallel.h>

#include <cmath>

#include "core/base/process_memory.h"

namespace foresell {

void Trainer::report(const JobControl& control, bool isEpochEnd) {
    m_reported = Clock::now();
    if (!control.progress) {
        return;
    }
    const TrainingResult& done = m_state.result;
    const bool isLearning = m_state.phase == Phase::Learning;
    Progress progress;
    progress.stage = isLearning ? "learning" : "settling";
    progress.unit = "steps";
    progress.done = m_state.step;
    progress.total = totalSteps();
    const double spent = elapsed();
    const double perStep = m_state.stepSeconds / static_cast<double>(std::max<std::int64_t>(1, done.steps));
    const double settling = isLearning ? m_job.settings.settlingShare * static_cast<double>(progress.total) : 0;
    progress.secondsLeft = perStep * (static_cast<double>(progress.total - progress.done) + settling);
    if (m_job.settings.timeBudgetSeconds > 0) {
        progress.secondsLeft = std::min(progress.secondsLeft, std::max(0.0, m_job.settings.timeBudgetSeconds - spent));
    }
    const int epoch = isLearning ? done.epochs + (isEpochEnd ? 0 : 1) : done.epochs;
    progress.metrics = {{"epoch", epoch},
                        {"epochs", m_job.settings.epochs},
                        {"epoch_ended", isEpochEnd ? 1 : 0},
                        {"best_epoch", done.bestEpoch},
                        {"seconds", spent},
                        {"windows_per_second", static_cast<double>(m_state.windows) / std::max(1e-9, m_state.stepSeconds)},
                        {"peak_memory_bytes", static_cast<double>(peakMemory())},
                        {"recoveries", done.recoveries},
                        {"batch_halvings", m_halvings}};
    if (m_state.lossCount > 0) {
        progress.metrics["training_loss"] = m_state.lossSum / static_cast<double>(m_state.lossCount);
    } else if (!done.trainingCurve.empty()) {
        progress.metrics["training_loss"] = done.trainingCurve.back();
    }
    if (!done.validationCurve.empty()) {
        progress.metrics["validation_loss"] = done.validationCurve.back();
        progress.metrics["best_validation_loss"] = m_state.bestLoss;
    }
    progress.message = isLearning ? "Epoch " + std::to_string(epoch) : "Learning the latest periods";
    control.report(progress);
}

TrainingResult Trainer::result() const {
    TrainingResult result = m_state.result;
    result.device = m_job.device.str();
    result.seconds = elapsed();
    result.windowsPerSecond = static_cast<double>(m_state.windows) / std::max(1e-9, m_state.stepSeconds);
    result.parameters = m_parameters->values.numel();
    result.threads = at::get_num_threads();
    result.batchSize = m_batchSize;
    result.batchHalvings = m_halvings;
    result.lookback = m_job.plan.lookback;
    result.seed = m_job.settings.seed;
    result.validationLoss = m_state.bestLoss;
    result.peakMemoryBytes = peakMemory();
    return result;
}

}  // namespace foresell
