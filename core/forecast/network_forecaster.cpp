// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <thread>

#include "core/base/error.h"
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

/// The z-score of a level; where a quantile between two known ones lies is told by its score.
std::vector<double> scoresOf(const std::vector<double>& levels) {
    const at::Tensor scores = at::special_ndtri(at::tensor(levels, at::kDouble));
    return {scores.data_ptr<double>(), scores.data_ptr<double>() + scores.numel()};
}

double between(const std::vector<double>& scores, const std::vector<double>& values, double score) {
    if (values.size() == 1) {
        return values[0];
    }
    const auto found = std::ranges::upper_bound(scores, score) - scores.begin();
    const auto right = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(found, 1, std::ssize(scores) - 1));
    const double slope = (values[right] - values[right - 1]) / (scores[right] - scores[right - 1]);
    return values[right - 1] + slope * (score - scores[right - 1]);
}

double unscaled(double z) {
    return std::copysign(std::expm1(std::min(std::abs(z), 20.0)), z);
}

nlohmann::json toJson(const NetworkShape& shape) {
    return {{"encoder", shape.encoder},       {"activation", shape.activation}, {"lookback", shape.lookback},
            {"past_inputs", shape.pastInputs}, {"window_inputs", shape.windowInputs},
            {"step_inputs", shape.stepInputs}, {"cardinalities", shape.cardinalities},
            {"hidden_size", shape.hiddenSize}, {"layers", shape.layers},
            {"head", shape.head},              {"quantile_levels", shape.levels},
            {"allows_negative", shape.allowsNegative},
            {"members", shape.members}};
}

NetworkShape shapeFromJson(const nlohmann::json& json) {
    NetworkShape shape;
    shape.encoder = json.at("encoder");
    shape.activation = json.at("activation");
    shape.lookback = json.at("lookback");
    shape.pastInputs = json.at("past_inputs");
    shape.windowInputs = json.at("window_inputs");
    shape.stepInputs = json.at("step_inputs");
    shape.cardinalities = json.at("cardinalities").get<std::vector<int>>();
    shape.hiddenSize = json.at("hidden_size");
    shape.layers = json.at("layers");
    if (const auto isQuantile = json.find("quantile"); isQuantile != json.end()) {  // format 1
        shape.head = isQuantile->get<bool>() ? "quantile" : "mse";
        shape.levels = storedLevels();
    } else {
        shape.head = json.at("head");
        shape.levels = json.at("quantile_levels").get<std::vector<double>>();
        shape.allowsNegative = json.at("allows_negative");
    }
    shape.members = json.value("members", 1);
    const auto inRange = [](int value, int most) { return value > 0 && value <= most; };
    const bool isFine = inRange(shape.lookback, 10000) && inRange(shape.pastInputs, 10000) &&
                        inRange(shape.windowInputs, 10000) && inRange(shape.stepInputs, 10000) &&
                        inRange(shape.hiddenSize, 4096) && inRange(shape.layers, 16) && inRange(shape.members, 16) && inRange(static_cast<int>(shape.levels.size()), 1000) &&
                        shape.cardinalities.size() < 1000 &&
                        std::ranges::all_of(shape.cardinalities, [&](int n) { return inRange(n, 100'000'000); });
    if (!isFine) {
        throw Error("model.damaged", "The model cannot be read: its network has an impossible size.", "Train again.");
    }
    return shape;
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
    return shape;
}

