// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/regression_features.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foresell {

namespace {

constexpr double year = 365.2425;
constexpr int mostWaves = 8, months = 12;

std::size_t weekdaysOf(PeriodKind kind) {
    return kind == PeriodKind::Day ? 7 : 0;
}

std::size_t cellOf(const Panel& panel, const Covariate& covariate, std::size_t series, int column) {
    const auto width = static_cast<std::size_t>(panel.periods + panel.futurePeriods);
    return (covariate.shared ? 0 : series) * width + static_cast<std::size_t>(column);
}

bool isKnown(const Covariate& covariate, std::size_t cell) {
    return covariate.isKnown.empty() || covariate.isKnown[cell] != 0;
}

}  // namespace

RegressionFeatures::RegressionFeatures(const Panel& panel) {
    const double first = panel.periods > 0 ? panel.labelOf(0) : 0, last = panel.periods > 0 ? panel.labelOf(panel.periods - 1) : 0;
    const double years = (last - first) / year;
    m_middle = (first + last) / 2;
    m_waves = panel.axis.kind == PeriodKind::Month || years < 1 ? 0 : years < 1.9 ? mostWaves / 2 : mostWaves;
    m_hasTrend = years >= 1.9;
    m_hasMonths = panel.axis.kind == PeriodKind::Month || (panel.axis.kind == PeriodKind::Day && years >= 1.9);
    m_calendar = weekdaysOf(panel.axis.kind) + (m_hasMonths ? months : 0) + 2 * static_cast<std::size_t>(m_waves) + (m_hasTrend ? 1 : 0);
    for (const Covariate& covariate : panel.knownFuture) {
        if (covariate.name == "open") {
            continue;
        }
        Scaled scaled{covariate.name, !covariate.isBinary && covariate.name.find("price") != std::string::npos, 0, 1};
        double sum = 0, squares = 0, count = 0;
        const std::size_t rows = covariate.shared ? std::min<std::size_t>(1, panel.seriesCount()) : panel.seriesCount();
        for (std::size_t row = 0; row < rows && !scaled.isPrice; ++row) {
            for (int column = 0; column < panel.periods; ++column) {
                const std::size_t cell = cellOf(panel, covariate, row, column);
                if (isKnown(covariate, cell)) {
                    const double value = covariate.values[cell];
                    sum += value;
                    squares += value * value;
                    ++count;
                }
            }
        }
        if (count > 0) {
            scaled.mean = sum / count;
            scaled.spread = std::sqrt(std::max(squares / count - scaled.mean * scaled.mean, 0.0));
        }
        if (covariate.isBinary) {
            scaled.mean = 0;
            scaled.spread = 1;
        }
        if (scaled.spread > 1e-9) {
            m_covariates.push_back(scaled);
        }
    }
}

std::vector<double> RegressionFeatures::calendar(const Panel& panel, int columns) const {
    std::vector<double> features(m_calendar * static_cast<std::size_t>(columns), 0.0);
    const std::size_t weekdays = weekdaysOf(panel.axis.kind), places = weekdays + (m_hasMonths ? months : 0);
    for (int column = 0; column < columns; ++column) {
        double* const row = features.data() + static_cast<std::size_t>(column) * m_calendar;
        const Day label = panel.labelOf(column);
        const double day = label;
        if (weekdays > 0) {
            row[weekday(label)] = 1;
        }
        if (m_hasMonths) {
            row[weekdays + static_cast<std::size_t>(toCivil(label).month - 1)] = 1;
        }
        for (int wave = 0; wave < m_waves; ++wave) {
            const double angle = 2 * std::numbers::pi * (wave + 1) * day / year;
            row[places + 2 * static_cast<std::size_t>(wave)] = std::sin(angle);
            row[places + 2 * static_cast<std::size_t>(wave) + 1] = std::cos(angle);
        }
        if (m_hasTrend) {
            row[m_calendar - 1] = (day - m_middle) / year;
        }
    }
    return features;
}

std::vector<double> RegressionFeatures::covariates(const Panel& panel, std::size_t series, int columns) const {
    std::vector<double> features(m_covariates.size() * static_cast<std::size_t>(columns), 0.0);
    for (std::size_t i = 0; i < m_covariates.size(); ++i) {
        const auto found = std::ranges::find(panel.knownFuture, m_covariates[i].name, &Covariate::name);
        if (found == panel.knownFuture.end()) {
            continue;
        }
        const int told = std::min(columns, panel.periods + panel.futurePeriods);
        double mean = m_covariates[i].mean, count = 0, sum = 0;
        for (int column = panel.begin[series]; m_covariates[i].isPrice && column < panel.periods; ++column) {
            const std::size_t cell = cellOf(panel, *found, series, column);
            if (isKnown(*found, cell) && found->values[cell] > 0) {
                sum += static_cast<double>(found->values[cell]);
                ++count;
            }
        }
        mean = count > 0 ? sum / count : mean;
        for (int column = 0; column < told; ++column) {
            const std::size_t cell = cellOf(panel, *found, series, column);
            const double value = found->values[cell];
            double& feature = features[static_cast<std::size_t>(column) * m_covariates.size() + i];
            if (!isKnown(*found, cell) || (m_covariates[i].isPrice && (value <= 0 || mean <= 0))) {
                continue;
            }
            feature = m_covariates[i].isPrice ? std::log(value / mean) : (value - m_covariates[i].mean) / m_covariates[i].spread;
        }
    }
    return features;
}

}  // namespace foresell
