// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/stl.h"

#include <algorithm>
#include <cmath>

namespace foresell {

namespace {

constexpr int rounds = 5;
constexpr int longWindow = 100, partsOfLong = 10;

int nextOdd(double value) {
    const int up = static_cast<int>(std::ceil(value));
    return up % 2 == 0 ? up + 1 : up;
}

/// A local fit to equally spaced values with tricube weights: a mean (degree 0) or a line.
class Loess {
public:
    Loess(int window, bool isLine) : m_window(window), m_isLine(isLine) {}

    /// The fit at place `at` (0 = the first value; it may lie outside) from values [begin, end).
    double fitAt(std::span<const double> values, int at, int begin, int end) {
        weigh(at - begin, end - begin, static_cast<int>(values.size()));
        double fit = 0;
        for (std::size_t i = 0; i < m_weights.size(); ++i) {
            fit += m_weights[i] * values[static_cast<std::size_t>(begin) + i];
        }
        return fit;
    }

    void smooth(std::span<const double> values, std::span<double> into) {
        const auto count = static_cast<int>(values.size());
        const int window = std::min(m_window, count), jump = m_window > longWindow ? std::max(1, m_window / partsOfLong) : 1;
        int last = 0;
        for (int at = 0; at < count; at = at + jump < count || at == count - 1 ? at + jump : count - 1) {
            const int begin = std::clamp(at + 1 - (window + 1) / 2, 0, count - window);
            into[static_cast<std::size_t>(at)] = count < 2 ? values[0] : fitAt(values, at, begin, begin + window);
            for (int between = last + 1; between < at; ++between) {
                const double share = static_cast<double>(between - last) / (at - last);
                into[static_cast<std::size_t>(between)] = (1 - share) * into[static_cast<std::size_t>(last)] + share * into[static_cast<std::size_t>(at)];
            }
            last = at;
        }
    }

private:
    /// What each of `size` values counts for the fit at `at` of them. Most places are as the one before.
    void weigh(int at, int size, int count) {
        if (at == m_at && size == static_cast<int>(m_weights.size()) && count == m_count) {
            return;
        }
        m_at = at;
        m_count = count;
        m_weights.assign(static_cast<std::size_t>(size), 0.0);
        const double reach = std::max(at, size - 1 - at) + (m_window > count ? (m_window - count) / 2 : 0);  // in whole numbers, as published
        double sum = 0;
        for (int i = 0; i < size; ++i) {
            const double far = std::abs(i - at), share = reach > 0 ? far / reach : 0, less = 1 - share * share * share;
            m_weights[static_cast<std::size_t>(i)] = share > 0.999 ? 0 : share <= 0.001 ? 1 : less * less * less;
            sum += m_weights[static_cast<std::size_t>(i)];
        }
        double middle = 0, spread = 0;
        for (int i = 0; i < size; ++i) {
            m_weights[static_cast<std::size_t>(i)] /= sum;
            middle += m_weights[static_cast<std::size_t>(i)] * i;
        }
        for (int i = 0; i < size; ++i) {
            spread += m_weights[static_cast<std::size_t>(i)] * (i - middle) * (i - middle);
        }
        if (m_isLine && reach > 0 && std::sqrt(spread) > 0.001 * (count - 1)) {
            for (int i = 0; i < size; ++i) {
                m_weights[static_cast<std::size_t>(i)] *= (at - middle) / spread * (i - middle) + 1;
            }
        }
    }

    int m_window;
    bool m_isLine;
    int m_at = 0, m_count = -1;
    std::vector<double> m_weights;
};

/// Each place of the season smoothed over the seasons, one season further at both ends: period + values + period.
void smoothPlaces(std::span<const double> values, int period, Loess& loess, int window, std::vector<double>& into) {
    const auto count = static_cast<int>(values.size());
    std::vector<double> own, smoothed;
    for (int place = 0; place < period; ++place) {
        own.clear();
        for (int at = place; at < count; at += period) {
            own.push_back(values[static_cast<std::size_t>(at)]);
        }
        const auto seasons = static_cast<int>(own.size());
        smoothed.resize(own.size());
        loess.smooth(own, smoothed);
        const auto put = [&](int season, double value) { into[static_cast<std::size_t>((season + 1) * period + place)] = value; };
        put(-1, loess.fitAt(own, -1, 0, std::min(window, seasons)));
        for (int season = 0; season < seasons; ++season) {
            put(season, smoothed[static_cast<std::size_t>(season)]);
        }
        put(seasons, loess.fitAt(own, seasons, std::max(0, seasons - window), seasons));
    }
}

/// Moving averages of `window` values, in place; the result is window - 1 shorter.
void average(std::vector<double>& values, int window) {
    const auto width = static_cast<std::size_t>(window);
    double sum = 0;
    for (std::size_t i = 0; i < width; ++i) {
        sum += values[i];
    }
    for (std::size_t i = 0; i + width <= values.size(); ++i) {
        const double first = values[i];
        values[i] = sum / window;
        sum += (i + width < values.size() ? values[i + width] : 0) - first;
    }
    values.resize(values.size() - width + 1);
}

}  // namespace

StlWindows StlWindows::usual(int period, int season) {
    return {season, nextOdd(1.5 * period / (1 - 1.5 / season)), nextOdd(period + 1)};
}

StlParts decompose(std::span<const double> values, int period, const StlWindows& windows) {
    const std::size_t count = values.size();
    StlParts parts{std::vector<double>(count, 0.0), std::vector<double>(count, 0.0)};
    Loess ofSeason(windows.season, false), ofTrend(windows.trend, true), ofLowPass(windows.lowPass, true);
    std::vector<double> left(count), cycle, slow, low(count);
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < count; ++i) {
            left[i] = values[i] - parts.trend[i];
        }
        cycle.assign(count + 2 * static_cast<std::size_t>(period), 0.0);
        smoothPlaces(left, period, ofSeason, windows.season, cycle);
        slow = cycle;
        for (const int window : {period, period, 3}) {
            average(slow, window);
        }
        ofLowPass.smooth(slow, low);
        for (std::size_t i = 0; i < count; ++i) {
            parts.season[i] = cycle[i + static_cast<std::size_t>(period)] - low[i];
            left[i] = values[i] - parts.season[i];
        }
        ofTrend.smooth(left, parts.trend);
    }
    return parts;
}

std::vector<std::vector<double>> seasonsOf(std::span<const double> values, const std::vector<int>& periods) {
    std::vector<std::vector<double>> seasons(periods.size(), std::vector<double>(values.size(), 0.0));
    std::vector<double> left(values.begin(), values.end());
    for (int pass = 0; pass < (periods.size() > 1 ? 2 : 1); ++pass) {
        for (std::size_t which = 0; which < periods.size(); ++which) {
            for (std::size_t i = 0; i < left.size(); ++i) {
                left[i] += seasons[which][i];
            }
            const int window = 11 + 4 * static_cast<int>(which);
            seasons[which] = decompose(left, periods[which], StlWindows::usual(periods[which], window)).season;
            for (std::size_t i = 0; i < left.size(); ++i) {
                left[i] -= seasons[which][i];
            }
        }
    }
    return seasons;
}

}  // namespace foresell
