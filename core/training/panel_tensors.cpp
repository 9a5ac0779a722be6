// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/panel_tensors_impl.h"

#include <algorithm>
#include <cmath>

#include "core/training/time_table.h"

namespace foresell {
namespace {

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
    storeReaches();
}

/// How far back the means reach that a window and a period to forecast are told of.
void PanelTensors::storeReaches() {
    std::vector<std::int64_t> lengths, seasons, yearsBack, spans;
    std::ranges::copy(m_plan.levelWindows(), std::back_inserter(lengths));
    for (const int count : m_plan.seasonCounts()) {
        seasons.push_back(std::int64_t{m_plan.season} * count);
    }
    for (const int span : m_plan.yearSpans()) {
        for (const int back : {0, m_plan.year}) {
            yearsBack.push_back(back);
            spans.push_back(span);
        }
    }
    m_levelLengths = toDevice(lengths, {-1});
    m_seasonReaches = toDevice(seasons, {-1});
    m_yearReaches = toDevice(yearsBack, {-1});
    m_yearSpans = toDevice(spans, {-1});
}

at::Tensor PanelTensors::toDevice(std::vector<float> values, at::IntArrayRef shape) const {
    return at::from_blob(values.data(), shape, at::kFloat).clone().to(m_device);
}

/// From pinned memory a GPU takes it by the way.
at::Tensor PanelTensors::toDevice(const std::vector<std::int64_t>& values, at::IntArrayRef shape) const {
    const at::Tensor here = at::tensor(values, at::kLong).view(shape);
    return m_device.is_cpu() ? here : here.pin_memory().to(m_device, true);
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
    m_codes = toDevice(codes, {m_series, static_cast<std::int64_t>(m_plan.categories.size())});
    m_numbers = toDevice(std::move(numbers), {m_series, static_cast<std::int64_t>(m_plan.numbers.size())});
}

}  // namespace foresell
