// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/moving_average.h"

#include <algorithm>
#include <cmath>

#include "core/baselines/error_bands.h"

namespace foresell {

namespace {

constexpr int errorBuckets = 4;
constexpr int enoughErrors = 64;
constexpr int judgedHorizons = 4;

std::vector<int> candidates(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::Day:
            return {7, 28, 56};
        case PeriodKind::Week:
            return {4, 8, 13, 26};
        case PeriodKind::Month:
            break;
    }
    return {3, 6, 12};
}

/// Means over the last observed periods before any column of one series.
class RunningMeans {
public:
    RunningMeans(const Panel& panel, std::size_t series) { set(panel, series); }

    void set(const Panel& panel, std::size_t series) {
        const auto target = panel.targetOf(series);
        const auto state = panel.stateOf(series);
        m_sums.assign(1, 0.0);
        m_seen.assign(1, 0);
        for (std::size_t column = 0; column < target.size(); ++column) {
            if (state[column] == CellState::Sold) {
                m_sums.push_back(m_sums.back() + static_cast<double>(target[column]));
            }
            m_seen.push_back(static_cast<int>(m_sums.size()) - 1);
        }
    }

    bool isKnown(int end) const { return m_seen[static_cast<std::size_t>(end)] > 0; }

    /// Of the last `window` observed periods before column `end`, fewer where there are not so many.
    double before(int end, int window) const {
        const int seen = m_seen[static_cast<std::size_t>(end)];
        const int used = std::min(seen, window);
        if (used == 0) {
            return 0;
        }
        return (m_sums[static_cast<std::size_t>(seen)] - m_sums[static_cast<std::size_t>(seen - used)]) / used;
    }

private:
    std::vector<double> m_sums;  // over the observed periods
    std::vector<int> m_seen;     // observed periods before each column
};

double judge(const Panel& panel, std::size_t series, const RunningMeans& means, int window, int horizon) {
    const auto target = panel.targetOf(series);
    const auto state = panel.stateOf(series);
    double sum = 0;
    for (int i = 1; i <= judgedHorizons; ++i) {
        const int end = panel.periods - i * horizon;
        if (end <= panel.begin[series] || end <= 0) {
            break;
        }
        const double mean = means.before(end, window);
        for (int column = end; column < end + horizon; ++column) {
            const auto at = static_cast<std::size_t>(column);
            sum += state[at] == CellState::Sold ? std::abs(static_cast<double>(target[at]) - mean) : 0.0;
        }
    }
    return sum;
}

}  // namespace

void MovingAverage::fit(const Panel& panel, int horizon, const JobControl& control) {
    if (m_isFixed) {
        return;
    }
    const std::vector<int> windows = candidates(panel.axis.kind);
    std::vector<double> losses(windows.size(), 0.0);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        if (series % 1024 == 0) {
            control.throwIfCancelled();
        }
        const RunningMeans means(panel, series);
        for (std::size_t i = 0; i < windows.size(); ++i) {
            losses[i] += judge(panel, series, means, windows[i], horizon);
        }
    }
    const auto best = std::ranges::min_element(losses);
    m_window = *best > 0 ? windows[static_cast<std::size_t>(best - losses.begin())] : windows[1];
}

Forecast MovingAverage::predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                                const JobControl& control) const {
    const int window = m_window > 0 ? m_window : candidates(panel.axis.kind)[1];
    Forecast forecast = emptyForecast(panel, horizon, levels);
    if (panel.seriesCount() == 0) {
        return forecast;
    }
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const RunningMeans means(panel, series);
        std::fill_n(forecast.mean.begin() + static_cast<std::ptrdiff_t>(series) * horizon, horizon,
                    static_cast<float>(means.before(panel.periods, window)));
    }
    PastErrors errors;
    errors.buckets = std::min(errorBuckets, horizon);
    errors.bucketOf = [horizon, buckets = errors.buckets](int step) { return step * buckets / horizon; };
    errors.collect = [&panel, horizon, window, buckets = errors.buckets, means = RunningMeans(panel, 0),
                      current = std::size_t{0}](std::size_t series, int bucket, std::vector<float>& into) mutable {
        if (series != current) {
            means.set(panel, series);
            current = series;
        }
        const int ahead = (2 * bucket + 1) * horizon / (2 * buckets);
        const int stride = std::max(1, (panel.periods - panel.begin[series]) / enoughErrors);
        for (int end = panel.periods - 1 - ahead; end > panel.begin[series]; end -= stride) {
            const auto at = static_cast<std::size_t>(end + ahead);
            if (panel.stateOf(series)[at] == CellState::Sold && means.isKnown(end)) {
                into.push_back(panel.targetOf(series)[at] - static_cast<float>(means.before(end, window)));
            }
        }
    };
    addErrorBands(panel, errors, forecast, control);
    return forecast;
}

}  // namespace foresell
