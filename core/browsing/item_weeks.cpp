// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browsing/item_weeks.h"

#include "core/browsing/line_filter.h"

namespace foresell {
namespace {

constexpr std::size_t mostCells = 6'000'000;

}  // namespace

ItemWeeks::ItemWeeks(std::size_t chunks, std::size_t items, int weekStart)
    : m_axis{.kind = PeriodKind::Week, .firstWeekday = weekStart}, m_items(items), m_has(chunks, false) {}

bool ItemWeeks::isFull() const {
    return m_weeks.size() * m_items > mostCells;
}

void ItemWeeks::add(std::size_t chunk, const SaleBatch& lines, const std::optional<ChunkMarks>& marks) {
    Day day = noDay;
    std::vector<Sums>* week = nullptr;
    for (std::size_t row = 0; row < lines.size() && !isFull(); ++row) {
        const Fixed quantity = lines.quantity[row];
        if (isMissing(quantity) || !knows(lines.item[row])) {
            continue;
        }
        if (lines.day[row] != day) {
            day = lines.day[row];
            week = &m_weeks[m_axis.indexOf(day)];
            week->resize(m_items + 1);
        }
        Sums& sums = (*week)[static_cast<std::size_t>(lines.item[row])];
        sums.sold = isMissing(sums.sold) ? quantity : sums.sold + quantity;
        if (!marks) {
            sums.kept += quantity;
        } else if (marks->step[row] == 0) {
            sums.kept += correctedQuantity(marks, row).value_or(quantity);
        }
    }
    m_has[chunk] = true;
}

LineWeeks ItemWeeks::of(std::int32_t item) const {
    LineWeeks result;
    const auto place = static_cast<std::size_t>(item);
    std::int32_t first = 0;
    for (const auto& [week, items] : m_weeks) {
        const Sums& sums = items[place];
        if (isMissing(sums.sold)) {
            continue;
        }
        if (result.sold.empty()) {
            first = week;
            result.firstDay = m_axis.firstDay(week);
        }
        result.sold.resize(static_cast<std::size_t>(week - first) + 1);
        result.kept.resize(result.sold.size());
        result.sold.back() = sums.sold;
        result.kept.back() = sums.kept;
    }
    return result;
}

}  // namespace foresell
