// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/dataset/panel.h"

namespace foresell::test {

inline constexpr float gap = std::numeric_limits<float>::quiet_NaN();
inline constexpr float closed = -std::numeric_limits<float>::infinity();
inline constexpr float notYet = std::numeric_limits<float>::infinity();

using Rows = std::vector<std::pair<std::string, std::vector<float>>>;

/// A panel written down in a test: item codes in their order and their demand; gap, closed and notYet stand for cells
/// without demand. It begins on `first`.
inline Panel panelOf(const Rows& rows, PeriodKind kind = PeriodKind::Day, Day first = 14'610) {
    Panel panel;
    panel.axis.kind = kind;
    panel.firstPeriod = panel.axis.indexOf(first);
    panel.periods = rows.empty() ? 0 : static_cast<int>(rows.front().second.size());
    for (const auto& [code, values] : rows) {
        panel.keys.push_back({{static_cast<std::int32_t>(panel.keys.size()) + 1}, {}, {}});
        panel.itemCodes.push_back(code);
        panel.locationCodes.emplace_back();
        panel.channelCodes.emplace_back();
        int begin = 0;
        for (const float value : values) {
            const bool isNotYet = std::isinf(value) && value > 0;
            begin += isNotYet ? 1 : 0;
            panel.target.push_back(std::isfinite(value) ? value : 0.0F);
            panel.state.push_back(isNotYet             ? CellState::BeforeStart
                                  : std::isnan(value)  ? CellState::Gap
                                  : std::isinf(value)  ? CellState::Closed
                                                       : CellState::Sold);
        }
        panel.begin.push_back(begin);
    }
    return panel;
}

}  // namespace foresell::test
