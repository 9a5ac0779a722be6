// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/seasonal_trend.h"

#include <algorithm>
#include <cmath>

#include "core/baselines/ets_model.h"
#include "core/baselines/exponential_smoothing.h"
#include "core/baselines/intermittent.h"
#include "core/baselines/stl.h"

namespace foresell {

namespace {

constexpr int daysAYear = 365;
constexpr std::size_t endsADecomposition = 4;  // past forecasts that share one

std::vector<int> periodsWithin(std::size_t length, int season) {
    std::vector<int> periods;
    for (const int period : {season, season == 7 ? daysAYear : 1}) {
        if (period > 1 && 2 * static_cast<std::size_t>(period) < length) {
            periods.push_back(period);
        }
    }
    return periods;
}

/// What the seasons add to each value of `history`, decomposed up to `end`, and to `horizon` values after the history.
std::vector<double> seasonalOf(std::span<const double> history, int season, int end, int horizon) {
    const std::span<const double> seen = history.first(static_cast<std::size_t>(end));
    const std::vector<int> periods = periodsWithin(seen.size(), season);
    std::vector<double> sum(history.size() + static_cast<std::size_t>(horizon), 0.0);
    const auto seasons = seasonsOf(filled(seen, season), periods);
    for (std::size_t which = 0; which < periods.size(); ++which) {
        const auto period = static_cast<std::size_t>(periods[which]);
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i] += i < seen.size() ? seasons[which][i] : seasons[which][seen.size() - period + (i - seen.size()) % period];
        }
    }
    return sum;
}

std::vector<double> less(std::span<const double> values, const std::vector<double>& seasonal) {
    std::vector<double> adjusted(values.begin(), values.end());
    for (std::size_t i = 0; i < adjusted.size(); ++i) {
        adjusted[i] -= seasonal[i];
    }
    return adjusted;
}

}  // namespace

void SeasonalTrend::forecastSeries(const SeriesHistory& history, std::span<const int> ends, int horizon,
                                   std::span<double> into) const {
    const auto width = static_cast<std::size_t>(horizon);
    const auto whole = static_cast<int>(history.values.size());
    const auto model = fitBestEts(less(history.values, seasonalOf(history.values, history.season, whole, horizon)), 1);
    for (std::size_t first = 0, next = 0; first < ends.size(); first = next) {
        next = std::min(first + endsADecomposition, ends.size() - 1);  // the last stands alone
        next = first + 1 == ends.size() ? ends.size() : next;
        const std::vector<double> seasonal = seasonalOf(history.values, history.season, ends[first], horizon);
        const std::vector<double> adjusted = less(history.values, seasonal);
        const std::span<const int> own = ends.subspan(first, next - first);
        const std::span<double> part = into.subspan(first * width, own.size() * width);
        if (model) {
            model->forecast(adjusted, own, horizon, part);
        } else {
            repeatLevel({adjusted, history.season, history.allowsNegative}, own, horizon, part,
                        [](std::span<const double> observed) { return smoothedLevel(observed, 0.5); });
        }
        for (std::size_t i = 0; i < part.size(); ++i) {
            part[i] += seasonal[static_cast<std::size_t>(own[i / width]) + i % width];
        }
    }
}

}  // namespace foresell
