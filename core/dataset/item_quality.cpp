// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/item_quality.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include "core/base/error.h"

namespace foresell {

namespace {

constexpr std::int32_t longestStretch = 90;

}  // namespace

void ItemDays::DaySet::add(Day day) {
    const std::int32_t word = day >= 0 ? day / 64 : -((63 - day) / 64);
    if (m_words.empty()) {
        m_firstWord = word;
    } else if (word < m_firstWord) {
        m_words.insert(m_words.begin(), static_cast<std::size_t>(m_firstWord - word), 0);
        m_firstWord = word;
    }
    const auto at = static_cast<std::size_t>(word - m_firstWord);
    if (at >= m_words.size()) {
        m_words.resize(at + 1);
    }
    m_words[at] |= std::uint64_t{1} << static_cast<unsigned>(day - word * 64);
}

std::int32_t ItemDays::DaySet::size() const {
    std::int32_t count = 0;
    for (const std::uint64_t word : m_words) {
        count += std::popcount(word);
    }
    return count;
}

void ItemDays::add(const SaleBatch& lines) {
    for (std::size_t row = 0; row < lines.size(); ++row) {
        const Day day = lines.day[row];
        m_first = m_first == noDay ? day : std::min(m_first, day);
        m_last = std::max(m_last, day);
        if (lines.item[row] == 0) {
            continue;
        }
        Sold& sold = m_sold[lines.item[row]];
        sold.first = sold.lines == 0 ? day : std::min(sold.first, day);
        sold.last = std::max(sold.last, day);
        ++sold.lines;
        sold.days.add(day);
    }
}

void ItemDays::addStock(const PlanBatch& stock) {
    const auto columnOf = [&](std::string_view name) -> const std::vector<double>* {
        const auto found = std::ranges::find(stock.names, name);
        return found == stock.names.end() ? nullptr : &stock.values[static_cast<std::size_t>(found - stock.names.begin())];
    };
    const std::vector<double>* const quantity = columnOf("stock");
    const std::vector<double>* const availability = columnOf("availability");
    m_knowsStock = m_knowsStock || quantity != nullptr || availability != nullptr;
    for (std::size_t row = 0; row < stock.size(); ++row) {
        const double told = availability != nullptr && std::isfinite((*availability)[row]) ? (*availability)[row]
                            : quantity != nullptr                                          ? (*quantity)[row]
                                                                                           : 1.0;
        if (stock.item[row] != 0 && told <= 0) {
            m_soldOut[stock.item[row]].add(stock.day[row]);
        }
    }
}

std::vector<ItemQuality> ItemDays::items(const SaleSource& source) const {
    std::vector<ItemQuality> items;
    const std::int32_t stretch = m_first == noDay ? 0 : std::min(longestStretch, (m_last - m_first + 1) / 4);
    for (const auto& [item, sold] : m_sold) {
        ItemQuality& quality = items.emplace_back();
        quality.item = item;
        quality.code = source.itemCode(item);
        quality.name = source.itemName(item);
        quality.firstDay = sold.first;
        quality.lastDay = sold.last;
        quality.lines = sold.lines;
        quality.daysSold = sold.days.size();
        quality.isNew = sold.first > m_last - stretch;
        quality.isEnded = sold.last <= m_last - stretch;
        quality.daysOffered = (quality.isEnded ? sold.last : m_last) - sold.first + 1;
        const auto out = m_soldOut.find(item);
        quality.daysSoldOut = out == m_soldOut.end() ? 0 : out->second.size();
    }
    std::ranges::sort(items, {}, &ItemQuality::item);
    return items;
}

ItemSummary ItemDays::summaryOf(const std::vector<ItemQuality>& items, bool knowsStock) {
    ItemSummary summary;
    summary.knowsStock = knowsStock;
    Day first = noDay;
    Day last = noDay;
    for (const ItemQuality& item : items) {
        ++summary.items;
        summary.newItems += item.isNew ? 1 : 0;
        summary.endedItems += item.isEnded ? 1 : 0;
        summary.soldOutItems += item.daysSoldOut > 0 ? 1 : 0;
        summary.daysOffered += item.daysOffered;
        summary.daysSold += item.daysSold;
        summary.daysSoldOut += item.daysSoldOut;
        first = first == noDay ? item.firstDay : std::min(first, item.firstDay);
        last = std::max(last, item.lastDay);
    }
    summary.stretch = first == noDay ? 0 : std::min(longestStretch, (last - first + 1) / 4);
    return summary;
}

std::vector<ItemQuality> itemsOfKind(std::vector<ItemQuality> items, std::string_view kind) {
    if (kind == "new") {
        std::erase_if(items, [](const ItemQuality& item) { return !item.isNew; });
        std::ranges::stable_sort(items, std::greater<>(), &ItemQuality::firstDay);
    } else if (kind == "ended") {
        std::erase_if(items, [](const ItemQuality& item) { return !item.isEnded; });
        std::ranges::stable_sort(items, std::greater<>(), &ItemQuality::lastDay);
    } else if (kind == "sold_out") {
        std::erase_if(items, [](const ItemQuality& item) { return item.daysSoldOut == 0; });
        std::ranges::stable_sort(items, std::greater<>(), &ItemQuality::daysSoldOut);
    } else if (kind == "gaps") {
        std::ranges::stable_sort(items, std::greater<>(), &ItemQuality::shareWithoutSales);
    } else if (kind.empty()) {
        std::ranges::stable_sort(items, {}, &ItemQuality::code);
    } else {
        throw Error("quality.bad_kind", "\"" + std::string(kind) + "\" is no kind of items", "Choose new, ended, gaps or sold_out.");
    }
    return items;
}

}  // namespace foresell
