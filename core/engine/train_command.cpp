// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/run_dataset.h"
#include "core/engine/total_bands.h"
#include "core/evaluation/backtest.h"
#include "core/forecast/network_forecaster.h"

namespace foresell {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Where trainings leave what they need to go on after an interruption.
std::filesystem::path checkpointFolder(const ProjectReader& reader, const std::string& what) {
    std::filesystem::path state;
    if (const char* const set = std::getenv("XDG_STATE_HOME"); set != nullptr && *set != '\0') {
        state = set;
    } else if (const char* const home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        state = std::filesystem::path(home) / ".local/state";
    } else {
        return {};
    }
    return state / "foresell/checkpoints" / reader.settings().uuid / what;
}

/// One training, from the data to the stored forecast.
class Training {
public:
    Training(OpenProject& project, const TrainingOptions& options, const JobControl& job)
        : m_project(project), m_reader(project.reader()), m_options(options), m_job(job) {}

    TrainingOutcome run();

private:
    void learn();
    void tellCost();
    void judge();
    void judge(const std::vector<std::string>& methods, const std::vector<Day>& origins);
    void compare(const BacktestResult& judged);
    void keepSeriesErrors(const BacktestResult& judged);
    void addSeriesErrors(SeriesHistory& history) const;
    std::string chooseModel() const;
    void trainShipped();
    void fillReceipt(const Forecaster& method);
    void store(const Forecaster& method);
    std::vector<std::string> candidates() const;
    TrainingOptions optionsFor(int fits) const;
    JobControl withFits();
    void beginFit(const std::string& method);

