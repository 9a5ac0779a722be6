// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/panel_tensors_impl.h"

#include <algorithm>
#include <cmath>

#include "core/training/time_table.h"

namespace foresell {

struct PanelTensors::Place {
    at::Tensor series;   ///< batch
    at::Tensor origin;   ///< batch
    at::Tensor steps;    ///< batch x steps
    at::Tensor columns;  ///< batch x steps: origin + steps
    at::Tensor ownLevel;         ///< batch: of each series
    at::Tensor level;            ///< batch: what the normalisation measures by, as are the next
    at::Tensor centre, spread;   ///< batch; undefined where the normalisation is not robust
    at::Tensor hidesCodes;

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

at::Tensor indexTensor(const std::vector<std::int64_t>& values, at::IntArrayRef shape, const at::Device& device) {
    return at::tensor(values, at::kLong).view(shape).to(device);
}

at::Tensor bent(const at::Tensor& ratio) {
    return ratio.sign() * ratio.abs().log1p();
}

/// How far `values` lies from `level`, 0 where they agree or where `known` is 0; and `known` itself, side by side.
void addRatio(std::vector<at::Tensor>& columns, const at::Tensor& values, const at::Tensor& level,
              const at::Tensor& known) {
    const at::Tensor scaled = bent(values / level) - std::log(2.0);
    columns.push_back((scaled * known).clamp(-8, 8));
    columns.push_back(known);
}

const Covariate* findByName(const std::vector<Covariate>& covariates, const std::string& name) {
    const auto found = std::ranges::find(covariates, name, &Covariate::name);
    return found == covariates.end() ? nullptr : &*found;
}

/// A covariate's value at a column: the last one given for periods after those, and unknown where it is not told.
struct CovariateReader {
    const Covariate* covariate;
    const NumberScale& scale;
    int stride;

    std::pair<float, float> at(std::size_t series, int column) const {
        if (!covariate || stride == 0) {
            return {0.0f, 0.0f};
        }
        if (column >= stride && scale.isBinary) {
            return {0.0f, 1.0f};
        }
        const std::size_t row = covariate->shared ? 0 : series;
        const std::size_t place =
            row * static_cast<std::size_t>(stride) + static_cast<std::size_t>(std::min(column, stride - 1));
        if (!covariate->isKnown.empty() && !covariate->isKnown[place]) {
            return {0.0f, 0.0f};
        }
        return {scale.scaled(covariate->values[place]), 1.0f};
    }
};

void addShared(TimeTable& table, const CovariateReader& reader, int columns) {
    std::vector<float> values;
    const auto width = static_cast<std::size_t>(table.width);
    for (int column = 0; column < columns; ++column) {
        const auto* row = table.values.data() + static_cast<std::size_t>(column) * width;
        values.insert(values.end(), row, row + width);
        const auto [value, known] = reader.at(0, column);
        values.push_back(value);
        if (reader.scale.hasUnknown) {
            values.push_back(known);
        }
    }
    table.values = std::move(values);
    table.width += reader.scale.hasUnknown ? 2 : 1;
}

}  // namespace

PanelTensors::PanelTensors(const Panel& panel, const FeaturePlan& plan, int horizon, const at::Device& device)
    : m_plan(plan),
      m_device(device),
      m_series(static_cast<std::int64_t>(panel.seriesCount())),
      m_periods(panel.periods),
      m_columns(panel.periods + std::max(horizon, panel.futurePeriods)) {
    storeHistory(panel);
    storeSums(panel);
    storeCovariates(panel);
    storeStatics(panel);
}

at::Tensor PanelTensors::toDevice(std::vector<float> values, at::IntArrayRef shape) const {
    return at::from_blob(values.data(), shape, at::kFloat).clone().to(m_device);
}

void PanelTensors::storeHistory(const Panel& panel) {
    const std::size_t width = 2 + 2 * m_plan.pastOnly.size() + (m_plan.seesSoldOut ? 1 : 0);
    const auto periods = static_cast<std::size_t>(m_periods);
    std::vector<float> history(panel.seriesCount() * periods * width);
    std::vector<float> open(panel.seriesCount() * static_cast<std::size_t>(m_columns), 0.0f);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (int step = 0; step < m_columns - m_periods; ++step) {
            open[series * static_cast<std::size_t>(m_columns) + periods + static_cast<std::size_t>(step)] =
                isClosedAhead(panel, series, step) ? 0.0f : 1.0f;
        }
        for (std::size_t column = 0; column < periods; ++column) {
            const std::size_t cell = series * periods + column;
            float* row = history.data() + cell * width;
            const bool isSeen = panel.state[cell] == CellState::Sold && std::isfinite(panel.target[cell]);
            row[0] = isSeen ? panel.target[cell] : 0.0f;
            row[1] = isSeen ? 1.0f : 0.0f;
            if (isSeen) {
                open[series * static_cast<std::size_t>(m_columns) + column] = 1.0f;
            }
            for (std::size_t i = 0; i < m_plan.pastOnly.size(); ++i) {
                const CovariateReader reader{findByName(panel.pastOnly, m_plan.pastOnly[i].name), m_plan.pastOnly[i],
                                             panel.periods};
                std::tie(row[2 + 2 * i], row[3 + 2 * i]) = reader.at(series, static_cast<int>(column));
            }
            if (m_plan.seesSoldOut) {
                row[width - 1] = panel.isCensored(series, static_cast<int>(column)) ? 1.0f : 0.0f;
            }
        }
    }
    m_history = toDevice(std::move(history), {m_series * m_periods, static_cast<std::int64_t>(width)});
    m_open = toDevice(std::move(open), {m_series * m_columns});
    if (!panel.censored.empty()) {
        std::vector<float> censored(panel.seriesCount() * static_cast<std::size_t>(m_columns), 0.0f);
        for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
            for (std::size_t column = 0; column < periods; ++column) {
                censored[series * static_cast<std::size_t>(m_columns) + column] = panel.censored[series * periods + column];
            }
        }
        m_censored = toDevice(std::move(censored), {m_series * m_columns});
    }
}

