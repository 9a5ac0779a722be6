// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/ets_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/baselines/ets_objective.h"
#include "core/baselines/local_method.h"
#include "core/baselines/seasonal_indices.h"

namespace foresell {

namespace {

constexpr int longestSeason = 24;
constexpr std::size_t fewestValues = 5;
constexpr double worthFinishing = 8;  // AICc beyond the least after the rough search

/// First states, roughly.
struct Start {
    double level = 0, trend = 0;
    std::vector<double> seasons;
};

/// A line and a season through the first values; a line through nothing but the first values; no slope at all.
std::vector<Start> startsOf(const std::vector<double>& whole, int season, const EtsForm& form) {
    Start start;
    const bool isProduct = form.season == EtsForm::Season::Multiplicative;
    std::vector<double> plain = whole;
    if (form.season != EtsForm::Season::None) {
        start.seasons = seasonalIndices(whole, season, isProduct);
        for (double& index : start.seasons) {
            index = isProduct ? std::max(index, 0.05) : index;
        }
        for (std::size_t t = 0; t < plain.size(); ++t) {
            const double index = start.seasons[t % start.seasons.size()];
            plain[t] = isProduct ? plain[t] / index : plain[t] - index;
        }
    }
    const auto count = std::min(plain.size(), static_cast<std::size_t>(std::max(10, 2 * season)));
    const double middle = (static_cast<double>(count) + 1) / 2;
    const double mean = std::accumulate(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(count), 0.0) /
                        static_cast<double>(count);
    double moment = 0, spread = 0;
    for (std::size_t t = 0; t < count; ++t) {
        const double offset = static_cast<double>(t) + 1 - middle;
        moment += offset * plain[t];
        spread += offset * offset;
    }
    start.trend = form.trend != EtsForm::Trend::None && spread > 0 ? moment / spread : 0;
    start.level = mean - start.trend * middle;
    std::vector<Start> starts{start, {plain.front(), 0, start.seasons}, {mean, 0, start.seasons}};
    if (form.trend != EtsForm::Trend::None) {
        const double slope = (plain.back() - plain.front()) / static_cast<double>(plain.size());
        starts.push_back({mean - slope * middle, slope, start.seasons});
    }
    return starts;
}

double sizeOf(std::span<const double> values) {
    double sum = 0, count = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            sum += std::abs(value);
            ++count;
        }
    }
    return sum > 0 ? sum / count : 1;
}

/// The values over their size, with and without their holes.
struct ScaledValues {
    ScaledValues(std::span<const double> values, int periods, int ahead)
        : season(periods), steps(ahead), size(sizeOf(values)) {
        scaled.assign(values.begin(), values.end());
        std::ranges::for_each(scaled, [this](double& value) { value /= size; });
        whole = filled(scaled, season);
        observed = static_cast<int>(observedOf(values).size());
    }

    int season, steps, observed = 0;
    double size;
    std::vector<double> scaled, whole;
};

/// The search for the most likely parameters of one form, first roughly, then to the end.
class EtsSearch {
public:
    EtsSearch(const ScaledValues& values, const EtsForm& form)
        : m_values(&values), m_form(form),
          m_objective(values.scaled, form.season == EtsForm::Season::None ? 1 : values.season, form, values.steps) {}

    void begin() {
        if (m_objective.size() >= m_values->observed - 1) {
            return;
        }
        collectPlaces();
        m_least = smoothMinimum(m_objective, m_places[0].second, 0.05, 40);
    }

    /// From where it is and, where that is worth it, from the next best start.
    void finish(bool isPromising) {
        if (m_places.empty()) {
            return;
        }
        m_least = smoothMinimum(m_objective, m_places[0].second, 1e-4, 200);
        if (!isPromising) {
            return;
        }
        const double other = smoothMinimum(m_objective, m_places[1].second, 1e-4, 200);
        if (other < m_least) {
            m_least = other;
            std::swap(m_places[0], m_places[1]);
        }
    }

    bool isFound() const { return std::isfinite(m_least); }

    double aicc() const {
        const double counted = m_objective.size() + 1, left = m_values->observed - counted - 1;
        return left > 0 ? deviance() + 2 * counted + 2 * counted * (counted + 1) / left
                        : std::numeric_limits<double>::infinity();
    }

    EtsModel model() const {
        EtsModel model;
        m_objective.setModel(m_places[0].second, model);
        model.level *= m_values->size;
        model.trend *= m_values->size;
        for (double& index : model.seasons) {
            index *= m_form.season == EtsForm::Season::Additive ? m_values->size : 1;
        }
        model.deviance = deviance();
        model.aicc = aicc();
        return model;
    }

private:
    double deviance() const { return m_least + 2 * m_values->observed * std::log(m_values->size); }

