// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/forecast_view.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <unordered_map>

#include "core/base/error.h"
#include "core/dataset/panel.h"
#include "core/report/size_split.h"
#include "core/report/unusual_run.h"

namespace foresell {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
/// Where the engine has kept no quantiles of the whole shop.
constexpr double usualCorrelation = 0.5;

/// Half the width of a sum's band; `sum` of the single distances and `squares` of their squares.
double widthOf(double sum, double squares, double correlation) {
    return std::sqrt(std::max(0.0, (1 - correlation) * squares + correlation * sum * sum));
}

/// Periods back to the same time of the last year; whole weeks for days, so that weekdays meet.
int periodsBack(PeriodKind kind) {
    return kind == PeriodKind::Day ? 364 : kind == PeriodKind::Week ? 52 : 12;
}

}  // namespace

std::shared_ptr<const ForecastView> ForecastView::read(const ProjectReader& reader, RunId run) {
    std::optional<ForecastRecord> forecast = reader.forecast(run);
    if (!forecast) {
        return nullptr;
    }
    std::optional<RunRecord> record = reader.run(forecast->run);
    std::optional<SeriesHistory> history = reader.history(forecast->run);
    if (!record || !history) {
        return nullptr;
    }
    const RunResult result = resultOf(*record);
    UnusualItems unusual = result.unusual;
    if (!unusual.isTold() && !result.historyHash.empty()) {
        const auto told = newestUnusualRun(reader, result.historyHash);
        unusual = told ? told->result.unusual : unusual;
    }
    return make(reader.settings(), std::move(*record), std::move(*history), std::move(*forecast), reader.items(), std::move(unusual));
}

std::shared_ptr<const ForecastView> ForecastView::make(ProjectSettings settings, RunRecord run, SeriesHistory history,
                                                       ForecastRecord forecast, const std::vector<ItemRecord>& items,
                                                       UnusualItems unusual) {
    const std::size_t series = forecast.keys.size();
    const std::size_t steps = static_cast<std::size_t>(forecast.horizon);
    const std::size_t periods = static_cast<std::size_t>(history.periods);
    const bool fits = history.keys.size() == series && forecast.mean.size() == series * steps &&
                      forecast.quantiles.size() == series * steps * forecast.levels.size() &&
                      history.demand.size() == series * periods && history.sold.size() == series * periods &&
                      history.state.size() == series * periods;
    if (!fits) {
        throw Error("report.forecast_mismatch", "the forecast and the history of run " + std::to_string(run.id.value) +
                    " do not belong together", "Train a forecast again.");
    }
    std::shared_ptr<ForecastView> view(new ForecastView);
    view->m_result = resultOf(run);
    view->m_unusual = unusual.isTold() ? std::move(unusual) : view->m_result.unusual;
    view->m_settings = std::move(settings);
    view->m_run = std::move(run);
    view->m_history = std::move(history);
    view->m_forecast = std::move(forecast);
    view->gatherEntries(items);
    view->fitCorrelation();
    return view;
}

void ForecastView::gatherEntries(const std::vector<ItemRecord>& items) {
    std::unordered_map<std::int32_t, const ItemRecord*> byId;
    for (const ItemRecord& item : items) {
        byId.emplace(item.id.value, &item);
    }
    std::unordered_map<std::int32_t, std::size_t> entryOf;
    m_all.resize(m_forecast.keys.size());
    std::iota(m_all.begin(), m_all.end(), 0);
    for (const int series : m_all) {
        const std::int32_t item = m_forecast.keys[static_cast<std::size_t>(series)].item.value;
        const auto [found, isFirst] = entryOf.emplace(item, m_entries.size());
        if (isFirst) {
            const auto known = byId.find(item);
            ForecastEntry entry;
            if (known != byId.end()) {
                entry = {known->second->code, known->second->name, known->second->category, {}, missing};
            }
            m_entries.push_back(std::move(entry));
        }
        m_entries[found->second].series.push_back(series);
    }
    for (const SizeShare& size : m_history.sizes) {
        const auto known = byId.find(size.item.value);
        m_sizeCodes[size.item] = known == byId.end() ? std::string() : known->second->code;
    }
    for (ForecastEntry& entry : m_entries) {
        describe(entry);
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const ForecastEntry& a, const ForecastEntry& b) { return a.code < b.code; });
}

