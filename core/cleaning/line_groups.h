// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "core/cleaning/cleaning_state.h"

namespace foresell {

/// Lines grouped by a small number, in their order, without a vector for each group.
class LineGroups {
public:
    using Line = LineTable::Line;

    template <typename KeyOf>
    LineGroups(const std::vector<Line>& lines, std::size_t keys, KeyOf keyOf) : m_begin(keys + 1), m_lines(lines.size()) {
        for (const Line line : lines) {
            ++m_begin[keyOf(line) + 1];
        }
        for (std::size_t key = 0; key < keys; ++key) {
            m_begin[key + 1] += m_begin[key];
        }
        std::vector<std::size_t> next(m_begin.begin(), m_begin.end() - 1);
        for (const Line line : lines) {
            m_lines[next[keyOf(line)]++] = line;
        }
    }
    std::size_t size() const { return m_begin.size() - 1; }
    std::size_t count(std::size_t key) const { return m_begin[key + 1] - m_begin[key]; }
    std::span<const Line> at(std::size_t key) const { return std::span(m_lines).subspan(m_begin[key], count(key)); }
    std::span<Line> at(std::size_t key) { return std::span(m_lines).subspan(m_begin[key], count(key)); }

private:
    std::vector<std::size_t> m_begin;
    std::vector<Line> m_lines;
};

/// The kept lines that sell something.
inline std::vector<LineTable::Line> salesOf(const CleaningState& state) {
    std::vector<LineTable::Line> sales;
    for (LineTable::Line line = 0; line < state.table().size(); ++line) {
        if (state.isSale(line)) {
            sales.push_back(line);
        }
    }
    return sales;
}

inline LineGroups salesByItem(const CleaningState& state) {
    return {salesOf(state), static_cast<std::size_t>(state.highestItem()) + 1,
            [&state](LineTable::Line line) { return static_cast<std::size_t>(state.item(line)); }};
}

/// Seconds since day 0; a line without a time of day stands at the day's begin.
inline std::int64_t timeOf(const LineTable& table, LineTable::Line line) {
    return static_cast<std::int64_t>(table.day(line)) * 86'400 + std::max(0, table.second(line));
}

inline bool isPromoted(const CleaningState& state, LineTable::Line line) {
    const LineTable& table = state.table();
    return state.source().isPromoted(table.item(line), table.location(line), table.day(line));
}

}  // namespace foresell
