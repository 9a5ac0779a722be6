// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "core/import/dictionary.h"
#include "core/project/project_reader.h"
#include "core/project/project_writer.h"

namespace foresell {

/// When a line happened, so that what it says of an item can be compared with what others say.
using LineTime = std::int64_t;

inline LineTime lineTime(Day day, std::int32_t second) {
    return std::int64_t{day} * 86'401 + second + 1;
}

/// The items, locations and channels of a project while imports add to them. An item has the name that its
/// earliest-dated line gives it, unless an item list has named it, so that the name depends neither on the order of the
/// imports nor on anything that came later.
class Catalogue {
public:
    explicit Catalogue(const ProjectReader& project);

    Dictionary items, locations, channels;

    void noteName(std::int32_t item, LineTime time, std::string_view name) {
        if (time < facts(item).nameTime) {
            setName(item, time, name);
        }
    }
    /// Category, brand and cost as a line gives them; empty and fixedMissing where it does not.
    void noteFacts(std::int32_t item, LineTime time, std::string_view category, std::string_view brand, Fixed cost);
    /// Called for the named lines of earlier imports, before any other.
    void noteEarlierName(std::int32_t item, LineTime time, std::string_view name);
    /// What an item list says; empty fields leave what is known.
    void setItem(std::int32_t item, const ItemRecord& said);
    void setPlace(bool isChannel, std::int32_t id, const PlaceRecord& said);

    /// How two items belong together, as the file says that is being read.
    void addLink(const ItemLink& link) { m_links.push_back(link); }

    /// The rows that are new or changed since the last call.
    ProjectWriter::Dictionaries takeChanges();

private:
    struct ItemFacts {
        ItemRecord record;
        LineTime nameTime = std::numeric_limits<LineTime>::max();
        LineTime factsTime = std::numeric_limits<LineTime>::max();
        bool isChanged = true;
    };
    struct PlaceFacts {
        PlaceRecord record;
        bool isChanged = true;
    };

    ItemFacts& facts(std::int32_t item) {
        if (static_cast<std::size_t>(item) >= m_items.size()) {
            m_items.resize(static_cast<std::size_t>(item) + 1);
        }
        return m_items[static_cast<std::size_t>(item)];
    }
    void setName(std::int32_t item, LineTime time, std::string_view name);
    static std::vector<PlaceRecord> takePlaces(const Dictionary& dictionary, std::vector<PlaceFacts>& places);

    std::vector<ItemFacts> m_items;  ///< by id
    std::vector<PlaceFacts> m_locations, m_channels;
    std::vector<ItemLink> m_links;
};

/// Two JSON objects as one; where both have a key the second's value holds.
std::string mergeAttributes(const std::string& first, const std::string& second);

}  // namespace foresell
