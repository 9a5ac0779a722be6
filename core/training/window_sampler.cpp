// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/window_sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foresell {
namespace {

class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    double uniform() { return static_cast<double>(mixed(m_state++, 0x9e3779b97f4a7c15u) >> 11) * 0x1.0p-53; }

private:
    std::uint64_t m_state;
};

/// 0 .. count - 1, where the place i periods before the newest weighs 0.5^(i / halfLife).
std::int64_t recentPlace(double u, std::int64_t count, double halfLife) {
    double place = u * static_cast<double>(count);
    if (halfLife > 0) {
        const double rate = std::log(2.0) / halfLife;
        place = -std::log1p(-u * -std::expm1(-rate * static_cast<double>(count))) / rate;
    }
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(place), 0, count - 1);
}

/// Mean demand of the periods seen before `end`.
double meanDemand(const Panel& panel, std::size_t series, int end) {
    const auto target = panel.targetOf(series);
    const auto state = panel.stateOf(series);
    double sum = 0, count = 0;
    for (std::size_t column = 0; column < static_cast<std::size_t>(end); ++column) {
        if (state[column] == CellState::Sold) {
            sum += std::abs(target[column]);
            count += 1;
        }
    }
    return count > 0 ? sum / count : 0;
}

}  // namespace

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t z = a * 0x9e3779b97f4a7c15u + b;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

WindowSampler::WindowSampler(const Panel& panel, const SamplerOptions& options) : m_options(options) {
    double total = 0;
    std::vector<double> demand;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        demand.push_back(meanDemand(panel, series, std::min(options.end, panel.periods)));
    }
    const double average = std::accumulate(demand.begin(), demand.end(), 1e-9) / static_cast<double>(demand.size() + 1);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        const int first = std::max(panel.begin[series], options.begin);
        if (first > options.end - 2) {
            continue;
        }
        m_series.push_back(static_cast<std::int32_t>(series));
        m_firstOrigin.push_back(first);
        const std::int64_t origins = options.end - 1 - first;
        m_windowCount += origins;
        // A series with a short history is drawn less often, so that its few windows are not learnt by heart.
        const double volume = std::clamp(demand[series] / average, 0.02, 50.0);
        total += std::sqrt(static_cast<double>(origins)) * std::pow(volume, options.volumePower);
        m_cumulative.push_back(total);
    }
}

WindowIndex WindowSampler::draw(std::uint64_t step, int batch) const {
    WindowIndex index;
    Random random(mixed(m_options.seed, step));
    for (int i = 0; i < batch; ++i) {
        const double at = random.uniform() * m_cumulative.back();
        const auto found = std::ranges::upper_bound(m_cumulative, at);
        const auto which = static_cast<std::size_t>(
            std::min<std::ptrdiff_t>(found - m_cumulative.begin(), std::ssize(m_cumulative) - 1));
        const std::int64_t origins = m_options.end - 1 - m_firstOrigin[which];
        index.series.push_back(m_series[which]);
        index.origin.push_back(m_options.end - 2 - recentPlace(random.uniform(), origins, m_options.halfLife));
        index.hidesCodes.push_back(random.uniform() < m_options.unknownShare ? 1 : 0);
        for (int k = 0; k < m_options.stepsAWindow; ++k) {
            const double place = (k + random.uniform()) * m_options.horizon / m_options.stepsAWindow;
            index.steps.push_back(std::min<std::int64_t>(m_options.horizon, 1 + static_cast<std::int64_t>(place)));
        }
    }
    return index;
}

WindowIndex windowsAt(const Panel& panel, const std::vector<int>& origins, int horizon, std::size_t limit) {
    WindowIndex all;
    for (const int origin : origins) {
        for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
            if (panel.begin[series] <= origin) {
                all.series.push_back(static_cast<std::int64_t>(series));
                all.origin.push_back(origin);
            }
        }
    }
    const std::size_t count = all.series.size();
    if (count > limit) {
        for (std::size_t i = 0; i < limit; ++i) {
            all.series[i] = all.series[i * count / limit];
            all.origin[i] = all.origin[i * count / limit];
        }
        all.series.resize(limit);
        all.origin.resize(limit);
    }
    all.hidesCodes.assign(all.series.size(), 0);
    all.steps.resize(all.series.size() * static_cast<std::size_t>(horizon));
    for (std::size_t i = 0; i < all.steps.size(); ++i) {
        all.steps[i] = static_cast<std::int64_t>(i % static_cast<std::size_t>(horizon)) + 1;
    }
    return all;
}

}  // namespace foresell
