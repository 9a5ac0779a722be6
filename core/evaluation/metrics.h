// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "core/dataset/panel.h"

namespace foresell {

/// Each measure takes observed values and forecasts one by one; `value` is NaN where it is not defined. None of them
/// holds the points, so any number can be added.

/// Weighted absolute percentage error: sum |y - f| / sum |y| (Kolassa and Schuetz 2007, "MAD/mean ratio"). f: median.
class Wape {
public:
    void add(double actual, double median) {
        m_errors += std::abs(actual - median);
        m_size += std::abs(actual);
    }
    double value() const { return m_size > 0 ? m_errors / m_size : std::numeric_limits<double>::quiet_NaN(); }
    void reset() { *this = {}; }

private:
    double m_errors = 0, m_size = 0;
};

/// sum (f - y) / sum |y|: above 0 the forecast is too high. f: mean.
class Bias {
public:
    void add(double actual, double mean) {
        m_errors += mean - actual;
        m_size += std::abs(actual);
    }
    double value() const { return m_size > 0 ? m_errors / m_size : std::numeric_limits<double>::quiet_NaN(); }
    void reset() { *this = {}; }

private:
    double m_errors = 0, m_size = 0;
};

/// Mean of 2 |y - f| / (|y| + |f|), 0 where both are 0 (Makridakis 1993), within 0..2. f: median.
class Smape {
public:
    void add(double actual, double median) {
        const double size = std::abs(actual) + std::abs(median);
        m_sum += size > 0 ? 2 * std::abs(actual - median) / size : 0;
        ++m_points;
    }
    double value() const {
        return m_points > 0 ? m_sum / static_cast<double>(m_points) : std::numeric_limits<double>::quiet_NaN();
    }
    void reset() { *this = {}; }

private:
    double m_sum = 0;
    std::int64_t m_points = 0;
};

/// Weighted quantile loss: 2 x sum of the pinball losses (Koenker and Bassett 1978) over points and levels, by the number
/// of levels and by sum |y| (as in the M5 uncertainty track's relatives, GluonTS "mean_wQuantileLoss").
class Pinball {
public:
    /// `quantiles` and `levels` have the same length.
    template <typename Quantile>
    void add(double actual, std::span<const Quantile> quantiles, std::span<const double> levels) {
        double loss = 0;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const double error = actual - static_cast<double>(quantiles[i]);
            loss += error >= 0 ? levels[i] * error : (levels[i] - 1) * error;
        }
        m_loss += levels.empty() ? 0 : 2 * loss / static_cast<double>(levels.size());
        m_size += std::abs(actual);
    }
    double value() const { return m_size > 0 ? m_loss / m_size : std::numeric_limits<double>::quiet_NaN(); }
    void reset() { *this = {}; }

private:
    double m_loss = 0, m_size = 0;
};

/// Share of the points that lie within a band, its ends included.
class Coverage {
public:
    void add(double actual, double low, double high) {
        m_inside += actual >= low && actual <= high ? 1 : 0;
        ++m_points;
    }
    double value() const {
        return m_points > 0 ? static_cast<double>(m_inside) / static_cast<double>(m_points)
                            : std::numeric_limits<double>::quiet_NaN();
    }
    void reset() { *this = {}; }

private:
    std::int64_t m_inside = 0, m_points = 0;
};

/// Mean over series (and origins) of a series' error over its own scale; series without a scale are left out.
/// With mean absolute errors and naiveScale this is MASE, with root mean squared errors and the root of differenceScale
/// RMSSE.
class ScaledError {
public:
    void add(double error, double scale) {
        if (scale > 0 && std::isfinite(error)) {
            m_sum += error / scale;
            ++m_series;
        }
    }
    double value() const {
        return m_series > 0 ? m_sum / static_cast<double>(m_series) : std::numeric_limits<double>::quiet_NaN();
    }
    void reset() { *this = {}; }

private:
    double m_sum = 0;
    std::int64_t m_series = 0;
};

/// Mean absolute difference from one season before, over a series' history (Hyndman and Koehler 2006); from the period
/// before where the history holds no two periods a season apart. NaN where there are no two observed periods.
double naiveScale(const Panel& history, std::size_t series);

/// Mean squared difference of following observed periods, from the first sale on (Makridakis et al. 2022, M5 accuracy).
double differenceScale(const Panel& history, std::size_t series);

}  // namespace foresell
