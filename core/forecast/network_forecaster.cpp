// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <thread>

#include "core/base/error.h"
#include "core/forecast/mean_shrinkage.h"
#include "core/forecast/model_fit.h"
#include "core/forecast/network_parts_impl.h"
#include "core/training/device.h"
#include "core/training/fingerprint.h"

namespace foresell {
namespace {

constexpr int fineTuningEpochs = 3;  ///< of learning on, where the options leave it open

/// Where a panel's history is cut: targets before `trainEnd` are learnt, those after it judge.
struct Split {
    int trainEnd = 0;
    std::vector<int> origins;
};

Split splitForValidation(int periods, int horizon) {
    int folds = std::clamp(periods / 10 / horizon, 1, 3);
    int length = folds * horizon;
    if (periods < 3 * horizon + 8) {
        folds = 1;
        length = std::max(1, periods / 4);
    }
    Split split{.trainEnd = periods - length, .origins = {}};
    if (split.trainEnd < 3) {
        split.trainEnd = periods;
        return split;
    }
    for (int fold = 0; fold < folds; ++fold) {
        split.origins.push_back(split.trainEnd - 1 + fold * horizon);
    }
    return split;
}

int chooseThreads(int wish) {
    return wish > 0 ? wish : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace

/// Sizes as they come out of the panel: one window is gathered and measured.
NetworkShape NetworkForecaster::Parts::shapeFor(const Panel& panel, const NetworkInfo& info) const {
    Panel one;
    one.axis = panel.axis;
    one.firstPeriod = panel.firstPeriod;
    one.periods = 1;
    one.keys.resize(1);
    one.itemCodes = one.locationCodes = one.channelCodes = {""};
    one.begin = {0};
    one.target = {1};
    one.state = {CellState::Sold};
    const WindowBatch batch =
        PanelTensors(one, plan, plan.horizon, at::kCPU).gather(windowsAt(one, {0}, plan.horizon, 1), 1);
    NetworkShape shape{.encoder = info.name, .activation = options.activation, .lookback = plan.lookback};
    shape.pastInputs = static_cast<int>(batch.inputs.past.size(2));
    shape.windowInputs = static_cast<int>(batch.inputs.window.size(1));
    shape.stepInputs = static_cast<int>(batch.inputs.step.size(2));
    for (const CategoryPlan& category : plan.categories) {
        shape.cardinalities.push_back(category.cardinality);
    }
    shape.hiddenSize = options.hiddenSize > 0 ? options.hiddenSize : info.hiddenSize;
    shape.layers = options.layers > 0 ? options.layers : info.layers;
    shape.members = info.members;
    shape.head = options.loss;
    shape.levels = storedLevels();
    shape.allowsNegative = plan.allowsNegative;
    shape.normalisation = plan.normalisation;
    return shape;
}

void NetworkForecaster::Parts::calibrate(Trainer& trainer) {
    bands = BandCalibration(storedLevels(), plan.horizon, network->head().hasQuantiles());
    MeanShrinkage shrinkage;
    std::uint64_t part = 0;
    trainer.judgeBest([&](const WindowBatch& batch) {
        const DemandOutputs told = network->forecast(batch.inputs, batch.targets.level, mixed(options.seed, ++part));
        const auto here = [](const at::Tensor& values) { return values.to(at::kCPU).contiguous(); };
        const at::Tensor quantiles = here(told.quantiles), target = here(batch.targets.scaled), level = here(batch.targets.level),
                         ratio = here(batch.targets.ratio), mean = told.mean.defined() ? here(told.mean) : at::Tensor();
        at::Tensor mask = batch.targets.mask;
        if (batch.targets.censored.defined()) {  // how much more would have been sold is not known
            mask = mask * (1 - batch.targets.censored);
        }
        mask = here(mask);
        const auto levels = static_cast<std::size_t>(quantiles.size(2));
        const std::int64_t steps = quantiles.size(1);
        for (std::int64_t cell = 0; cell < mask.numel(); ++cell) {
            if (mask.data_ptr<float>()[cell] > 0) {
                const std::span<const float> raw(quantiles.data_ptr<float>() + static_cast<std::size_t>(cell) * levels,
                                                 levels);
                bands.add(static_cast<int>(cell % steps) + 1, raw, target.data_ptr<float>()[cell]);
                if (mean.defined()) {
                    shrinkage.add(level.data_ptr<float>()[cell / steps], mean.data_ptr<float>()[cell], ratio.data_ptr<float>()[cell]);
                }
            }
            if ((cell + 1) % steps == 0) {
                shrinkage.endWindow();
            }
        }
    });
    bands.finish();
    meanShare = plan.normalisation.isPerSeries() ? shrinkage.share() : 1;  // else the level is not the series' own
}

NetworkForecaster::NetworkForecaster(const TrainingOptions& options) : m(std::make_unique<Parts>()) {
    findEncoder(options.model);
    m->options = options;
    m->device = at::Device(chooseDevice(options.device));
}

NetworkForecaster::~NetworkForecaster() = default;

void NetworkForecaster::setCheckpointFolder(const std::filesystem::path& folder) {
    m->checkpointFolder = folder;
}

void NetworkForecaster::setFaultHook(FaultHook hook) {
    m->hook = std::move(hook);
}

std::string NetworkForecaster::name() const {
    return m->options.model;
}

const TrainingResult& NetworkForecaster::result() const {
    return m->result;
}

/// A trainer for the panel with every open choice made.
Trainer NetworkForecaster::Parts::makeTrainer(const Panel& panel, int horizon) {
    at::set_num_threads(chooseThreads(options.threads));
    const Split split = splitForValidation(panel.periods, horizon);
    plan = planFeatures(panel, split.trainEnd, horizon, options);
    const NetworkInfo& info = findEncoder(options.model).info;
    const WindowSampler probe(panel, {.begin = 0, .end = split.trainEnd, .horizon = horizon, .stepsAWindow = 1});
    if (probe.windowCount() == 0) {
        throw Error("training.too_short", "The history is too short to learn from.",
                    "Import more sales, or use the simple methods.");
    }
    const LearningSettings settings = chooseSettings(options, info, plan, probe.windowCount());
    network = std::make_shared<ForecastNetwork>(shapeFor(panel, info), settings.seed);
    TrainerJob job{.panel = &panel, .plan = plan, .settings = settings, .device = device, .trainEnd = split.trainEnd,
                   .validationEnd = panel.periods, .validationOrigins = split.origins, .checkpoints = {},
                   .fingerprint = {}, .fault = hook};
    if (!checkpointFolder.empty()) {
        job.checkpoints = CheckpointStore(checkpointFolder);
        job.fingerprint =
            trainingFingerprint(panel, horizon, options, chooseThreads(options.threads), device.str());
    }
    return Trainer(std::move(job), network);
}

/// Rows of an embedding go to the places that their texts have now; new texts begin like the row of the unknown.
void NetworkForecaster::Parts::copyWeights(const Parts& from) {
    const torch::NoGradGuard guard;
    const auto old = from.network->named_parameters();
    for (auto& entry : network->named_parameters()) {
        const at::Tensor source = old[entry.key()].detach().to(at::kCPU);
        at::Tensor& target = entry.value();
        if (source.sizes() == target.sizes()) {
            target.copy_(source);
            continue;
        }
        const std::string prefix = "embedding_";
        const std::size_t digits = entry.key().find(prefix) + prefix.size();
        const auto place = static_cast<std::size_t>(std::stoi(entry.key().substr(digits)));
        const std::vector<std::string>& before = from.plan.categories.at(place).texts;
        const std::vector<std::string>& now = plan.categories.at(place).texts;
        target[0].narrow(0, 0, source.size(1)).copy_(source[0]);
        for (std::size_t i = 0; i < now.size(); ++i) {
            const auto found = std::ranges::lower_bound(before, now[i]);
            const bool isKnown = found != before.end() && *found == now[i];
            target[static_cast<std::int64_t>(i) + 1].copy_(source[isKnown ? found - before.begin() + 1 : 0]);
        }
    }
}

Trainer NetworkForecaster::Parts::makeTrainerFromStart(const Panel& panel) {
    const Parts& from = *start->m;
    requireModelCanLearnOn(from.plan, panel, options.useKnownFuture);
    at::set_num_threads(chooseThreads(options.threads));
    plan = withNewTexts(from.plan, panel);
    bands = from.bands;
    meanShare = from.meanShare;
    const NetworkInfo& info = findEncoder(options.model).info;
    const WindowSampler probe(panel, {.begin = 0, .end = panel.periods, .horizon = plan.horizon, .stepsAWindow = 1});
    LearningSettings settings = chooseSettings(options, info, plan, probe.windowCount());
    settings.settlingShare = options.epochs > 0 ? options.epochs : fineTuningEpochs;
    settings.halfLife *= 0.25;  // what is new counts most
    settings.epochs = 0;        // nothing is learnt anew before
    NetworkShape shape = from.network->shape();
    if (shape.embeddingSizes.empty()) {  // they stay, though there may be more categories now
        std::ranges::transform(shape.cardinalities, std::back_inserter(shape.embeddingSizes), embeddingSize);
    }
    for (std::size_t i = 0; i < shape.cardinalities.size(); ++i) {
        shape.cardinalities[i] = plan.categories[i].cardinality;
    }
    network = std::make_shared<ForecastNetwork>(shape, settings.seed);
    copyWeights(from);
    return Trainer({.panel = &panel, .plan = plan, .settings = settings, .device = device, .trainEnd = panel.periods,
                    .validationEnd = panel.periods, .validationOrigins = {}, .checkpoints = {}, .fingerprint = {},
                    .fault = hook},
                   network);
}

void NetworkForecaster::goOnFrom(std::shared_ptr<const NetworkForecaster> start) {
    m->start = std::move(start);
}

void NetworkForecaster::requireFits(const Panel& panel) const {
    requireModelFits(m->plan, panel);
}

void NetworkForecaster::requireCanLearnOn(const Panel& panel, bool usesKnownFuture) const {
    requireModelCanLearnOn(m->plan, panel, usesKnownFuture);
}

void NetworkForecaster::requireSameNetwork(const TrainingOptions& options) const {
    const NetworkShape& shape = m->network->shape();
    std::string differs = options.model != "auto" && options.model != shape.encoder   ? "model"
                          : options.hiddenSize > 0 && options.hiddenSize != shape.hiddenSize ? "hidden-size"
                          : options.layers > 0 && options.layers != shape.layers             ? "layers"
                          : options.lookback > 0 && options.lookback != shape.lookback       ? "lookback"
                          : options.loss != TrainingOptions().loss && options.loss != shape.head ? "loss"
                          : options.activation != TrainingOptions().activation && options.activation != shape.activation
                              ? "activation"
                          : options.normalisation != TrainingOptions().normalisation &&
                                  options.normalisation != shape.normalisation.kindName()
                              ? "normalisation"
                          : options.normalisationScope != TrainingOptions().normalisationScope &&
                                  options.normalisationScope != shape.normalisation.scopeName()
                              ? "normalisation-scope"
                              : "";
    if (!differs.empty()) {
        throw Error("model.other_network", "The earlier run has a network of another kind: the option " + differs + " differs.",
                    "Leave it out to learn on, or train anew.", {{"option", differs}});
    }
}

PeriodKind NetworkForecaster::period() const {
    return m->plan.kind;
}

int NetworkForecaster::horizon() const {
    return m->plan.horizon;
}

Day NetworkForecaster::lastDay() const {
    return m->lastDay;
}

double NetworkForecaster::learnUntil(const Panel& panel, int horizon, int epoch, const JobControl& control) try {
    Trainer trainer = m->makeTrainer(panel, horizon);
    if (m->partly) {
        trainer.goOnFrom(*m->partly);
    }
    const double loss = trainer.learnUntil(epoch, control);
    m->partly = trainer.state();
    m->network.reset();
    return loss;
} catch (const c10::Error& error) {
    throw Error("training.failed", std::string("The training failed: ") + error.what_without_backtrace(),
                "Choose a smaller network, batch or lookback.");
}

std::optional<TrainingEstimate> NetworkForecaster::estimate(const Panel& panel, int horizon, const JobControl& control) const try {
    Parts parts;
    parts.options = m->options;
    parts.device = m->device;
    parts.start = m->start;
    return (parts.start ? parts.makeTrainerFromStart(panel) : parts.makeTrainer(panel, horizon)).tryOut(control);
} catch (const c10::Error& error) {
    throw Error("training.failed", std::string("The training failed: ") + error.what_without_backtrace(),
                "Choose a smaller network, batch or lookback.");
}

void NetworkForecaster::fit(const Panel& panel, int horizon, const JobControl& control) try {
    Trainer trainer = m->start ? m->makeTrainerFromStart(panel) : m->makeTrainer(panel, horizon);
    if (!m->start) {
        trainer.learn(control);
        m->calibrate(trainer);
    }
    trainer.settle(panel.periods, control);
    m->result = trainer.result();
    m->lastDay = panel.axis.lastDay(panel.firstPeriod + panel.periods - 1);
    if (m->start) {
        m->result.epochs = std::max(1, m->options.epochs > 0 ? m->options.epochs : fineTuningEpochs);
        m->start.reset();
    }
    m->result.model = name();
    m->result.threads = chooseThreads(m->options.threads);
    m->device = at::Device(m->result.device);
    if (!m->checkpointFolder.empty()) {
        CheckpointStore(m->checkpointFolder).clear();
    }
} catch (const c10::Error& error) {
    throw Error("training.failed", std::string("The training failed: ") + error.what_without_backtrace(),
                "Choose a smaller network, batch or lookback.");
}

}  // namespace foresell
