// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/json_archive.h"
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

void fields(JsonArchive& archive, DerivedFeature& value);
void fields(JsonArchive& archive, FeatureFacts& value);
void fields(JsonArchive& archive, FeatureList& value);
void fields(JsonArchive& archive, FeatureChange& value);
void fields(JsonArchive& archive, ComingValuesRequest& value);
void fields(JsonArchive& archive, ComingValues::Row& value);
void fields(JsonArchive& archive, ComingValues& value);
void fields(JsonArchive& archive, ComingEntry& value);
void fields(JsonArchive& archive, ComingEntries& value);

}  // namespace foresell
