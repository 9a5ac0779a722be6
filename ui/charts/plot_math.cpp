// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_math.h"

#include <algorithm>
#include <cmath>

namespace foresell {

AxisSteps axisSteps(double lowest, double highest) {
    lowest = std::isfinite(lowest) ? std::min(lowest, 0.0) : 0.0;
    highest = std::isfinite(highest) ? std::max(highest, 0.0) : 0.0;
    if (highest - lowest <= 0) {
        return {0, 1, 0.2};
    }
    const double exact = (highest - lowest) / 6;
    const double power = std::pow(10.0, std::floor(std::log10(exact)));
    double step = power * 10;
    for (const double candidate : {1.0, 2.0, 2.5, 5.0}) {
        if (candidate * power >= exact * (1 - 1e-9)) {
            step = candidate * power;
            break;
        }
    }
    return {std::floor(lowest / step + 1e-9) * step, std::ceil(highest / step - 1e-9) * step, step};
}

std::vector<double> ticksOf(const AxisSteps& steps) {
    std::vector<double> ticks;
    const int count = static_cast<int>(std::lround((steps.high - steps.low) / steps.step));
    for (int i = 0; i <= count; ++i) {
        const double value = steps.low + i * steps.step;
        ticks.push_back(std::abs(value) < steps.step * 1e-9 ? 0.0 : value);
    }
    return ticks;
}

QList<QPointF> decimated(const QList<QPointF>& points, int columns, qsizetype limit) {
    if (points.size() <= limit || columns < 1) {
        return points;
    }
    const double first = points.front().x();
    const double width = (points.back().x() - first) / columns;
    QList<QPointF> kept;
    kept.reserve(columns * 4);
    qsizetype from = 0;
    while (from < points.size()) {
        const int column = static_cast<int>((points[from].x() - first) / width);
        qsizetype low = from, high = from, end = from;
        for (; end < points.size() && static_cast<int>((points[end].x() - first) / width) == column; ++end) {
            low = points[end].y() < points[low].y() ? end : low;
            high = points[end].y() > points[high].y() ? end : high;
        }
        qsizetype last = -1;
        for (const qsizetype index : {from, std::min(low, high), std::max(low, high), end - 1}) {
            if (index != last) {
                kept.append(points[index]);
            }
            last = index;
        }
        from = end;
    }
    return kept;
}

QList<QList<QPointF>> segmentsOf(std::span<const double> x, std::span<const double> y, int joined) {
    QList<QList<QPointF>> segments;
    int missing = joined + 1;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (!std::isfinite(y[i])) {
            ++missing;
            continue;
        }
        if (missing > joined || segments.isEmpty()) {
            segments.append(QList<QPointF>());
        }
        segments.back().append(QPointF(x[i], y[i]));
        missing = 0;
    }
    return segments;
}

void nudgeApart(std::vector<double>& positions, double distance, double low, double high) {
    for (std::size_t i = 1; i < positions.size(); ++i) {
        positions[i] = std::max(positions[i], positions[i - 1] + distance);
    }
    double limit = high;
    for (std::size_t i = positions.size(); i-- > 0;) {
        positions[i] = std::max(low, std::min(positions[i], limit));
        limit = positions[i] - distance;
    }
}

}  // namespace foresell
