// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/feature_messages.h"

#include <cmath>

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using json_fields::number;
using json_fields::read;
using json_fields::readDay;
using nlohmann::json;

template <typename Value>
json numbers(const std::vector<Value>& values) {
    json list = json::array();
    for (const Value value : values) {
        list.push_back(number(static_cast<double>(value)));
    }
    return list;
}

template <typename Value>
void readNumbers(const json& from, const char* key, std::vector<Value>& into) {
    const json* list = json_fields::find(from, key);
    if (list == nullptr) {
        return;
    }
    if (!list->is_array()) {
        json_fields::refuse(key);
    }
    into.clear();
    for (const json& value : *list) {
        if (!value.is_null() && !value.is_number()) {
            json_fields::refuse(key);
        }
        into.push_back(value.is_null() ? static_cast<Value>(std::nan("")) : value.get<Value>());
    }
}

json days(const std::vector<Day>& values) {
    json list = json::array();
    for (const Day day : values) {
        list.push_back(dayJson(day));
    }
    return list;
}

void readDays(const json& from, const char* key, std::vector<Day>& into) {
    const json* list = json_fields::find(from, key);
    into.clear();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        readDay({{key, (*list)[i]}}, key, into.emplace_back(noDay));
    }
}

FeatureRole roleOf(const std::string& name) {
    return name == "known" ? FeatureRole::KnownAhead : name == "past" ? FeatureRole::PastOnly : FeatureRole::Static;
}

}  // namespace

void to_json(json& to, const DerivedFeature& value) {
    to = {{"name", value.name}, {"formula", value.formula}};
}

void from_json(const json& from, DerivedFeature& value) {
    read(from, "name", value.name);
    read(from, "formula", value.formula);
}

void to_json(json& to, const FeatureFacts& value) {
    to = {{"name", value.name},
          {"role", featureRoleName(value.role)},
          {"source", value.source},
          {"used", value.isUsed},
          {"optional", value.isOptional},
          {"shared", value.isShared},
          {"categories", value.categories},
          {"coverage", value.coverage},
          {"coming", value.comingCells},
          {"coming_missing", value.comingMissing},
          {"lowest", number(value.lowest)},
          {"mean", number(value.mean)},
          {"highest", number(value.highest)},
          {"chart", numbers(value.chart)},
          {"formula", value.formula},
          {"fill", value.fill}};
}

void from_json(const json& from, FeatureFacts& value) {
    std::string role;
    read(from, "name", value.name);
    read(from, "role", role);
    value.role = roleOf(role);
    read(from, "source", value.source);
    read(from, "used", value.isUsed);
    read(from, "optional", value.isOptional);
    read(from, "shared", value.isShared);
    read(from, "categories", value.categories);
    read(from, "coverage", value.coverage);
    read(from, "coming", value.comingCells);
    read(from, "coming_missing", value.comingMissing);
    read(from, "lowest", value.lowest);
    read(from, "mean", value.mean);
    read(from, "highest", value.highest);
    readNumbers(from, "chart", value.chart);
    read(from, "formula", value.formula);
    read(from, "fill", value.fill);
}

void to_json(json& to, const FeatureList& value) {
    to = {{"period", value.period},
          {"first_day", dayJson(value.firstDay)},
          {"last_day", dayJson(value.lastDay)},
          {"periods_ahead", value.periodsAhead},
          {"series", value.series},
          {"features", value.features}};
}

void from_json(const json& from, FeatureList& value) {
    read(from, "period", value.period);
    readDay(from, "first_day", value.firstDay);
    readDay(from, "last_day", value.lastDay);
    read(from, "periods_ahead", value.periodsAhead);
    read(from, "series", value.series);
    read(from, "features", value.features);
}

void to_json(json& to, const FeatureChange& value) {
    to = {{"enable", value.enable}, {"disable", value.disable}, {"derive", value.derive}, {"remove", value.remove}, {"fills", value.fills}};
}

void from_json(const json& from, FeatureChange& value) {
    read(from, "enable", value.enable);
    read(from, "disable", value.disable);
    read(from, "derive", value.derive);
    read(from, "remove", value.remove);
    read(from, "fills", value.fills);
}

void to_json(json& to, const ComingValuesRequest& value) {
    to = {{"feature", value.feature}, {"only_missing", value.onlyMissing}, {"offset", value.offset}, {"limit", value.limit}};
}

void from_json(const json& from, ComingValuesRequest& value) {
    read(from, "feature", value.feature);
    read(from, "only_missing", value.onlyMissing);
    read(from, "offset", value.offset);
    read(from, "limit", value.limit);
}

void to_json(json& to, const ComingValues& value) {
    json rows = json::array();
    for (const ComingValues::Row& row : value.rows) {
        rows.push_back({{"item", row.item}, {"location", row.location}, {"channel", row.channel}, {"values", numbers(row.values)}});
    }
    to = {{"feature", value.feature}, {"first_days", days(value.firstDays)}, {"last_days", days(value.lastDays)}, {"total", value.total}, {"rows", rows}};
}

void from_json(const json& from, ComingValues& value) {
    read(from, "feature", value.feature);
    readDays(from, "first_days", value.firstDays);
    readDays(from, "last_days", value.lastDays);
    read(from, "total", value.total);
    const json* rows = json_fields::find(from, "rows");
    value.rows.clear();
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
        ComingValues::Row& row = value.rows.emplace_back();
        read((*rows)[i], "item", row.item);
        read((*rows)[i], "location", row.location);
        read((*rows)[i], "channel", row.channel);
        readNumbers((*rows)[i], "values", row.values);
    }
}

void to_json(json& to, const ComingEntries& value) {
    json entries = json::array();
    for (const ComingEntry& entry : value.entries) {
        entries.push_back({{"item", entry.item}, {"location", entry.location}, {"channel", entry.channel},
                           {"first", dayJson(entry.first)}, {"last", dayJson(entry.last)}, {"value", number(entry.value)}});
    }
    to = {{"feature", value.feature}, {"entries", entries}};
}

void from_json(const json& from, ComingEntries& value) {
    read(from, "feature", value.feature);
    const json* entries = json_fields::find(from, "entries");
    if (entries != nullptr && !entries->is_array()) {
        json_fields::refuse("entries");
    }
    value.entries.clear();
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        ComingEntry& entry = value.entries.emplace_back();
        read((*entries)[i], "item", entry.item);
        read((*entries)[i], "location", entry.location);
        read((*entries)[i], "channel", entry.channel);
        readDay((*entries)[i], "first", entry.first);
        readDay((*entries)[i], "last", entry.last);
        json_fields::readNumber((*entries)[i], "value", entry.value);
    }
}

}  // namespace foresell
