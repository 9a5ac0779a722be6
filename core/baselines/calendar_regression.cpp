// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/calendar_regression.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "core/baselines/error_bands.h"
#include "core/baselines/parallel_series.h"

namespace foresell {

namespace {

constexpr int rounds = 6;
constexpr double mostRows = 400'000;
constexpr double ridge = 1e-4;        // of the rows
constexpr double departsFrom = 12;    // seasons' worth of the shared effect before the own one counts half
constexpr double furthest = 4;        // of the logarithm of an effect
constexpr int pastOrigins = 8;
constexpr int errorBuckets = 4;
constexpr std::size_t enoughErrors = 64;

std::vector<double> halfLives(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::Day: return {28, 91, 365, 1e9};
        case PeriodKind::Week: return {4, 13, 52, 1e9};
        case PeriodKind::Month: break;
    }
    return {2, 4, 12, 1e9};
}

bool isSold(const Panel& panel, std::size_t series, int column) {
    return panel.stateOf(series)[static_cast<std::size_t>(column)] == CellState::Sold;
}

double soldAt(const Panel& panel, std::size_t series, int column) {
    return std::max(0.0, static_cast<double>(panel.targetOf(series)[static_cast<std::size_t>(column)]));
}

/// Demand over effect of a series before each of several places, the latest counting most.
class RunningLevel {
public:
    RunningLevel(const Panel& panel, std::size_t series, const std::vector<double>& effects, double halfLife)
        : m_panel(panel), m_series(series), m_effects(effects), m_keep(std::exp2(-1 / halfLife)),
          m_column(panel.begin[series]) {}

    /// `end` must not fall from call to call.
    double before(int end) {
        for (; m_column < end; ++m_column) {
            m_sold *= m_keep;
            m_expected *= m_keep;
            if (isSold(m_panel, m_series, m_column)) {
                m_sold += soldAt(m_panel, m_series, m_column);
                m_expected += m_effects[static_cast<std::size_t>(m_column)];
            }
        }
        return m_expected > 0 ? m_sold / m_expected : 0;
    }

private:
    const Panel& m_panel;
    std::size_t m_series;
    const std::vector<double>& m_effects;
    double m_keep;
    int m_column;
    double m_sold = 0, m_expected = 0;
};

/// How a series departs from the shared effect at each place of its short season, multiplied onto `effects`.
void addDepartures(const Panel& panel, std::size_t series, std::vector<double>& effects) {
    const int season = panel.axis.kind == PeriodKind::Day ? 7 : panel.axis.kind == PeriodKind::Month ? 12 : 1;
    double sold = 0, expected = 0;
    std::vector<double> soldAtPlace(static_cast<std::size_t>(season), 0.0), expectedAtPlace = soldAtPlace;
    for (int column = panel.begin[series]; column < panel.periods; ++column) {
        if (isSold(panel, series, column)) {
            const auto place = static_cast<std::size_t>(column % season);
            soldAtPlace[place] += soldAt(panel, series, column);
            expectedAtPlace[place] += effects[static_cast<std::size_t>(column)];
            sold += soldAt(panel, series, column);
            expected += effects[static_cast<std::size_t>(column)];
        }
    }
    if (season == 1 || sold <= 0 || expected <= 0) {
        return;
    }
    const double level = sold / expected;
    const double weight = panel.axis.kind == PeriodKind::Month ? departsFrom / 6 : departsFrom;
    for (std::size_t column = 0; column < effects.size(); ++column) {
        const std::size_t place = column % static_cast<std::size_t>(season);
        effects[column] *= (soldAtPlace[place] / level + weight) / (expectedAtPlace[place] + weight);
    }
}

}  // namespace

