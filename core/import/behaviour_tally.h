// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/import/day_row.h"

namespace foresell {

/// What people did with an item on a day. `Returning` counts those of the visitors who had been there on an earlier day.
enum class Deed { Views, Searches, Carts, Favourites, Orders, Visitors, Returning };

inline constexpr std::size_t deedCount = 7;

/// "views", "searches", "carts", "favourites", "orders", "visitors", "returning".
std::string_view deedName(Deed deed);
/// What a log's word for an event means: "addtocart", "pv", "收藏", ...; nothing for an unknown one.
std::optional<Deed> deedOfEvent(std::string_view word);

/// Adds up deeds by item, location, channel and day while a file streams by. Visitors of a log are told apart by a hash of
/// their session or customer; neither is kept. Throws Error "import.behaviour_too_long" beyond what fits into memory.
class BehaviourTally {
public:
    using Sums = std::array<double, deedCount>;

    static constexpr std::size_t mostCells = 8'000'000;
    static constexpr std::size_t mostVisits = 24'000'000;

    void add(const DayRow& row, Deed deed, double count);
    /// A visit by someone with this hash, on the first day of the row. Several on a day are one visitor.
    void addVisit(const DayRow& row, std::uint64_t visitor, bool isLasting);
    void note(Deed deed) { m_isTold[static_cast<std::size_t>(deed)] = true; }

    /// Everything that was added up, one row a cell in the order of item, location, channel and day; a column a deed that
    /// the file tells of.
    PlanBatch take();

private:
    struct Key {
        std::int32_t item, location, channel;
        Day day;
        auto operator<=>(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };
    struct Visit {
        std::uint64_t visitorOfItem = 0;
        Day day = noDay;
        std::uint32_t cell = 0;
        bool isLasting = false;  ///< the visitor can be known again on another day
        auto operator<=>(const Visit&) const = default;
    };

    std::uint32_t cellOf(const DayRow& row);
    void compact();
    void countVisitors();

    std::unordered_map<Key, std::uint32_t, KeyHash> m_cells;
    std::vector<Key> m_keys;
    std::vector<Sums> m_sums;
    std::vector<Visit> m_visits;
    std::size_t m_compactAt = std::size_t{1} << 20;
    std::array<bool, deedCount> m_isTold{};
};

}  // namespace foresell