/// Running sums of the absolute demand and of the seen periods, and the same over every season-th period.
void PanelTensors::storeSums(const Panel& panel) {
    const auto periods = static_cast<std::size_t>(m_periods);
    const auto season = static_cast<std::size_t>(m_plan.season);
    std::vector<float> sums, counts, seasonSums, seasonCounts;
    std::vector<double> sum(periods + season), count(periods + season);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (const std::size_t stride : {std::size_t{1}, season}) {
            std::fill(sum.begin(), sum.end(), 0.0);
            std::fill(count.begin(), count.end(), 0.0);
            for (std::size_t column = 0; column < periods; ++column) {
                const float y = panel.target[series * periods + column];
                const bool isSeen = panel.state[series * periods + column] == CellState::Sold && std::isfinite(y);
                sum[column + stride] = sum[column] + (isSeen ? std::abs(static_cast<double>(y)) : 0.0);
                count[column + stride] = count[column] + (isSeen ? 1.0 : 0.0);
            }
            const auto length = static_cast<std::ptrdiff_t>(periods + stride);
            std::vector<float>& sumsOut = stride == 1 ? sums : seasonSums;
            std::vector<float>& countsOut = stride == 1 ? counts : seasonCounts;
            sumsOut.insert(sumsOut.end(), sum.begin(), sum.begin() + length);
            countsOut.insert(countsOut.end(), count.begin(), count.begin() + length);
            if (season == 1) {
                break;
            }
        }
    }
    m_sums = toDevice(std::move(sums), {m_series * (m_periods + 1)});
    m_counts = toDevice(std::move(counts), {m_series * (m_periods + 1)});
    if (season > 1) {
        m_seasonSums = toDevice(std::move(seasonSums), {m_series * (m_periods + m_plan.season)});
        m_seasonCounts = toDevice(std::move(seasonCounts), {m_series * (m_periods + m_plan.season)});
    }
}

void PanelTensors::storeCovariates(const Panel& panel) {
    const auto columns = static_cast<int>(m_columns);
    TimeTable steps = stepCalendar(panel.axis, panel.firstPeriod, columns);
    TimeTable past = pastCalendar(panel.axis, panel.firstPeriod, columns);
    std::vector<CovariateReader> own;
    std::int64_t width = 0;
    for (const NumberScale& scale : m_plan.knownFuture) {
        const CovariateReader reader{findByName(panel.knownFuture, scale.name), scale,
                                     panel.periods + panel.futurePeriods};
        if (scale.isShared) {
            addShared(steps, reader, columns);
            addShared(past, reader, columns);
            continue;
        }
        own.push_back(reader);
        if (!scale.isBinary) {
            m_ownNumbers.push_back(width);
        }
        width += scale.hasUnknown ? 2 : 1;
    }
    m_stepTable = toDevice(std::move(steps.values), {m_columns, steps.width});
    m_pastTable = toDevice(std::move(past.values), {m_columns, past.width});
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(m_series * m_columns * width));
    for (std::size_t series = 0; !own.empty() && series < panel.seriesCount(); ++series) {
        for (int column = 0; column < columns; ++column) {
            for (const CovariateReader& reader : own) {
                const auto [value, known] = reader.at(series, column);
                values.push_back(value);
                if (reader.scale.hasUnknown) {
                    values.push_back(known);
                }
            }
        }
    }
    m_own = toDevice(std::move(values), {width > 0 ? m_series * m_columns : 0, width});
}

