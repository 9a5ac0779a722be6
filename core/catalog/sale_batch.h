// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fixed.h"
#include "core/calendar/date.h"

namespace foresell {

/// 128-bit keyed digest of the normalised cells of a line.
using Digest = std::array<std::uint64_t, 2>;

/// As SaleBatch::sourceRow: the line is no row of a file but the sum of a day.
inline constexpr std::int64_t sumOfDay = 0;

/// Texts laid end to end, with where each ends. Cheap to append to and to write out.
class TextColumn {
public:
    void push(std::string_view text) {
        m_bytes.append(text);
        m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    }
    std::string_view at(std::size_t row) const {
        const std::uint32_t begin = row == 0 ? 0 : m_ends[row - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[row] - begin);
    }
    std::size_t size() const { return m_ends.size(); }
    void clear() {
        m_bytes.clear();
        m_ends.clear();
    }
    const std::string& bytes() const { return m_bytes; }
    const std::vector<std::uint32_t>& ends() const { return m_ends; }

private:
    std::string m_bytes;
    std::vector<std::uint32_t> m_ends;
};

/// Sale lines as columns of the same length, in the order of their file: at most `capacity` lines, which is also the
/// chunk that the project file stores and checks as one.
struct SaleBatch {
    static constexpr std::size_t capacity = 65'536;

    std::vector<std::int64_t> sourceRow;  ///< row of the file, 1 = its first row (the header counts); or sumOfDay
    std::vector<Day> day;                 ///< in the shop's time zone
    std::vector<std::int32_t> second;     ///< of the day, 0..86,399; -1 where the file gives a date alone
    std::vector<std::int32_t> item;       ///< ItemId; 0 = absent
    std::vector<std::int32_t> location;   ///< LocationId; 0 = absent
    std::vector<std::int32_t> channel;    ///< ChannelId; 0 = absent
    std::vector<std::int64_t> customer;   ///< keyed hash; 0 = absent
    std::vector<Fixed> quantity;          ///< units; negative = return or cancellation; fixedMissing = empty cell
    std::vector<Fixed> price;             ///< money a unit; fixedMissing = unknown
    std::vector<Fixed> amount;            ///< money of the line; fixedMissing = unknown
    std::vector<Digest> digest;
    TextColumn order;  ///< order or invoice number, as text; empty = absent
    TextColumn name;   ///< item name on this line where it differs from the item's; empty = the item's

    std::size_t size() const { return day.size(); }
    void clear();
    void reserve(std::size_t lines);
};

}  // namespace foresell
