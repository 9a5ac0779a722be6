// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/catalogue.h"
#include "core/base/json_text.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace foresell {

namespace {

template <typename Facts>
void growTo(std::vector<Facts>& list, std::int32_t id) {
    if (list.size() <= static_cast<std::size_t>(id)) {
        list.resize(static_cast<std::size_t>(id) + 1);
    }
}

}  // namespace

Catalogue::Catalogue(const ProjectReader& project) {
    for (ItemRecord& item : project.items()) {
        items.addKnown(item.code, item.id.value);
        ItemFacts& known = facts(item.id.value);
        // A name without a line that gave it comes from an item list, and stays.
        known.nameTime = item.name.empty() ? known.nameTime : std::numeric_limits<LineTime>::min();
        known.factsTime = item.category.empty() && item.brand.empty() ? known.factsTime : std::numeric_limits<LineTime>::min();
        known.record = std::move(item);
        known.isChanged = false;
    }
    const auto addPlaces = [](Dictionary& dictionary, std::vector<PlaceFacts>& places, std::vector<PlaceRecord> records) {
        for (PlaceRecord& place : records) {
            dictionary.addKnown(place.code, place.id);
            growTo(places, place.id);
            places[static_cast<std::size_t>(place.id)] = {std::move(place), false};
        }
    };
    addPlaces(locations, m_locations, project.locations());
    addPlaces(channels, m_channels, project.channels());
}

void Catalogue::setName(std::int32_t item, LineTime time, std::string_view name) {
    ItemFacts& known = facts(item);
    known.nameTime = time;
    if (known.record.name != name) {
        known.record.name = name;
        known.isChanged = true;
    }
}

void Catalogue::noteEarlierName(std::int32_t item, LineTime time, std::string_view name) {
    ItemFacts& known = facts(item);
    if (known.record.name == name && (known.nameTime == std::numeric_limits<LineTime>::min() || time < known.nameTime)) {
        known.nameTime = time;
    }
}

void Catalogue::noteFacts(std::int32_t item, LineTime time, std::string_view category, std::string_view brand, Fixed cost) {
    ItemFacts& known = facts(item);
    if (time >= known.factsTime || (category.empty() && brand.empty() && isMissing(cost))) {
        return;
    }
    known.factsTime = time;
    known.record.category = category.empty() ? known.record.category : std::string(category);
    known.record.brand = brand.empty() ? known.record.brand : std::string(brand);
    known.record.cost = isMissing(cost) ? known.record.cost : cost;
    known.isChanged = true;
}

void Catalogue::setItem(std::int32_t item, const ItemRecord& said) {
    ItemFacts& known = facts(item);
    ItemRecord& record = known.record;
    if (!said.name.empty()) {
        record.name = said.name;
        known.nameTime = std::numeric_limits<LineTime>::min();
    }
    record.category = said.category.empty() ? record.category : said.category;
    record.brand = said.brand.empty() ? record.brand : said.brand;
    record.cost = isMissing(said.cost) ? record.cost : said.cost;
    record.price = isMissing(said.price) ? record.price : said.price;
    record.attributes = mergeAttributes(record.attributes, said.attributes);
    known.factsTime = std::numeric_limits<LineTime>::min();
    known.isChanged = true;
}

void Catalogue::setPlace(bool isChannel, std::int32_t id, const PlaceRecord& said) {
    auto& places = isChannel ? m_channels : m_locations;
    growTo(places, id);
    PlaceFacts& known = places[static_cast<std::size_t>(id)];
    known.record.name = said.name.empty() ? known.record.name : said.name;
    known.record.attributes = mergeAttributes(known.record.attributes, said.attributes);
    known.isChanged = true;
}

std::vector<PlaceRecord> Catalogue::takePlaces(const Dictionary& dictionary, std::vector<PlaceFacts>& places) {
    growTo(places, dictionary.lastId());
    std::vector<PlaceRecord> changed;
    for (std::int32_t id = 1; id <= dictionary.lastId(); ++id) {
        PlaceFacts& place = places[static_cast<std::size_t>(id)];
        if (place.isChanged) {
            place.record.id = id;
            place.record.code = dictionary.codeOf(id);
            place.isChanged = false;
            changed.push_back(place.record);
        }
    }
    return changed;
}

ProjectWriter::Dictionaries Catalogue::takeChanges() {
    ProjectWriter::Dictionaries changes;
    for (std::int32_t id = 1; id <= items.lastId(); ++id) {
        ItemFacts& item = facts(id);
        if (item.isChanged) {
            item.record.id = ItemId{id};
            item.record.code = items.codeOf(id);
            item.isChanged = false;
            changes.items.push_back(item.record);
        }
    }
    changes.locations = takePlaces(locations, m_locations);
    changes.channels = takePlaces(channels, m_channels);
    changes.links = std::exchange(m_links, {});
    return changes;
}

std::string mergeAttributes(const std::string& first, const std::string& second) {
    nlohmann::json merged = parseJson(first);
    const nlohmann::json added = parseJson(second);
    if (!merged.is_object()) {
        merged = nlohmann::json::object();
    }
    if (added.is_object()) {
        merged.update(added);
    }
    return merged.dump();
}

}  // namespace foresell
