// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/static_features.h"
#include "core/base/json_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <unordered_map>

namespace foresell {

namespace {

constexpr std::size_t fewNumbers = 12;

/// What one attribute says of each series: a text, empty where it says nothing, and its number where it is one.
struct Attribute {
    std::vector<std::string> texts;
    std::vector<std::optional<double>> numbers;
};

using Attributes = std::map<std::string, Attribute>;
using Values = std::vector<std::pair<std::string, nlohmann::json>>;

Values furtherAttributes(const std::string& json, const std::string& prefix) {
    Values values;
    const auto object = parseJson(json);
    if (object.is_object()) {
        for (const auto& [name, value] : object.items()) {
            values.emplace_back(prefix + name, value);
        }
    }
    return values;
}

Values valuesOf(const ItemRecord& item) {
    Values values = furtherAttributes(item.attributes, "");
    values.emplace_back("category", item.category);
    values.emplace_back("brand", item.brand);
    if (!isMissing(item.cost)) {
        values.emplace_back("cost", toDouble(item.cost));
    }
    if (!isMissing(item.price)) {
        values.emplace_back("list_price", toDouble(item.price));
    }
    return values;
}

void put(Attributes& attributes, const Values& values, std::size_t series, std::size_t count) {
    for (const auto& [name, value] : values) {
        const bool isText = value.is_string() && !value.get_ref<const std::string&>().empty();
        if (!isText && !value.is_number()) {
            continue;
        }
        Attribute& attribute = attributes[name];
        attribute.texts.resize(count);
        attribute.numbers.resize(count);
        attribute.texts[series] = isText ? value.get<std::string>() : value.dump();
        if (value.is_number()) {
            attribute.numbers[series] = value.get<double>();
        }
    }
}

StaticFeature asCategory(const std::string& name, const Attribute& attribute, const std::set<std::string>& distinct) {
    StaticFeature feature{.name = name, .cardinality = static_cast<int>(distinct.size()) + 1, .codes = {}, .values = {}};
    std::map<std::string, std::int32_t> codes;
    for (const std::string& text : distinct) {
        codes.emplace(text, static_cast<std::int32_t>(codes.size()) + 1);
        feature.texts.push_back(text);
    }
    for (const std::string& text : attribute.texts) {
        feature.codes.push_back(text.empty() ? 0 : codes.at(text));
    }
    return feature;
}

StaticFeature asNumber(const std::string& name, const Attribute& attribute) {
    StaticFeature feature{.name = name, .cardinality = 0, .codes = {}, .values = {}};
    std::vector<double> known;
    for (const auto& number : attribute.numbers) {
        if (number) {
            known.push_back(*number);
        }
    }
    std::ranges::sort(known);
    const double median = known[known.size() / 2];
    const bool isLog = known.front() >= 0;
    for (const auto& number : attribute.numbers) {
        const double value = number.value_or(median);
        feature.values.push_back(static_cast<float>(isLog ? std::log1p(value) : value));
    }
    return feature;
}

bool saysSomething(const nlohmann::json& value) {
    return value.is_number() || (value.is_string() && !value.get_ref<const std::string&>().empty());
}

/// What the items say together of one attribute: a text or a mixture where all that say anything agree; the median of numbers.
std::optional<nlohmann::json> together(std::vector<nlohmann::json> said) {
    if (std::ranges::all_of(said, &nlohmann::json::is_number)) {
        std::ranges::sort(said, {}, [](const nlohmann::json& value) { return value.get<double>(); });
        return said[(said.size() - 1) / 2];
    }
    const bool agree = std::ranges::all_of(said, [&said](const nlohmann::json& value) { return value == said.front(); });
    return agree ? std::optional(said.front()) : std::nullopt;
}

/// Its own values, and where it says nothing those of the items that it stands for.
Values valuesOf(std::int32_t item, const std::unordered_map<std::int32_t, const ItemRecord*>& records, const StandIns& standIns) {
    const auto own = records.find(item);
    Values values = own == records.end() ? Values() : valuesOf(*own->second);
    std::erase_if(values, [](const auto& each) { return !saysSomething(each.second); });
    std::map<std::string, std::vector<nlohmann::json>> others;
    for (const StandIns::Source& other : standIns.othersOf(item)) {
        const auto record = records.find(other.item);
        for (const auto& [name, value] : record == records.end() ? Values() : valuesOf(*record->second)) {
            const bool isSaid = std::ranges::any_of(values, [&name = name](const auto& each) { return each.first == name; });
            if (saysSomething(value) && !isSaid) {
                others[name].push_back(value);
            }
        }
    }
    for (auto& [name, said] : others) {
        if (const auto value = together(std::move(said))) {
            values.emplace_back(name, *value);
        }
    }
    return values;
}

template <typename Record, typename Id>
const Record* findRecord(const std::unordered_map<std::int32_t, const Record*>& records, Id id) {
    const auto found = records.find(id.value);
    return found == records.end() ? nullptr : found->second;
}

}  // namespace

void addStaticFeatures(Panel& panel, const std::vector<ItemRecord>& items, const std::vector<PlaceRecord>& locations,
                       const StandIns& standIns) {
    std::unordered_map<std::int32_t, const ItemRecord*> itemById;
    std::unordered_map<std::int32_t, const PlaceRecord*> locationById;
    for (const ItemRecord& item : items) {
        itemById.emplace(item.id.value, &item);
    }
    for (const PlaceRecord& location : locations) {
        locationById.emplace(location.id, &location);
    }
    const std::size_t count = panel.seriesCount();
    Attributes attributes;
    for (std::size_t series = 0; series < count; ++series) {
        put(attributes, valuesOf(panel.keys[series].item.value, itemById, standIns), series, count);
        if (const PlaceRecord* location = findRecord(locationById, panel.keys[series].location)) {
            put(attributes, furtherAttributes(location->attributes, "location_"), series, count);
        }
    }
    for (const auto& [name, attribute] : attributes) {
        const std::set<std::string> all(attribute.texts.begin(), attribute.texts.end());
        std::set<std::string> distinct = all;
        distinct.erase(std::string());
        bool isNumber = distinct.size() > fewNumbers;
        for (std::size_t series = 0; isNumber && series < count; ++series) {
            isNumber = attribute.texts[series].empty() || attribute.numbers[series].has_value();
        }
        if (all.size() > 1) {
            panel.statics.push_back(isNumber ? asNumber(name, attribute) : asCategory(name, attribute, distinct));
        }
    }
}

}  // namespace foresell
