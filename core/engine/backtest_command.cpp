// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <map>

#include "core/base/error.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/run_dataset.h"
#include "core/evaluation/backtest.h"

namespace foresell {

namespace {

bool isBetter(const MethodScores& a, const MethodScores& b) {
    return std::isnan(b.scores.wape) ? !std::isnan(a.scores.wape) : a.scores.wape < b.scores.wape;
}

std::vector<Candidate> candidatesOf(const BacktestRequest& request, const std::vector<std::string>& models) {
    std::vector<Candidate> candidates;
    for (const std::string& model : models) {
        makeMethod(model, request.options);  // refuses unknown names before any work
        candidates.push_back(
            {model, [model, options = request.options] { return makeMethod(model, options); }});
    }
    return candidates;
}

void writeScores(const BacktestOutcome& outcome) {
    std::ofstream out(outcome.output, std::ios::binary | std::ios::trunc);
    out << "origin,method,wape,bias,mase,rmsse,smape,pinball,coverage_50,coverage_80,coverage_95,points,"
           "seconds\n";
    const auto row = [&](const std::string& origin, const MethodScores& method) {
        const Scores& s = method.scores;
        out << origin << ',' << method.method << ',' << s.wape << ',' << s.bias << ',' << s.mase << ','
            << s.rmsse << ',' << s.smape << ',' << s.pinball << ',' << s.coverage50 << ',' << s.coverage80
            << ',' << s.coverage95 << ',' << s.points << ',' << method.seconds << '\n';
    };
    for (const OriginScores& origin : outcome.byOrigin) {
        for (const MethodScores& method : origin.methods) {
            row(toIso(origin.origin), method);
        }
    }
    for (const MethodScores& method : outcome.methods) {
        row("all", method);
    }
    out.close();
    if (!out) {
        throw Error("backtest.cannot_write", "cannot write " + outcome.output, {},
                    {{"file", outcome.output}});
    }
}

}  // namespace

BacktestOutcome runBacktest(const ProjectReader& reader, const BacktestRequest& request,
                            const JobControl& job) {
    const auto start = std::chrono::steady_clock::now();
    const std::vector<std::string> models = request.models.empty() ? usualMethods() : request.models;
    const std::vector<Candidate> candidates = candidatesOf(request, models);
    TrainingOptions options = request.options;
    options.horizon = request.horizon;
    const RunDataset truth = loadDataset(reader, options, job);
    options.horizon = truth.horizon;
    options.period = truth.built.panel.axis.kind;
    const std::vector<Day> origins =
        testOrigins(truth.built.panel, truth.horizon, std::max(1, request.origins),
                    request.step > 0 ? request.step : truth.horizon);
    if (origins.empty()) {
        throw Error("backtest.too_short", "the history is too short for this horizon",
                    "Choose a shorter horizon or fewer origins.");
    }
    BacktestOutcome outcome;
    std::map<Day, std::vector<MethodScores>> byOrigin;
    const UseForecast use = [&](const std::string& method, Day origin, const Panel& history,
                                const Forecast& forecast) {
        byOrigin[origin].push_back({method, evaluate(history, truth.built.panel, forecast), 0});
    };
    const PanelSource panelAt = [&](Day origin, const JobControl& control) {
        TrainingOptions at = options;
        at.origin = origin;
        return loadDataset(reader, at, control).built.panel;
    };
    const RollingOriginBacktest backtest(panelAt, {truth.horizon, origins, true, storedLevels()});
    outcome.methods = backtest.run(truth.built.panel, candidates, job, use).scores;
    std::ranges::stable_sort(outcome.methods, isBetter);
    for (auto& [origin, methods] : byOrigin) {
        outcome.byOrigin.push_back({origin, methods});
    }
    outcome.horizon = truth.horizon;
    outcome.period = periodName(truth.built.panel.axis.kind);
    outcome.series = std::ssize(truth.built.panel.keys);
    outcome.best = outcome.methods.front().method;
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    outcome.output = request.output;
    if (!request.output.empty()) {
        writeScores(outcome);
    }
    return outcome;
}

}  // namespace foresell