namespace {

/// The embedding's row of a series: by the text, where the plan knows texts.
std::int64_t codeOf(const CategoryPlan& category, const Panel& panel, std::size_t series) {
    const auto rowOf = [&](const std::string& text) -> std::int64_t {
        const auto found = std::ranges::lower_bound(category.texts, text);
        return found != category.texts.end() && *found == text ? found - category.texts.begin() + 1 : 0;
    };
    if (category.name == "item" || category.name == "location" || category.name == "channel") {
        return rowOf((category.name == "item"       ? panel.itemCodes
                      : category.name == "location" ? panel.locationCodes
                                                    : panel.channelCodes)[series]);
    }
    const auto feature = std::ranges::find(panel.statics, category.name, &StaticFeature::name);
    if (feature == panel.statics.end() || series >= feature->codes.size()) {
        return 0;
    }
    const std::int32_t code = feature->codes[series];
    if (category.texts.empty() || feature->texts.empty()) {
        return code < category.cardinality ? std::max(0, code) : 0;
    }
    return code >= 1 && code <= std::ssize(feature->texts) ? rowOf(feature->texts[static_cast<std::size_t>(code) - 1]) : 0;
}

}  // namespace

void PanelTensors::storeStatics(const Panel& panel) {
    std::vector<std::int64_t> codes;
    std::vector<float> numbers;
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (const CategoryPlan& category : m_plan.categories) {
            codes.push_back(codeOf(category, panel, series));
        }
        for (const NumberScale& scale : m_plan.numbers) {
            const auto feature = std::ranges::find(panel.statics, scale.name, &StaticFeature::name);
            numbers.push_back(feature != panel.statics.end() && series < feature->values.size()
                                  ? scale.scaled(feature->values[series])
                                  : 0.0f);
        }
    }
    m_codes = indexTensor(codes, {m_series, static_cast<std::int64_t>(m_plan.categories.size())}, m_device);
    m_numbers = toDevice(std::move(numbers), {m_series, static_cast<std::int64_t>(m_plan.numbers.size())});
}

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