std::vector<double> CalendarRegression::effectsOf(const Panel& panel, std::size_t series,
                                                  const std::vector<double>& calendar, int columns) const {
    const std::vector<double> covariates = m_features->covariates(panel, series, columns);
    const std::size_t own = m_features->count() - m_features->calendarCount();
    std::vector<double> effects(static_cast<std::size_t>(columns));
    for (std::size_t column = 0; column < effects.size(); ++column) {
        double sum = 0;
        for (std::size_t i = 0; i < m_features->calendarCount(); ++i) {
            sum += m_coefficients[i] * calendar[column * m_features->calendarCount() + i];
        }
        for (std::size_t i = 0; i < own; ++i) {
            sum += m_coefficients[m_features->calendarCount() + i] * covariates[column * own + i];
        }
        effects[column] = std::exp(std::clamp(sum, -furthest, furthest));
    }
    return effects;
}

void CalendarRegression::fitShared(const Panel& panel, const JobControl& control) {
    const std::size_t inCalendar = m_features->calendarCount(), all = m_features->count();
    const std::vector<double> calendar = m_features->calendar(panel, panel.periods);
    const double rows = static_cast<double>(panel.seriesCount()) * panel.periods;
    const auto stride = static_cast<std::size_t>(std::max(1.0, std::ceil(rows / mostRows)));
    const auto size = static_cast<Eigen::Index>(all);
    m_coefficients.assign(all, 0.0);
    for (int round = 0; round < rounds; ++round) {
        Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(size, size);
        Eigen::VectorXd right = Eigen::VectorXd::Zero(size), row(size);
        double used = 0;
        for (std::size_t series = 0; series < panel.seriesCount(); ++series) {
            control.throwIfCancelled();
            const std::vector<double> effects = effectsOf(panel, series, calendar, panel.periods);
            const double level = RunningLevel(panel, series, effects, 1e9).before(panel.periods);
            if (level <= 0) {
                continue;
            }
            const std::vector<double> covariates = m_features->covariates(panel, series, panel.periods);
            double mean = 0, count = 0;
            for (int column = panel.begin[series]; column < panel.periods; ++column) {
                mean += isSold(panel, series, column) ? soldAt(panel, series, column) : 0.0;
                count += isSold(panel, series, column) ? 1 : 0;
            }
            const double unit = level * count / mean;
            // the sampled columns shift from series to series, so that every period is seen
            for (auto column = static_cast<std::size_t>(panel.begin[series]) + series % stride;
                 column < static_cast<std::size_t>(panel.periods); column += stride) {
                if (!isSold(panel, series, static_cast<int>(column))) {
                    continue;
                }
                for (std::size_t i = 0; i < all; ++i) {
                    row[static_cast<Eigen::Index>(i)] = i < inCalendar ? calendar[column * inCalendar + i]
                                                                       : covariates[column * (all - inCalendar) + i - inCalendar];
                }
                const double expected = effects[column] * unit;
                const double left = soldAt(panel, series, static_cast<int>(column)) * count / mean - expected;
                normal.selfadjointView<Eigen::Lower>().rankUpdate(row, expected);
                right += left * row;
                ++used;
            }
        }
        const Eigen::Map<Eigen::VectorXd> coefficients(m_coefficients.data(), size);
        right -= ridge * used * coefficients;
        normal.diagonal().array() += ridge * used + 1e-9;
        const Eigen::VectorXd step = normal.selfadjointView<Eigen::Lower>().ldlt().solve(right);
        for (std::size_t i = 0; i < all && step.allFinite(); ++i) {
            m_coefficients[i] += std::clamp(step[static_cast<Eigen::Index>(i)], -1.0, 1.0);
        }
    }
}

