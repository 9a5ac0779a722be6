// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/mean_shrinkage.h"

#include <algorithm>
#include <cmath>

namespace foresell {
namespace {

constexpr std::size_t fewestWindows = 20;
constexpr double errorsInFavour = 1;

}  // namespace

void MeanShrinkage::add(double level, double mean, double actual) {
    if (std::isfinite(level) && std::isfinite(mean) && std::isfinite(actual)) {
        m_running.product += level * (actual - 1) * (mean - 1);
        m_running.square += level * (mean - 1) * (mean - 1);
    }
}

void MeanShrinkage::endWindow() {
    if (m_running.square > 0) {
        m_windows.push_back(m_running);
    }
    m_running = {};
}

double MeanShrinkage::share() const {
    Sums all;
    for (const Sums& window : m_windows) {
        all.product += window.product;
        all.square += window.square;
    }
    if (m_windows.size() < fewestWindows) {
        return 1;
    }
    const double best = all.product / all.square;
    double variance = 0;
    for (const Sums& window : m_windows) {
        const double influence = (window.product - best * window.square) / all.square;
        variance += influence * influence;
    }
    return std::clamp(best + errorsInFavour * std::sqrt(variance), 0.0, 1.0);
}

}  // namespace foresell
