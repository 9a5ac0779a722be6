// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/browsing/line_query.h"
#include "core/project/project_reader.h"

namespace foresell {

/// The codes and names that a project's lines refer to, and their order.
class LineNames {
public:
    explicit LineNames(const ProjectReader& reader);

    const ItemRecord* item(std::int32_t id) const { return find(m_items, id); }
    const PlaceRecord* location(std::int32_t id) const { return find(m_locations, id); }
    const PlaceRecord* channel(std::int32_t id) const { return find(m_channels, id); }
    const std::unordered_map<std::int32_t, ItemRecord>& items() const { return m_items; }
    const std::unordered_map<std::int32_t, PlaceRecord>& locations() const { return m_locations; }
    const std::unordered_map<std::int32_t, PlaceRecord>& channels() const { return m_channels; }

    /// Ids of items by their codes; 0, "no item", first.
    const std::vector<std::int32_t>& itemOrder() const { return m_itemOrder; }
    /// The place of an id in the order of codes.
    static std::unordered_map<std::int32_t, std::int64_t> ranks(const std::vector<std::int32_t>& order);
    static std::vector<std::int32_t> orderOf(const std::unordered_map<std::int32_t, PlaceRecord>& places);

private:
    template <typename Record>
    static const Record* find(const std::unordered_map<std::int32_t, Record>& records, std::int32_t id) {
        const auto found = records.find(id);
        return found == records.end() ? nullptr : &found->second;
    }

    std::unordered_map<std::int32_t, ItemRecord> m_items;
    std::unordered_map<std::int32_t, PlaceRecord> m_locations, m_channels;
    std::vector<std::int32_t> m_itemOrder;
};

/// Tells of each line whether a query finds it.
class LineFilter {
public:
    /// Throws Error "lines.no_such_item", "lines.no_such_location", "lines.no_such_channel", "lines.bad_query".
    LineFilter(const LineQuery& query, const LineNames& names);

    bool concerns(const ChunkInfo& chunk) const;
    bool needsMarks() const { return m_needsMarks; }
    bool matches(const SaleBatch& lines, std::size_t row, const std::optional<ChunkMarks>& marks) const;
    std::int32_t item() const { return m_item; }

private:
    enum class State { Any, Kept, SetAside, Corrected, Returns, NoPrice, Sums };

    bool hasState(const SaleBatch& lines, std::size_t row, const std::optional<ChunkMarks>& marks) const;
    bool isFound(const SaleBatch& lines, std::size_t row) const;

    LineQuery m_query;
    std::int32_t m_item = 0, m_location = 0, m_channel = 0;  ///< 0: any
    State m_state = State::Any;
    bool m_needsMarks = false;
    std::string m_search;  ///< in lower case
    std::vector<bool> m_foundItems, m_foundLocations, m_foundChannels;  ///< by id
};

/// The quantity that counts after cleaning, where it is another than the imported one.
std::optional<Fixed> correctedQuantity(const std::optional<ChunkMarks>& marks, std::size_t row);

}  // namespace foresell
