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

EtsObjective::EtsObjective(std::span<const double> values, int season, const EtsForm& form, int steps)
    : m_season(season), m_form(form), m_values(values.begin(), values.end()) {
    m_smoothings = 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? 1 : 0) + (isDamped() ? 1 : 0);
    m_states = 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? season - 1 : 0);
    for (double& value : m_values) {
        m_isObserved.push_back(std::isnan(value) ? 0 : 1);
        value = std::isnan(value) ? 0 : value;
        m_observed += m_isObserved.back();
    }
    m_steps = std::clamp(hasSeason() ? std::min(steps, season) : steps, 1, std::max(1, static_cast<int>(values.size()) / 2));
    for (std::vector<double>* numbers : {&m_places.level, &m_places.trend, &m_places.season, &m_places.error, &m_places.byLevel,
                                         &m_places.byTrend, &m_places.bySeason, &m_places.byFitted}) {
        numbers->resize(values.size());
    }
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

/// Leaves the states and errors in m_places; false where a forecast is not positive and has to be.
template <EtsForm::Season S>
bool EtsObjective::forward(const Smoothing& smoothing, double level, double trend) const {
    constexpr bool isSum = S == EtsForm::Season::Additive, isProduct = S == EtsForm::Season::Multiplicative;
    std::size_t place = 0;
    for (std::size_t t = 0; t < m_values.size(); ++t) {
        const double season = isSum || isProduct ? m_seasons[place] : 0;
        const double ahead = level + smoothing.phi * trend;
        const double fitted = isProduct ? ahead * season : ahead + season;
        const double error = m_isObserved[t] * (m_values[t] - fitted);
        m_places.level[t] = level;
        m_places.trend[t] = trend;
        m_places.season[t] = season;
        m_places.error[t] = error;
        if (isProduct && !(fitted > leastForecast && season > leastForecast)) {
            return false;
        }
        const double adjusted = isProduct ? error / season : error;
        level = ahead + smoothing.alpha * adjusted;
        trend = smoothing.phi * trend + smoothing.beta * adjusted;
        if constexpr (isSum || isProduct) {
            m_seasons[place] = season + smoothing.gamma * (isProduct ? error / ahead : error);
            place = place + 1 == m_seasons.size() ? 0 : place + 1;
        }
    }
    return true;
}

/// The mean of the deviances of all steps; what they change by each state is left in m_places.
template <EtsForm::Season S>
double EtsObjective::judge(const Smoothing& smoothing) const {
    for (std::vector<double>* by : {&m_places.byLevel, &m_places.byTrend, &m_places.bySeason}) {
        std::ranges::fill(*by, 0.0);
    }
    m_byPhi = 0;
    double total = 0, power = 1;
    Reach reach{0, 0, 0};
    while (reach.steps < m_steps) {
        ++reach.steps;
        reach.bend += reach.steps * power;
        power *= smoothing.phi;
        reach.trends += power;
        total += judgeStep<S>(reach);
    }
    return total / m_steps;
}

template <EtsForm::Season S>
double EtsObjective::judgeStep(const Reach& reach) const {
    constexpr bool isProduct = S == EtsForm::Season::Multiplicative;
    constexpr std::size_t block = 16;  // forecasts whose product is still a number
    const std::size_t later = static_cast<std::size_t>(reach.steps) - 1, count = m_values.size() - later;
    const double *level = m_places.level.data(), *trend = m_places.trend.data(), *season = m_places.season.data() + later;
    const double *value = m_values.data() + later, *isObserved = m_isObserved.data() + later;
    double* fitted = m_places.byFitted.data();  // its place is free until the way back
    double observed = 0, squares = 0, logs = 0, least = 1;
    for (std::size_t t = 0; t < count; ++t) {
        const double ahead = level[t] + reach.trends * trend[t];
        fitted[t] = isProduct ? ahead * season[t] : ahead + season[t];
    }
    for (std::size_t t = 0; t < count; ++t) {
        observed += isObserved[t];
    }
    if (m_form.hasMultiplicativeError) {
        for (std::size_t begin = 0; begin < count; begin += block) {
            double product = 1;
            for (std::size_t t = begin; t < std::min(count, begin + block); ++t) {
                const double share = isObserved[t] * (value[t] / fitted[t] - 1);
                squares += share * share;
                product *= isObserved[t] > 0 ? fitted[t] : 1;
                least = std::min(least, fitted[t]);
            }
            logs += std::log(product);
        }
        if (!(least > leastForecast)) {
            return std::numeric_limits<double>::infinity();
        }
    } else {
        for (std::size_t t = 0; t < count; ++t) {
            const double error = isObserved[t] * (value[t] - fitted[t]);
            squares += error * error;
        }
    }
    squares += 1e-20 * observed;
    const double share = m_observed / std::max(1.0, observed);
    addGradient<S>(reach, 2 * observed / squares, share / m_steps);
    return share * (observed * std::log(squares / std::max(1.0, observed)) + 2 * logs) + m_observed * std::log(m_observed);
}

