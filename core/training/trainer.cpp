// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer_impl.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/model_file.h"
#include "core/base/process_memory.h"
#include "core/training/precision_impl.h"

namespace foresell {
namespace {

constexpr std::size_t validationBatch = 512, leastValidationBatch = 16;
constexpr int mostRecoveries = 12;
constexpr double learningShareOfBudget = 0.8;
constexpr double settlingRate = 0.3;
constexpr double pretrainingShare = 0.15;  // of the steps
constexpr double retellingWeight = 0.1;
constexpr int stepsBetweenLooksAtGpu = 16;
constexpr auto reportInterval = std::chrono::milliseconds(200);

WindowIndex partOf(const WindowIndex& all, std::size_t begin, std::size_t end) {
    const std::size_t steps = all.steps.size() / all.series.size();
    const auto cut = [](const auto& values, std::size_t from, std::size_t to) {
        using Values = std::decay_t<decltype(values)>;
        return Values(values.begin() + static_cast<std::ptrdiff_t>(from),
                      values.begin() + static_cast<std::ptrdiff_t>(to));
    };
    return {cut(all.series, begin, end), cut(all.origin, begin, end), cut(all.steps, begin * steps, end * steps),
            cut(all.hidesCodes, begin, end)};
}

/// True for what a GPU and what the processor's allocator throw where memory is short.
bool isOutOfMemory(const std::exception& error) {
    const std::string what = error.what();
    return dynamic_cast<const c10::OutOfMemoryError*>(&error) != nullptr || dynamic_cast<const std::bad_alloc*>(&error) != nullptr ||
           what.find("allocate memory") != std::string::npos || what.find("not enough memory") != std::string::npos;
}

}  // namespace

Trainer::Trainer(TrainerJob job, std::shared_ptr<ForecastNetwork> network)
    : m_job(std::move(job)), m_network(std::move(network)), m_batchSize(m_job.settings.batchSize) {
    m_state.bestLoss = INFINITY;
    try {
        place(m_job.device);
    } catch (const c10::Error& error) {
        if (m_job.device.is_cpu() || !isOutOfMemory(error)) {
            throw;
        }
        place(at::kCPU);  // the GPU does not even hold the panel
    }
}

void Trainer::place(const at::Device& device) {
    m_job.device = device;
    m_network->to(device);
    m_tensors = std::make_shared<const PanelTensors>(*m_job.panel, m_job.plan, m_job.plan.horizon, device);
    m_parameters = std::make_unique<FlatParameters>(*m_network);
    m_optimizer = std::make_unique<FlatOptimizer>(m_job.settings, m_parameters->values);
    m_average = m_parameters->values.clone();
    if (!m_best.defined()) {
        m_best = m_parameters->values.clone();
    }
    m_unread = at::zeros({}, at::TensorOptions(at::kFloat).device(device));
    m_unreadSteps = 0;
    holdGood();
}

void Trainer::beginPhase(Phase phase) {
    m_state.phase = phase;
    m_state.step = 0;
    m_state.lossSum = 0;
    m_state.lossCount = 0;
    if (phase == Phase::Settling) {
        m_parameters->values.copy_(m_best);
        m_average.copy_(m_best);
        m_optimizer = std::make_unique<FlatOptimizer>(m_job.settings, m_parameters->values);
    }
    holdGood();
}

void Trainer::holdGood() {
    m_good = {m_parameters->values.clone(), m_optimizer->first.clone(), m_optimizer->second.clone(),
              m_average.clone()};
    m_goodOptimizerSteps = m_optimizer->steps;
}

/// A loss was not a number: back to the last good state, with half the rate.
void Trainer::goBack() {
    if (++m_state.result.recoveries > mostRecoveries) {
        throw Error("training.diverged", "The training does not settle: its loss keeps becoming infinite.",
                    "Use a lower learning rate, or look for extreme values in the cleaning step.");
    }
    m_parameters->values.copy_(m_good[0]);
    m_optimizer->first.copy_(m_good[1]);
    m_optimizer->second.copy_(m_good[2]);
    m_average.copy_(m_good[3]);
    m_optimizer->steps = m_goodOptimizerSteps;
    m_state.rateFactor *= 0.5;
}

double Trainer::elapsed() const {
    return m_state.seconds + std::chrono::duration<double>(Clock::now() - m_started).count() - m_paused;
}

std::int64_t Trainer::totalSteps() const {
    const LearningSettings& settings = m_job.settings;
    if (m_state.phase == Phase::Learning) {
        return static_cast<std::int64_t>(settings.epochs) * settings.stepsAnEpoch;
    }
    const int best = std::max(1, m_state.result.bestEpoch);
    return static_cast<std::int64_t>(std::ceil(settings.settlingShare * best * settings.stepsAnEpoch));
}

double Trainer::rate() const {
    double progress = static_cast<double>(m_state.step) / static_cast<double>(std::max<std::int64_t>(1, totalSteps()));
    const double budget = m_job.settings.timeBudgetSeconds;
    if (m_state.phase == Phase::Learning) {
        if (budget > 0) {
            progress = std::max(progress, elapsed() / (budget * learningShareOfBudget));
        }
        return m_job.settings.learningRate * m_state.rateFactor *
               scheduledShare(m_job.settings.schedule, progress, m_state.result.validationCurve);
    }
    return m_job.settings.learningRate * m_state.rateFactor * settlingRate * (1 - progress);
}

bool Trainer::isOutOfTime() const {
    const double budget = m_job.settings.timeBudgetSeconds;
    const double share = m_state.phase == Phase::Learning ? learningShareOfBudget : 1.0;
    return budget > 0 && elapsed() >= budget * share;
}

WindowSampler Trainer::makeSampler(int end) const {
    const LearningSettings& settings = m_job.settings;
    return WindowSampler(*m_job.panel, {.begin = 0,
                                        .end = end,
                                        .horizon = m_job.plan.horizon,
                                        .stepsAWindow = settings.stepsAWindow,
                                        .halfLife = settings.halfLife,
                                        .unknownShare = settings.unknownShare,
                                        .volumePower = settings.volumePower,
                                        .seed = mixed(settings.seed, static_cast<std::uint64_t>(m_state.phase))});
}

BatchFeed Trainer::makeFeed(const WindowSampler& sampler, int learnEnd) const {
    return BatchFeed(sampler, learnEnd, m_job.device.is_cpu() ? BatchFeed::When::Asked : BatchFeed::When::Ahead);
}

void Trainer::waitOrCancel(const JobControl& control) {
    if (control.pause && control.pause->isPaused()) {
        save();
        Progress progress;
        progress.stage = "paused";
        progress.message = "Paused";
        control.report(progress);
        const auto begin = Clock::now();
        control.pause->waitWhilePaused(control.stop);
        m_paused += std::chrono::duration<double>(Clock::now() - begin).count();
    }
    if (control.stop.stop_requested()) {
        save();
    }
    control.throwIfCancelled();
}

/// A network that can tell its window again learns that alone at first (the pre-training), then a little beside.
at::Tensor Trainer::loss(const WindowBatch& batch, const Dropout& dropout) {
    const at::Tensor retelling = m_network->retellingError(batch.inputs, dropout);
    const auto first = static_cast<std::int64_t>(pretrainingShare * static_cast<double>(totalSteps()));
    if (retelling.defined() && m_state.phase == Phase::Learning && m_state.step < first) {
        return retelling.mean();
    }
    const at::Tensor value = m_network->loss(batch.inputs, batch.targets, dropout);
    return retelling.defined() ? value + retellingWeight * retelling.mean() : value;
}

void Trainer::stepOnce(BatchFeed& feed) {
    const auto number = static_cast<std::uint64_t>(m_state.step);
    const Fault fault = m_job.fault ? m_job.fault(m_state.step) : Fault::None;
    if (fault == Fault::OutOfMemory) {
        throw c10::OutOfMemoryError({__func__, __FILE__, __LINE__}, "asked for by a test");
    }
    const WindowBatch batch = feed.take(m_tensors, number, m_batchSize);
    const Dropout dropout(m_job.settings.dropout, mixed(mixed(m_job.settings.seed, 7), number), m_job.device);
    m_parameters->gradients.zero_();
    at::Tensor value;
    {
        const MixedPrecision precision(m_job.settings.isMixedPrecision, m_job.device);
        value = loss(batch, dropout);
    }
    if (fault == Fault::LossIsNotANumber) {
        value = value * NAN;
    }
    value.backward();
    const at::Tensor norm = m_optimizer->step(*m_parameters, rate());
    const double keep = std::min(m_job.settings.averaging,
                                 (1.0 + static_cast<double>(m_state.step)) / (10.0 + static_cast<double>(m_state.step)));
    m_average.lerp_(m_parameters->values, 1 - keep);
    m_unread.add_(value.detach() + 0 * norm);
    m_state.step += 1;
    m_state.result.steps += 1;
    m_state.windows += m_batchSize;
    if (++m_unreadSteps >= (m_job.device.is_cpu() ? 1 : stepsBetweenLooksAtGpu)) {
        readLosses();
    }
}

/// What the steps since the last look gave: a GPU is not waited for after each. Back, where something was not a number.
void Trainer::readLosses() {
    const double sum = m_unreadSteps > 0 ? m_unread.item<double>() : 0;
    if (std::isfinite(sum)) {
        m_state.lossSum += sum;
        m_state.lossCount += m_unreadSteps;
    } else {
        goBack();
    }
    m_unread.zero_();
    m_unreadSteps = 0;
}

/// Less memory: half the batch, up to three times, then the processor.
void Trainer::shrinkBatch() {
    if (m_halvings < 3 && m_batchSize > 1) {
        ++m_halvings;
        m_batchSize /= 2;
        return;
    }
    if (m_job.device.is_cpu()) {
        throw Error("training.out_of_memory", "There is not enough memory to train.",
                    "Close other programs, or choose a smaller network, batch or lookback.");
    }
    const ModelFile state = capture();
    const double seconds = m_state.seconds;
    place(at::kCPU);
    m_average = at::empty_like(m_parameters->values);
    m_best = at::empty_like(m_parameters->values);
    restore(state);
    m_state.seconds = seconds;
    m_batchSize = m_job.settings.batchSize;
}

void Trainer::tryStep(BatchFeed& feed) {
    const auto begin = Clock::now();
    const std::int64_t step = m_state.step;
    while (m_state.step == step) {
        try {
            stepOnce(feed);
        } catch (const std::exception& error) {
            if (!isOutOfMemory(error)) {
                throw;
            }
            shrinkBatch();
        }
    }
    m_state.stepSeconds += std::chrono::duration<double>(Clock::now() - begin).count();
}

void Trainer::runSteps(const WindowSampler& sampler, int learnEnd, std::int64_t until, const JobControl& control) {
    BatchFeed feed = makeFeed(sampler, learnEnd);
    while (m_state.step < until && !isOutOfTime()) {
        waitOrCancel(control);
        if (control.finishEarly && control.finishEarly->load()) {
            break;
        }
        tryStep(feed);
        if (Clock::now() - m_reported > reportInterval) {
            report(control, false);
        }
    }
    readLosses();
}

void Trainer::judge(const at::Tensor& weights,
                    const std::function<void(const WindowBatch&)>& take) {
    const torch::NoGradGuard guard;
    const WindowIndex all = windowsAt(*m_job.panel, m_job.validationOrigins, m_job.plan.horizon,
                                     static_cast<std::size_t>(m_job.settings.validationWindows));
    const at::Tensor current = m_parameters->values.clone();
    m_parameters->values.copy_(weights);
    for (std::size_t begin = 0, size = validationBatch; begin < all.series.size();) {
        const std::size_t end = std::min(all.series.size(), begin + size);
        try {
            const WindowBatch batch = m_tensors->gather(partOf(all, begin, end), m_job.validationEnd);
            take(batch);
            begin = end;
        } catch (const std::exception& error) {
            if (!isOutOfMemory(error) || size <= leastValidationBatch) {
                throw;
            }
            size /= 2;
        }
    }
    m_parameters->values.copy_(current);
}

void Trainer::judgeBest(const std::function<void(const WindowBatch&)>& take) {
    judge(m_best, take);
}

double Trainer::validationLoss() {
    double sum = 0;
    double weight = 0;
    judge(m_average, [&](const WindowBatch& batch) {
        const double cells = batch.targets.mask.sum().item<double>();
        sum += m_network->judged(batch.inputs, batch.targets).item<double>() * cells;
        weight += cells;
    });
    return weight > 0 ? sum / weight
                      : m_state.lossSum / static_cast<double>(std::max<std::int64_t>(1, m_state.lossCount));
}

/// Judges the epoch; false when the training should stop.
bool Trainer::endEpoch(const JobControl& control) {
    TrainingResult& done = m_state.result;
    const double judged = validationLoss();
    done.epochs += 1;
    done.trainingCurve.push_back(m_state.lossSum / static_cast<double>(std::max<std::int64_t>(1, m_state.lossCount)));
    done.validationCurve.push_back(judged);
    m_state.lossSum = 0;
    m_state.lossCount = 0;
    if (judged < m_state.bestLoss || done.bestEpoch == 0) {
        m_state.bestLoss = judged;
        done.bestEpoch = done.epochs;
        m_best.copy_(m_average);
    }
    holdGood();
    report(control, true);
    if (control.finishEarly && control.finishEarly->load()) {
        done.stoppedBy = "user";
    } else if (isOutOfTime()) {
        done.stoppedBy = "time";
    } else if (m_state.step >= totalSteps()) {
        done.stoppedBy = "epochs";
    } else if (done.epochs - done.bestEpoch >= m_job.settings.patience) {
        done.stoppedBy = "patience";
    }
    return done.stoppedBy.empty();
}

void Trainer::learnEpoch(const WindowSampler& sampler, const JobControl& control) {
    const std::int64_t stepsAnEpoch = m_job.settings.stepsAnEpoch;
    const std::int64_t epochEnd = (m_state.step / stepsAnEpoch + 1) * stepsAnEpoch;
    runSteps(sampler, m_job.trainEnd, std::min(epochEnd, totalSteps()), control);
    if (endEpoch(control)) {
        save();
    }
}

double Trainer::learnUntil(int epoch, const JobControl& control) {
    const WindowSampler sampler = makeSampler(m_job.trainEnd);
    while (m_state.result.epochs < epoch && m_state.result.stoppedBy.empty()) {
        learnEpoch(sampler, control);
    }
    return m_state.bestLoss;
}

void Trainer::learn(const JobControl& control) {
    m_started = Clock::now();
    resume();
    const WindowSampler sampler = makeSampler(m_job.trainEnd);
    while (m_state.phase == Phase::Learning && m_state.result.stoppedBy.empty()) {
        learnEpoch(sampler, control);
    }
    const torch::NoGradGuard guard;
    if (m_state.phase == Phase::Learning) {
        m_parameters->values.copy_(m_best);
    }
}

void Trainer::settle(int end, const JobControl& control) {
    const torch::AutoGradMode withGradients(true);
    if (m_state.phase == Phase::Learning) {
        const torch::NoGradGuard guard;
        beginPhase(Phase::Settling);
    }
    const bool isFinishedByUser = m_state.result.stoppedBy == "user";
    const WindowSampler sampler = makeSampler(end);
    const std::int64_t total = isFinishedByUser ? 0 : totalSteps();
    runSteps(sampler, end, total, control);
    m_state.result.settlingSteps = static_cast<int>(m_state.step);
    const torch::NoGradGuard guard;
    m_parameters->values.copy_(m_average);
    m_state.phase = Phase::Through;
}

TrainingEstimate Trainer::tryOut(const JobControl& control) {
    constexpr int warmUp = 3, most = 40;
    constexpr double longEnough = 2;
    const auto secondsSince = [](Clock::time_point begin) {
        return std::chrono::duration<double>(Clock::now() - begin).count();
    };
    const WindowSampler sampler = makeSampler(m_job.trainEnd);
    BatchFeed feed = makeFeed(sampler, m_job.trainEnd);
    Clock::time_point begin = Clock::now();
    int steps = 0;
    for (int step = 0; step < warmUp + most && (step <= warmUp || secondsSince(begin) < longEnough); ++step) {
        control.throwIfCancelled();
        if (step == warmUp) {
            begin = Clock::now();
        }
        tryStep(feed);
        steps = step + 1 - warmUp;
    }
    const double aStep = secondsSince(begin) / std::max(1, steps);
    begin = Clock::now();
    validationLoss();
    const double aJudgement = secondsSince(begin);
    writeModelFile(capture());  // a checkpoint is held in memory before it is written
    const LearningSettings& settings = m_job.settings;
    const double all = settings.stepsAnEpoch * (settings.epochs + settings.settlingShare * std::max(1, settings.epochs));
    const double seconds = all * aStep + (settings.epochs + 1) * aJudgement;
    const double budget = settings.timeBudgetSeconds;
    return {.seconds = budget > 0 ? std::min(budget, seconds) : seconds,
            .memoryBytes = peakMemory(),
            .parameters = m_parameters->values.numel()};
}

}  // namespace foresell
