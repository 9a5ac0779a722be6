// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/header_row.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "core/import/date_format.h"
#include "core/import/header_names.h"
#include "core/import/number_format.h"
#include "core/import/text_normal.h"

namespace foresell {

namespace {

constexpr std::size_t headerSearchRows = 30;

bool isValue(std::string_view cell) {
    Fixed number = 0;
    DateTime date;
    return parseNumber(cell, {'.'}, number) == NumberResult::Ok || parseNumber(cell, {','}, number) == NumberResult::Ok ||
           DateParser(DateOrder::DayFirst).parse(cell, date) == DateResult::Ok ||
           DateParser(DateOrder::MonthFirst).parse(cell, date) == DateResult::Ok;
}

}  // namespace

std::size_t knownNames(const std::vector<std::string>& cells) {
    std::string_view before;  // a workbook can say the same cell thousands of times in a row
    bool isKnown = false;
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](const std::string& cell) {
        if (std::exchange(before, cell) != cell) {
            isKnown = cell.size() < 80 && headerMeaning(headerKey(cell)).isKnown();
        }
        return !cell.empty() && isKnown;
    }));
}

std::size_t usualWidth(const std::vector<SampleRow>& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const SampleRow& row : rows) {
        ++counts[row.cells.size()];
    }
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

std::optional<std::size_t> findHeader(const std::vector<SampleRow>& rows) {
    const std::size_t width = usualWidth(rows);
    std::optional<std::size_t> best;
    std::size_t bestHits = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), headerSearchRows); ++i) {
        const auto& cells = rows[i].cells;
        const std::size_t hits = knownNames(cells);
        const auto values = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), isValue));
        if (hits > bestHits && values * 3 <= cells.size() && cells.size() * 2 > width) {
            best = i;
            bestHits = hits;
        }
    }
    if (best && (bestHits >= 2 || rows[*best].cells.size() <= 3 || *best == 0)) {
        return best;
    }
    for (std::size_t i = 0; i + 1 < std::min(rows.size(), headerSearchRows); ++i) {
        const auto& cells = rows[i].cells;
        const bool isTitle = cells.size() > 1 && std::all_of(cells.begin(), cells.end(), [&](const auto& cell) { return cell == cells.front(); });
        if (cells.size() != width || isTitle) {
            continue;
        }
        const bool areWords = std::none_of(cells.begin(), cells.end(), isValue) &&
                              std::count(cells.begin(), cells.end(), std::string()) * 2 < static_cast<std::ptrdiff_t>(cells.size());
        const auto& next = rows[i + 1].cells;
        return areWords && std::any_of(next.begin(), next.end(), isValue) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace foresell
