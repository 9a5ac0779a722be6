// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/ets_objective.h"

#include <algorithm>
#include <cmath>

namespace foresell {

namespace {

constexpr double low = 1e-4, high = 0.9999, phiLow = 0.8, phiHigh = 0.98;
constexpr double leastForecast = 1e-8;

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

double logit(double share) {
    const double inside = std::clamp(share, 1e-6, 1 - 1e-6);
    return std::log(inside / (1 - inside));
}

}  // namespace

EtsObjective::EtsObjective(std::span<const double> values, int season, const EtsForm& form)
    : m_values(values), m_season(season), m_form(form) {
    m_smoothings = 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? 1 : 0) + (isDamped() ? 1 : 0);
    m_states = 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? season - 1 : 0);
    m_observed = static_cast<double>(std::ranges::count_if(values, [](double value) { return !std::isnan(value); }));
    m_places.resize(values.size());
    m_seasons.resize(static_cast<std::size_t>(season));
}

SmallVector EtsObjective::freeOf(double alpha, double beta, double gamma, double level, double trend,
                                 std::span<const double> seasons) const {
    SmallVector free(size());
    Eigen::Index at = 0;
    free[at++] = logit((alpha - low) / (high - low));
    if (hasTrend()) {
        free[at++] = logit((beta - low) / (alpha - low));
    }
    if (hasSeason()) {
        free[at++] = logit((gamma - low) / (1 - alpha - low));
    }
    if (isDamped()) {
        free[at++] = logit(0.9);
    }
    free[at++] = level;
    if (hasTrend()) {
        free[at++] = trend;
    }
    for (int i = 0; hasSeason() && i + 1 < m_season; ++i) {
        free[at++] = seasons[static_cast<std::size_t>(i)];
    }
    return free;
}

EtsObjective::Smoothing EtsObjective::smoothingOf(const SmallVector& free) const {
    Smoothing smoothing{};
    smoothing.phi = 1;
    Eigen::Index at = 0;
    smoothing.alphaShare = logistic(free[at++]);
    smoothing.alpha = low + (high - low) * smoothing.alphaShare;
    if (hasTrend()) {
        smoothing.betaShare = logistic(free[at++]);
        smoothing.beta = low + (smoothing.alpha - low) * smoothing.betaShare;
    }
    if (hasSeason()) {
        smoothing.gammaShare = logistic(free[at++]);
        smoothing.gamma = low + (1 - smoothing.alpha - low) * smoothing.gammaShare;
    }
    if (isDamped()) {
        smoothing.phiShare = logistic(free[at++]);
        smoothing.phi = phiLow + (phiHigh - phiLow) * smoothing.phiShare;
    }
    return smoothing;
}

void EtsObjective::setSeasons(const SmallVector& free, std::span<double> into) const {
    const bool isProduct = m_form.season == EtsForm::Season::Multiplicative;
    const Eigen::Index first = m_smoothings + (hasTrend() ? 2 : 1);
    double last = isProduct ? m_season : 0;
    for (int i = 0; i + 1 < m_season; ++i) {
        into[static_cast<std::size_t>(i)] = free[first + i];
        last -= free[first + i];
    }
    into[static_cast<std::size_t>(m_season - 1)] = last;
}

void EtsObjective::setModel(const SmallVector& free, EtsModel& model) const {
    const Smoothing smoothing = smoothingOf(free);
    model.form = m_form;
    model.alpha = smoothing.alpha;
    model.beta = smoothing.beta;
    model.gamma = smoothing.gamma;
    model.phi = smoothing.phi;
    model.level = free[m_smoothings];
    model.trend = hasTrend() ? free[m_smoothings + 1] : 0;
    model.seasons.clear();
    if (hasSeason()) {
        model.seasons.resize(static_cast<std::size_t>(m_season));
        setSeasons(free, model.seasons);
    }
}

template <EtsForm::Season S>
double EtsObjective::forward(const Smoothing& smoothing, double level, double trend) const {
    constexpr bool isSum = S == EtsForm::Season::Additive, isProduct = S == EtsForm::Season::Multiplicative;
    const bool isRelative = m_form.hasMultiplicativeError;
    double squares = 0, product = 1, logs = 0;
    std::size_t place = 0;
    for (std::size_t t = 0; t < m_values.size(); ++t) {
        const double season = isSum || isProduct ? m_seasons[place] : 0;
        const double ahead = level + smoothing.phi * trend;
        const double fitted = isProduct ? ahead * season : ahead + season;
        const bool isObserved = !std::isnan(m_values[t]);
        const double error = isObserved ? m_values[t] - fitted : 0;
        m_places[t] = {level, trend, season, error, fitted};
        if ((isProduct || isRelative) && !(fitted > leastForecast && (!isProduct || season > leastForecast))) {
            return std::numeric_limits<double>::infinity();
        }
        if (isRelative && isObserved) {
            const double share = error / fitted;
            squares += share * share;
            product *= fitted;
            if (product > 1e100 || product < 1e-100) {
                logs += std::log(product);
                product = 1;
            }
        } else {
            squares += error * error;
        }
        const double adjusted = isProduct ? error / season : error;
        level = ahead + smoothing.alpha * adjusted;
        trend = smoothing.phi * trend + smoothing.beta * adjusted;
        if constexpr (isSum || isProduct) {
            m_seasons[place] = season + smoothing.gamma * (isProduct ? error / ahead : error);
            place = place + 1 == m_seasons.size() ? 0 : place + 1;
        }
    }
    m_squares = squares + 1e-20 * m_observed;
    return m_observed * std::log(m_squares) + 2 * (logs + std::log(product));
}

