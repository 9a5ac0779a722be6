// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/engine/run_dataset.h"
#include "core/forecast/network_forecaster.h"

namespace foresell {

TrainingCost costOf(const RunDataset& data, const TrainingOptions& options, const JobControl& job) {
    TrainingCost cost;
    double most = 0;
    for (const std::string& method : options.model == "auto" ? usualMethods() : std::vector{options.model}) {
        const std::optional<TrainingEstimate> estimate = makeMethod(method, options)->estimate(data.built.panel, data.horizon, job);
        if (!estimate) {
            continue;
        }
        cost.methods.push_back({method, *estimate});
        cost.seconds += estimate->seconds;
        cost.memoryBytes = std::max(cost.memoryBytes, estimate->memoryBytes);
        most = std::max(most, estimate->seconds);
    }
    cost.seconds += most;  // each is judged on a held-out end, and the one that is kept learns once more
    if (options.timeBudgetSeconds > 0) {
        cost.seconds = std::min(cost.seconds, options.timeBudgetSeconds);
    }
    return cost;
}

namespace {

/// Learning on is one short training, and nothing else is trained.
TrainingCost costOfGoingOn(const ProjectReader& reader, TrainingOptions options, const JobControl& job) {
    const auto run = reader.run(RunId{options.fromRun});
    if (!run || !hasNetwork(*run)) {
        throw Error("training.no_model", "run " + std::to_string(options.fromRun) + " has no network to go on from",
                    "Choose a finished run of a network.", {{"run", std::to_string(options.fromRun)}});
    }
    const std::shared_ptr<const NetworkForecaster> start = NetworkForecaster::load(reader.model(run->id));
    options.model = start->name();
    options.period = start->period();
    const RunDataset data = loadDataset(reader, options, job);
    NetworkForecaster network(options);
    network.goOnFrom(start);
    const TrainingEstimate estimate = network.estimate(data.built.panel, data.horizon, job).value();
    return {.methods = {{options.model, estimate}}, .seconds = estimate.seconds, .memoryBytes = estimate.memoryBytes};
}

}  // namespace

TrainingCost estimateRun(const ProjectReader& reader, const TrainingOptions& options, const JobControl& job) {
    if (options.fromRun != 0) {
        return costOfGoingOn(reader, options, job);
    }
    TrainingCost cost = costOf(loadDataset(reader, options, job), options, job);
    cost.seconds += options.searchSeconds;
    return cost;
}

void to_json(nlohmann::json& json, const TrainingCost& cost) {
    json = {{"seconds", cost.seconds}, {"memory_bytes", cost.memoryBytes}, {"methods", nlohmann::json::array()}};
    for (const MethodCost& method : cost.methods) {
        json["methods"].push_back({{"method", method.method},
                                   {"seconds", method.estimate.seconds},
                                   {"memory_bytes", method.estimate.memoryBytes},
                                   {"parameters", method.estimate.parameters}});
    }
}

std::string toText(const TrainingCost& cost) {
    if (cost.methods.empty()) {
        return "Nothing that learns for long would be trained: nothing to speak of.\n";
    }
    std::string text = fmt::format("At most about {:.0f} s and {} MB:\n", cost.seconds, cost.memoryBytes >> 20);
    for (const MethodCost& method : cost.methods) {
        const std::int64_t parameters = method.estimate.parameters;
        text += fmt::format("  {}: {:.0f} s a training{}\n", method.method, method.estimate.seconds,
                            parameters > 0 ? fmt::format(", {} parameters", parameters) : "");
    }
    return text;
}

}  // namespace foresell
