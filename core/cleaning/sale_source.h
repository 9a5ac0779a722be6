// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/catalog/sale_batch.h"
#include "core/project/project_types.h"

namespace foresell {

/// Days on which an item was out of stock at a location (0: everywhere) for the whole day or a part of it.
struct StockOutSpell {
    std::int32_t item = 0, location = 0;
    Day first = noDay, last = noDay;
    Day lastTold = noDay;     ///< from then on it is only not told that goods came: a sale shows that they did
    double availability = 0;  ///< of the day, 0..1
};

/// Sale lines that can be read again and again, chunk by chunk: those of a project file, or a literal in a test.
/// Item and location numbers are those of the source's own dictionaries; cleaning never depends on their values.
class SaleSource {
public:
    using UseChunk = std::function<void(std::int64_t chunk, const SaleBatch& lines)>;

    virtual ~SaleSource() = default;

    /// How many lines there are, or a guess: only for progress and for reserving memory.
    virtual std::int64_t lineCount() const = 0;

    /// Hands out every chunk that may hold a line dated up to `asOf` (noDay: all), digests filled, under its number.
    virtual void readChunks(Day asOf, const JobControl& job, const UseChunk& use) const = 0;

    virtual std::string itemCode(std::int32_t item) const = 0;
    virtual std::string itemName(std::int32_t item) const = 0;
    /// Items of one group share their season; empty: no group.
    virtual std::string itemGroup(std::int32_t item) const;
    virtual std::string locationCode(std::int32_t location) const;
    virtual std::string channelCode(std::int32_t channel) const;
    /// The number of an item or location by its code; 0: there is none.
    virtual std::int32_t findItem(const std::string& code) const;
    virtual std::int32_t findLocation(const std::string& code) const;

    /// True where the plan has a promotion of the item at the location on this day: such a line is
    /// compared with the item's other lines under promotions before it counts as a bulk order.
    virtual bool isPromoted(std::int32_t item, std::int32_t location, Day day) const;

    /// How items belong together, by the numbers of this source.
    virtual std::vector<ItemLink> itemLinks() const;
    /// What a unit of the item usually costs, as a list of items says; 0: not told.
    virtual double listPrice(std::int32_t item) const;

    /// When there was nothing or not enough to sell, as far as it was known on `asOf` (noDay: all), in any order.
    virtual std::vector<StockOutSpell> stockOutSpells(Day asOf) const;
};

}  // namespace foresell
