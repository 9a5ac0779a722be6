// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"

namespace foresell {

namespace {

template <typename Take>
void visitDifferences(const Panel& history, std::size_t series, int lag, int from, Take&& take) {
    const auto target = history.targetOf(series);
    const auto state = history.stateOf(series);
    for (int column = from + lag; column < history.periods; ++column) {
        const auto now = static_cast<std::size_t>(column);
        const auto before = static_cast<std::size_t>(column - lag);
        if (state[now] == CellState::Sold && state[before] == CellState::Sold) {
            take(static_cast<double>(target[now]) - static_cast<double>(target[before]));
        }
    }
}

}  // namespace

double naiveScale(const Panel& history, std::size_t series) {
    for (const int lag : {history.axis.season(), 1}) {
        double sum = 0;
        std::int64_t count = 0;
        visitDifferences(history, series, lag, history.begin[series], [&](double difference) {
            sum += std::abs(difference);
            ++count;
        });
        if (count > 0) {
            return sum / static_cast<double>(count);
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

double differenceScale(const Panel& history, std::size_t series) {
    const auto target = history.targetOf(series);
    int from = history.begin[series];
    while (from < history.periods && target[static_cast<std::size_t>(from)] == 0.0F) {
        ++from;
    }
    double sum = 0;
    std::int64_t count = 0;
    visitDifferences(history, series, 1, from, [&](double difference) {
        sum += difference * difference;
        ++count;
    });
    return count > 0 ? sum / static_cast<double>(count) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace foresell
