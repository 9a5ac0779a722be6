// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/engine/commands.h"
#include "core/engine/total_bands.h"
#include "core/engine/training_progress.h"
#include "core/evaluation/backtest.h"
#include "core/evaluation/run_succession.h"
#include "core/forecast/network_forecaster.h"

namespace foresell {

/// One training, from the data to the stored forecast: anew, on from an earlier run's model (options.fromRun), or with a
/// model that comes from a file and is used as it is.
class TrainingRun {
public:
    TrainingRun(OpenProject& project, const TrainingOptions& options, const JobControl& job)
        : m_project(project), m_reader(project.reader()), m_options(options), m_job(job), m_progress(job.progress) {}

    TrainingOutcome run();
    /// Judges the model on what came after it learnt, forecasts and stores it as a run. `file` names where it comes from.
    TrainingOutcome use(std::unique_ptr<NetworkForecaster> model, const std::string& file);

private:
    using Clock = std::chrono::steady_clock;

    TrainingOutcome record(const std::function<void()>& work);
    void loadStart();
    void readData();
    void learn();
    void describeData();
    void tellCost();
    void search();
    void judge();
    void judge(const std::vector<std::string>& methods, const std::vector<Day>& origins);
    void judgeStart();
    void judge(const std::vector<Candidate>& candidates, const std::vector<Day>& origins, int horizon);
    void compare(const BacktestResult& judged);
    void keepSeriesErrors(const BacktestResult& judged);
    void addSeriesErrors(SeriesHistory& history) const;
    std::string chooseModel() const;
    void trainShipped();
    void ship(const Forecaster& method);
    void fillReceipt(const Forecaster& method);
    void store(const Forecaster& method);
    void finish();
    SeriesHistory historyOf(const Panel& panel) const;
    std::vector<std::string> candidates() const;
    std::vector<std::string> networksAsked() const;
    TrainingOptions optionsFor(const std::string& method, int fits) const;
    TrainingProgress::Part partOf(const std::string& method, int fits) const;
    void expectTests(const std::vector<std::string>& methods);
    JobControl tellingOfTheWhole();
    PanelSource panelSource();

    OpenProject& m_project;
    std::unique_ptr<ProjectReader> m_reader;
    TrainingOptions m_options;
    JobControl m_job;
    Clock::time_point m_start = Clock::now();
    RunDataset m_data;
    RunId m_run;
    RunResult m_result;
    std::shared_ptr<NetworkForecaster> m_model;  ///< to learn on from, or to use as it is
    std::optional<TrainingOptions> m_found;      ///< by the search, of its network
    double m_shared = assumedSharedError;
    std::map<LossTable::Series, Evaluation::SeriesError> m_seriesErrors;  ///< of the model to ship
    TrainingProgress m_progress;
    TrainingCost m_cost;  ///< as far as it was asked for
    bool m_wasFinishedEarly = false;
    std::string m_fitted;                 ///< the method that learns now
    std::map<std::string, int> m_epochs;  ///< how far each network came
    ForecastRecord m_forecast;
    RunId m_used;  ///< that the forecast is made by once this has ended
    Succession m_succession = Succession::Replaces;
};

}  // namespace foresell
