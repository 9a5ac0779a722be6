// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/calendar/date.h"

namespace foresell {

/// Days from `first` to `last`, both included.
struct DaySpanOfRecipe {
    Day first = noDay, last = noDay;

    bool contains(Day day) const { return first <= day && day <= last; }
};

inline constexpr Day longestDaySpan = 4'000;

/// "2026-02-17" or "2026-02-17..2026-02-23"; none for anything else, a span that ends before it begins or takes longer than
/// ten years included.
inline std::optional<DaySpanOfRecipe> parseDaySpan(std::string_view text) {
    const auto dots = text.find("..");
    const auto first = fromIso(text.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : fromIso(text.substr(dots + 2));
    if (!first || !last || *last < *first || *last - *first >= longestDaySpan) {
        return std::nullopt;
    }
    return DaySpanOfRecipe{*first, *last};
}

}  // namespace foresell
