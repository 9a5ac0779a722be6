// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/panel.h"

#include <algorithm>
#include <cmath>

namespace foresell {

namespace {

/// Closed on the same weekday of the four weeks before, as far as the history goes.
bool isRegularlyClosed(const Panel& panel, std::size_t series, int column) {
    if (panel.axis.kind != PeriodKind::Day) {
        return false;
    }
    const auto state = panel.stateOf(series);
    int closed = 0;
    int last = column - 7;
    while (last >= panel.periods) {
        last -= 7;
    }
    for (int week = 0; week < 4; ++week, last -= 7) {
        if (last < panel.begin[series] || state[static_cast<std::size_t>(last)] != CellState::Closed) {
            break;
        }
        ++closed;
    }
    return closed == 4;
}

}  // namespace

bool isClosedAhead(const Panel& panel, std::size_t series, int step) {
    const int column = panel.periods + step;
    const int width = panel.periods + panel.futurePeriods;
    const auto open = std::ranges::find(panel.knownFuture, "open", &Covariate::name);
    if (open != panel.knownFuture.end() && column < width) {
        const std::size_t row = open->shared ? 0 : series;
        const std::size_t place = row * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
        if (open->isKnown.empty() || open->isKnown[place] != 0) {
            return open->values[place] == 0.0F;
        }
    }
    return isRegularlyClosed(panel, series, column);
}

double recentLevel(const Panel& panel, std::size_t series) {
    const auto target = panel.targetOf(series);
    const auto state = panel.stateOf(series);
    double sum = 0;
    int count = 0;
    for (int column = panel.periods - 1; column >= panel.begin[series] && count < panel.axis.periodsPerYear(); --column) {
        if (state[static_cast<std::size_t>(column)] == CellState::Sold) {
            sum += std::abs(static_cast<double>(target[static_cast<std::size_t>(column)]));
            ++count;
        }
    }
    return count > 0 ? sum / count : 0;
}

}  // namespace foresell
