// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/coming_values.h"

#include <algorithm>
#include <cstdint>

namespace foresell {

namespace {

int yearOf(PeriodKind kind) {
    return kind == PeriodKind::Day ? 364 : kind == PeriodKind::Week ? 52 : 12;
}

void fillRow(float* values, std::uint8_t* isKnown, int periods, int width, ComingFill fill, int year) {
    int last = periods;
    for (int column = 0; column < width; ++column) {
        if (isKnown[column] != 0) {
            last = column;
            continue;
        }
        if (column < periods) {
            continue;
        }
        const int from = fill == ComingFill::HoldLast ? last : column - year;
        const bool isTold = from >= 0 && from < column && isKnown[from] != 0;
        if (isTold) {
            values[column] = values[from];
            isKnown[column] = 1;
        }
    }
}

/// The same covariate over the periods ahead as well, of which nothing is known yet.
Covariate extended(const Panel& panel, const Covariate& past) {
    Covariate ahead{.name = past.name, .shared = past.shared, .isBinary = past.isBinary, .values = {}, .isKnown = {}};
    const auto periods = static_cast<std::size_t>(panel.periods);
    const std::size_t width = periods + static_cast<std::size_t>(panel.futurePeriods);
    const std::size_t rows = past.values.size() / periods;
    ahead.values.assign(rows * width, 0.0F);
    ahead.isKnown.assign(rows * width, 0);
    for (std::size_t cell = 0; cell < past.values.size(); ++cell) {
        const std::size_t to = cell / periods * width + cell % periods;
        ahead.values[to] = past.values[cell];
        ahead.isKnown[to] = past.isKnown.empty() ? 1 : past.isKnown[cell];
    }
    return ahead;
}

}  // namespace

void fillComing(Panel& panel, const std::map<std::string, ComingFill>& fills) {
    for (const Covariate& past : panel.pastOnly) {
        if (fills.contains(past.name)) {
            panel.knownFuture.push_back(extended(panel, past));
        }
    }
    std::erase_if(panel.pastOnly, [&fills](const Covariate& past) { return fills.contains(past.name); });
    const int width = panel.periods + panel.futurePeriods;
    for (Covariate& covariate : panel.knownFuture) {
        const auto fill = fills.find(covariate.name);
        if (fill == fills.end() || covariate.isKnown.empty()) {
            continue;
        }
        for (std::size_t begin = 0; begin < covariate.values.size(); begin += static_cast<std::size_t>(width)) {
            fillRow(covariate.values.data() + begin, covariate.isKnown.data() + begin, panel.periods, width, fill->second,
                    yearOf(panel.axis.kind));
        }
        if (std::ranges::find(covariate.isKnown, 0) == covariate.isKnown.end()) {
            covariate.isKnown.clear();
        }
    }
}

}  // namespace foresell
