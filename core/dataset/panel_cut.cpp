// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/error.h"
#include "core/dataset/panel_builder.h"

namespace foresell {

namespace {

template <typename Value>
std::vector<Value> cutRows(const std::vector<Value>& values, std::size_t rows, int columns, int keep) {
    std::vector<Value> cut;
    cut.reserve(rows * static_cast<std::size_t>(keep));
    for (std::size_t row = 0; row < rows; ++row) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(row) * columns;
        cut.insert(cut.end(), begin, begin + keep);
    }
    return cut;
}

}  // namespace

PeriodKind suggestPeriod(const BuiltPanel& built) {
    const Panel& panel = built.panel;
    if (panel.axis.kind != PeriodKind::Day) {
        return panel.axis.kind;
    }
    std::vector<double> shares;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        int observed = 0;
        int sold = 0;
        for (int column = panel.begin[series]; column < panel.periods; ++column) {
            const std::size_t cell = series * static_cast<std::size_t>(panel.periods) + static_cast<std::size_t>(column);
            observed += panel.state[cell] == CellState::Sold ? 1 : 0;
            sold += panel.state[cell] == CellState::Sold && panel.target[cell] > 0 ? 1 : 0;
        }
        shares.push_back(observed > 0 ? static_cast<double>(sold) / observed : 0);
    }
    std::ranges::sort(shares);
    constexpr double seldom = 0.5;
    const bool isSeldom = !shares.empty() && shares[shares.size() / 2] < seldom;
    return isSeldom && panel.periods >= 26 * 7 ? PeriodKind::Week : PeriodKind::Day;
}

Panel cutPanel(const Panel& panel, int lastColumn) {
    const int keep = lastColumn + 1;
    if (keep < 1 || keep > panel.periods) {
        throw Error("panel.cut", "There is no such period in the history.");
    }
    Panel cut = panel;
    cut.periods = keep;
    cut.futurePeriods = panel.periods + panel.futurePeriods - keep;
    cut.target = cutRows(panel.target, panel.seriesCount(), panel.periods, keep);
    cut.state = cutRows(panel.state, panel.seriesCount(), panel.periods, keep);
    if (!panel.censored.empty()) {
        cut.censored = cutRows(panel.censored, panel.seriesCount(), panel.periods, keep);
    }
    for (int& begin : cut.begin) {
        begin = std::min(begin, keep);
    }
    for (Covariate& covariate : cut.pastOnly) {
        const std::size_t rows = covariate.shared ? 1 : panel.seriesCount();
        covariate.values = cutRows(covariate.values, rows, panel.periods, keep);
        if (!covariate.isKnown.empty()) {
            covariate.isKnown = cutRows(covariate.isKnown, rows, panel.periods, keep);
        }
    }
    return cut;
}

}  // namespace foresell