/// `pull` times an error is what the deviance changes by it; `share` is the weight of the step.
template <EtsForm::Season S>
void EtsObjective::addGradient(const Reach& reach, double pull, double share) const {
    constexpr bool isSum = S == EtsForm::Season::Additive, isProduct = S == EtsForm::Season::Multiplicative;
    const std::size_t later = static_cast<std::size_t>(reach.steps) - 1, count = m_values.size() - later;
    const double *level = m_places.level.data(), *trend = m_places.trend.data(), *season = m_places.season.data() + later;
    const double *value = m_values.data() + later, *isObserved = m_isObserved.data() + later;
    double *by = m_places.byFitted.data(), *byLevel = m_places.byLevel.data(), *byTrend = m_places.byTrend.data();
    double* bySeason = m_places.bySeason.data() + later;
    if (m_form.hasMultiplicativeError) {
        for (std::size_t t = 0; t < count; ++t) {
            const double inverse = 1 / by[t], ratio = value[t] * inverse;
            by[t] = isObserved[t] * share * inverse * (2 - pull * (ratio - 1) * ratio);
        }
    } else {
        for (std::size_t t = 0; t < count; ++t) {
            by[t] = -isObserved[t] * share * pull * (value[t] - by[t]);
        }
    }
    double byPhi = 0;
    for (std::size_t t = 0; t < count; ++t) {
        const double byAhead = isProduct ? by[t] * season[t] : by[t];
        byLevel[t] += byAhead;
        byTrend[t] += reach.trends * byAhead;
        byPhi += byAhead * trend[t];
        if constexpr (isProduct) {
            bySeason[t] += by[t] * (level[t] + reach.trends * trend[t]);
        } else if constexpr (isSum) {
            bySeason[t] += by[t];
        }
    }
    m_byPhi += reach.bend * byPhi;
}

template <EtsForm::Season S>
EtsObjective::Adjoint EtsObjective::backward(const Smoothing& smoothing) const {
    constexpr bool isSum = S == EtsForm::Season::Additive, isProduct = S == EtsForm::Season::Multiplicative;
    Adjoint to;
    to.phi = m_byPhi;
    std::ranges::fill(m_seasons, 0.0);
    std::size_t place = m_values.size() % m_seasons.size();
    for (std::size_t t = m_values.size(); t-- > 0;) {
        const double trend = m_places.trend[t], season = m_places.season[t], error = m_places.error[t];
        const double ahead = m_places.level[t] + smoothing.phi * trend;
        double later = 0;
        if constexpr (isSum || isProduct) {
            place = place == 0 ? m_seasons.size() - 1 : place - 1;
            later = m_seasons[place];
        }
        const double adjusted = isProduct ? error / season : error;
        const double seasonal = isProduct ? error / ahead : error;
        to.alpha += adjusted * to.level;
        to.beta += adjusted * to.trend;
        to.gamma += seasonal * later;
        const double byAdjusted = smoothing.alpha * to.level + smoothing.beta * to.trend;
        const double bySeasonal = smoothing.gamma * later;
        const double byError = isProduct ? byAdjusted / season + bySeasonal / ahead : byAdjusted + bySeasonal;
        const double byFitted = -m_isObserved[t] * byError;
        double byAhead = to.level + (isProduct ? byFitted * season : byFitted);
        if constexpr (isProduct) {
            byAhead -= bySeasonal * seasonal / ahead;
            m_seasons[place] = later - byAdjusted * adjusted / season + byFitted * ahead + m_places.bySeason[t];
        } else if constexpr (isSum) {
            m_seasons[place] = later + byFitted + m_places.bySeason[t];
        }
        to.phi += trend * (to.trend + byAhead);
        to.trend = smoothing.phi * (to.trend + byAhead) + m_places.byTrend[t];
        to.level = byAhead + m_places.byLevel[t];
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

template <EtsForm::Season S>
double EtsObjective::valueOf(const SmallVector& free, SmallVector& gradient) const {
    const Smoothing smoothing = smoothingOf(free);
    if (hasSeason()) {
        setSeasons(free, m_seasons);
    }
    if (!forward<S>(smoothing, free[m_smoothings], hasTrend() ? free[m_smoothings + 1] : 0)) {
        return std::numeric_limits<double>::infinity();
    }
    const double value = judge<S>(smoothing);
    if (!std::isfinite(value)) {
        return std::numeric_limits<double>::infinity();
    }
    setGradient(smoothing, backward<S>(smoothing), gradient);
    return value;
}

double EtsObjective::operator()(const SmallVector& free, SmallVector& gradient) const {
    using Season = EtsForm::Season;
    return m_form.season == Season::None       ? valueOf<Season::None>(free, gradient)
           : m_form.season == Season::Additive ? valueOf<Season::Additive>(free, gradient)
                                               : valueOf<Season::Multiplicative>(free, gradient);
}

}  // namespace foresell
