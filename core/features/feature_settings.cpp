// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/feature_settings.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_text.h"

namespace foresell {

namespace {

constexpr std::size_t longestText = 1'000'000;

ComingFill fillOf(const std::string& name) {
    for (const ComingFill fill : {ComingFill::HoldLast, ComingFill::LastYear}) {
        if (comingFillName(fill) == name) {
            return fill;
        }
    }
    throw Error("features.unknown_fill", "\"" + name + "\" is no way to fill coming values.", "Choose hold_last or last_year.",
                {{"fill", name}});
}

}  // namespace

std::string_view comingFillName(ComingFill fill) {
    return fill == ComingFill::HoldLast ? "hold_last" : "last_year";
}

FeatureSettings featureSettingsFromText(const std::string& text) {
    FeatureSettings settings;
    if (text.empty()) {
        return settings;
    }
    try {
        if (text.size() > longestText) {
            throw Error("features.damaged", "The choice of features is too long.");
        }
        const auto json = parseJson(text);
        settings.disabled = json.value("disabled", std::set<std::string>());
        settings.enabled = json.value("enabled", std::set<std::string>());
        const nlohmann::json derived = json.value("derived", nlohmann::json::array());
        for (const auto& each : derived) {
            settings.derived.push_back({each.at("name"), each.at("formula")});
        }
        for (const auto& [name, fill] : json.value("fills", std::map<std::string, std::string>())) {
            settings.fills.emplace(name, fillOf(fill));
        }
    } catch (const nlohmann::json::exception&) {
        throw Error("features.damaged", "The choice of features cannot be read.", "Choose the features again.");
    }
    return settings;
}

std::string toText(const FeatureSettings& settings) {
    auto derived = nlohmann::json::array();
    for (const DerivedFeature& each : settings.derived) {
        derived.push_back({{"name", each.name}, {"formula", each.formula}});
    }
    auto fills = nlohmann::json::object();
    for (const auto& [name, fill] : settings.fills) {
        fills[name] = comingFillName(fill);
    }
    return nlohmann::json({{"disabled", settings.disabled}, {"enabled", settings.enabled}, {"derived", derived}, {"fills", fills}}).dump();
}

}  // namespace foresell
