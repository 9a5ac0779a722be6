// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/method_registry.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/baselines/simple_method.h"
#include "core/forecast/network_forecaster.h"
#include "core/networks/networks.h"

namespace foresell {

namespace {

std::vector<std::string> withNetworks(std::vector<std::string> names, bool onlyAutomatic) {
    for (const NetworkInfo& info : availableNetworks()) {
        if (info.isAutomatic || !onlyAutomatic) {
            names.push_back(info.name);
        }
    }
    return names;
}

}  // namespace

bool isNetwork(const std::string& method) {
    return std::ranges::any_of(availableNetworks(),
                               [&](const NetworkInfo& info) { return info.name == method; });
}

bool isLearner(const std::string& method) {
    return isNetwork(method) || std::ranges::count(learningMethods(), method) > 0;
}

bool hasNetwork(const RunRecord& run) {
    const auto result = run.hasModel ? parseJson(run.result) : nlohmann::json();
    return result.is_object() && isNetwork(result.value("model", ""));
}

std::vector<std::string> baselineNames() {
    return standardMethods();
}

std::vector<std::string> methodNames() {
    return withNetworks(simpleMethods(), false);
}

std::vector<std::string> usualMethods() {
    std::vector<std::string> names = standardMethods();
    names.insert(names.end(), learningMethods().begin(), learningMethods().end());
    return withNetworks(std::move(names), true);
}

std::unique_ptr<Forecaster> makeMethod(const std::string& method, const TrainingOptions& options,
                                       const std::filesystem::path& checkpoints) {
    if (auto simple = makeSimpleMethod(method, {options.seed, options.threads, options.timeBudgetSeconds})) {
        return simple;
    }
    if (!isNetwork(method)) {
        std::string known = "auto";
        for (const std::string& name : methodNames()) {
            known += ", " + name;
        }
        throw Error("training.unknown_model", "there is no model \"" + method + "\"",
                    "Choose one of: " + known + ".", {{"model", method}});
    }
    TrainingOptions own = options;
    own.model = method;
    auto network = std::make_unique<NetworkForecaster>(own);
    if (!checkpoints.empty()) {
        network->setCheckpointFolder(checkpoints);
    }
    return network;
}

std::unique_ptr<Forecaster> loadMethod(std::string_view bytes) {
    if (auto simple = loadSimpleMethod(bytes)) {
        return simple;
    }
    return NetworkForecaster::load(bytes);
}

}  // namespace foresell
