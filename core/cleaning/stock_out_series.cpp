// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/stock_out_series.h"

#include <algorithm>
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

void endBySales(const CleaningState& state, StockOutSeries& series, std::span<const Line> lines) {
    std::vector<Day> sales;
    for (const Line line : lines) {
        if (series.location == 0 || state.location(line) == series.location) {
            sales.push_back(state.table().day(line));
        }
    }
    std::sort(sales.begin(), sales.end());
    for (StockOutSpell& spell : series.spells) {
        const auto sale = std::upper_bound(sales.begin(), sales.end(), spell.lastTold);
        if (sale != sales.end() && *sale <= spell.last) {
            spell.last = *sale - 1;
        }
    }
    std::erase_if(series.spells, [](const StockOutSpell& spell) { return spell.last < spell.first; });
}

}  // namespace

std::vector<StockOutSeries> stockOutSeries(const CleaningState& state, const LineGroups& byItem) {
    std::vector<StockOutSeries> all;
    for (auto& [key, spells] : spellsBySeries(state)) {
        if (key.first > state.highestItem() || byItem.count(static_cast<std::size_t>(key.first)) == 0) {
            continue;
        }
        all.push_back({key.first, key.second, apart(std::move(spells))});
        endBySales(state, all.back(), byItem.at(static_cast<std::size_t>(key.first)));
    }
    return all;
}

}  // namespace foresell