void ForecastView::describe(ForecastEntry& entry) const {
    entry.price = missing;
    const auto periods = static_cast<std::size_t>(m_history.periods);
    std::size_t begin = periods, end = 0;  // of its sales
    for (const int series : entry.series) {
        const auto at = static_cast<std::size_t>(series);
        const float price = at < m_history.price.size() ? m_history.price[at] : std::numeric_limits<float>::quiet_NaN();
        entry.price = std::isfinite(entry.price) ? entry.price : static_cast<double>(price);
        const std::span state = std::span(m_history.state).subspan(at * periods, periods);
        const std::span sold = std::span(m_history.sold).subspan(at * periods, periods);
        const auto first = std::ranges::find_if(state, [](std::uint8_t each) { return each != static_cast<std::uint8_t>(CellState::BeforeStart); });
        begin = std::min(begin, static_cast<std::size_t>(first - state.begin()));
        for (std::size_t period = 0; period < periods; ++period) {
            const bool isUnknown = static_cast<CellState>(state[period]) == CellState::StockOut;
            end = isUnknown || sold[period] > 0 ? std::max(end, period + 1) : end;
        }
    }
    const auto year = static_cast<std::size_t>(periodsBack(m_history.axis.kind));
    entry.isNew = periods - begin < year;
    entry.isEnded = end > 0 && periods - end >= year / 4;
}

double ForecastView::testedError(std::span<const int> series) const {
    double error = 0, sales = 0;
    for (const int one : series) {
        const auto at = static_cast<std::size_t>(one);
        if (at < m_history.heldOutError.size() && std::isfinite(m_history.heldOutError[at])) {
            error += static_cast<double>(m_history.heldOutError[at]);
            sales += static_cast<double>(m_history.heldOutSales[at]);
        }
    }
    return sales > 0 ? error / sales : missing;
}

std::vector<SizeShare> ForecastView::sizesOf(std::span<const int> series) const {
    std::vector<SizeShare> sizes;
    if (series.empty() || m_history.sizes.empty()) {
        return sizes;
    }
    const ItemId style = m_forecast.keys[static_cast<std::size_t>(series.front())].item;
    const bool isOne = std::ranges::all_of(series, [&](int each) { return m_forecast.keys[static_cast<std::size_t>(each)].item == style; });
    std::ranges::copy_if(m_history.sizes, std::back_inserter(sizes), [&](const SizeShare& size) { return isOne && size.style == style; });
    return sizes;
}

std::pair<double, double> ForecastView::sizeBand(const PeriodTotal& total, double share) const {
    return {sizeQuantile(total.units, total.low80, 0.1, share), sizeQuantile(total.units, total.high80, 0.9, share)};
}

std::string ForecastView::codeOf(ItemId item) const {
    const auto found = m_sizeCodes.find(item);
    return found == m_sizeCodes.end() ? std::string() : found->second;
}

int ForecastView::headlineSteps() const {
    const int usual = m_history.axis.kind == PeriodKind::Day ? 28 : m_history.axis.kind == PeriodKind::Week ? 4 : 1;
    return std::min(usual, horizon());
}

Day ForecastView::firstForecastDay() const {
    return m_forecast.axis.label(m_forecast.firstPeriod);
}

double ForecastView::meanAt(int series, int step) const {
    return static_cast<double>(m_forecast.mean[static_cast<std::size_t>(series) * static_cast<std::size_t>(horizon()) + static_cast<std::size_t>(step)]);
}

