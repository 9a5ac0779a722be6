// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <chrono>
#include <memory>

#include "core/base/job.h"
#include "core/base/process_memory.h"
#include "core/dataset/training_estimate.h"
#include "core/training/batch_feed_impl.h"
#include "core/training/checkpoint_store.h"
#include "core/training/optimizer_impl.h"
#include "core/training/panel_tensors_impl.h"
#include "core/training/training_result.h"

namespace foresell {

/// What a Trainer works on. Targets before `trainEnd` are learnt; windows at `validationOrigins` are judged on their
/// targets before `validationEnd` after each epoch.
struct TrainerJob {
    const Panel* panel = nullptr;
    FeaturePlan plan;
    LearningSettings settings;
    at::Device device = at::kCPU;
    int trainEnd = 0;
    int validationEnd = 0;
    std::vector<int> validationOrigins;
    CheckpointStore checkpoints;
    std::string fingerprint;  ///< of everything that the result depends on
    FaultHook fault;
};

/// Trains a network. What a step does depends on the seed and the step's number only, so a training that goes on from a
/// checkpoint gives the same bits as one without a pause (on the CPU, with as many threads, without a time budget).
class Trainer {
public:
    Trainer(TrainerJob job, std::shared_ptr<ForecastNetwork> network);

    /// Learns until the validation windows no longer gain; the network is left with the best averaged weights.
    void learn(const JobControl& control);
    /// The same up to an epoch, to see how it comes on; gives the least validation loss so far.
    double learnUntil(int epoch, const JobControl& control);
    /// Everything that another trainer of the same job needs to go on, see goOnFrom.
    ModelFile state() { return capture(); }
    void goOnFrom(const ModelFile& state) { restore(state); }
    /// Goes on from the best weights for a few steps at a lower rate, with the targets before `end`.
    void settle(int end, const JobControl& control);

    /// Takes a few steps and judges a batch to see what a training would cost; use the trainer for nothing else then.
    TrainingEstimate tryOut(const JobControl& control);

    /// Sets the best weights and hands out the validation windows.
    void judgeBest(const std::function<void(const WindowBatch&)>& take);

    const PanelTensors& tensors() const { return *m_tensors; }
    TrainingResult result() const;

private:
    using Clock = std::chrono::steady_clock;
    enum class Phase { Learning = 0, Settling = 1, Through = 2 };

    /// Everything that a checkpoint holds beside the arrays.
    struct State {
        Phase phase = Phase::Learning;
        std::int64_t step = 0;         ///< of the phase
        std::int64_t optimizerSteps = 0;
        double rateFactor = 1;
        double lossSum = 0;            ///< over the steps of the running epoch
        std::int64_t lossCount = 0;
        double seconds = 0;            ///< spent before this process
        double stepSeconds = 0;        ///< of these, in training steps
        std::int64_t windows = 0;
        double bestLoss = 0;
        TrainingResult result;
    };

    void place(const at::Device& device);
    void beginPhase(Phase phase);
    bool resume();
    void save();
    ModelFile capture();
    void restore(const ModelFile& file);
    void holdGood();
    void goBack();

    std::int64_t totalSteps() const;
    double rate() const;
    double elapsed() const;
    bool isOutOfTime() const;
    void waitOrCancel(const JobControl& control);
    void runSteps(const WindowSampler& sampler, int learnEnd, std::int64_t until, const JobControl& control);
    void tryStep(BatchFeed& feed);
    void stepOnce(BatchFeed& feed);
    void readLosses();
    at::Tensor loss(const WindowBatch& batch, const Dropout& dropout);
    void shrinkBatch();
    void judge(const at::Tensor& weights,
               const std::function<void(const WindowBatch&)>& take);
    double validationLoss();
    void learnEpoch(const WindowSampler& sampler, const JobControl& control);
    bool endEpoch(const JobControl& control);
    void report(const JobControl& control, bool isEpochEnd);
    WindowSampler makeSampler(int end) const;
    BatchFeed makeFeed(const WindowSampler& sampler, int learnEnd) const;

    FreedMemoryKeeper m_keeper;
    TrainerJob m_job;
    std::shared_ptr<ForecastNetwork> m_network;
    std::shared_ptr<const PanelTensors> m_tensors;
    std::unique_ptr<FlatParameters> m_parameters;
    std::unique_ptr<FlatOptimizer> m_optimizer;
    at::Tensor m_average, m_best;
    std::vector<at::Tensor> m_good;
    std::int64_t m_goodOptimizerSteps = 0;
    at::Tensor m_unread;  ///< sum of the losses of steps that were not looked at yet, on the device
    int m_unreadSteps = 0;
    State m_state;
    int m_batchSize = 0;
    int m_halvings = 0;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_reported;
    double m_paused = 0;
};

}  // namespace foresell
