// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/run_comparison.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_fields.h"

namespace foresell {

namespace {

using nlohmann::json;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::string textOf(const json& value) {
    return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
}

std::vector<RunComparison::Option> differingOptions(const std::vector<ComparedRun>& runs) {
    std::vector<RunComparison::Option> options;
    const json first = runs.front().options;
    for (const auto& [name, unused] : first.items()) {
        RunComparison::Option option{name, {}};
        for (const ComparedRun& run : runs) {
            option.values.push_back(textOf(json(run.options).at(name)));
        }
        if (std::ranges::any_of(option.values, [&](const std::string& value) { return value != option.values.front(); })) {
            options.push_back(std::move(option));
        }
    }
    return options;
}

std::vector<RunComparison::Metric> metricsOf(const std::vector<ComparedRun>& runs) {
    std::vector<RunComparison::Metric> metrics;
    const auto add = [&](const char* name, const std::function<double(const RunResult&)>& valueOf) {
        RunComparison::Metric metric{name, {}};
        for (const ComparedRun& run : runs) {
            metric.values.push_back(valueOf(run.result));
        }
        metrics.push_back(std::move(metric));
    };
    const auto addScore = [&](const char* name, double Scores::*score) {
        add(name, [score](const RunResult& result) {
            const MethodScores* scores = result.scoresOf(result.model);
            return scores == nullptr ? missing : scores->scores.*score;
        });
    };
    addScore("wape", &Scores::wape);
    addScore("bias", &Scores::bias);
    addScore("mase", &Scores::mase);
    addScore("rmsse", &Scores::rmsse);
    addScore("smape", &Scores::smape);
    addScore("pinball", &Scores::pinball);
    addScore("coverage_80", &Scores::coverage80);
    addScore("coverage_95", &Scores::coverage95);
    const auto positive = [](double value) { return value > 0 ? value : missing; };
    add("seconds", [&](const RunResult& result) { return positive(result.seconds); });
    add("parameters", [&](const RunResult& result) { return positive(static_cast<double>(result.parameters)); });
    add("epochs", [&](const RunResult& result) { return positive(result.epochs); });
    add("windows_per_second", [&](const RunResult& result) { return positive(result.windowsPerSecond); });
    add("peak_memory_bytes", [&](const RunResult& result) { return positive(static_cast<double>(result.peakMemoryBytes)); });
    return metrics;
}

template <typename Value>
bool isAlike(const std::vector<ComparedRun>& runs, const std::function<Value(const ComparedRun&)>& valueOf) {
    const Value first = valueOf(runs.front());
    return std::ranges::all_of(runs, [&](const ComparedRun& run) { return valueOf(run) == first; });
}

int bestOf(const RunComparison& comparison) {
    if (!comparison.isSameTest) {
        return -1;
    }
    const std::vector<double>& errors = comparison.metrics.front().values;
    int best = -1;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        if (std::isfinite(errors[i]) && (best < 0 || errors[i] < errors[static_cast<std::size_t>(best)])) {
            best = static_cast<int>(i);
        }
    }
    return best;
}

}  // namespace

RunComparison compareRuns(const std::vector<ComparedRun>& runs) {
    if (runs.size() < 2) {
        throw Error("runs.too_few", "A comparison needs two runs at least.", "Name them, for instance --compare 1,2.");
    }
    RunComparison comparison;
    for (const ComparedRun& run : runs) {
        comparison.runs.push_back(run.run);
        comparison.models.push_back(run.result.model);
        comparison.curves.push_back(run.result.validationCurve);
    }
    comparison.options = differingOptions(runs);
    comparison.metrics = metricsOf(runs);
    using Days = std::pair<Day, Day>;
    comparison.isSameTest = isAlike<Days>(
        runs, [](const ComparedRun& run) { return Days(run.result.testFirst, run.result.testLast); });
    comparison.isSameData = isAlike<std::string>(runs, [](const ComparedRun& run) { return run.result.dataHash; });
    comparison.isSameLoss = isAlike<std::string>(runs, [](const ComparedRun& run) { return run.options.loss; });
    comparison.best = bestOf(comparison);
    return comparison;
}

void to_json(json& to, const RunComparison& comparison) {
    to = {{"runs", comparison.runs},
          {"models", comparison.models},
          {"options", json::array()},
          {"metrics", json::array()},
          {"validation_curves", json::array()},
          {"is_same_test", comparison.isSameTest},
          {"is_same_data", comparison.isSameData},
          {"is_same_loss", comparison.isSameLoss},
          {"best_run", comparison.best < 0 ? json(nullptr) : json(comparison.runs[static_cast<std::size_t>(comparison.best)])}};
    const auto numbers = [](const std::vector<double>& values) {
        json list = json::array();
        for (const double value : values) {
            list.push_back(json_fields::number(value));
        }
        return list;
    };
    for (const RunComparison::Option& option : comparison.options) {
        to["options"].push_back({{"name", option.name}, {"values", option.values}});
    }
    for (const RunComparison::Metric& metric : comparison.metrics) {
        to["metrics"].push_back({{"name", metric.name}, {"values", numbers(metric.values)}});
    }
    for (const std::vector<double>& curve : comparison.curves) {
        to["validation_curves"].push_back(numbers(curve));
    }
}

}  // namespace foresell
