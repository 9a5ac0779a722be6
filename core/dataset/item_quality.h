// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/job.h"
#include "core/cleaning/sale_source.h"
#include "core/project/project_types.h"

namespace foresell {

/// What the imported lines of one item are like over time.
struct ItemQuality {
    std::int32_t item = 0;
    std::string code, name;
    Day firstDay = noDay, lastDay = noDay;  ///< of its sales
    std::int64_t lines = 0;
    std::int32_t daysSold = 0;     ///< days with a line
    std::int32_t daysOffered = 0;  ///< from its first sale to its last, or to the shop's last where it is not ended
    std::int32_t daysSoldOut = 0;  ///< that a stock file tells of no stock, at any location
    bool isNew = false;            ///< first sold in the latest stretch
    bool isEnded = false;          ///< not sold in the latest stretch

    double shareWithoutSales() const { return daysOffered == 0 ? 0 : 1 - static_cast<double>(daysSold) / daysOffered; }
};

/// What it comes to, for a glance.
struct ItemSummary {
    std::int64_t items = 0, newItems = 0, endedItems = 0, soldOutItems = 0;
    std::int64_t daysOffered = 0, daysSold = 0, daysSoldOut = 0;
    std::int32_t stretch = 0;  ///< days that "latest" means: 90, or a quarter of a history that is shorter than a year
    bool knowsStock = false;

    double shareWithoutSales() const { return daysOffered == 0 ? 0 : 1 - static_cast<double>(daysSold) / static_cast<double>(daysOffered); }
};

/// Collects it: every chunk of lines, and every batch of stock rows, once.
class ItemDays {
public:
    void add(const SaleBatch& lines);
    void addStock(const PlanBatch& stock);

    /// Items with a sale, by their number; codes and names come from the source.
    std::vector<ItemQuality> items(const SaleSource& source) const;
    static ItemSummary summaryOf(const std::vector<ItemQuality>& items, bool knowsStock);
    bool knowsStock() const { return m_knowsStock; }

private:
    /// A set of days, a bit each between the first and the last.
    class DaySet {
    public:
        void add(Day day);
        std::int32_t size() const;

    private:
        std::int32_t m_firstWord = 0;
        std::vector<std::uint64_t> m_words;
    };
    struct Sold {
        Day first = noDay, last = noDay;
        std::int64_t lines = 0;
        DaySet days;
    };

    std::unordered_map<std::int32_t, Sold> m_sold;
    std::unordered_map<std::int32_t, DaySet> m_soldOut;
    Day m_first = noDay, m_last = noDay;
    bool m_knowsStock = false;
};

/// The items of one kind, those that need a look first: "new" (latest first), "ended" (latest first), "gaps" (largest share of days without
/// sales first), "sold_out" (most days first), or "" for all by code. Throws Error "quality.bad_kind".
std::vector<ItemQuality> itemsOfKind(std::vector<ItemQuality> items, std::string_view kind);

}  // namespace foresell
