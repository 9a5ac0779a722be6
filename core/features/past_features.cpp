// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/past_features.h"

#include <algorithm>
#include <cmath>

namespace foresell {

namespace {

/// The usual follows a value with this weight, about the last ten sales.
constexpr float following = 0.1F;
constexpr float mostTimes = 20;
constexpr std::size_t mostCells = 20'000'000;

/// Values over their running mean. `valueAt(cell)` is 0 where there is none.
template <typename ValueAt>
Covariate toUsual(const Panel& panel, const std::string& name, ValueAt&& valueAt) {
    Covariate covariate{.name = name, .shared = false, .isBinary = false, .values = {}, .isKnown = {}};
    covariate.values.assign(panel.target.size(), 1.0F);
    covariate.isKnown.assign(panel.target.size(), 0);
    const auto periods = static_cast<std::size_t>(panel.periods);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        float usual = 0;
        for (std::size_t cell = series * periods; cell < (series + 1) * periods; ++cell) {
            const float value = valueAt(cell);
            if (!(value > 0)) {
                continue;
            }
            if (usual > 0) {
                covariate.values[cell] = std::clamp(value / usual, 1 / mostTimes, mostTimes);
                covariate.isKnown[cell] = 1;
            }
            usual = usual > 0 ? usual + following * (value - usual) : value;
        }
    }
    return covariate;
}

/// Whether a twentieth of the values differ from the usual: else there is nothing to learn.
bool tells(const Covariate& covariate) {
    std::size_t known = 0, other = 0;
    for (std::size_t cell = 0; cell < covariate.values.size(); ++cell) {
        known += covariate.isKnown[cell];
        other += covariate.isKnown[cell] != 0 && std::abs(covariate.values[cell] - 1) > 0.01F ? 1U : 0U;
    }
    return other * 20 > known;
}

void addWhereItTells(Panel& panel, Covariate covariate) {
    if (tells(covariate)) {
        panel.pastOnly.push_back(std::move(covariate));
    }
}

}  // namespace

void addPastFeatures(BuiltPanel& built) {
    Panel& panel = built.panel;
    if (panel.target.size() > mostCells) {
        return;
    }
    if (!built.paidPrice.empty()) {
        addWhereItTells(panel, toUsual(panel, "price_to_usual", [&](std::size_t cell) { return built.paidPrice[cell]; }));
    }
    const auto repeated = std::ranges::count_if(built.lines, [](std::uint8_t lines) { return lines > 1; });
    const auto filled = std::ranges::count_if(built.lines, [](std::uint8_t lines) { return lines > 0; });
    if (repeated * 10 > filled) {
        addWhereItTells(panel, toUsual(panel, "line_to_usual", [&](std::size_t cell) {
            return built.lines[cell] > 0 ? panel.target[cell] / static_cast<float>(built.lines[cell]) : 0.0F;
        }));
    }
}

}  // namespace foresell
