// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <random>

#include "core/dataset/panel.h"
#include "core/evaluation/training_options.h"

namespace foresell::test {

/// Daily series with a weekly pattern, a slow wave and noise: a level of its own for each series.
inline Panel syntheticPanel(int series, int periods, unsigned seed = 3) {
    Panel panel;
    panel.firstPeriod = toDay(2020, 3, 2);
    panel.periods = periods;
    std::mt19937 random(seed);
    for (int s = 0; s < series; ++s) {
        panel.keys.push_back({ItemId{s + 1}, {}, {}});
        panel.itemCodes.push_back("item " + std::to_string(1000 + s));
        panel.locationCodes.emplace_back();
        panel.channelCodes.emplace_back();
        panel.begin.push_back(0);
        const double level = 5 + 20.0 * (s % 5);
        for (int t = 0; t < periods; ++t) {
            const double noise = (static_cast<double>(random() % 1000) / 1000 - 0.5) * 0.5;
            const double week = 1 + 0.5 * std::sin(2 * 3.14159265 * (t % 7) / 7);
            const double wave = 1 + 0.2 * std::sin(t / 40.0);
            panel.target.push_back(static_cast<float>(std::max(0.0, std::round(level * week * wave * (1 + noise)))));
            panel.state.push_back(CellState::Sold);
        }
    }
    return panel;
}

/// The first `periods` columns.
inline Panel headOf(const Panel& panel, int periods) {
    Panel head = panel;
    head.periods = periods;
    head.target.clear();
    head.state.clear();
    for (std::size_t s = 0; s < panel.seriesCount(); ++s) {
        const auto target = panel.targetOf(s);
        const auto state = panel.stateOf(s);
        head.target.insert(head.target.end(), target.begin(), target.begin() + periods);
        head.state.insert(head.state.end(), state.begin(), state.begin() + periods);
    }
    return head;
}

inline TrainingOptions quickOptions(const std::string& model) {
    TrainingOptions options;
    options.model = model;
    options.hiddenSize = 16;
    options.lookback = 28;
    options.batchSize = 32;
    options.epochs = 4;
    options.threads = 1;  // tiny products: more threads would only wait for each other
    options.device = "cpu";
    return options;
}

}  // namespace foresell::test