void CalendarRegression::chooseHalfLife(const Panel& panel, int horizon, const JobControl& control) {
    const std::vector<double> choices = halfLives(panel.axis.kind);
    const std::vector<double> calendar = m_features->calendar(panel, panel.periods);
    std::vector<double> losses(choices.size(), 0.0);
    std::vector<std::vector<double>> bySeries(panel.seriesCount(), std::vector<double>(choices.size(), 0.0));
    forEachPiece(panel.seriesCount(), control, [&](std::size_t begin, std::size_t end) {
        for (std::size_t series = begin; series < end; ++series) {
            std::vector<double> effects = effectsOf(panel, series, calendar, panel.periods);
            addDepartures(panel, series, effects);
            const double scale = recentLevel(panel, series);
            for (std::size_t i = 0; i < choices.size() && scale > 0; ++i) {
                RunningLevel running(panel, series, effects, choices[i]);
                for (int origin = 4; origin >= 1; --origin) {
                    const int from = panel.periods - origin * horizon;
                    if (from <= panel.begin[series]) {
                        continue;
                    }
                    const double level = running.before(from);
                    for (int column = from; column < std::min(from + horizon, panel.periods); ++column) {
                        const double error = soldAt(panel, series, column) - level * effects[static_cast<std::size_t>(column)];
                        bySeries[series][i] += isSold(panel, series, column) ? std::abs(error) / scale : 0.0;
                    }
                }
            }
        }
    });
    for (const std::vector<double>& own : bySeries) {
        for (std::size_t i = 0; i < losses.size(); ++i) {
            losses[i] += own[i];
        }
    }
    const auto best = std::ranges::min_element(losses);
    m_halfLife = choices[*best > 0 ? static_cast<std::size_t>(best - losses.begin()) : 2];
}

void CalendarRegression::fit(const Panel& panel, int horizon, const JobControl& control) {
    m_features = std::make_shared<RegressionFeatures>(panel);
    fitShared(panel, control);
    chooseHalfLife(panel, horizon, control);
}

Forecast CalendarRegression::predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                                     const JobControl& control) const {
    Forecast forecast = emptyForecast(panel, horizon, levels);
    if (!m_features) {
        CalendarRegression fitted;
        fitted.fit(panel, horizon, control);
        return fitted.predict(panel, horizon, levels, control);
    }
    const int columns = panel.periods + horizon;
    const std::vector<double> calendar = m_features->calendar(panel, columns);
    PastErrors errors;
    errors.buckets = std::min(errorBuckets, horizon);
    errors.bucketOf = [horizon, buckets = errors.buckets](int step) { return step * buckets / horizon; };
    std::vector<std::vector<float>> past(panel.seriesCount() * static_cast<std::size_t>(errors.buckets));
    forEachPiece(panel.seriesCount(), control, [&](std::size_t begin, std::size_t end) {
        for (std::size_t series = begin; series < end; ++series) {
            std::vector<double> effects = effectsOf(panel, series, calendar, columns);
            addDepartures(panel, series, effects);
            RunningLevel running(panel, series, effects, m_halfLife);
            const int stride = std::max(1, horizon / 2);
            for (int origin = pastOrigins; origin >= 0; --origin) {
                const int from = panel.periods - origin * stride;
                const double level = from > panel.begin[series] ? running.before(from) : 0;
                for (int step = 0; step < horizon; ++step) {
                    const auto column = static_cast<std::size_t>(std::max(0, from + step));
                    const double point = std::min(level * effects[column], 1e37);
                    if (origin == 0) {
                        forecast.mean[series * static_cast<std::size_t>(horizon) + static_cast<std::size_t>(step)] =
                            static_cast<float>(point);
                    } else if (from > panel.begin[series] && from + step < panel.periods &&
                               isSold(panel, series, from + step)) {
                        auto& own = past[series * static_cast<std::size_t>(errors.buckets) +
                                         static_cast<std::size_t>(errors.bucketOf(step))];
                        own.push_back(static_cast<float>(soldAt(panel, series, from + step) - point));
                    }
                }
            }
        }
    });
    errors.collect = [&past, buckets = errors.buckets](std::size_t series, int bucket, std::vector<float>& into) {
        const auto& own = past[series * static_cast<std::size_t>(buckets) + static_cast<std::size_t>(bucket)];
        const std::size_t skip = std::max<std::size_t>(1, own.size() / enoughErrors);
        for (std::size_t i = 0; i < own.size(); i += skip) {
            into.push_back(own[own.size() - 1 - i]);
        }
    };
    errors.isPointMean = true;
    addErrorBands(panel, errors, forecast, control);
    return forecast;
}

}  // namespace foresell
