// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <span>
#include <vector>

namespace foresell {

/// Steps of an axis: 0 or below the lowest value up to above the highest, in 5 or 6 steps of 1, 2, 2.5 or 5.
struct AxisSteps {
    double low = 0;
    double high = 1;
    double step = 0.2;
};
AxisSteps axisSteps(double lowest, double highest);

/// Where the axis writes a number: low, low + step ... high.
std::vector<double> ticksOf(const AxisSteps& steps);

/// Draws at most about four points a column (first, lowest, highest, last of each), so that a line of any length is
/// drawn as it looks and in bounded time. Lines up to `limit` points come back as they are. Points are ascending in x.
inline constexpr qsizetype mostPoints = 2400;
QList<QPointF> decimated(const QList<QPointF>& points, int columns, qsizetype limit = mostPoints);

/// Cuts a line where a value is missing (NaN). Gaps of up to `joined` values are drawn over. A value alone between two
/// gaps becomes a segment of one point.
QList<QList<QPointF>> segmentsOf(std::span<const double> x, std::span<const double> y, int joined = 0);

/// Moves ascending positions apart to at least `distance`, staying within [low, high] where there is room.
void nudgeApart(std::vector<double>& positions, double distance, double low, double high);

}  // namespace foresell
