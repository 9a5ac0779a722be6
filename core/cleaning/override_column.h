// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace foresell {

/// Values of some lines that replace those of the table: a few in a hash table, many in an array of all lines.
template <typename T>
class OverrideColumn {
public:
    explicit OverrideColumn(std::size_t lines) : m_lines(lines) {}

    bool empty() const { return m_isSet.empty(); }
    bool has(std::uint32_t line) const { return !m_isSet.empty() && m_isSet[line]; }
    T get(std::uint32_t line, T otherwise) const {
        if (!has(line)) {
            return otherwise;
        }
        return m_all.empty() ? m_few.at(line) : m_all[line];
    }

    void set(std::uint32_t line, T value) {
        if (m_isSet.empty()) {
            m_isSet.resize(m_lines);
        }
        m_isSet[line] = true;
        if (m_all.empty()) {
            m_few[line] = value;
            if (m_few.size() > m_lines / 16 + 1000) {
                spread();
            }
        } else {
            m_all[line] = value;
        }
    }

    /// More lines, none of them set.
    void grow(std::size_t lines) {
        m_lines = lines;
        if (!m_isSet.empty()) {
            m_isSet.resize(lines);
        }
        if (!m_all.empty()) {
            m_all.resize(lines);
        }
    }

private:
    void spread() {
        m_all.resize(m_lines);
        for (const auto& [line, value] : m_few) {
            m_all[line] = value;
        }
        m_few.clear();
    }

    std::size_t m_lines;
    std::vector<bool> m_isSet;
    std::unordered_map<std::uint32_t, T> m_few;
    std::vector<T> m_all;
};

}  // namespace foresell
