// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/plan_features.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace foresell {

namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// The days of a panel's periods, one value a day.
struct DayRow {
    Day first = 0;
    std::vector<float> values;

    explicit DayRow(const Panel& panel)
        : first(panel.axis.firstDay(panel.firstPeriod)),
          values(static_cast<std::size_t>(
                     panel.axis.lastDay(panel.firstPeriod + panel.periods + panel.futurePeriods - 1) - first + 1),
                 unknown) {}

    void set(Day day, float value) {
        if (day >= first && day - first < std::ssize(values) && !std::isnan(value)) {
            values[static_cast<std::size_t>(day - first)] = value;
        }
    }
};

/// Means of the days that are known, by period; NaN where none is.
void foldPeriods(const Panel& panel, const DayRow& days, float* into) {
    const int columns = panel.periods + panel.futurePeriods;
    for (int column = 0; column < columns; ++column) {
        const std::int32_t period = panel.firstPeriod + column;
        double sum = 0;
        int count = 0;
        for (Day day = panel.axis.firstDay(period); day <= panel.axis.lastDay(period); ++day) {
            const float value = days.values[static_cast<std::size_t>(day - days.first)];
            if (!std::isnan(value)) {
                sum += static_cast<double>(value);
                ++count;
            }
        }
        into[column] = count > 0 ? static_cast<float>(sum / count) : unknown;
    }
}

bool isPrice(const std::string& name) {
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower.find("price") != std::string::npos;
}

void holdLast(std::vector<float>& values, std::size_t width) {
    for (std::size_t row = 0; row < values.size(); row += width) {
        for (std::size_t column = 1; column < width; ++column) {
            if (std::isnan(values[row + column])) {
                values[row + column] = values[row + column - 1];
            }
        }
    }
}

/// Says what an absent value means, and turns what stays unknown into `isKnown`.
void settle(Covariate& covariate, std::size_t width) {
    bool hasZero = false;
    bool hasOne = false;
    covariate.isBinary = true;
    for (const float value : covariate.values) {
        hasZero = hasZero || value == 0.0F;
        hasOne = hasOne || value == 1.0F;
        covariate.isBinary = covariate.isBinary && (std::isnan(value) || value == 0.0F || value == 1.0F);
    }
    if (covariate.isBinary && hasOne && !hasZero) {
        std::ranges::replace_if(covariate.values, [](float value) { return std::isnan(value); }, 0.0F);
    } else if (covariate.isBinary && hasZero && !hasOne && covariate.name == "open") {
        std::ranges::replace_if(covariate.values, [](float value) { return std::isnan(value); }, 1.0F);
    } else if (isPrice(covariate.name)) {
        holdLast(covariate.values, width);
    }
    if (std::ranges::any_of(covariate.values, [](float value) { return std::isnan(value); })) {
        covariate.isKnown.reserve(covariate.values.size());
        for (float& value : covariate.values) {
            covariate.isKnown.push_back(std::isnan(value) ? 0 : 1);
            value = std::isnan(value) ? 0.0F : value;
        }
    }
}

void closeDays(Panel& panel, const Covariate& open) {
    const auto periods = static_cast<std::size_t>(panel.periods);
    const std::size_t width = periods + static_cast<std::size_t>(panel.futurePeriods);
    for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
        for (auto column = static_cast<std::size_t>(panel.begin[series]); column < periods; ++column) {
            const std::size_t place = (open.shared ? 0 : series * width) + column;
            const bool isKnown = open.isKnown.empty() || open.isKnown[place] != 0;
            if (isKnown && open.values[place] == 0.0F && panel.target[series * periods + column] == 0.0F) {
                panel.state[series * periods + column] = CellState::Closed;
            }
        }
    }
}

}  // namespace

void Plan::add(const PlanBatch& batch) {
    std::vector<std::size_t> columns;
    for (const std::string& name : batch.names) {
        columns.push_back(m_names.emplace(name, m_names.size()).first->second);
    }
    Rows* rows = nullptr;
    SeriesKey last;
    for (std::size_t row = 0; row < batch.size(); ++row) {
        const bool isKnown = m_knownAt == noDay || batch.knownFrom[row] == noDay || batch.knownFrom[row] <= m_knownAt;
        if (!isKnown || (m_lastDay != noDay && batch.day[row] > m_lastDay)) {
            continue;
        }
        const SeriesKey key{{batch.item[row]}, {batch.location[row]}, {batch.channel[row]}};
        if (rows == nullptr || key != last) {
            rows = &m_rows[key];
            last = key;
        }
        const std::size_t place = rows->day.size();
        rows->day.push_back(batch.day[row]);
        rows->knownFrom.push_back(batch.knownFrom[row]);
        rows->values.resize(std::max(rows->values.size(), m_names.size()));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::vector<float>& values = rows->values[columns[i]];
            values.resize(place, unknown);
            const double value = batch.values[i][row];
            values.push_back(std::isfinite(value) ? static_cast<float>(value) : unknown);
        }
    }
}

