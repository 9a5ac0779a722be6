// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <thread>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/base/process_memory.h"
#include "core/base/version.h"
#include "core/engine/checkpoint_folder.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/training_run.h"
#include "core/forecast/hyper_search.h"
#include "core/training/usable_options.h"

namespace foresell {

std::vector<std::string> TrainingRun::networksAsked() const {
    std::vector<std::string> networks = m_options.model == "auto" ? usualMethods() : std::vector{m_options.model};
    std::erase_if(networks, [](const std::string& method) { return !isNetwork(method); });
    return networks;
}

std::vector<std::string> TrainingRun::candidates() const {
    std::vector<std::string> methods = baselineNames();
    if (m_options.model == "auto") {
        methods = usualMethods();
        if (m_found) {
            std::erase_if(methods, isNetwork);
        }
    }
    if (m_found) {
        methods.push_back(m_found->model);
        return methods;
    }
    if (m_options.model == "auto") {
        return methods;
    }
    if (std::ranges::find(methods, m_options.model) == methods.end()) {
        methods.push_back(m_options.model);
    }
    return methods;
}

/// A time budget is shared among `fits` trainings and leaves a tenth for all else.
TrainingOptions TrainingRun::optionsFor(const std::string& method, int fits) const {
    TrainingOptions options = m_found && m_found->model == method ? *m_found : m_options;
    options.timeBudgetSeconds = 0.9 * m_options.timeBudgetSeconds / std::max(1, fits);
    return options;
}

/// How long one of `fits` trainings of a run is thought to take.
TrainingProgress::Part TrainingRun::partOf(const std::string& method, int fits) const {
    TrainingProgress::Part part{method, 0, isLearner(method)};
    const auto cost = std::ranges::find(m_cost.methods, method, &MethodCost::method);
    if (cost != m_cost.methods.end()) {
        const double most = optionsFor(method, fits).timeBudgetSeconds;
        part.seconds = most > 0 ? std::min(most, cost->estimate.seconds) : cost->estimate.seconds;
    }
    return part;
}

/// Of the methods one learns again; until the tests tell which, it is thought to be the slowest.
void TrainingRun::expectTests(const std::vector<std::string>& methods) {
    const int fits = 2 * static_cast<int>(std::ranges::count_if(methods, isLearner));
    std::vector<TrainingProgress::Part> tests;
    TrainingProgress::Part slowest;
    for (const std::string& method : methods) {
        tests.push_back(partOf(method, fits));
        if (tests.back().isLearner && tests.back().seconds >= slowest.seconds) {
            slowest = tests.back();
        }
    }
    m_progress.expect(m_options.searchSeconds, tests, slowest);
}

/// Tells how far the whole has come, and remembers how far each network came, for the case that it is to end early.
JobControl TrainingRun::tellingOfTheWhole() {
    JobControl control = m_job;
    control.progress = [this, tell = m_progress.callback()](const Progress& progress) {
        if (const auto epoch = progress.metrics.find("epoch"); epoch != progress.metrics.end()) {
            m_epochs[m_fitted] = static_cast<int>(epoch->second);
        }
        if (tell) {
            tell(progress);
        }
    };
    return control;
}

TrainingOutcome TrainingRun::run() {
    requireUsable(m_options);  // before anything is kept of it
    if (m_options.fromRun != 0) {
        loadStart();
    } else if (m_options.model != "auto") {
        makeMethod(m_options.model, m_options);  // refuses unknown names before any work
    }
    if (m_options.searchSeconds > 0 && (m_model || networksAsked().empty())) {
        throw Error("training.nothing_to_search", "Only a network that learns anew has options to look for.",
                    "Leave the search out, or choose a network.");
    }
    readData();
    if (m_model) {
        m_model->requireCanLearnOn(m_data.built.panel, m_options.useKnownFuture);
    }
    return record([this] { learn(); });
}

TrainingOutcome TrainingRun::use(std::unique_ptr<NetworkForecaster> model, const std::string& file) {
    m_model = std::move(model);
    m_options.model = m_model->name();
    m_options.period = m_model->period();
    m_options.horizon = m_options.horizon > 0 ? m_options.horizon : m_model->horizon();
    readData();
    m_model->requireFits(m_data.built.panel);
    m_result.importedFrom = file;
    return record([this] {
        describeData();
        judge();
        m_result.model = m_model->name();
        ship(*m_model);
    });
}

/// The model of the earlier run, and its options where none were set.
void TrainingRun::loadStart() {
    const std::optional<RunRecord> record = m_reader->run(RunId{m_options.fromRun});
    if (!record || !hasNetwork(*record)) {
        throw Error("training.no_model", "run " + std::to_string(m_options.fromRun) + " has no network to go on from",
                    "Choose a finished run of a network.", {{"run", std::to_string(m_options.fromRun)}});
    }
    m_model = NetworkForecaster::load(m_reader->model(record->id));
    const auto result = parseJson(record->result).get<RunResult>();
    m_model->requireSameNetwork(m_options);
    m_options.model = m_model->name();
    m_options.period = result.axis.kind;
    m_options.horizon = m_options.horizon > 0 ? m_options.horizon : result.horizon;
}

void TrainingRun::readData() {
    m_job.report({"reading", 0, 0, "", -1, "Reading the sales", {}});
    m_data = loadDataset(*m_reader, m_options, m_job);
    if (m_model && m_options.fromRun != 0 && m_data.built.lastDay <= m_model->lastDay()) {
        throw Error("training.nothing_new", "There is no complete period since run " + std::to_string(m_options.fromRun) + " to learn from.",
                    "Import newer sales first, or train anew.", {{"run", std::to_string(m_options.fromRun)}});
    }
}

TrainingOutcome TrainingRun::record(const std::function<void()>& work) {
    m_run = m_project.writer().beginRun(nlohmann::json(m_options).dump(), m_data.dataHash);
    m_project.announce("run");
    try {
        work();
    } catch (const Cancelled&) {
        m_project.writer().finishRun(m_run, "cancelled", "{}");
        m_project.announce("run");
        throw;
    } catch (const std::exception& error) {
        nlohmann::json why{{"error", error.what()}};
        if (const auto* known = dynamic_cast<const Error*>(&error)) {
            why["code"] = known->code();
            why["details"] = known->details();
        }
        m_project.writer().finishRun(m_run, "failed", why.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        m_project.announce("run");
        throw;
    }
    m_project.announce("forecast");
    return {m_run.value, m_result, factsOf(m_forecast, *m_project.reader()->run(m_run)), m_used.value, successionName(m_succession)};
}

void TrainingRun::describeData() {
    const Panel& panel = m_data.built.panel;
    m_result.asked = m_options.model;
    m_result.axis = panel.axis;
    m_result.horizon = m_data.horizon;
    m_result.origin = m_data.built.lastDay;
    m_result.periods = panel.periods;
    m_result.series = static_cast<int>(panel.seriesCount());
    m_result.dataHash = m_data.dataHash;
    m_result.historyHash = m_data.historyHash;
    m_result.seed = m_options.seed;
    m_result.version = version();
}

void TrainingRun::learn() {
    tellCost();
    describeData();
    expectTests({});
    search();
    judge();
    trainShipped();
}

/// Says before the start how long it will take at most and how much memory it needs.
void TrainingRun::tellCost() {
    if (!m_job.progress || m_model) {
        return;
    }
    try {
        m_cost = costOf(m_data, m_options, m_job);
        if (!m_cost.methods.empty()) {
            m_job.report({"estimated", 0, 0, "", m_cost.seconds,
                          "At most about " + std::to_string(std::lround(m_cost.seconds)) + " s and " +
                              std::to_string(m_cost.memoryBytes >> 20) + " MB",
                          {{"memory_bytes", static_cast<double>(m_cost.memoryBytes)}, {"cost_seconds", m_cost.seconds}}});
        }
    } catch (const Error&) {
        return;  // what hinders the training is told when it begins
    }
}

/// The search sees what the judged methods see, so that the held-out end judges its result too.
void TrainingRun::search() {
    if (m_options.searchSeconds <= 0) {
        return;
    }
    const std::vector<Day> origins = testOrigins(m_data.built.panel, m_data.horizon, 1, m_data.horizon);
    const Panel panel = origins.empty() ? m_data.built.panel : panelSource()(origins.back(), m_job);
    const HyperSearch search(panel, m_data.horizon, m_options, networksAsked());
    expectTests(origins.empty() ? std::vector<std::string>{} : candidates());
    SearchOutcome outcome = search.run({.seconds = m_options.searchSeconds}, tellingOfTheWhole());
    m_result.search = std::move(outcome.trials);
    m_found = std::move(outcome.best);
}

std::string TrainingRun::chooseModel() const {
    if (m_options.model != "auto") {
        return m_options.model;
    }
    if (m_result.verdict == Verdict::LearnerBetter) {
        return m_result.learner;
    }
    return m_result.baseline.empty() ? baselineNames().front() : m_result.baseline;
}

void TrainingRun::trainShipped() {
    const std::string model = chooseModel();
    m_result.model = model;
    TrainingOptions options = optionsFor(model, m_result.learner.empty() ? 1 : 2);
    if (m_options.model == "auto") {
        const auto judged = std::ranges::count_if(candidates(), isLearner);
        options = optionsFor(model, static_cast<int>(2 * judged));
    }
    if (m_model) {
        options.timeBudgetSeconds = 0.9 * m_options.timeBudgetSeconds;
    }
    TrainingProgress::Part part = partOf(model, 1);
    part.seconds = options.timeBudgetSeconds > 0 ? std::min(options.timeBudgetSeconds, part.seconds) : part.seconds;
    m_progress.beginShipping(part);
    m_fitted = model;
    JobControl job = tellingOfTheWhole();
    job.report({"shipping", 0, 0, "", -1, "Training " + model + " on all of the history", {}});
    if (m_job.finishEarly != nullptr && m_job.finishEarly->load()) {
        m_wasFinishedEarly = true;
        options.epochs = std::max(1, m_epochs[model]);
        if (const MethodScores* judged = m_result.scoresOf(model); judged != nullptr && !isNetwork(model)) {
            options.timeBudgetSeconds = judged->seconds;
        }
        job.finishEarly =
            nullptr;  // asked for while the methods were judged; the model to keep still has to learn
    }
    const auto method = makeMethod(model, options, checkpointFolder(*m_reader, "shipped-" + model));
    if (auto* const network = dynamic_cast<NetworkForecaster*>(method.get()); network != nullptr && m_model) {
        network->goOnFrom(m_model);
    }
    method->fit(m_data.built.panel, m_data.horizon, job);
    ship(*method);
}

void TrainingRun::ship(const Forecaster& method) {
    fillReceipt(method);
    store(method);
}

void TrainingRun::fillReceipt(const Forecaster& method) {
    m_result.device = "cpu";
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    m_result.threads = !isLearner(method.name()) ? 1 : m_options.threads > 0 ? m_options.threads : cores;
    m_result.peakMemoryBytes = peakMemory();
    const auto* const network = dynamic_cast<const NetworkForecaster*>(&method);
    if (network == nullptr) {
        return;
    }
    if (const StretchTable errors = network->retellingErrors(m_data.built.panel, m_job); errors.length() > 0) {
        m_result.unusual = findUnusual(m_data.built.panel, errors);
    }
    const TrainingResult& trained = network->result();
    m_result.epochs = trained.epochs;
    m_result.bestEpoch = trained.bestEpoch;
    m_result.windowsPerSecond = trained.windowsPerSecond;
    m_result.parameters = trained.parameters;
    m_result.validationLoss = trained.validationLoss;
    m_result.stoppedBy = m_wasFinishedEarly ? "user" : trained.stoppedBy;
    m_result.trainingCurve = trained.trainingCurve;
    m_result.validationCurve = trained.validationCurve;
    m_result.lookback = trained.lookback;
    m_result.batchSize = trained.batchSize;
    m_result.device = trained.device.empty() ? "cpu" : trained.device;
    m_result.threads = std::max(1, trained.threads);
    m_result.peakMemoryBytes = trained.peakMemoryBytes;
    m_result.recoveries = trained.recoveries;
    m_result.batchHalvings = trained.batchHalvings;
}

SeriesHistory TrainingRun::historyOf(const Panel& panel) const {
    SeriesHistory history{panel.axis, panel.firstPeriod,     panel.periods,
                          panel.keys, m_data.built.sold,     panel.target,
                          {},         m_data.built.lastPrice,
                          {},         {},
                          m_data.built.sizes};
    addSeriesErrors(history);
    history.state.reserve(panel.state.size());
    for (const CellState state : panel.state) {
        history.state.push_back(static_cast<std::uint8_t>(state));
    }
    return history;
}

void TrainingRun::store(const Forecaster& method) {
    const Panel& panel = m_data.built.panel;
    const JobControl job = tellingOfTheWhole();
    job.report({"forecasting", 0, 0, "", -1, "Forecasting", {}});
    const Forecast forecast = method.predict(panel, m_data.horizon, storedLevels(), job);
    m_forecast = {m_run,
                  m_data.built.lastDay,
                  panel.axis,
                  panel.firstPeriod + panel.periods,
                  m_data.horizon,
                  forecast.levels,
                  panel.keys,
                  forecast.mean,
                  forecast.quantiles,
                  {},
                  {}};
    fillTotals(m_forecast, m_shared, panel.allowsNegative);
    job.throwIfCancelled();
    ProjectWriter& writer = m_project.writer();
    if (const std::string model = method.save(); !model.empty()) {
        writer.storeModel(m_run, model);
    }
    writer.storeHistory(m_run, historyOf(panel));
    writer.storeForecast(m_forecast);
    m_result.seconds = std::chrono::duration<double>(Clock::now() - m_start).count();
    finish();
}

/// What is worse than the run in use, or does not compare, does not take its place by itself. A crash in between leaves
/// the one that was in use.
void TrainingRun::finish() {
    ProjectWriter& writer = m_project.writer();
    const RunId inUse = m_reader->forecastRun();
    if (inUse.value != 0) {
        m_succession = successionOf(parseJson(m_reader->run(inUse)->result).get<RunResult>(), m_result);
        writer.useForecast(inUse);
    }
    writer.finishRun(m_run, "done", nlohmann::json(m_result).dump());
    m_used = m_succession == Succession::Replaces ? m_run : inUse;
    writer.useForecast(m_used);
}

TrainingOptions optionsOfRun(const ProjectReader& reader, std::int32_t run) {
    const std::optional<RunRecord> record = reader.run(RunId{run});
    if (!record) {
        throw Error("training.no_such_run", "there is no run " + std::to_string(run),
                    "`foresell-cli info` lists the runs.", {{"run", std::to_string(run)}});
    }
    return parseJson(record->options).get<TrainingOptions>();
}

TrainingOutcome resumeRun(OpenProject& project, std::int32_t run, const JobControl& job) {
    const TrainingOptions options = optionsOfRun(*project.reader(), run);
    const std::string state = project.reader()->run(RunId{run})->state;
    if (state != "failed" && state != "cancelled") {
        throw Error("training.nothing_to_resume", "run " + std::to_string(run) + (state == "done" ? " is finished" : " is training"),
                    "Only a run that was interrupted can go on.", {{"run", std::to_string(run)}});
    }
    const TrainingOutcome outcome = trainRun(project, options, job);
    project.writer().removeRun(RunId{run});
    project.announce("run");
    return outcome;
}

TrainingOutcome trainRun(OpenProject& project, const TrainingOptions& options, const JobControl& job) {
    return TrainingRun(project, options, job).run();
}

}  // namespace foresell