    /// The most promising start for each of several smoothings, best first.
    void collectPlaces() {
        const std::vector<Start> starts = startsOf(m_values->whole, m_values->season, m_form);
        SmallVector gradient(m_objective.size());
        for (const auto& [alpha, gammaShare] : {std::pair{0.02, 0.05}, {0.1, 0.4}, {0.3, 0.05}, {0.8, 0.05}}) {
            std::pair<double, SmallVector> place{std::numeric_limits<double>::infinity(), SmallVector::Zero(m_objective.size())};
            for (const Start& start : starts) {
                const SmallVector tried = m_objective.freeOf(alpha, 0.05 * alpha, gammaShare * (1 - alpha), start.level,
                                                             start.trend, start.seasons);
                const double value = m_objective(tried, gradient);
                if (value < place.first) {
                    place = {value, tried};
                }
            }
            m_places.push_back(place);
        }
        std::ranges::stable_sort(m_places, {}, [](const auto& place) { return place.first; });
    }

    const ScaledValues* m_values;
    EtsForm m_form;
    EtsObjective m_objective;
    double m_least = std::numeric_limits<double>::infinity();
    std::vector<std::pair<double, SmallVector>> m_places;
};

}  // namespace

std::string EtsForm::name() const {
    std::string name = hasMultiplicativeError ? "M" : "A";
    name += trend == Trend::None ? "N" : trend == Trend::Additive ? "A" : "Ad";
    return name + (season == Season::None ? "N" : season == Season::Additive ? "A" : "M");
}

std::vector<EtsForm> admissibleForms(std::span<const double> values, int season) {
    const bool isPositive = std::ranges::all_of(values, [](double value) { return !(value <= 0); });
    const bool isSeasonal = season > 1 && season <= longestSeason && static_cast<int>(values.size()) > season;
    std::vector<EtsForm> forms;
    for (const bool isRelative : {false, true}) {
        for (const auto trend : {EtsForm::Trend::None, EtsForm::Trend::Additive, EtsForm::Trend::Damped}) {
            for (const auto shape : {EtsForm::Season::None, EtsForm::Season::Additive, EtsForm::Season::Multiplicative}) {
                const bool isProduct = shape == EtsForm::Season::Multiplicative;
                if ((isPositive || !isRelative) && (isRelative || !isProduct) &&
                    (isSeasonal || shape == EtsForm::Season::None)) {
                    forms.push_back({isRelative, trend, shape});
                }
            }
        }
    }
    return forms;
}

std::optional<EtsModel> fitEts(std::span<const double> values, int season, const EtsForm& form, int steps) {
    const ScaledValues scaled(values, season, steps);
    EtsSearch search(scaled, form);
    search.begin();
    search.finish(true);
    return search.isFound() ? std::optional(search.model()) : std::nullopt;
}

std::vector<WeightedEts> fitEtsForms(std::span<const double> values, int season, int steps, double softness) {
    const std::vector<double> observed = observedOf(values);
    if (observed.size() < fewestValues || std::ranges::all_of(observed, [&](double value) { return value == observed[0]; })) {
        return {};
    }
    const ScaledValues scaled(values, season, steps);
    std::vector<EtsSearch> searches;
    double least = std::numeric_limits<double>::infinity();
    for (const EtsForm& form : admissibleForms(values, season)) {
        searches.emplace_back(scaled, form);
        searches.back().begin();
        least = std::min(least, searches.back().aicc());
    }
    std::vector<WeightedEts> fitted;
    for (EtsSearch& search : searches) {
        if (search.isFound() && search.aicc() < least + std::max(worthFinishing, 3 * softness)) {
            search.finish(search.aicc() < least + worthFinishing);
            fitted.push_back({search.model()});
        }
    }
    std::ranges::stable_sort(fitted, {}, [](const WeightedEts& one) { return one.model.aicc; });
    double sum = 0;
    for (WeightedEts& one : fitted) {
        one.weight = std::exp((fitted.front().model.aicc - one.model.aicc) / softness);
        sum += one.weight;
    }
    std::ranges::for_each(fitted, [sum](WeightedEts& one) { one.weight /= sum; });
    return fitted;
}

std::optional<EtsModel> fitBestEts(std::span<const double> values, int season, int steps) {
    const std::vector<WeightedEts> fitted = fitEtsForms(values, season, steps, 2);
    return fitted.empty() ? std::nullopt : std::optional(fitted.front().model);
}

void EtsModel::forecast(std::span<const double> values, std::span<const int> ends, int horizon,
                        std::span<double> into) const {
    const bool isProduct = form.season == EtsForm::Season::Multiplicative;
    double now = level, slope = trend;
    std::vector<double> indices = seasons.empty() ? std::vector<double>{isProduct ? 1.0 : 0.0} : seasons;
    std::size_t at = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (; at < static_cast<std::size_t>(ends[i]); ++at) {
            double& index = indices[at % indices.size()];
            const double ahead = now + phi * slope, fitted = isProduct ? ahead * index : ahead + index;
            const double error = std::isnan(values[at]) ? 0 : values[at] - fitted;
            const double adjusted = isProduct ? error / index : error;
            now = ahead + alpha * adjusted;
            slope = phi * slope + beta * adjusted;
            index += seasons.empty() ? 0 : gamma * (isProduct ? error / ahead : error);
        }
        double reach = now, damped = slope;
        for (std::size_t step = 0; step < static_cast<std::size_t>(horizon); ++step) {
            damped *= phi;
            reach += damped;
            const double index = indices[(at + step) % indices.size()];
            into[i * static_cast<std::size_t>(horizon) + step] = isProduct ? reach * index : reach + index;
        }
    }
}

}  // namespace foresell
