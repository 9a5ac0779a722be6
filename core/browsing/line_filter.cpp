// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browsing/line_filter.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

/// `needle` is in lower case.
bool contains(std::string_view text, std::string_view needle) {
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(), [](char a, char b) { return lower(a) == b; }) != text.end();
}

template <typename Record>
std::vector<bool> foundIn(const std::unordered_map<std::int32_t, Record>& records, std::string_view needle) {
    std::vector<bool> found;
    for (const auto& [id, record] : records) {
        if (id > 0 && (contains(record.code, needle) || contains(record.name, needle))) {
            found.resize(std::max(found.size(), static_cast<std::size_t>(id) + 1));
            found[static_cast<std::size_t>(id)] = true;
        }
    }
    return found;
}

bool isIn(const std::vector<bool>& found, std::int32_t id) {
    return static_cast<std::size_t>(id) < found.size() && found[static_cast<std::size_t>(id)];
}

template <typename Record>
std::int32_t idOf(const std::unordered_map<std::int32_t, Record>& records, const std::string& code, const char* what) {
    if (code.empty()) {
        return 0;
    }
    for (const auto& [id, record] : records) {
        if (record.code == code) {
            return id;
        }
    }
    throw Error(std::string("lines.no_such_") + what, "There is no " + std::string(what) + " \"" + code + "\".",
                "Give the code as the sales file has it.", {{"code", code}});
}

}  // namespace

LineNames::LineNames(const ProjectReader& reader) {
    for (ItemRecord& item : reader.items()) {
        const std::int32_t id = item.id.value;
        m_itemOrder.push_back(id);
        m_items.emplace(id, std::move(item));
    }
    std::sort(m_itemOrder.begin(), m_itemOrder.end(), [this](std::int32_t a, std::int32_t b) { return m_items.at(a).code < m_items.at(b).code; });
    m_itemOrder.insert(m_itemOrder.begin(), 0);
    for (auto& [places, records] : {std::pair(&m_locations, reader.locations()), std::pair(&m_channels, reader.channels())}) {
        for (const PlaceRecord& place : records) {
            places->emplace(place.id, place);
        }
    }
}

std::vector<std::int32_t> LineNames::orderOf(const std::unordered_map<std::int32_t, PlaceRecord>& places) {
    std::vector<std::int32_t> order;
    for (const auto& [id, place] : places) {
        order.push_back(id);
    }
    std::sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) { return places.at(a).code < places.at(b).code; });
    order.insert(order.begin(), 0);
    return order;
}

std::unordered_map<std::int32_t, std::int64_t> LineNames::ranks(const std::vector<std::int32_t>& order) {
    std::unordered_map<std::int32_t, std::int64_t> ranks;
    for (std::size_t place = 0; place < order.size(); ++place) {
        ranks.emplace(order[place], static_cast<std::int64_t>(place));
    }
    return ranks;
}

LineFilter::LineFilter(const LineQuery& query, const LineNames& names)
    : m_query(query),
      m_item(idOf(names.items(), query.item, "item")),
      m_location(idOf(names.locations(), query.location, "location")),
      m_channel(idOf(names.channels(), query.channel, "channel")),
      m_search(asciiLower(trimmed(query.search))) {
    static constexpr std::array<std::pair<std::string_view, State>, 7> states{{{"", State::Any},
                                                                               {"kept", State::Kept},
                                                                               {"set_aside", State::SetAside},
                                                                               {"corrected", State::Corrected},
                                                                               {"returns", State::Returns},
                                                                               {"no_price", State::NoPrice},
                                                                               {"sums", State::Sums}}};
    const auto state = std::ranges::find(states, query.state, &std::pair<std::string_view, State>::first);
    if (state == states.end()) {
        throw Error("lines.bad_query", "\"" + query.state + "\" is no state of a line",
                    "Choose kept, set_aside, corrected, returns, no_price or sums.");
    }
    m_state = state->second;
    m_needsMarks = m_state == State::Kept || m_state == State::SetAside || m_state == State::Corrected;
    if (!m_search.empty()) {
        m_foundItems = foundIn(names.items(), m_search);
        m_foundLocations = foundIn(names.locations(), m_search);
        m_foundChannels = foundIn(names.channels(), m_search);
    }
}

bool LineFilter::concerns(const ChunkInfo& chunk) const {
    return (m_query.from == noDay || chunk.lastDay >= m_query.from) && (m_query.to == noDay || chunk.firstDay <= m_query.to) &&
           (m_query.import == 0 || chunk.import.value == m_query.import);
}

bool LineFilter::matches(const SaleBatch& lines, std::size_t row, const std::optional<ChunkMarks>& marks) const {
    return (m_query.from == noDay || lines.day[row] >= m_query.from) && (m_query.to == noDay || lines.day[row] <= m_query.to) &&
           (m_item == 0 || lines.item[row] == m_item) && (m_location == 0 || lines.location[row] == m_location) &&
           (m_channel == 0 || lines.channel[row] == m_channel) && hasState(lines, row, marks) &&
           (m_search.empty() || isFound(lines, row));
}

bool LineFilter::hasState(const SaleBatch& lines, std::size_t row, const std::optional<ChunkMarks>& marks) const {
    const bool isSetAside = marks && row < marks->step.size() && marks->step[row] != 0;
    switch (m_state) {
        case State::Any: return true;
        case State::Kept: return !isSetAside;
        case State::SetAside: return isSetAside;
        case State::Corrected: return !isSetAside && correctedQuantity(marks, row).has_value();
        case State::Returns: return !isMissing(lines.quantity[row]) && lines.quantity[row] < 0;
        case State::Sums: return lines.sourceRow[row] == sumOfDay;
        case State::NoPrice: break;
    }
    const Fixed money = isMissing(lines.price[row]) ? lines.amount[row] : lines.price[row];
    return !isMissing(money) && money <= 0;
}

bool LineFilter::isFound(const SaleBatch& lines, std::size_t row) const {
    return isIn(m_foundItems, lines.item[row]) || isIn(m_foundLocations, lines.location[row]) ||
           isIn(m_foundChannels, lines.channel[row]) || contains(lines.order.at(row), m_search) || contains(lines.name.at(row), m_search);
}

std::optional<Fixed> correctedQuantity(const std::optional<ChunkMarks>& marks, std::size_t row) {
    if (!marks) {
        return std::nullopt;
    }
    const auto line = static_cast<std::int32_t>(row);
    const auto found = std::lower_bound(marks->corrected.begin(), marks->corrected.end(), std::pair(line, INT64_MIN));
    return found != marks->corrected.end() && found->first == line ? std::optional(found->second) : std::nullopt;
}

}  // namespace foresell
