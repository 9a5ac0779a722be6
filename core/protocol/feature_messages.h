// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/features/feature_facts.h"

namespace foresell {

/// The features of a project at its last complete period.
struct FeatureList {
    std::string period;  ///< day, week, month
    Day firstDay = noDay, lastDay = noDay;  ///< of the history
    int periodsAhead = 0;
    std::int64_t series = 0;
    std::vector<FeatureFacts> features;
};

/// What is to become of the features; all of it is one step to undo.
struct FeatureChange {
    std::vector<std::string> enable, disable;
    std::vector<DerivedFeature> derive;   ///< adds, or replaces that of the same name
    std::vector<std::string> remove;      ///< derived features
    std::map<std::string, std::string> fills;  ///< feature -> hold_last, last_year, or none
};

struct ComingValuesRequest {
    std::string feature;
    bool onlyMissing = false;
    std::int64_t offset = 0, limit = 200;
};

/// Values of a feature for the periods ahead.
struct ComingValues {
    struct Row {
        std::string item, location, channel;  ///< codes; all empty: the value is the same for all
        std::vector<double> values;           ///< NaN: not told
    };
    std::string feature;
    std::vector<Day> firstDays, lastDays;  ///< of the periods
    std::int64_t total = 0;                ///< rows there are
    std::vector<Row> rows;
};

/// Values that a person types or pastes: they are kept as a plan.
struct ComingEntry {
    std::string item, location, channel;
    Day first = noDay, last = noDay;
    double value = 0;
};
struct ComingEntries {
    std::string feature;
    std::vector<ComingEntry> entries;
};

void to_json(nlohmann::json& json, const DerivedFeature& value);
void from_json(const nlohmann::json& json, DerivedFeature& value);
void to_json(nlohmann::json& json, const FeatureFacts& value);
void from_json(const nlohmann::json& json, FeatureFacts& value);
void to_json(nlohmann::json& json, const FeatureList& value);
void from_json(const nlohmann::json& json, FeatureList& value);
void to_json(nlohmann::json& json, const FeatureChange& value);
void from_json(const nlohmann::json& json, FeatureChange& value);
void to_json(nlohmann::json& json, const ComingValuesRequest& value);
void from_json(const nlohmann::json& json, ComingValuesRequest& value);
void to_json(nlohmann::json& json, const ComingValues& value);
void from_json(const nlohmann::json& json, ComingValues& value);
void to_json(nlohmann::json& json, const ComingEntries& value);
void from_json(const nlohmann::json& json, ComingEntries& value);

}  // namespace foresell
