// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/forecast/network_parts_impl.h"

namespace foresell {
namespace {

constexpr int formatVersion = 2;  ///< 1 knew two losses, told apart by "quantile"

[[noreturn]] void refuse(const std::string& what) {
    throw Error("model.damaged", "The model cannot be read: " + what + ".", "Train again.", {{"what", what}});
}

nlohmann::json toJson(const NetworkShape& shape) {
    return {{"encoder", shape.encoder},       {"activation", shape.activation}, {"lookback", shape.lookback},
            {"past_inputs", shape.pastInputs}, {"window_inputs", shape.windowInputs},
            {"step_inputs", shape.stepInputs}, {"cardinalities", shape.cardinalities},
            {"embedding_sizes", shape.embeddingSizes},
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
    if (const auto sizes = json.find("embedding_sizes"); sizes != json.end()) {
        shape.embeddingSizes = sizes->get<std::vector<int>>();
    }
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
                        (shape.embeddingSizes.empty() || shape.embeddingSizes.size() == shape.cardinalities.size()) &&
                        std::ranges::all_of(shape.embeddingSizes, [&](int n) { return inRange(n, 16); }) &&
                        std::ranges::all_of(shape.cardinalities, [&](int n) { return inRange(n, 100'000'000); });
    if (!isFine) {
        refuse("its network has an impossible size");
    }
    return shape;
}

/// A file's parts are checked each by itself; together they must describe one network.
void requireConsistent(const NetworkShape& shape, const FeaturePlan& plan, const BandCalibration& bands,
                       const std::string& model) {
    const std::vector<LossInfo> losses = availableLosses();
    const auto loss = std::ranges::find(losses, shape.head, &LossInfo::name);
    const bool isSuited = loss == losses.end() || plan.normalisation.whyNot(*loss).empty();
    const bool isFine = isSuited && shape.encoder == model && shape.lookback == plan.lookback &&
                        shape.cardinalities.size() == plan.categories.size() && std::ranges::is_sorted(shape.levels) &&
                        std::ranges::all_of(shape.levels, [](double level) { return level > 0 && level < 1; }) &&
                        std::ranges::all_of(bands.levels(), [](double level) { return level > 0 && level < 1; });
    if (!isFine) {
        refuse("its parts do not belong together");
    }
    for (std::size_t i = 0; i < shape.cardinalities.size(); ++i) {
        if (shape.cardinalities[i] != plan.categories[i].cardinality) {
            refuse("its parts do not belong together");
        }
    }
}

/// More numbers than a network of this shape can have, so that a small file cannot ask for much memory.
double mostNumbers(const NetworkShape& shape) {
    static const std::vector<std::string> stepwise{"lstm", "gru", "rnn", "cnn", "tft", "deepar"};
    const double hidden = shape.hiddenSize, inputs = shape.pastInputs;
    const double seen = std::ranges::count(stepwise, shape.encoder) > 0 ? inputs : inputs * shape.lookback;
    double count = shape.layers * hidden * (seen + 16 * hidden) + inputs * hidden +
                   256 * (hidden + shape.windowInputs + shape.stepInputs + 64);
    for (const int cardinality : shape.cardinalities) {
        count += 16.0 * (cardinality + 256);
    }
    return count * shape.members;
}

void requireInProportion(const NetworkShape& shape, const std::vector<NamedArray>& arrays) {
    constexpr double proportion = 256, small = 1e6;
    double held = 0;
    for (const NamedArray& array : arrays) {
        held += static_cast<double>(array.values.size());
    }
    if (mostNumbers(shape) > proportion * held + small) {
        refuse("its network is larger than the file");
    }
}

}  // namespace

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
                        {"mean_share", m->meanShare},
                        {"seed", m->options.seed}};
    if (m->lastDay != noDay) {
        file.description["last_day"] = toIso(m->lastDay);
    }
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
    parts.meanShare = file.description.value("mean_share", 1.0);
    if (!(parts.meanShare >= 0 && parts.meanShare <= 1)) {
        refuse("its mean is drawn the wrong way");
    }
    NetworkShape shape = shapeFromJson(file.description.at("shape"));
    requireConsistent(shape, parts.plan, parts.bands, options.model);
    shape.allowsNegative = parts.plan.allowsNegative;
    shape.normalisation = parts.plan.normalisation;
    if (const auto day = file.description.find("last_day"); day != file.description.end()) {
        parts.lastDay = fromIso(day->get<std::string>()).value_or(noDay);
    }
    requireInProportion(shape, file.arrays);
    parts.network = std::make_shared<ForecastNetwork>(shape, 1);
    if (parts.network->named_parameters().size() != file.arrays.size()) {
        refuse("it has other arrays than its network");
    }
    const torch::NoGradGuard guard;
    for (auto& entry : parts.network->named_parameters()) {
        std::vector<float> values = file.array(entry.key(), entry.value().sizes().vec()).values;
        if (std::ranges::any_of(values, [](float value) { return !std::isfinite(value); })) {
            refuse("a weight is not a number");
        }
        entry.value().copy_(at::from_blob(values.data(), entry.value().sizes(), at::kFloat));
    }
    parts.network->to(parts.device);
    return forecaster;
} catch (const Error&) {
    throw;
} catch (const c10::Error&) {
    refuse("its arrays do not fit together");
} catch (const std::exception&) {  // what the reading of JSON and of its lists throws
    refuse("its description is not understood");
}

}  // namespace foresell