double ForecastView::quantileAt(int series, int step, std::size_t level) const {
    const std::size_t cell = static_cast<std::size_t>(series) * static_cast<std::size_t>(horizon()) + static_cast<std::size_t>(step);
    return static_cast<double>(m_forecast.quantiles[cell * levels().size() + level]);
}

std::size_t ForecastView::levelOf(double level) const {
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < levels().size(); ++i) {
        nearest = std::abs(levels()[i] - level) < std::abs(levels()[nearest] - level) ? i : nearest;
    }
    return nearest;
}

void ForecastView::fitCorrelation() {
    const auto steps = static_cast<std::size_t>(horizon());
    m_correlation.assign(steps, usualCorrelation);
    if (m_forecast.totalQuantiles.size() != steps * levels().size() || m_forecast.totalMean.size() != steps || seriesCount() < 2) {
        return;
    }
    for (std::size_t step = 0; step < steps; ++step) {
        double known = 0, sum = 0, squares = 0;
        for (const double level : {0.1, 0.9}) {
            const std::size_t at = levelOf(level);
            known += std::abs(static_cast<double>(m_forecast.totalQuantiles[step * levels().size() + at] - m_forecast.totalMean[step])) / 2;
        }
        for (const int series : m_all) {
            const int index = static_cast<int>(step);
            const double width = (quantileAt(series, index, levelOf(0.9)) - quantileAt(series, index, levelOf(0.1))) / 2;
            sum += width;
            squares += width * width;
        }
        const double spread = sum * sum - squares;
        m_correlation[step] = spread > 0 ? std::clamp((known * known - squares) / spread, 0.0, 1.0) : usualCorrelation;
    }
}

double ForecastView::correlation(int step) const {
    return m_correlation[static_cast<std::size_t>(step)];
}

SeriesSum ForecastView::sum(std::span<const int> series) const {
    SeriesSum result;
    const auto periods = static_cast<std::size_t>(m_history.periods);
    result.sold.assign(periods, missing);
    result.demand.assign(periods, missing);
    result.isStockOut.assign(periods, false);
    const auto add = [](double& into, double value) { into = std::isfinite(into) ? into + value : value; };
    for (const int one : series) {
        for (std::size_t period = 0; period < periods; ++period) {
            const std::size_t cell = static_cast<std::size_t>(one) * periods + period;
            const auto state = static_cast<CellState>(m_history.state[cell]);
            if (state == CellState::Sold || state == CellState::StockOut) {
                add(result.sold[period], static_cast<double>(m_history.sold[cell]));
            }
            if (state == CellState::Sold) {
                add(result.demand[period], static_cast<double>(m_history.demand[cell]));
            }
            result.isStockOut[period] = series.size() == 1 && state == CellState::StockOut;
        }
    }
    result.quantiles.assign(levels().size(), {});
    const bool isWhole = series.size() == m_all.size() && m_forecast.totalMean.size() == static_cast<std::size_t>(horizon()) &&
                         m_forecast.totalQuantiles.size() == static_cast<std::size_t>(horizon()) * levels().size();
    for (int step = 0; step < horizon(); ++step) {
        double mean = 0;
        for (const int one : series) {
            mean += meanAt(one, step);
        }
        result.mean.push_back(mean);
        for (std::size_t level = 0; level < levels().size(); ++level) {
            double distance = 0, squares = 0;
            for (const int one : series) {
                const double own = quantileAt(one, step, level) - meanAt(one, step);
                distance += own;
                squares += own * own;
            }
            const double width = std::copysign(widthOf(distance, squares, correlation(step)), distance);
            const double low = m_result.model.empty() || mean >= 0 ? 0.0 : -std::numeric_limits<double>::infinity();
            result.quantiles[level].push_back(
                isWhole ? static_cast<double>(m_forecast.totalQuantiles[static_cast<std::size_t>(step) * levels().size() + level])
                        : std::max(low, series.size() == 1 ? quantileAt(series[0], step, level) : mean + width));
        }
    }
    // The single bands are cut to one order, since their widths are each fitted alone.
    for (std::size_t level = 1; level < result.quantiles.size(); ++level) {
        for (std::size_t step = 0; step < result.quantiles[level].size(); ++step) {
            result.quantiles[level][step] = std::max(result.quantiles[level][step], result.quantiles[level - 1][step]);
        }
    }
    result.median = result.quantiles.empty() ? result.mean : result.quantiles[levelOf(0.5)];
    return result;
}