std::vector<const Plan::Rows*> Plan::rowsFor(const SeriesKey& key) const {
    std::vector<const Rows*> found;
    for (const int mask : {0, 1, 2, 4, 3, 5, 6, 7}) {  // channel 1, location 2, item 4
        const SeriesKey general{(mask & 4) != 0 ? key.item : ItemId{}, (mask & 2) != 0 ? key.location : LocationId{},
                                (mask & 1) != 0 ? key.channel : ChannelId{}};
        const auto rows = m_rows.find(general);
        const bool isNew = rows != m_rows.end() && std::ranges::find(found, &rows->second) == found.end();
        if (isNew) {
            found.push_back(&rows->second);
        }
    }
    return found;
}

bool Plan::isShared(std::size_t column) const {
    return std::ranges::all_of(m_rows, [column](const auto& entry) {
        const bool isForAll = entry.first == SeriesKey{};
        return isForAll || entry.second.values.size() <= column ||
               std::ranges::all_of(entry.second.values[column], [](float value) { return std::isnan(value); });
    });
}

Covariate Plan::covariateOf(const Panel& panel, const std::string& name, std::size_t column) const {
    const auto width = static_cast<std::size_t>(panel.periods + panel.futurePeriods);
    Covariate covariate{.name = name, .shared = isShared(column), .isBinary = false, .values = {}, .isKnown = {}};
    const std::size_t count = covariate.shared ? 1 : panel.seriesCount();
    covariate.values.resize(count * width, unknown);
    for (std::size_t series = 0; series < count; ++series) {
        DayRow days(panel);
        for (const Rows* rows : rowsFor(covariate.shared ? SeriesKey{} : panel.keys[series])) {
            if (rows->values.size() <= column) {
                continue;
            }
            const std::vector<float>& values = rows->values[column];
            std::vector<std::size_t> order(values.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::ranges::stable_sort(order, {}, [rows](std::size_t row) { return rows->knownFrom[row]; });
            for (const std::size_t row : order) {
                days.set(rows->day[row], values[row]);
            }
        }
        foldPeriods(panel, days, covariate.values.data() + series * width);
    }
    if (std::ranges::all_of(covariate.values, [](float value) { return std::isnan(value); })) {
        covariate.values.clear();
    }
    return covariate;
}

void Plan::addTo(Panel& panel) const {
    const auto width = static_cast<std::size_t>(panel.periods + panel.futurePeriods);
    for (const auto& [name, column] : m_names) {
        Covariate covariate = covariateOf(panel, name, column);
        if (covariate.values.empty()) {
            continue;
        }
        settle(covariate, width);
        if (name == "open") {
            closeDays(panel, covariate);
        }
        panel.knownFuture.push_back(std::move(covariate));
    }
}

void Plan::addSignalsTo(Panel& panel) const {
    const auto periods = static_cast<std::size_t>(panel.periods);
    const std::size_t width = periods + static_cast<std::size_t>(panel.futurePeriods);
    for (const auto& [name, column] : m_names) {
        Covariate covariate = covariateOf(panel, name, column);
        const bool isThere = std::ranges::find(panel.knownFuture, name, &Covariate::name) != panel.knownFuture.end() ||
                             std::ranges::find(panel.pastOnly, name, &Covariate::name) != panel.pastOnly.end();
        if (covariate.values.empty() || isThere) {
            continue;
        }
        bool isAhead = false;
        std::vector<float> past;
        for (std::size_t row = 0; row < covariate.values.size(); row += width) {
            const auto begin = covariate.values.begin() + static_cast<std::ptrdiff_t>(row);
            const auto end = begin + static_cast<std::ptrdiff_t>(periods);
            past.insert(past.end(), begin, end);
            isAhead = isAhead || std::any_of(end, end + panel.futurePeriods, [](float value) { return !std::isnan(value); });
        }
        if (!isAhead) {
            covariate.values = std::move(past);
        }
        settle(covariate, isAhead ? width : periods);
        (isAhead ? panel.knownFuture : panel.pastOnly).push_back(std::move(covariate));
    }
}

}  // namespace foresell
