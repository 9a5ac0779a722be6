// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/panel_tensors_impl.h"

#include <algorithm>
#include <cmath>

namespace foresell {

struct PanelTensors::Place {
    at::Tensor series;   ///< batch
    at::Tensor origin;   ///< batch
    at::Tensor steps;    ///< batch x steps
    at::Tensor columns;  ///< batch x steps: origin + steps
    at::Tensor ownLevel;         ///< batch: of each series
    at::Tensor level;            ///< batch: what the normalisation measures by, as are the next
    at::Tensor centre, spread;   ///< batch; undefined where the normalisation is not robust

    at::Tensor seriesBySteps() const { return series.unsqueeze(1).expand_as(steps); }
};

namespace {

at::Tensor pick(const at::Tensor& values, const at::Tensor& index) {
    return values.index_select(0, index.reshape({-1})).view(index.sizes());
}

/// Rows of a table by an index of any shape: index shape x width.
at::Tensor pickRows(const at::Tensor& table, const at::Tensor& index) {
    auto shape = index.sizes().vec();
    shape.push_back(table.size(1));
    return at::embedding(table, index.reshape({-1})).view(shape);
}

at::Tensor bent(const at::Tensor& ratio) {
    return ratio.sign() * ratio.abs().log1p();
}

/// Numbers and whether they are known, side by side in a last dimension of two.
at::Tensor withKnown(const at::Tensor& numbers, const at::Tensor& known, double bound) {
    return at::stack({(numbers * known).clamp(-bound, bound), known}, -1);
}

}  // namespace

/// Mean demand of the seen periods in [begin, end), 0 where there is none (then `known` is 0 too).
at::Tensor PanelTensors::meanBetween(const at::Tensor& series, const at::Tensor& begin, const at::Tensor& end,
                                     at::Tensor* known) const {
    const at::Tensor row = series * (m_periods + 1);
    const at::Tensor from = row + begin.clamp(0, m_periods);
    const at::Tensor to = row + at::maximum(begin, end).clamp(0, m_periods);
    const at::Tensor count = pick(m_counts, to) - pick(m_counts, from);
    if (known) {
        *known = (count > 0).to(at::kFloat);
    }
    return (pick(m_sums, to) - pick(m_sums, from)).clamp_min(0) / count.clamp_min(1);
}

/// Means of the last periods of the same season (weekday) as the period to forecast, as many as FeaturePlan::seasonCounts
/// says: batch x steps x counts.
at::Tensor PanelTensors::seasonMeans(const Place& place, at::Tensor* known) const {
    const std::int64_t season = m_plan.season;
    const at::Tensor rounds = (place.steps + (season - 1)).div(season, "floor");
    const at::Tensor to = (place.columns - rounds * season + season).unsqueeze(2);
    const at::Tensor from = to - m_seasonReaches;
    const at::Tensor row = (place.series * (m_periods + season)).view({-1, 1, 1});
    const at::Tensor isInside = (from >= 0).to(at::kFloat);
    const at::Tensor fromIndex = row + from.clamp_min(0);
    const at::Tensor toIndex = row + to.clamp_min(0);
    const at::Tensor seen = pick(m_seasonCounts, toIndex) - pick(m_seasonCounts, fromIndex) * isInside;
    *known = (seen > 0).to(at::kFloat);
    const at::Tensor sum = pick(m_seasonSums, toIndex) - pick(m_seasonSums, fromIndex) * isInside;
    return sum.clamp_min(0) / seen.clamp_min(1);
}

/// A series' level at the origin: the mean of the last levelWindow periods, drawn a little to that of all before.
at::Tensor PanelTensors::levels(const Place& place) const {
    const at::Tensor row = place.series * (m_periods + 1);
    const at::Tensor end = place.origin + 1;
    const at::Tensor from = (end - m_plan.levelWindow).clamp_min(0);
    const at::Tensor allSum = pick(m_sums, row + end);
    const at::Tensor allCount = pick(m_counts, row + end);
    const at::Tensor sum = allSum - pick(m_sums, row + from);
    const at::Tensor count = allCount - pick(m_counts, row + from);
    const double pull = 0.1 * m_plan.levelWindow;
    const at::Tensor mean = allSum / allCount.clamp_min(1);
    const at::Tensor level = (sum.clamp_min(0) + pull * mean) / (count + pull);
    const at::Tensor fallback = at::full_like(level, m_plan.fallbackLevel);
    return at::where(allSum > 0, level, fallback * at::where(allCount > 0, 0.01, 1.0)).clamp_min(1e-3f * m_plan.fallbackLevel);
}

/// What the demand at the place is measured by: see Normalisation. Where it is robust, by the median of the periods that
/// the level is the mean of, and by the median distance from it.
void PanelTensors::measureScale(Place& place) const {
    const Normalisation& normalisation = m_plan.normalisation;
    place.ownLevel = place.level = levels(place);
    if (!normalisation.isPerSeries()) {
        place.level = at::full_like(place.ownLevel, m_plan.allSeries.level);
    }
    if (normalisation.kind != Normalisation::Kind::Robust) {
        return;
    }
    if (normalisation.scope == Normalisation::Scope::Global) {
        place.centre = at::full_like(place.level, m_plan.allSeries.centre);
        place.spread = at::full_like(place.level, m_plan.allSeries.spread);
        return;
    }
    const at::Tensor offsets = at::arange(1 - m_plan.levelWindow, 1, at::TensorOptions(at::kLong).device(m_device));
    const at::Tensor columns = place.origin.unsqueeze(1) + offsets;
    const at::Tensor history = pickRows(m_history, place.series.unsqueeze(1) * m_periods + columns.clamp_min(0));
    const at::Tensor isSeen = history.select(2, 1).mul(columns >= 0) > 0;
    const at::Tensor demand = history.select(2, 0).masked_fill(isSeen.logical_not(), NAN);
    place.centre = std::get<0>(demand.nanmedian(1)).nan_to_num(0);
    const at::Tensor distance = std::get<0>((demand - place.centre.unsqueeze(1)).abs().nanmedian(1)).nan_to_num(0);
    const at::Tensor spread = at::maximum(Normalisation::normalDeviation * distance, Normalisation::leastSpread * place.level);
    place.spread = at::where(distance > 0, spread, place.level);
}

/// Demand in scaled space; dimension `batchAt` of it is the batch. `ratio` is that demand over the level.
at::Tensor PanelTensors::scaledDemand(const Place& place, const at::Tensor& demand, const at::Tensor& ratio,
                                      std::int64_t batchAt) const {
    switch (m_plan.normalisation.kind) {
        case Normalisation::Kind::None:
            return demand;
        case Normalisation::Kind::Mean:
            return ratio;
        case Normalisation::Kind::Log:
            return bent(ratio);
        case Normalisation::Kind::Robust:
            break;
    }
    std::vector<std::int64_t> shape(static_cast<std::size_t>(demand.dim()), 1);
    shape[static_cast<std::size_t>(batchAt)] = -1;
    return (demand - place.centre.view(shape)) / place.spread.view(shape);
}

/// Demand (batch first) as a network sees it, 0 where it is usual or not known; and whether it is known, in a last dimension
/// of two.
at::Tensor PanelTensors::demandInputs(const Place& place, const at::Tensor& demand, const at::Tensor& known) const {
    const Normalisation& normalisation = m_plan.normalisation;
    std::vector<std::int64_t> shape(static_cast<std::size_t>(demand.dim()), 1);
    shape[0] = -1;
    const double usual = normalisation.kind == Normalisation::Kind::Log    ? std::log(2.0)
                         : normalisation.kind == Normalisation::Kind::Mean ? 1
                                                                           : 0;
    return withKnown(scaledDemand(place, demand, demand / place.level.view(shape), 0) - usual, known, normalisation.bound());
}

/// lookback x batch x inputs; `ownMean` (batch x own covariates) is their mean over the window.
at::Tensor PanelTensors::pastInputs(const Place& place, at::Tensor* ownMean) const {
    const std::int64_t lookback = m_plan.lookback;
    const at::Tensor offsets = at::arange(1 - lookback, 1, at::TensorOptions(at::kLong).device(m_device));
    const at::Tensor columns = offsets.unsqueeze(1) + place.origin.unsqueeze(0);
    const at::Tensor isInside = (columns >= 0).to(at::kFloat).unsqueeze(2);
    const at::Tensor inside = columns.clamp_min(0);
    const at::Tensor history = pickRows(m_history, place.series * m_periods + inside) * isInside;
    const at::Tensor units = history.narrow(2, 0, 1);
    at::Tensor demand = scaledDemand(place, units, units / place.level.view({1, -1, 1}), 1);
    if (place.centre.defined()) {
        demand = demand * history.narrow(2, 1, 1);
    }
    const double bound = m_plan.normalisation.bound();
    std::vector<at::Tensor> parts{demand.clamp(-bound, bound), history.narrow(2, 1, history.size(2) - 1),
                                  pickRows(m_pastTable, inside)};
    if (m_own.size(1) > 0) {
        const at::Tensor own = pickRows(m_own, place.series * m_columns + inside) * isInside;
        *ownMean = own.sum(0) / isInside.sum(0).clamp_min(1);
        parts.push_back(own);
    }
    return at::cat(parts, 2);
}

/// What is told of the window as a whole: recent means over the level, the change from a year ago, age, size.
at::Tensor PanelTensors::windowInputs(const Place& place) const {
    const at::Tensor end = place.origin + 1;
    const at::Tensor ends = end.unsqueeze(1);
    at::Tensor known;
    const at::Tensor means = meanBetween(place.series.unsqueeze(1), ends - m_levelLengths, ends, &known);
    const at::Tensor levels = demandInputs(place, means, known).flatten(1);
    const int year = m_plan.year;
    const int recent = m_plan.levelWindow;
    const at::Tensor now = meanBetween(place.series, end - recent, end, nullptr);
    const at::Tensor before = meanBetween(place.series, end - year - recent, end - year, &known);
    const at::Tensor isKnown = known * (before > 0).to(at::kFloat);
    const at::Tensor change = (((now + 0.01 * place.ownLevel) / (before + 0.01 * place.ownLevel)).log() * isKnown).clamp(-4, 4);
    const at::Tensor size = ((place.ownLevel.log() - m_plan.logLevel.mean) / m_plan.logLevel.deviation).clamp(-5, 5);
    const at::Tensor age = pick(m_counts, place.series * (m_periods + 1) + end).log1p() / 8;
    return at::cat({levels, at::stack({change, isKnown, size, age}, 1), pickRows(m_pastTable, place.origin),
                    pickRows(m_numbers, place.series)},
                   1);
}

/// What periods round the same one of the last two years sold, over the level; the last year's also over the level then:
/// batch x steps x inputs.
at::Tensor PanelTensors::yearInputs(const Place& place) const {
    const std::int64_t year = m_plan.year;
    const at::Tensor yearBack = place.columns - (place.steps + (year - 1)).div(year, "floor") * year;
    const at::Tensor middle = yearBack.unsqueeze(2) - m_yearReaches;
    const at::Tensor end = at::minimum(middle + m_yearSpans + 1, place.origin.view({-1, 1, 1}) + 1);
    at::Tensor known;
    const at::Tensor means = meanBetween(place.series.view({-1, 1, 1}), middle - m_yearSpans, end, &known);
    known = known * (middle >= 0).to(at::kFloat);
    const auto spansByYears = [](const at::Tensor& values) { return values.unflatten(2, {-1, 2}); };
    const at::Tensor told = spansByYears(demandInputs(place, means, known));

    const at::Tensor yearOrigin = place.origin + 1 - year;
    at::Tensor oldKnown;
    const at::Tensor oldLevel = meanBetween(place.series, yearOrigin - m_plan.levelWindow, yearOrigin, &oldKnown);
    const at::Tensor hasOldLevel = oldKnown * (oldLevel > 0).to(at::kFloat);
    const at::Tensor ratio = spansByYears(means).select(3, 0) / oldLevel.clamp_min(1e-6f).view({-1, 1, 1});
    const at::Tensor old = withKnown(bent(ratio) - std::log(2.0), spansByYears(known).select(3, 0) * hasOldLevel.view({-1, 1, 1}), 8);
    return at::stack({told.select(3, 0), old, told.select(3, 1)}, 3).flatten(2);
}

/// batch x steps x inputs: the calendar and plan of the period to forecast, and what like periods sold before.
at::Tensor PanelTensors::stepInputs(const Place& place, const at::Tensor& ownMean) const {
    const at::Tensor position = place.steps.to(at::kFloat).clamp_max(m_plan.horizon);
    std::vector<at::Tensor> parts{at::stack({position / m_plan.horizon, position.log1p() / std::log1p(m_plan.horizon)}, 2)};
    if (m_seasonReaches.numel() > 0) {
        at::Tensor known;
        const at::Tensor means = seasonMeans(place, &known);
        parts.push_back(demandInputs(place, means, known).flatten(2));
    }
    parts.push_back(yearInputs(place));
    parts.push_back(pickRows(m_stepTable, place.columns));
    if (m_own.size(1) > 0) {
        const at::Tensor own = pickRows(m_own, place.series.unsqueeze(1) * m_columns + place.columns);
        parts.push_back(own);
        for (const std::int64_t column : m_ownNumbers) {
            parts.push_back((own.narrow(2, column, 1) - ownMean.narrow(1, column, 1).unsqueeze(1)) * 2);
        }
    }
    return at::cat(parts, 2);
}

WindowBatch PanelTensors::gather(const WindowIndex& index, int learnEnd) const {
    const auto batch = static_cast<std::int64_t>(index.series.size());
    std::vector<std::int64_t> all(index.series);
    all.insert(all.end(), index.origin.begin(), index.origin.end());
    std::ranges::transform(index.hidesCodes, std::back_inserter(all), [](std::uint8_t hides) { return hides ? 0 : 1; });
    all.insert(all.end(), index.steps.begin(), index.steps.end());
    const at::Tensor sent = toDevice(all, {-1});  // in one piece
    Place place;
    place.series = sent.narrow(0, 0, batch);
    place.origin = sent.narrow(0, batch, batch);
    const at::Tensor isShown = sent.narrow(0, 2 * batch, batch).unsqueeze(1);
    place.steps = sent.narrow(0, 3 * batch, sent.numel() - 3 * batch).view({batch, -1});
    place.columns = (place.origin.unsqueeze(1) + place.steps).clamp_max(m_columns - 1);
    measureScale(place);
    WindowBatch result;
    at::Tensor ownMean;
    result.inputs.past = pastInputs(place, &ownMean);
    result.inputs.window = windowInputs(place);
    result.inputs.step = stepInputs(place, ownMean);
    result.inputs.codes = m_codes.index_select(0, place.series) * isShown;
    const at::Tensor rows = place.seriesBySteps();
    const at::Tensor demand = m_history.select(1, 0).index_select(
        0, (rows * m_periods + place.columns.clamp_max(m_periods - 1)).reshape({-1}));
    result.inputs.open = pick(m_open, rows * m_columns + place.columns);
    result.targets.mask = result.inputs.open * (place.columns < learnEnd).to(at::kFloat);
    result.targets.level = place.level;
    if (m_censored.defined()) {
        result.targets.censored = pick(m_censored, rows * m_columns + place.columns);
    }
    const at::Tensor units = demand.view(rows.sizes());
    result.targets.ratio = units / place.level.unsqueeze(1) * result.targets.mask;
    result.targets.scaled = scaledDemand(place, units, result.targets.ratio, 0);
    if (m_plan.normalisation.kind == Normalisation::Kind::None || place.centre.defined()) {
        result.targets.scaled = result.targets.scaled * result.targets.mask;
    }
    result.targets.centre = place.centre;
    result.targets.spread = place.spread;
    return result;
}

}  // namespace foresell
