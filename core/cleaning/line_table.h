// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/job.h"
#include "core/cleaning/sale_source.h"

namespace foresell {

/// All lines that cleaning looks at, as columns in memory: what the steps need of them, about 50 bytes a line.
/// Columns that no line fills stay empty.
class LineTable {
public:
    using Line = std::uint32_t;
    static constexpr Line noLine = UINT32_MAX;

    struct Chunk {
        std::int64_t id = 0;
        Line begin = 0;
        Line end = 0;
    };

    /// Reads every line dated up to `asOf` (noDay: all); later ones in the same chunks are there but not `isSeen`.
    /// Throws Error "cleaning.too_many_lines" above 4 billion lines.
    LineTable(const SaleSource& source, Day asOf, const JobControl& job);

    Line size() const { return static_cast<Line>(m_day.size()); }
    /// Of the source; lines from here on were added by `addPart`.
    Line importedSize() const { return m_chunks.empty() ? 0 : m_chunks.back().end; }
    /// A line of the same order, customer, time and place as `line` that sells this. Throws as the constructor.
    Line addPart(Line line, std::int32_t item, Fixed quantity, Fixed price, Fixed amount);
    const std::vector<Chunk>& chunks() const { return m_chunks; }

    bool isSeen(Line line) const { return m_isSeen[line]; }
    bool isRepeat(Line line) const { return m_isRepeat[line]; }
    /// A day's sum that stands for lines which were cleaned before they were summed: no step has anything to find in it.
    bool isSum(Line line) const { return !m_isSum.empty() && m_isSum[line]; }
    Day day(Line line) const { return m_day[line]; }
    std::int32_t second(Line line) const { return m_second[line]; }
    std::int32_t item(Line line) const { return m_item[line]; }
    std::int32_t location(Line line) const { return m_places[static_cast<std::size_t>(m_place[line])].first; }
    std::int32_t place(Line line) const { return m_place[line]; }  ///< location and channel as one number
    std::size_t placeCount() const { return m_places.size(); }
    std::int32_t locationOf(std::int32_t place) const { return m_places[static_cast<std::size_t>(place)].first; }
    std::int32_t channelOf(std::int32_t place) const { return m_places[static_cast<std::size_t>(place)].second; }
    /// The place of each place where location i becomes `locations[i]`: the first with the same
    /// location and channel.
    std::vector<std::int32_t> mergedPlaces(const std::vector<std::int32_t>& locations) const;
    bool hasCustomers() const { return !m_customer.empty(); }
    std::int64_t customer(Line line) const { return m_customer.empty() ? 0 : m_customer[line]; }
    Fixed quantity(Line line) const { return m_quantity[line]; }  ///< as imported; may be fixedMissing
    Fixed price(Line line) const { return m_price.empty() ? fixedMissing : m_price[line]; }
    Fixed amount(Line line) const { return m_amount.empty() ? fixedMissing : m_amount[line]; }
    std::string_view order(Line line) const { return m_orders.at(m_order[line]); }
    std::uint32_t orderRun(Line line) const { return m_order[line]; }
    std::size_t orderRuns() const { return m_orders.size(); }
    std::string_view orderOfRun(std::size_t run) const { return m_orders.at(run); }
    /// By order run: a hash of the order's text; 0 where there is none.
    std::vector<std::uint64_t> orderHashes() const;

    std::int32_t highestItem() const { return m_highestItem; }

private:
    void requireRoom(std::size_t lines) const;
    void append(std::int64_t chunk, const SaleBatch& batch);
    void appendPlaces(const SaleBatch& batch);
    void appendOrders(const SaleBatch& batch);
    void appendSums(const SaleBatch& batch, std::size_t before);

    std::vector<Chunk> m_chunks;
    std::vector<Day> m_day;
    std::vector<std::int32_t> m_second, m_item, m_place;
    std::vector<std::int64_t> m_customer;
    std::vector<Fixed> m_quantity, m_price, m_amount;
    std::vector<std::uint32_t> m_order;
    std::vector<bool> m_isSeen, m_isRepeat, m_isSum;
    TextColumn m_orders;  ///< a text for every run of lines of the same order
    std::vector<std::pair<std::int32_t, std::int32_t>> m_places;
    std::unordered_map<std::uint64_t, std::size_t> m_placeNumbers;
    std::int32_t m_highestItem = 0;
};

}  // namespace foresell