void NetworkForecaster::Parts::calibrate(Trainer& trainer) {
    bands = BandCalibration(storedLevels(), plan.horizon, network->head().hasQuantiles());
    std::uint64_t part = 0;
    trainer.judgeBest([&](const WindowBatch& batch) {
        const at::Tensor quantiles =
            network->forecast(batch.inputs, batch.targets.level, mixed(options.seed, ++part)).quantiles.to(at::kCPU).contiguous();
        const at::Tensor target = batch.targets.scaled.to(at::kCPU).contiguous();
        at::Tensor mask = batch.targets.mask;
        if (batch.targets.censored.defined()) {  // how much more would have been sold is not known
            mask = mask * (1 - batch.targets.censored);
        }
        mask = mask.to(at::kCPU).contiguous();
        const auto levels = static_cast<std::size_t>(quantiles.size(2));
        const std::int64_t steps = quantiles.size(1);
        for (std::int64_t cell = 0; cell < mask.numel(); ++cell) {
            if (mask.data_ptr<float>()[cell] > 0) {
                const std::span<const float> raw(quantiles.data_ptr<float>() + static_cast<std::size_t>(cell) * levels,
                                                 levels);
                bands.add(static_cast<int>(cell % steps) + 1, raw, target.data_ptr<float>()[cell]);
            }
        }
    });
    bands.finish();
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

TrainingEstimate NetworkForecaster::estimate(const Panel& panel, int horizon, const JobControl& control) const try {
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

void NetworkForecaster::Parts::fillForecast(const at::Tensor& level, const DemandOutputs& outputs,
                                            std::size_t firstSeries, const Panel& panel,
                                            const std::vector<double>& scores, Forecast& forecast) const {
    const at::Tensor raw = outputs.quantiles.to(at::kCPU).contiguous();
    const at::Tensor means = outputs.mean.defined() ? outputs.mean.to(at::kCPU).contiguous() : at::Tensor();
    const at::Tensor levels = level.to(at::kCPU).contiguous();
    const std::vector<double> known = scoresOf(bands.levels());
    const auto width = static_cast<std::size_t>(raw.size(2));
    const auto horizon = static_cast<std::size_t>(forecast.horizon);
    const auto bounded = [&](double value) {
        return static_cast<float>(plan.allowsNegative ? std::clamp(value, -1e30, 1e30) : std::clamp(value, 0.0, 1e30));
    };
    for (std::size_t cell = 0; cell < static_cast<std::size_t>(raw.size(0)) * horizon; ++cell) {
        const std::size_t series = firstSeries + cell / horizon;
        const int step = static_cast<int>(cell % horizon);
        const std::size_t place = firstSeries * horizon + cell;
        if (isClosedAhead(panel, series, step)) {
            continue;  // nothing is sold then
        }
        const double size = levels.data_ptr<float>()[cell / horizon];
        const std::span<const float> rawCell(raw.data_ptr<float>() + cell * width, width);
        const std::vector<double> quantiles = bands.quantiles(step + 1, rawCell);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double value = size * unscaled(between(known, quantiles, scores[i]));
            // Of whole pieces, a quantile under a half is none.
            forecast.quantiles[place * scores.size() + i] =
                bounded(plan.isWhole && std::abs(value) < 0.5 ? 0.0 : value);
        }
        double mean = 0;
        if (means.defined()) {
            mean = means.data_ptr<float>()[cell];
        } else {
            // Duan's smearing estimate (1983): the mean over the quantiles of the errors.
            constexpr int parts = 20;
            static const std::vector<double> grid = [] {
                std::vector<double> middle;
                for (int i = 0; i < parts; ++i) {
                    middle.push_back((i + 0.5) / parts);
                }
                return scoresOf(middle);
            }();
            for (const double score : grid) {
                mean += unscaled(between(known, quantiles, score)) / parts;
            }
        }
        forecast.mean[place] = bounded(size * mean);
    }
}

Forecast NetworkForecaster::predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                                    const JobControl& control) const try {
    if (!m->network) {
        throw Error("forecast.not_trained", "The network has not been trained yet.", "Train it first.");
    }
    if (panel.axis.kind != m->plan.kind) {
        throw Error("forecast.other_period", "The model was trained on other periods than these.",
                    "Train a model for these periods.");
    }
    const std::lock_guard lock(m->mutex);
    const torch::NoGradGuard guard;
    const std::size_t count = panel.seriesCount();
    Forecast forecast;
    forecast.levels = levels;
    forecast.horizon = horizon;
    forecast.mean.assign(count * static_cast<std::size_t>(horizon), 0.0f);
    forecast.quantiles.assign(forecast.mean.size() * levels.size(), 0.0f);
    const std::vector<double> scores = levels.empty() ? std::vector<double>{} : scoresOf(levels);
    const PanelTensors tensors(panel, m->plan, horizon, m->device);
    for (std::size_t begin = 0; begin < count; begin += seriesABatch) {
        control.throwIfCancelled();
        WindowIndex index;
        const std::size_t end = std::min(count, begin + seriesABatch);
        for (std::size_t series = begin; series < end; ++series) {
            index.series.push_back(static_cast<std::int64_t>(series));
            index.origin.push_back(panel.periods - 1);
            index.hidesCodes.push_back(0);
            for (int step = 1; step <= horizon; ++step) {
                index.steps.push_back(step);
            }
        }
        const WindowBatch batch = tensors.gather(index, panel.periods);
        const at::Tensor& level = batch.targets.level;
        m->fillForecast(level, m->network->forecast(batch.inputs, level, mixed(m->options.seed, begin)), begin, panel, scores, forecast);
        Progress progress;
        progress.stage = "forecasting";
        progress.done = static_cast<std::int64_t>(end);
        progress.total = static_cast<std::int64_t>(count);
        progress.unit = "series";
        control.report(progress);
    }
    return forecast;
} catch (const c10::Error& error) {
    throw Error("forecast.failed", std::string("The forecast failed: ") + error.what_without_backtrace(),
                "Train the model again.");
}

