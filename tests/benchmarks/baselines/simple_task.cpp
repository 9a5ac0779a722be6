// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// simple_task FOLDER METHOD OUT.csv [SEED]
// Forecasts the last periods of a forecasting task (see task_panel.h) by a simple method, writes the forecast for scoring
// and prints the seconds as JSON.
#include <chrono>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/baselines/simple_method.h"
#include "core/evaluation/metrics.h"
#include "tests/benchmarks/training/task_panel.h"

using namespace foresell;

namespace {

void write(const benchmarks::Task& task, const Forecast& forecast, const std::string& path) {
    std::ofstream out(path);
    for (const std::string& id : task.ids) {
        out << id << ',';
    }
    out << "date,mean,q0.1,q0.5,q0.9\n";
    for (std::size_t series = 0; series < task.panel.seriesCount(); ++series) {
        for (int step = 0; step < task.horizon; ++step) {
            for (const std::string& value : task.idValues[series]) {
                out << '"' << value << "\",";
            }
            out << toIso(task.panel.labelOf(task.panel.periods + step)) << ',' << forecast.meanAt(series, step);
            for (std::size_t level = 0; level < 3; ++level) {
                out << ',' << forecast.quantileAt(series, step, level);
            }
            out << '\n';
        }
    }
}

/// The usual measures on what came; absolute ones judge the median, squared ones the mean.
nlohmann::json scoresOf(const benchmarks::Task& task, const Forecast& forecast) {
    Wape wape;
    Smape smape;
    Bias bias;
    Coverage coverage;
    ScaledError rmsse;
    double percents = 0, counted = 0;
    for (std::size_t series = 0; series < task.panel.seriesCount(); ++series) {
        double squares = 0, known = 0;
        for (int step = 0; step < task.horizon; ++step) {
            const double actual = task.truth[series * static_cast<std::size_t>(task.horizon) + static_cast<std::size_t>(step)];
            const double mean = forecast.meanAt(series, step), median = forecast.quantileAt(series, step, 1);
            if (std::isnan(actual)) {
                continue;
            }
            wape.add(actual, median);
            smape.add(actual, median);
            bias.add(actual, mean);
            coverage.add(actual, forecast.quantileAt(series, step, 0), forecast.quantileAt(series, step, 2));
            squares += (mean - actual) * (mean - actual);
            ++known;
            percents += actual != 0 ? (mean / actual - 1) * (mean / actual - 1) : 0;
            counted += actual != 0 ? 1 : 0;
        }
        if (known > 0) {
            rmsse.add(std::sqrt(squares / known), std::sqrt(differenceScale(task.panel, series)));
        }
    }
    return {{"wape", wape.value()}, {"smape", 100 * smape.value()}, {"bias", bias.value()},
            {"rmspe", std::sqrt(percents / counted)}, {"rmsse", rmsse.value()}, {"coverage80", coverage.value()}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4 && argc != 5) {
        std::cerr << "simple_task FOLDER METHOD OUT.csv [SEED]\n";
        return 2;
    }
    try {
        const benchmarks::Task task = benchmarks::readTask(argv[1], 0);
        const auto method = makeSimpleMethod(argv[2], {argc == 5 ? std::stoull(argv[4]) : 1, 0, 0});
        if (!method) {
            throw std::runtime_error(std::string("no method ") + argv[2]);
        }
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t processor = std::clock();
        method->fit(task.panel, task.horizon, {});
        const Forecast forecast = method->predict(task.panel, task.horizon, {0.1, 0.5, 0.9}, {});
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
        write(task, forecast, argv[3]);
        std::cout << nlohmann::json{{"method", argv[2]},
                                    {"series", task.panel.seriesCount()},
                                    {"scores", scoresOf(task, forecast)},
                                    {"seconds", spent.count()},
                                    {"processor_seconds", static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC}}
                         .dump()
                  << '\n';
    } catch (const std::exception& error) {
        std::cerr << "simple_task: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