    OpenProject& m_project;
    std::unique_ptr<ProjectReader> m_reader;
    TrainingOptions m_options;
    JobControl m_job;
    Clock::time_point m_start = Clock::now();
    RunDataset m_data;
    RunId m_run;
    RunResult m_result;
    double m_shared = assumedSharedError;
    std::map<LossTable::Series, Evaluation::SeriesError> m_seriesErrors;  ///< of the model to ship
    bool m_wasFinishedEarly = false;
    std::string m_fitted;       ///< the network that learns now
    int m_fit = 0, m_fits = 0;  ///< trainings of networks: this one's number, and all
    int m_lastEpoch = 1;
    ForecastRecord m_forecast;
};

std::vector<std::string> Training::candidates() const {
    std::vector<std::string> methods = baselineNames();
    if (m_options.model == "auto") {
        return usualMethods();
    }
    if (std::ranges::find(methods, m_options.model) == methods.end()) {
        methods.push_back(m_options.model);
    }
    return methods;
}

/// A time budget is shared among `fits` trainings of networks and leaves a tenth for all else.
TrainingOptions Training::optionsFor(int fits) const {
    TrainingOptions options = m_options;
    options.timeBudgetSeconds = 0.9 * m_options.timeBudgetSeconds / std::max(1, fits);
    return options;
}

void Training::beginFit(const std::string& method) {
    if (isNetwork(method)) {
        m_fitted = method;
        ++m_fit;
        m_fits = std::max(m_fits, m_fit);
    }
}

/// Tells which of several trainings learns, and the time left for all of them.
JobControl Training::withFits() {
    JobControl control = m_job;
    if (!m_job.progress) {
        return control;
    }
    control.progress = [this](const Progress& progress) {
        Progress told = progress;
        const auto spent = told.metrics.find("seconds");
        if (m_fit > 0 && spent != told.metrics.end()) {
            m_lastEpoch = static_cast<int>(told.metrics["epoch"]);
            told.metrics["fit"] = m_fit;
            told.metrics["fits"] = m_fits;
            told.message = m_fitted + ", training " + std::to_string(m_fit) + " of " +
                           std::to_string(m_fits) + ": " + told.message;
            if (told.secondsLeft >= 0) {
                told.secondsLeft += (m_fits - m_fit) * (spent->second + told.secondsLeft);
            }
        }
        m_job.progress(told);
    };
    return control;
}

TrainingOutcome Training::run() {
    if (m_options.model != "auto") {
        makeMethod(m_options.model, m_options);  // refuses unknown names before any work
    }
    m_job.report({"reading", 0, 0, "", -1, "Reading the sales", {}});
    m_data = loadDataset(*m_reader, m_options, m_job);
    m_run = m_project.writer().beginRun(nlohmann::json(m_options).dump(), m_data.dataHash);
    m_project.announce("run");
    try {
        learn();
    } catch (const Cancelled&) {
        m_project.writer().finishRun(m_run, "cancelled", "{}");
        m_project.announce("run");
        throw;
    } catch (const std::exception& error) {
        m_project.writer().finishRun(m_run, "failed", nlohmann::json({{"error", error.what()}}).dump());
        m_project.announce("run");
        throw;
    }
    m_project.announce("forecast");
    return {m_run.value, m_result, factsOf(m_forecast, *m_project.reader()->run(m_run))};
}

void Training::learn() {
    tellCost();
    const Panel& panel = m_data.built.panel;
    m_result.asked = m_options.model;
    m_result.axis = panel.axis;
    m_result.horizon = m_data.horizon;
    m_result.origin = m_data.built.lastDay;
    m_result.periods = panel.periods;
    m_result.series = static_cast<int>(panel.seriesCount());
    m_result.dataHash = m_data.dataHash;
    m_result.seed = m_options.seed;
    m_result.version = version();
    judge();
    trainShipped();
}

/// Says before the start how long it will take at most and how much memory it needs.
void Training::tellCost() {
    if (!m_job.progress) {
        return;
    }
    try {
        const TrainingCost cost = costOf(m_data, m_options, m_job);
        if (!cost.methods.empty()) {
            m_job.report({"estimated", 0, 0, "", cost.seconds,
                          "At most about " + std::to_string(std::lround(cost.seconds)) + " s and " +
                              std::to_string(cost.memoryBytes >> 20) + " MB",
                          {{"memory_bytes", static_cast<double>(cost.memoryBytes)}}});
        }
    } catch (const Error&) {
        return;  // what hinders the training is told when it begins
    }
}

void Training::judge() {
    const std::vector<Day> origins = testOrigins(m_data.built.panel, m_data.horizon, 1, m_data.horizon);
    if (origins.empty()) {
        return;
    }
    try {
        judge(candidates(), origins);
    } catch (const Error& error) {
        if (error.code() != "training.too_short") {
            throw;
        }
        judge(baselineNames(), origins);  // the part before the held-out end is too short for a network
    }
}

void Training::judge(const std::vector<std::string>& methods, const std::vector<Day>& origins) {
    const auto networks = static_cast<int>(std::ranges::count_if(methods, isNetwork));
    const TrainingOptions options = optionsFor(2 * networks);
    m_fit = 0;
    m_fits = networks > 0 ? networks + 1 : 0;
    std::vector<Candidate> made;
    for (const std::string& method : methods) {
        made.push_back({method, [=, this] {
                            beginFit(method);
                            return makeMethod(method, options,
                                              checkpointFolder(*m_reader, "judged-" + method));
                        }});
    }
    const PanelSource panelAt = [this](Day origin, const JobControl& job) {
        TrainingOptions at = m_options;
        at.origin = origin;
        at.horizon = m_data.horizon;
        at.period = m_data.built.panel.axis.kind;
        return loadDataset(*m_reader, at, job).built.panel;
    };
    std::map<std::string, double> shared;
    const UseForecast use = [&](const std::string& method, Day, const Panel& history,
                                const Forecast& forecast) {
        shared[method] = sharedErrorOf(forecast, history, m_data.built.panel);
    };
    const RollingOriginBacktest backtest(panelAt, {m_data.horizon, origins, true, storedLevels()});
    const BacktestResult judged = backtest.run(m_data.built.panel, made, withFits(), use);
    compare(judged);
    keepSeriesErrors(judged);
    m_result.testFirst = origins.back() + 1;
    m_result.testLast = m_data.built.lastDay;
    m_result.testOrigins = static_cast<int>(origins.size());
    m_shared = shared[chooseModel()];
}

void Training::compare(const BacktestResult& judged) {
    m_result.scores = judged.scores;
    std::ranges::stable_sort(m_result.scores, [](const MethodScores& a, const MethodScores& b) {
        return std::isnan(b.scores.wape) ? !std::isnan(a.scores.wape) : a.scores.wape < b.scores.wape;
    });
    for (const MethodScores& scores : m_result.scores) {
        std::string& best = isNetwork(scores.method) ? m_result.network : m_result.baseline;
        best = best.empty() ? scores.method : best;
    }
    if (m_result.network.empty() || m_result.baseline.empty()) {
        return;
    }
    const auto lossesOf = [&](const std::string& method) -> const LossTable& {
        const auto at =
            std::ranges::find(judged.scores, method, &MethodScores::method) - judged.scores.begin();
        return judged.evaluations[static_cast<std::size_t>(at)].losses();
    };
    const Comparison comparison = compareLosses(lossesOf(m_result.network), lossesOf(m_result.baseline));
    m_result.verdict = comparison.verdict;
    m_result.gain = comparison.gain;
}

void Training::keepSeriesErrors(const BacktestResult& judged) {
    const auto chosen = std::ranges::find(judged.scores, chooseModel(), &MethodScores::method);
    if (chosen != judged.scores.end()) {
        m_seriesErrors = judged.evaluations[static_cast<std::size_t>(chosen - judged.scores.begin())].bySeries();
    }
}

void Training::addSeriesErrors(SeriesHistory& history) const {
    const Panel& panel = m_data.built.panel;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const auto judged =
            m_seriesErrors.find({panel.itemCodes[series], panel.locationCodes[series], panel.channelCodes[series]});
        const bool isJudged = judged != m_seriesErrors.end();
        history.heldOutError.push_back(isJudged ? static_cast<float>(judged->second.error) : std::nanf(""));
        history.heldOutSales.push_back(isJudged ? static_cast<float>(judged->second.sales) : std::nanf(""));
    }
}

