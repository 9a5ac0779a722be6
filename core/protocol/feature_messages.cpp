// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/feature_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::asDay;
using json_fields::asNumber;
using json_fields::asNumbers;
using nlohmann::json;

json daysJson(const std::vector<Day>& days) {
    json list = json::array();
    for (const Day day : days) {
        list.push_back(json_fields::dayJson(day));
    }
    return list;
}

void readDays(const json& from, const char* key, std::vector<Day>& into) {
    std::vector<json> days;
    json_fields::read(from, key, days);
    into.clear();
    for (const json& day : days) {
        json_fields::readDay({{key, day}}, key, into.emplace_back(noDay));
    }
}

void readRole(const json& from, const char* key, FeatureRole& into) {
    std::string name;
    json_fields::read(from, key, name);
    into = name == "known" ? FeatureRole::KnownAhead : name == "past" ? FeatureRole::PastOnly : FeatureRole::Static;
}

constexpr JsonFormat asDays{daysJson, readDays};
constexpr JsonFormat asRole{featureRoleName, readRole};

}  // namespace

void fields(JsonArchive& archive, DerivedFeature& value) {
    archive("name", value.name);
    archive("formula", value.formula);
}

void fields(JsonArchive& archive, FeatureFacts& value) {
    archive("name", value.name);
    archive("role", value.role, asRole);
    archive("source", value.source);
    archive("used", value.isUsed);
    archive("optional", value.isOptional);
    archive("shared", value.isShared);
    archive("categories", value.categories);
    archive("coverage", value.coverage);
    archive("coming", value.comingCells);
    archive("coming_missing", value.comingMissing);
    archive("lowest", value.lowest);
    archive("mean", value.mean);
    archive("highest", value.highest);
    archive("chart", value.chart, asNumbers<float>);
    archive("formula", value.formula);
    archive("fill", value.fill);
}

void fields(JsonArchive& archive, FeatureList& value) {
    archive("period", value.period);
    archive("first_day", value.firstDay, asDay);
    archive("last_day", value.lastDay, asDay);
    archive("periods_ahead", value.periodsAhead);
    archive("series", value.series);
    archive("features", value.features);
}

void fields(JsonArchive& archive, FeatureChange& value) {
    archive("enable", value.enable);
    archive("disable", value.disable);
    archive("derive", value.derive);
    archive("remove", value.remove);
    archive("fills", value.fills);
}

void fields(JsonArchive& archive, ComingValuesRequest& value) {
    archive("feature", value.feature);
    archive("only_missing", value.onlyMissing);
    archive("offset", value.offset);
    archive("limit", value.limit);
}

void fields(JsonArchive& archive, ComingValues::Row& value) {
    archive("item", value.item);
    archive("location", value.location);
    archive("channel", value.channel);
    archive("values", value.values, asNumbers<double>);
}

void fields(JsonArchive& archive, ComingValues& value) {
    archive("feature", value.feature);
    archive("first_days", value.firstDays, asDays);
    archive("last_days", value.lastDays, asDays);
    archive("total", value.total);
    archive("rows", value.rows);
}

void fields(JsonArchive& archive, ComingEntry& value) {
    archive("item", value.item);
    archive("location", value.location);
    archive("channel", value.channel);
    archive("first", value.first, asDay);
    archive("last", value.last, asDay);
    archive("value", value.value, asNumber);
}

void fields(JsonArchive& archive, ComingEntries& value) {
    archive("feature", value.feature);
    archive("entries", value.entries);
}

}  // namespace foresell
