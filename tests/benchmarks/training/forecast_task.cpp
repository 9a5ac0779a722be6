// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// forecast_task FOLDER [--model NAME] [--earlier PERIODS] [--search SECONDS] [--set OPTION=VALUE]... [--output FILE.csv]
// Trains on a forecasting task (see task_panel.h), after a search for good options where one is asked for, forecasts its last
// periods and prints scores and speed as JSON.
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/base/error.h"
#include "core/base/model_file.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/run_result.h"
#include "core/forecast/hyper_search.h"
#include "core/forecast/network_forecaster.h"
#include "tests/benchmarks/training/task_panel.h"

using namespace foresell;

namespace {

/// By the name that a run's result has for it.
void setOption(TrainingOptions& options, const std::string& name, const std::string& value) {
    nlohmann::json all = options;
    nlohmann::json& option = all.at(name);
    option = option.is_string() ? nlohmann::json(value) : nlohmann::json::parse(value);
    options = all.get<TrainingOptions>();
}

/// Root mean squared scaled error (Makridakis et al. 2022): the mean over series, and where the task weighs them the mean
/// over levels of the weighted sums.
double scaledError(const benchmarks::Task& task, const Forecast& forecast) {
    const auto horizon = static_cast<std::size_t>(task.horizon);
    std::map<std::string, double> levels;
    double sum = 0, count = 0;
    for (std::size_t series = 0; series < task.panel.seriesCount(); ++series) {
        double squares = 0, points = 0;
        for (std::size_t i = series * horizon; i < (series + 1) * horizon; ++i) {
            if (!std::isnan(task.truth[i])) {
                squares += std::pow(static_cast<double>(forecast.mean[i] - task.truth[i]), 2);
                points += 1;
            }
        }
        const double error = std::sqrt(squares / points / differenceScale(task.panel, series));
        if (!std::isfinite(error)) {
            continue;
        }
        sum += error;
        count += 1;
        if (!task.weights.empty()) {
            levels[task.levels[series]] += error * task.weights[series];
        }
    }
    if (levels.empty()) {
        return sum / count;
    }
    return std::accumulate(levels.begin(), levels.end(), 0.0, [](double s, const auto& l) { return s + l.second; }) /
           static_cast<double>(levels.size());
}

nlohmann::json score(const benchmarks::Task& task, const Forecast& forecast) {
    double smape = 0, absolute = 0, size = 0, percent = 0, squares = 0, bias = 0, inside = 0, points = 0, sold = 0;
    for (std::size_t i = 0; i < task.truth.size(); ++i) {
        const double y = task.truth[i];
        if (std::isnan(y)) {
            continue;
        }
        const double median = forecast.quantiles[i * 3 + 1];
        const double mean = forecast.mean[i];
        points += 1;
        smape += y + median > 0 ? 2 * std::abs(y - median) / (y + median) : 0;
        absolute += std::abs(y - median);
        size += std::abs(y);
        bias += mean - y;
        squares += (mean - y) * (mean - y);
        inside += y >= forecast.quantiles[i * 3] && y <= forecast.quantiles[i * 3 + 2] ? 1 : 0;
        if (y > 0) {
            percent += (mean / y - 1) * (mean / y - 1);
            sold += 1;
        }
    }
    return {{"points", points},
            {"smape", 100 * smape / points},
            {"wape", absolute / size},
            {"bias", bias / size},
            {"rmse", std::sqrt(squares / points)},
            {"rmspe", std::sqrt(percent / std::max(1.0, sold))},
            {"scaled", scaledError(task, forecast)},
            {"coverage80", inside / points}};
}

void writeForecast(const benchmarks::Task& task, const Forecast& forecast, const std::string& path) {
    std::ofstream out(path);
    for (const std::string& id : task.ids) {
        out << id << ',';
    }
    out << "date,mean,q0.1,q0.5,q0.9\n";
    for (std::size_t i = 0; i < task.truth.size(); ++i) {
        const std::size_t series = i / static_cast<std::size_t>(task.horizon);
        for (const std::string& value : task.idValues[series]) {
            out << (value.find(',') == std::string::npos ? value : '"' + value + '"') << ',';
        }
        const int column = task.panel.periods + static_cast<int>(i % static_cast<std::size_t>(task.horizon));
        out << toIso(task.panel.labelOf(column)) << ',' << forecast.mean[i];
        for (std::size_t level = 0; level < 3; ++level) {
            out << ',' << forecast.quantiles[i * 3 + level];
        }
        out << '\n';
    }
}

void showProgress(const Progress& progress) {
    const auto ended = progress.metrics.find("epoch_ended");
    if (ended != progress.metrics.end() && ended->second > 0) {
        std::cerr << "epoch " << progress.metrics.at("epoch") << " train " << progress.metrics.at("training_loss")
                  << " valid " << progress.metrics.at("validation_loss") << " best "
                  << progress.metrics.at("best_epoch") << " windows/s " << progress.metrics.at("windows_per_second")
                  << " left " << progress.secondsLeft << " s\n";
    }
}

int runTask(const std::vector<std::string>& arguments) {
    TrainingOptions options;
    options.model = "lstm";
    int earlier = 0;
    double searchSeconds = 0;
    std::string output;
    for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
        const std::string& value = arguments[i + 1];
        if (arguments[i] == "--model") {
            options.model = value;
        } else if (arguments[i] == "--earlier") {
            earlier = std::stoi(value);
        } else if (arguments[i] == "--search") {
            searchSeconds = std::stod(value);
        } else if (arguments[i] == "--output") {
            output = value;
        } else if (arguments[i] == "--set") {
            setOption(options, value.substr(0, value.find('=')), value.substr(value.find('=') + 1));
        } else {
            throw std::runtime_error("unknown option " + arguments[i]);
        }
    }
    const benchmarks::Task task = benchmarks::readTask(arguments.at(0), earlier);
    JobControl control;
    control.progress = showProgress;
    std::size_t trials = 0;
    if (searchSeconds > 0) {
        const SearchOutcome outcome = HyperSearch(task.panel, task.horizon, options, {options.model}).run({.seconds = searchSeconds}, control);
        options = outcome.best;
        trials = outcome.trials.size();
    }
    NetworkForecaster forecaster(options);
    forecaster.fit(task.panel, task.horizon, control);
    const auto begin = std::chrono::steady_clock::now();
    const Forecast forecast = forecaster.predict(task.panel, task.horizon, {0.1, 0.5, 0.9}, {});
    nlohmann::json json = score(task, forecast);
    if (trials > 0) {
        json["search"] = {{"trials", trials}, {"options", options}};
    }
    json["predict_seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const TrainingResult& result = forecaster.result();
    json["model"] = result.model;
    json["seconds"] = result.seconds;
    json["epochs"] = result.epochs;
    json["best_epoch"] = result.bestEpoch;
    json["stopped_by"] = result.stoppedBy;
    json["windows_per_second"] = result.windowsPerSecond;
    json["parameters"] = result.parameters;
    json["batch"] = result.batchSize;
    json["mean_share"] = readModelFile(forecaster.save()).description.at("mean_share");
    json["validation_loss"] = result.validationLoss;
    json["peak_memory_mb"] = static_cast<double>(result.peakMemoryBytes) / 1e6;
    std::cout << json.dump() << std::endl;
    if (!output.empty()) {
        writeForecast(task, forecast, output);
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return runTask({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "forecast_task: " << error.what() << '\n';
        return 1;
    }
}
