// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/stock_out_series.h"

#include <algorithm>
#include <compare>
#include <limits>
#include <map>
#include <span>
#include <tuple>

namespace foresell {
namespace {

using Line = LineTable::Line;
using SpellsBySeries = std::map<std::pair<std::int32_t, std::int32_t>, std::vector<StockOutSpell>>;

SpellsBySeries spellsBySeries(const CleaningState& state) {
    SpellsBySeries bySeries;
    const Day first = state.facts().firstDay;
    const Day last = state.facts().lastDay;
    for (StockOutSpell spell : state.source().stockOutSpells(last)) {
        spell.first = std::max(spell.first, first);
        spell.last = std::min(spell.last, last);
        if (spell.first <= spell.last) {
            bySeries[{state.itemNow(spell.item), state.locationNow(spell.location)}].push_back(spell);
        }
    }
    return bySeries;
}

/// In the order of time, each beginning after the one before it has ended.
std::vector<StockOutSpell> apart(std::vector<StockOutSpell> spells) {
    std::sort(spells.begin(), spells.end(), [](const StockOutSpell& a, const StockOutSpell& b) {
        return std::tuple(a.first, a.availability, a.last) < std::tuple(b.first, b.availability, b.last);
    });
    std::vector<StockOutSpell> all;
    for (StockOutSpell next : spells) {
        next.first = all.empty() ? next.first : std::max(next.first, all.back().last + 1);
        if (next.first <= next.last) {
            all.push_back(next);
        }
    }
    return all;
}

/// A sale of the series by the code that the file has for the item.
struct Sale {
    Day day = noDay;
    std::int32_t code = 0;
    auto operator<=>(const Sale&) const = default;
};

std::vector<Sale> salesOfSeries(const CleaningState& state, std::int32_t location, std::span<const Line> lines) {
    std::vector<Sale> sales;
    for (const Line line : lines) {
        if (location == 0 || state.location(line) == location) {
            sales.push_back({state.table().day(line), state.table().item(line)});
        }
    }
    std::sort(sales.begin(), sales.end());
    return sales;
}

/// From when on the code tells nothing of the series' stock.
Day endOfCode(const CleaningState& state, const std::vector<Sale>& sales, std::int32_t code) {
    Day end = std::numeric_limits<Day>::max();
    if (code == state.itemNow(code)) {
        return end;
    }
    const auto successor = std::ranges::find_if(sales, [&](const Sale& sale) { return !state.isReplaced(sale.code); });
    if (state.isReplaced(code) && successor != sales.end()) {
        end = successor->day;
    }
    const auto own = std::find_if(sales.rbegin(), sales.rend(), [code](const Sale& sale) { return sale.code == code; });
    const Day lastOwn = own == sales.rend() ? std::numeric_limits<Day>::min() : own->day;
    const auto next = std::ranges::upper_bound(sales, lastOwn, {}, &Sale::day);
    return next == sales.end() ? end : std::min(end, next->day);
}

void endByOtherCodes(const CleaningState& state, std::vector<StockOutSpell>& spells, const std::vector<Sale>& sales) {
    std::map<std::int32_t, Day> ends;
    for (StockOutSpell& spell : spells) {
        const auto [end, isNew] = ends.try_emplace(spell.item);
        if (isNew) {
            end->second = endOfCode(state, sales, spell.item);
        }
        spell.last = std::min(spell.last, end->second - 1);
    }
    std::erase_if(spells, [](const StockOutSpell& spell) { return spell.last < spell.first; });
}

void endBySales(std::vector<StockOutSpell>& spells, const std::vector<Sale>& sales) {
    for (StockOutSpell& spell : spells) {
        const auto sale = std::ranges::upper_bound(sales, spell.lastTold, {}, &Sale::day);
        if (sale != sales.end() && sale->day <= spell.last) {
            spell.last = sale->day - 1;
        }
    }
    std::erase_if(spells, [](const StockOutSpell& spell) { return spell.last < spell.first; });
}

}  // namespace

std::vector<StockOutSeries> stockOutSeries(const CleaningState& state, const LineGroups& byItem) {
    std::vector<StockOutSeries> all;
    for (auto& [key, spells] : spellsBySeries(state)) {
        if (key.first > state.highestItem() || byItem.count(static_cast<std::size_t>(key.first)) == 0) {
            continue;
        }
        const auto sales = salesOfSeries(state, key.second, byItem.at(static_cast<std::size_t>(key.first)));
        endByOtherCodes(state, spells, sales);
        spells = apart(std::move(spells));
        endBySales(spells, sales);
        all.push_back({key.first, key.second, std::move(spells)});
    }
    return all;
}

}  // namespace foresell