std::string Training::chooseModel() const {
    if (m_options.model != "auto") {
        return m_options.model;
    }
    if (m_result.verdict == Verdict::NetworkBetter) {
        return m_result.network;
    }
    return m_result.baseline.empty() ? baselineNames().front() : m_result.baseline;
}

void Training::trainShipped() {
    const std::string model = chooseModel();
    m_result.model = model;
    TrainingOptions options = optionsFor(m_result.network.empty() ? 1 : 2);
    if (m_options.model == "auto") {
        const auto judged = std::ranges::count_if(candidates(), isNetwork);
        options = optionsFor(static_cast<int>(2 * judged));
    }
    beginFit(model);
    JobControl job = withFits();
    if (m_job.finishEarly != nullptr && m_job.finishEarly->load()) {
        m_wasFinishedEarly = true;
        options.epochs = std::max(1, m_lastEpoch);
        job.finishEarly =
            nullptr;  // asked for while the methods were judged; the model to keep still has to learn
    }
    const auto method = makeMethod(model, options, checkpointFolder(*m_reader, "shipped-" + model));
    method->fit(m_data.built.panel, m_data.horizon, job);
    fillReceipt(*method);
    store(*method);
}

void Training::fillReceipt(const Forecaster& method) {
    m_result.device = "cpu";
    m_result.threads = 1;
    const auto* const network = dynamic_cast<const NetworkForecaster*>(&method);
    if (network == nullptr) {
        return;
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
    m_result.device = trained.device;
    m_result.threads = trained.threads;
}

void Training::store(const Forecaster& method) {
    const Panel& panel = m_data.built.panel;
    m_job.report({"forecasting", 0, 0, "", -1, "Forecasting", {}});
    const Forecast forecast = method.predict(panel, m_data.horizon, storedLevels(), m_job);
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
    SeriesHistory history{panel.axis, panel.firstPeriod,     panel.periods,
                          panel.keys, m_data.built.sold,     panel.target,
                          {},         m_data.built.lastPrice,
                          {},         {}};
    addSeriesErrors(history);
    history.state.reserve(panel.state.size());
    for (const CellState state : panel.state) {
        history.state.push_back(static_cast<std::uint8_t>(state));
    }
    m_job.throwIfCancelled();
    ProjectWriter& writer = m_project.writer();
    if (const auto* const network = dynamic_cast<const NetworkForecaster*>(&method)) {
        writer.storeModel(m_run, network->save());
    }
    writer.storeHistory(m_run, history);
    writer.storeForecast(m_forecast);
    m_result.seconds = secondsSince(m_start);
    writer.finishRun(m_run, "done", nlohmann::json(m_result).dump());
}

}  // namespace

TrainingOptions optionsOfRun(const ProjectReader& reader, std::int32_t run) {
    const std::optional<RunRecord> record = reader.run(RunId{run});
    if (!record) {
        throw Error("training.no_such_run", "there is no run " + std::to_string(run),
                    "`foresell-cli info` lists the runs.", {{"run", std::to_string(run)}});
    }
    return nlohmann::json::parse(record->options).get<TrainingOptions>();
}

TrainingOutcome trainRun(OpenProject& project, const TrainingOptions& options, const JobControl& job) {
    return Training(project, options, job).run();
}

}  // namespace foresell
