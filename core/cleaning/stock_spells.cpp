// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/stock_spells.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foresell {
namespace {

const std::vector<double>* columnOf(const PlanBatch& batch, const char* name) {
    const auto found = std::find(batch.names.begin(), batch.names.end(), name);
    return found == batch.names.end() ? nullptr : &batch.values[static_cast<std::size_t>(found - batch.names.begin())];
}

float availabilityOf(double stock, double availability) {
    if (std::isfinite(availability)) {
        return static_cast<float>(std::clamp(availability, 0.0, 1.0));
    }
    return std::isfinite(stock) ? (stock > 0 ? 1.0F : 0.0F) : std::numeric_limits<float>::quiet_NaN();
}

}  // namespace

void StockSpells::add(const PlanBatch& batch) {
    const std::vector<double>* const stock = columnOf(batch, "stock");
    const std::vector<double>* const availability = columnOf(batch, "availability");
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t row = 0; row < batch.size(); ++row) {
        m_days[{batch.item[row], batch.location[row], batch.channel[row]}][batch.day[row]] =
            availabilityOf(stock != nullptr ? (*stock)[row] : none, availability != nullptr ? (*availability)[row] : none);
    }
}

void StockSpells::append(const Days& days, std::int32_t item, std::int32_t location, Day asOf, std::vector<StockOutSpell>& spells) {
    const std::size_t begin = spells.size();
    for (auto each = days.begin(); each != days.end() && (asOf == noDay || each->first <= asOf); ++each) {
        const auto& [day, availability] = *each;
        if (!(availability < 1)) {
            continue;
        }
        const auto next = std::next(each);
        Day last = day;
        if (availability == 0) {
            last = day + longestEmpty;
            if (next != days.end() && (asOf == noDay || next->first <= asOf)) {
                last = std::min(last, next->first - 1);
            }
        }
        const bool goesOn = spells.size() > begin && spells.back().last + 1 == day &&
                            spells.back().availability == static_cast<double>(availability);
        if (goesOn) {
            spells.back().last = last;
            spells.back().lastTold = day;
        } else {
            spells.push_back({item, location, day, last, day, static_cast<double>(availability)});
        }
    }
}

std::vector<StockOutSpell> StockSpells::upTo(Day asOf) const {
    std::vector<StockOutSpell> spells;
    for (auto each = m_days.begin(); each != m_days.end();) {
        const auto [item, location, channel] = each->first;
        const auto end = m_days.lower_bound({item, location + 1, std::numeric_limits<std::int32_t>::min()});
        if (channel == 0 || std::next(each) == end) {
            append(each->second, item, location, asOf, spells);
        }
        each = end;
    }
    return spells;
}

}  // namespace foresell