template <EtsForm::Season S>
EtsObjective::Adjoint EtsObjective::backward(const Smoothing& smoothing) const {
    constexpr bool isSum = S == EtsForm::Season::Additive, isProduct = S == EtsForm::Season::Multiplicative;
    const bool isRelative = m_form.hasMultiplicativeError;
    const double weight = 2 * m_observed / m_squares;
    Adjoint to;
    std::ranges::fill(m_seasons, 0.0);
    std::size_t place = m_values.size() % m_seasons.size();
    for (std::size_t t = m_values.size(); t-- > 0;) {
        const Place& at = m_places[t];
        const bool isObserved = !std::isnan(m_values[t]);
        const double ahead = at.level + smoothing.phi * at.trend;
        double later = 0;
        if constexpr (isSum || isProduct) {
            place = place == 0 ? m_seasons.size() - 1 : place - 1;
            later = m_seasons[place];
        }
        const double adjusted = isProduct ? at.error / at.season : at.error;
        const double seasonal = isProduct ? at.error / ahead : at.error;
        to.alpha += adjusted * to.level;
        to.beta += adjusted * to.trend;
        to.gamma += seasonal * later;
        const double byAdjusted = smoothing.alpha * to.level + smoothing.beta * to.trend;
        const double bySeasonal = smoothing.gamma * later;
        double byFitted = 0;
        if (isObserved) {
            const double byError = isProduct ? byAdjusted / at.season + bySeasonal / ahead : byAdjusted + bySeasonal;
            const double share = at.error / at.fitted;
            const double ownLoss = isRelative ? (2 - weight * share * m_values[t] / at.fitted) / at.fitted
                                              : -weight * at.error;
            byFitted = ownLoss - byError;
        }
        double byAhead = to.level + (isProduct ? byFitted * at.season : byFitted);
        if constexpr (isProduct) {
            byAhead -= bySeasonal * seasonal / ahead;
            m_seasons[place] = later - byAdjusted * adjusted / at.season + byFitted * ahead;
        } else if constexpr (isSum) {
            m_seasons[place] = later + byFitted;
        }
        to.phi += at.trend * (to.trend + byAhead);
        to.trend = smoothing.phi * (to.trend + byAhead);
        to.level = byAhead;
    }
    return to;
}

void EtsObjective::setGradient(const Smoothing& smoothing, const Adjoint& adjoint, SmallVector& gradient) const {
    const auto bend = [](double share) { return share * (1 - share); };
    Eigen::Index at = 1;
    double byAlpha = adjoint.alpha;
    if (hasTrend()) {
        gradient[at++] = adjoint.beta * (smoothing.alpha - low) * bend(smoothing.betaShare);
        byAlpha += adjoint.beta * smoothing.betaShare;
    }
    if (hasSeason()) {
        gradient[at++] = adjoint.gamma * (1 - smoothing.alpha - low) * bend(smoothing.gammaShare);
        byAlpha -= adjoint.gamma * smoothing.gammaShare;
    }
    if (isDamped()) {
        gradient[at++] = adjoint.phi * (phiHigh - phiLow) * bend(smoothing.phiShare);
    }
    gradient[0] = byAlpha * (high - low) * bend(smoothing.alphaShare);
    gradient[at++] = adjoint.level;
    if (hasTrend()) {
        gradient[at++] = adjoint.trend;
    }
    for (int i = 0; hasSeason() && i + 1 < m_season; ++i) {
        gradient[at++] = m_seasons[static_cast<std::size_t>(i)] - m_seasons.back();
    }
}

double EtsObjective::operator()(const SmallVector& free, SmallVector& gradient) const {
    const Smoothing smoothing = smoothingOf(free);
    const double level = free[m_smoothings];
    const double trend = hasTrend() ? free[m_smoothings + 1] : 0;
    if (hasSeason()) {
        setSeasons(free, m_seasons);
    }
    using Season = EtsForm::Season;
    const double value = m_form.season == Season::None       ? forward<Season::None>(smoothing, level, trend)
                         : m_form.season == Season::Additive ? forward<Season::Additive>(smoothing, level, trend)
                                                             : forward<Season::Multiplicative>(smoothing, level, trend);
    if (std::isfinite(value)) {
        setGradient(smoothing,
                    m_form.season == Season::None       ? backward<Season::None>(smoothing)
                    : m_form.season == Season::Additive ? backward<Season::Additive>(smoothing)
                                                        : backward<Season::Multiplicative>(smoothing),
                    gradient);
    }
    return value;
}

}  // namespace foresell
