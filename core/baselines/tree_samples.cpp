// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/tree_samples.h"

#include <algorithm>
#include <cmath>

#include "core/baselines/parallel_series.h"
#include "core/baselines/tree_series.h"

namespace foresell {

namespace {

constexpr double zerosForLog = 0.001;  // at most, of the observed periods
constexpr double logFloor = 0.01;      // of the level
constexpr double largestRatio = 50;
constexpr std::size_t rowsABatch = 50'000;
constexpr int mostRepeats = 2;
constexpr float unsoldWeight = 1e-3F;  // of a row before the first sale, whose level is a guess

double halfLifeOf(PeriodKind kind) {
    return kind == PeriodKind::Day ? 365 : kind == PeriodKind::Week ? 52 : 60;
}

/// A number within [0, 1) that follows from seed and place alone (the finaliser of SplitMix64, Steele et al. 2014).
double drawn(std::uint64_t seed, std::uint64_t series, std::uint64_t column, std::uint64_t draw) {
    std::uint64_t x = seed * 0x9E3779B97F4A7C15ULL + series * 0xBF58476D1CE4E5B9ULL + column * 0x94D049BB133111EBULL + draw;
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27U;
    x *= 0x94D049BB133111EBULL;
    x ^= x >> 31U;
    return static_cast<double>(x >> 11U) * 0x1p-53;
}

}  // namespace

TreeLoss lossFor(const Panel& panel) {
    double zeros = 0, observed = 0;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const auto target = panel.targetOf(series);
        const auto state = panel.stateOf(series);
        for (std::size_t column = 0; column < target.size(); ++column) {
            observed += state[column] == CellState::Sold ? 1 : 0;
            zeros += state[column] == CellState::Sold && target[column] <= 0 ? 1 : 0;
        }
    }
    return zeros <= zerosForLog * observed ? TreeLoss::Log : TreeLoss::Tweedie;
}

double ratioOf(TreeLoss loss, double sum) {
    const double ratio = std::exp(std::clamp(sum, -20.0, std::log(largestRatio)));
    return loss == TreeLoss::Log ? std::max(0.0, ratio * (1 + logFloor) - logFloor) : ratio;
}

double labelOf(TreeLoss loss, double ratio) {
    const double bounded = std::clamp(ratio, 0.0, largestRatio);
    return loss == TreeLoss::Log ? std::log((bounded + logFloor) / (1 + logFloor)) : bounded;
}

double lossOf(TreeLoss loss, double forecast, double actual) {
    const double bounded = std::clamp(actual, 0.0, largestRatio);
    if (loss == TreeLoss::Log) {
        const double off = labelOf(loss, forecast) - labelOf(loss, bounded);
        return off * off;
    }
    const double mean = std::max(forecast, 1e-6);
    return -bounded * std::pow(mean, 1 - tweediePower) / (1 - tweediePower) + std::pow(mean, 2 - tweediePower) / (2 - tweediePower);
}

double usualLevelOf(const Panel& panel) {
    double sum = 0, count = 0;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const double level = recentLevel(panel, series);
        sum += level;
        count += level > 0 ? 1 : 0;
    }
    return count > 0 ? sum / count : 1;
}

TreeSamples::TreeSamples(const TreeFeatures& features, const Panel& panel, int horizon, int end, std::size_t most,
                         std::uint64_t seed)
    : m_features(features), m_panel(panel), m_usualLevel(usualLevelOf(panel)) {
    const double halfLife = halfLifeOf(panel.axis.kind);
    const auto recency = [&](int column) { return std::exp2((column - end) / halfLife); };
    double cells = 0, weight = 0;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (int column = panel.begin[series] + 1; column < end; ++column) {
            const bool isSold = panel.stateOf(series)[static_cast<std::size_t>(column)] == CellState::Sold;
            cells += isSold ? 1 : 0;
            weight += isSold ? recency(column) : 0;
        }
    }
    const bool isDrawn = cells > static_cast<double>(most);
    const double share = isDrawn ? static_cast<double>(most) / weight : 1;
    const int repeats = std::clamp(static_cast<int>(static_cast<double>(most) / std::max(1.0, cells)), 1, std::min(horizon, mostRepeats));
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        m_starts.push_back(m_samples.size());
        const int begin = panel.begin[series];
        for (int column = begin + 1; column < end; ++column) {
            const auto place = static_cast<std::uint64_t>(column);
            if (panel.stateOf(series)[static_cast<std::size_t>(column)] != CellState::Sold ||
                (isDrawn && drawn(seed, series, place, 0) >= share * recency(column))) {
                continue;
            }
            for (int repeat = 0; repeat < repeats; ++repeat) {
                const int furthest = std::min(horizon, column - begin);
                const int step = 1 + static_cast<int>(drawn(seed, series, place, static_cast<std::uint64_t>(repeat) + 1) * furthest);
                m_samples.push_back({column, step, static_cast<float>(isDrawn ? std::max(1.0, share * recency(column)) : recency(column))});
            }
        }
        if (m_batches.empty() || m_samples.size() > m_starts[m_batches.back()] + rowsABatch) {
            m_batches.push_back(series);
        }
    }
    m_starts.push_back(m_samples.size());
    m_batches.push_back(panel.seriesCount());
}

TreeSource TreeSamples::source(TreeLoss loss, const JobControl& control) const {
    return {TreeSeries::widthOf(m_features), m_batches.size() - 1,
            [this, loss, control](std::size_t batch, TreeBatch& into) { fill(batch, loss, control, into); }};
}

void TreeSamples::fill(std::size_t batch, TreeLoss loss, const JobControl& control, TreeBatch& into) const {
    const std::size_t first = m_batches[batch], count = m_batches[batch + 1] - first;
    const std::size_t begin = m_starts[first], rows = m_starts[first + count] - begin, width = TreeSeries::widthOf(m_features);
    into.rows.resize(rows * width);
    into.labels.resize(rows);
    into.weights.resize(rows);
    forEachPiece(count, control, [&](std::size_t from, std::size_t to) {
        for (std::size_t series = first + from; series < first + to; ++series) {
            if (m_starts[series] == m_starts[series + 1]) {
                continue;
            }
            const TreeSeries own(m_features, m_panel, series, m_usualLevel);
            const auto target = m_panel.targetOf(series);
            for (std::size_t i = m_starts[series]; i < m_starts[series + 1]; ++i) {
                const Sample& sample = m_samples[i];
                const std::size_t row = i - begin;
                const int origin = sample.target - sample.step;
                own.fill(origin, sample.step, std::span(into.rows).subspan(row * width, width));
                const double ratio = static_cast<double>(target[static_cast<std::size_t>(sample.target)]) / own.level(origin);
                into.labels[row] = static_cast<float>(labelOf(loss, ratio));
                into.weights[row] = own.hasSold(origin) ? sample.weight : unsoldWeight;
            }
        }
    });
}

}  // namespace foresell
