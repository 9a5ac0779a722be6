// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/residual_bands.h"

#include <algorithm>
#include <cmath>

namespace foresell {

namespace {

/// Type 7 quantile (Hyndman and Fan 1996) of sorted values.
double quantile(const std::vector<float>& sorted, double level) {
    const double place = level * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = place - static_cast<double>(below);
    return sorted[below] * (1 - share) + sorted[above] * share;
}

std::vector<float> countErrors(const std::vector<float>& points) {
    float level = 0;
    for (const float point : points) {
        level += std::abs(point) / static_cast<float>(points.size());
    }
    const float spread = std::sqrt(std::max(level, 0.25F));
    return {-1.96F * spread, -1.28F * spread, -0.67F * spread, 0, 0.67F * spread, 1.28F * spread, 1.96F * spread};
}

}  // namespace

void writeBands(Forecast& forecast, std::size_t series, const std::vector<float>& points, std::vector<float> errors,
                int season, bool allowsNegative) {
    if (errors.size() < 4) {
        errors = countErrors(points);
    }
    std::ranges::sort(errors);
    const double middle = quantile(errors, 0.5);
    const auto horizon = static_cast<std::size_t>(forecast.horizon);
    const std::size_t levels = forecast.levels.size();
    for (std::size_t step = 0; step < horizon; ++step) {
        const double growth = std::sqrt(static_cast<double>(step) / season + 1.0);
        const double point = points[step];
        forecast.mean[series * horizon + step] = allowsNegative ? points[step] : std::max(points[step], 0.0F);
        for (std::size_t level = 0; level < levels; ++level) {
            // Round the point: the errors' own median would shift the forecast that the method stands for.
            double value = point + (quantile(errors, forecast.levels[level]) - middle) * growth;
            value = allowsNegative ? value : std::max(value, 0.0);
            forecast.quantiles[(series * horizon + step) * levels + level] = static_cast<float>(value);
        }
    }
}

bool isClosedAhead(const Panel& panel, std::size_t series, int step) {
    const auto open = std::ranges::find(panel.knownFuture, "open", &Covariate::name);
    if (open == panel.knownFuture.end() || step >= panel.futurePeriods) {
        return false;
    }
    const auto stride = static_cast<std::size_t>(panel.periods + panel.futurePeriods);
    const std::size_t place = (open->shared ? 0 : series * stride) + static_cast<std::size_t>(panel.periods + step);
    return (open->isKnown.empty() || open->isKnown[place] != 0) && open->values[place] == 0.0F;
}

}  // namespace foresell
