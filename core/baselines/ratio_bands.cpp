// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/ratio_bands.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/baselines/error_bands.h"

namespace foresell {

namespace {

constexpr std::size_t mostSizes = 10, parts = 2, fewestPoints = 150, kept = 201;
constexpr double largestRatio = 50;
constexpr double pointsForHalf = 20;  // of a series, before its own spread counts half
constexpr double narrowest = 0.4, widest = 2.5;

/// Ratios without held-out points: a bell of the logarithm, half as wide as the number itself.
std::vector<float> assumedRatios() {
    std::vector<float> ratios;
    for (std::size_t i = 0; i < kept; ++i) {
        const double level = std::clamp((static_cast<double>(i) + 0.5) / kept, 0.005, 0.995);
        ratios.push_back(static_cast<float>(std::exp(0.5 * 0.5513 * std::log(level / (1 - level)))));  // logistic for normal
    }
    return ratios;
}

}  // namespace

void RatioBands::add(std::size_t series, int step, double point, double actual) {
    m_points.push_back({series, step, point, std::clamp(actual / point, -largestRatio, largestRatio)});
}

std::size_t RatioBands::groupOf(int step, double point) const {
    const auto size = static_cast<std::size_t>(std::ranges::upper_bound(m_edges, point) - m_edges.begin());
    return size + (2 * step > m_horizon ? m_edges.size() + 1 : 0);
}

void RatioBands::finish() {
    std::vector<double> sizes;
    for (const Point& point : m_points) {
        sizes.push_back(point.point);
    }
    std::ranges::sort(sizes);
    const std::size_t count = std::clamp<std::size_t>(sizes.size() / fewestPoints / parts, 1, mostSizes);
    for (std::size_t i = 1; i < count; ++i) {
        m_edges.push_back(sizes[i * sizes.size() / count]);
    }
    m_groups.resize(parts * (m_edges.size() + 1));
    std::vector<std::vector<float>> ratios(m_groups.size());
    for (const Point& point : m_points) {
        ratios[groupOf(point.step, point.point)].push_back(static_cast<float>(point.ratio));
    }
    std::vector<double> usual(m_groups.size(), 0.0);
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        std::vector<float>& own = ratios[i].empty() ? ratios[(i + m_groups.size() / parts) % m_groups.size()] : ratios[i];
        std::ranges::sort(own);
        double sum = 0;
        for (const float ratio : own) {
            sum += static_cast<double>(ratio);
        }
        m_groups[i].mean = own.empty() ? 1 : sum / static_cast<double>(own.size());
        for (std::size_t place = 0; place < kept && !own.empty(); ++place) {
            m_groups[i].quantiles.push_back(static_cast<float>(quantileOfSorted(own, static_cast<double>(place) / (kept - 1))));
        }
        for (const float ratio : own) {
            usual[i] += std::abs(static_cast<double>(ratio) - m_groups[i].mean) / static_cast<double>(own.size());
        }
    }
    std::vector<double> errors(m_spreads.size(), 0.0), counts = errors;
    for (const Point& point : m_points) {
        const std::size_t group = groupOf(point.step, point.point);
        errors[point.series] += usual[group] > 0 ? std::abs(point.ratio - m_groups[group].mean) / usual[group] : 1;
        ++counts[point.series];
    }
    for (std::size_t series = 0; series < m_spreads.size(); ++series) {
        const double spread = (errors[series] + pointsForHalf) / (counts[series] + pointsForHalf);
        m_spreads[series] = static_cast<float>(std::clamp(spread, narrowest, widest));
    }
    m_points.clear();
    m_points.shrink_to_fit();
}

double RatioBands::ratioAt(const Group& group, double level) const {
    static const std::vector<float> assumed = assumedRatios();
    return quantileOfSorted(group.quantiles.empty() ? assumed : group.quantiles, level);
}

double RatioBands::quantile(double level, int step, double point, double spread, bool isMean) const {
    static const Group none;
    const Group& group = m_groups.empty() ? none : m_groups[groupOf(step, point)];
    const double middle = ratioAt(group, 0.5), whole = isMean ? group.mean : middle;
    if (!(whole > 0)) {
        return 0;
    }
    return point * std::max(0.0, middle + spread * (ratioAt(group, level) - middle)) / whole;
}

double RatioBands::meanOver(int step, double point) const {
    if (m_groups.empty()) {
        return point;
    }
    const Group& group = m_groups[groupOf(step, point)];
    const double middle = ratioAt(group, 0.5);
    return middle > 0 ? point * std::clamp(group.mean / middle, 0.8, 1.6) : point;
}

nlohmann::json RatioBands::toJson() const {
    nlohmann::json json{{"horizon", m_horizon}, {"edges", m_edges}, {"spreads", m_spreads}, {"groups", nlohmann::json::array()}};
    for (const Group& group : m_groups) {
        json["groups"].push_back({{"mean", group.mean}, {"quantiles", group.quantiles}});
    }
    return json;
}

RatioBands RatioBands::fromJson(const nlohmann::json& json) {
    RatioBands bands;
    bands.m_horizon = json.at("horizon");
    bands.m_edges = json.at("edges").get<std::vector<double>>();
    bands.m_spreads = json.at("spreads").get<std::vector<float>>();
    for (const nlohmann::json& told : json.at("groups")) {
        bands.m_groups.push_back({told.at("mean"), told.at("quantiles").get<std::vector<float>>()});
    }
    const auto isFine = [](const auto& values) { return std::ranges::all_of(values, [](auto value) { return std::isfinite(value); }); };
    const bool fits = bands.m_groups.empty() ? bands.m_edges.empty() : bands.m_groups.size() == parts * (bands.m_edges.size() + 1);
    if (!fits || !isFine(bands.m_edges) || !std::ranges::is_sorted(bands.m_edges) || !isFine(bands.m_spreads) ||
        !std::ranges::all_of(bands.m_groups, [&](const Group& group) {
            return std::isfinite(group.mean) && isFine(group.quantiles) && std::ranges::is_sorted(group.quantiles);
        })) {
        throw Error("model.damaged", "The model cannot be read: its ranges are not understood.", "Train again.");
    }
    return bands;
}

}  // namespace foresell