double ForecastView::lastYearOf(int series, int step) const {
    const int column = m_forecast.firstPeriod + step - periodsBack(m_history.axis.kind) - m_history.firstPeriod;
    if (column < 0 || column >= m_history.periods) {
        return missing;
    }
    const std::size_t cell = static_cast<std::size_t>(series) * static_cast<std::size_t>(m_history.periods) + static_cast<std::size_t>(column);
    const auto state = static_cast<CellState>(m_history.state[cell]);
    return state == CellState::BeforeStart ? missing : static_cast<double>(m_history.demand[cell]);
}

PeriodTotal ForecastView::total(std::span<const int> series, int steps) const {
    PeriodTotal total;
    total.lastYear = missing;
    total.value = missing;
    const std::size_t low = levelOf(0.1), high = levelOf(0.9);
    double below = 0, belowSquares = 0, above = 0, aboveSquares = 0;
    for (int step = 0; step < std::min(steps, horizon()); ++step) {
        double lowSum = 0, lowSquares = 0, highSum = 0, highSquares = 0;
        for (const int one : series) {
            const double mean = meanAt(one, step);
            const double down = std::max(0.0, mean - quantileAt(one, step, low)), up = std::max(0.0, quantileAt(one, step, high) - mean);
            total.units += mean;
            lowSum += down, lowSquares += down * down, highSum += up, highSquares += up * up;
            const double before = lastYearOf(one, step);
            total.lastYear = std::isfinite(before) ? (std::isfinite(total.lastYear) ? total.lastYear : 0) + before : total.lastYear;
            const auto at = static_cast<std::size_t>(one);
            const double price = at < m_history.price.size() ? static_cast<double>(m_history.price[at]) : missing;
            total.value = std::isfinite(price) ? (std::isfinite(total.value) ? total.value : 0) + mean * price : total.value;
        }
        const double stepBelow = widthOf(lowSum, lowSquares, correlation(step)), stepAbove = widthOf(highSum, highSquares, correlation(step));
        below += stepBelow, belowSquares += stepBelow * stepBelow, above += stepAbove, aboveSquares += stepAbove * stepAbove;
    }
    total.low80 = total.units - widthOf(below, belowSquares, stepCorrelation);
    total.low80 = total.units >= 0 ? std::max(0.0, total.low80) : total.low80;
    total.high80 = total.units + widthOf(above, aboveSquares, stepCorrelation);
    return total;
}

std::vector<float> ForecastView::past(std::span<const int> series) const {
    const auto periods = static_cast<std::size_t>(m_history.periods);
    std::vector<float> values(periods, std::numeric_limits<float>::quiet_NaN());
    for (const int one : series) {
        for (std::size_t period = 0; period < periods; ++period) {
            const std::size_t cell = static_cast<std::size_t>(one) * periods + period;
            if (static_cast<CellState>(m_history.state[cell]) == CellState::Sold) {
                values[period] = std::isfinite(values[period]) ? values[period] + m_history.demand[cell] : m_history.demand[cell];
            }
        }
    }
    return values;
}

std::vector<float> ForecastView::next(std::span<const int> series) const {
    std::vector<float> values(static_cast<std::size_t>(horizon()), 0.0F);
    for (const int one : series) {
        for (int step = 0; step < horizon(); ++step) {
            values[static_cast<std::size_t>(step)] += static_cast<float>(meanAt(one, step));
        }
    }
    return values;
}

}  // namespace foresell