/// Mean of the last `count` periods of the same season (weekday) as the period to forecast.
at::Tensor PanelTensors::seasonMean(const Place& place, int count, at::Tensor* known) const {
    const std::int64_t season = m_plan.season;
    const at::Tensor rounds = (place.steps + (season - 1)).div(season, "floor");
    const at::Tensor to = place.columns - rounds * season + season;
    const at::Tensor from = to - season * count;
    const at::Tensor row = place.seriesBySteps() * (m_periods + season);
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

/// A demand as the network sees it (from the level on, where that is what it is measured by), 0 where `known` is 0; and
/// `known` itself, side by side.
void PanelTensors::addDemand(std::vector<at::Tensor>& columns, const Place& place, const at::Tensor& demand,
                             const at::Tensor& known) const {
    const Normalisation& normalisation = m_plan.normalisation;
    const at::Tensor level = demand.dim() > 1 ? place.level.unsqueeze(1) : place.level;
    const double usual = normalisation.kind == Normalisation::Kind::Log    ? std::log(2.0)
                         : normalisation.kind == Normalisation::Kind::Mean ? 1
                                                                           : 0;
    const at::Tensor scaled = scaledDemand(place, demand, demand / level, 0) - usual;
    columns.push_back((scaled * known).clamp(-normalisation.bound(), normalisation.bound()));
    columns.push_back(known);
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
    std::vector<at::Tensor> columns;
    at::Tensor known;
    for (const int length : m_plan.levelWindows()) {
        const at::Tensor mean = meanBetween(place.series, end - length, end, &known);
        addDemand(columns, place, mean, known);
    }
    const int year = m_plan.year;
    const int recent = m_plan.levelWindow;
    const at::Tensor now = meanBetween(place.series, end - recent, end, nullptr);
    const at::Tensor before = meanBetween(place.series, end - year - recent, end - year, &known);
    const at::Tensor isKnown = known * (before > 0).to(at::kFloat);
    columns.push_back((((now + 0.01 * place.ownLevel) / (before + 0.01 * place.ownLevel)).log() * isKnown).clamp(-4, 4));
    columns.push_back(isKnown);
    columns.push_back(((place.ownLevel.log() - m_plan.logLevel.mean) / m_plan.logLevel.deviation).clamp(-5, 5));
    columns.push_back(pick(m_counts, place.series * (m_periods + 1) + end).log1p() / 8);
    at::Tensor stacked = at::stack(columns, 1);
    return at::cat({stacked, pickRows(m_pastTable, place.origin), pickRows(m_numbers, place.series)}, 1);
}

/// batch x steps x inputs: the calendar and plan of the period to forecast, and what like periods sold before.
at::Tensor PanelTensors::stepInputs(const Place& place, const at::Tensor& ownMean) const {
    const at::Tensor series = place.seriesBySteps();
    const at::Tensor position = place.steps.to(at::kFloat).clamp_max(m_plan.horizon);
    std::vector<at::Tensor> columns{position / m_plan.horizon, position.log1p() / std::log1p(m_plan.horizon)};
    at::Tensor known;
    for (const int count : m_plan.seasonCounts()) {
        const at::Tensor mean = seasonMean(place, count, &known);
        addDemand(columns, place, mean, known);
    }
    const std::int64_t year = m_plan.year;
    const at::Tensor yearBack = place.columns - (place.steps + (year - 1)).div(year, "floor") * year;
    const at::Tensor yearOrigin = (place.origin + 1 - year).unsqueeze(1).expand_as(series);
    at::Tensor oldKnown;
    const at::Tensor oldLevel = meanBetween(series, yearOrigin - m_plan.levelWindow, yearOrigin, &oldKnown);
    const at::Tensor hasOldLevel = oldKnown * (oldLevel > 0).to(at::kFloat);
    for (const int span : m_plan.yearSpans()) {
        for (const std::int64_t back : {std::int64_t{0}, year}) {
            const at::Tensor middle = yearBack - back;
            const at::Tensor end = at::minimum(middle + span + 1, place.origin.unsqueeze(1) + 1);
            const at::Tensor mean = meanBetween(series, middle - span, end, &known);
            const at::Tensor isKnown = known * (middle >= 0).to(at::kFloat);
            addDemand(columns, place, mean, isKnown);
            if (back == 0) {
                addRatio(columns, mean, oldLevel.clamp_min(1e-6f) , isKnown * hasOldLevel);
            }
        }
    }
    std::vector<at::Tensor> parts{at::stack(columns, 2), pickRows(m_stepTable, place.columns)};
    if (m_own.size(1) > 0) {
        const at::Tensor own = pickRows(m_own, series * m_columns + place.columns);
        parts.push_back(own);
        for (const std::int64_t column : m_ownNumbers) {
            parts.push_back((own.narrow(2, column, 1) - ownMean.narrow(1, column, 1).unsqueeze(1)) * 2);
        }
    }
    return at::cat(parts, 2);
}

WindowBatch PanelTensors::gather(const WindowIndex& index, int learnEnd) const {
    const auto batch = static_cast<std::int64_t>(index.series.size());
    Place place;
    place.series = indexTensor(index.series, {batch}, m_device);
    place.origin = indexTensor(index.origin, {batch}, m_device);
    place.steps = indexTensor(index.steps, {batch, -1}, m_device);
    place.columns = (place.origin.unsqueeze(1) + place.steps).clamp_max(m_columns - 1);
    measureScale(place);
    WindowBatch result;
    at::Tensor ownMean;
    result.inputs.past = pastInputs(place, &ownMean);
    result.inputs.window = windowInputs(place);
    result.inputs.step = stepInputs(place, ownMean);
    const std::vector<std::int64_t> shown = [&] {
        std::vector<std::int64_t> flags;
        for (const std::uint8_t hides : index.hidesCodes) {
            flags.push_back(hides ? 0 : 1);
        }
        return flags;
    }();
    result.inputs.codes = m_codes.index_select(0, place.series) * indexTensor(shown, {batch, 1}, m_device);
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