std::string NetworkForecaster::save() const {
    if (!m->network) {
        throw Error("forecast.not_trained", "The network has not been trained yet.", "Train it first.");
    }
    ModelFile file;
    file.description = {{"foresell_model", formatVersion},
                        {"version", FORESELL_VERSION},
                        {"model", name()},
                        {"shape", toJson(m->network->shape())},
                        {"features", toJson(m->plan)},
                        {"bands", m->bands.toJson()},
                        {"seed", m->options.seed}};
    for (const auto& entry : m->network->named_parameters()) {
        const at::Tensor values = entry.value().detach().to(at::kCPU).contiguous();
        const float* data = values.data_ptr<float>();
        file.arrays.push_back({entry.key(), values.sizes().vec(), std::vector<float>(data, data + values.numel())});
    }
    return writeModelFile(file);
}

std::unique_ptr<NetworkForecaster> NetworkForecaster::load(std::string_view bytes) try {
    const ModelFile file = readModelFile(bytes);
    if (const int version = file.description.at("foresell_model"); version < 1 || version > formatVersion) {
        throw Error("model.other_version", "The model was made by another version of Foresell.", "Train again.");
    }
    TrainingOptions options;
    options.model = file.description.at("model").get<std::string>();
    options.seed = file.description.at("seed");
    auto forecaster = std::make_unique<NetworkForecaster>(options);
    Parts& parts = *forecaster->m;
    parts.plan = featurePlanFromJson(file.description.at("features"));
    parts.bands = BandCalibration::fromJson(file.description.at("bands"));
    NetworkShape shape = shapeFromJson(file.description.at("shape"));
    shape.allowsNegative = parts.plan.allowsNegative;
    parts.network = std::make_shared<ForecastNetwork>(shape, 1);
    const torch::NoGradGuard guard;
    for (auto& entry : parts.network->named_parameters()) {
        std::vector<float> values = file.array(entry.key(), entry.value().sizes().vec()).values;
        entry.value().copy_(at::from_blob(values.data(), entry.value().sizes(), at::kFloat));
    }
    parts.network->to(parts.device);
    return forecaster;
} catch (const nlohmann::json::exception&) {
    throw Error("model.damaged", "The model cannot be read: its description is not understood.", "Train again.");
} catch (const c10::Error&) {
    throw Error("model.damaged", "The model cannot be read: its arrays do not fit together.", "Train again.");
}

}  // namespace foresell
