// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/band_calibration.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace foresell {
namespace {

constexpr int mostParts = 4;
constexpr std::size_t fewestPoints = 100;
constexpr double least = 0.5, most = 3.0;  // of a stretch

double quantileOf(std::vector<float>& sorted, double level) {
    const double place = level * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(sorted.size() - 1, below + 1);
    const double share = place - static_cast<double>(below);
    return sorted[below] * (1 - share) + sorted[above] * share;
}

}  // namespace

BandCalibration::BandCalibration(std::vector<double> levels, int horizon, bool isQuantile)
    : m_levels(std::move(levels)), m_horizon(std::max(1, horizon)), m_isQuantile(isQuantile) {
    const auto parts = static_cast<std::size_t>(std::min(mostParts, m_horizon));
    m_values.assign(parts, std::vector<double>(m_levels.size(), isQuantile ? 1.0 : 0.0));
    m_samples.assign(parts, std::vector<std::vector<float>>(isQuantile ? m_levels.size() : 1));
}

std::size_t BandCalibration::partOf(int step) const {
    const int parts = static_cast<int>(m_values.size());
    return static_cast<std::size_t>(std::clamp((step - 1) * parts / m_horizon, 0, parts - 1));
}

void BandCalibration::add(int step, std::span<const float> quantiles, float actual) {
    auto& samples = m_samples[partOf(step)];
    if (!m_isQuantile) {
        samples[0].push_back(actual - quantiles[0]);
        return;
    }
    const float median = quantiles[m_levels.size() / 2];
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const float distance = quantiles[level] - median;
        if (std::abs(distance) > 1e-4f) {
            samples[level].push_back((actual - median) / distance);
        }
    }
}

void BandCalibration::finish() {
    for (std::size_t part = 0; part < m_samples.size(); ++part) {
        for (auto& sample : m_samples[part]) {
            std::ranges::sort(sample);
        }
        for (std::size_t level = 0; level < m_levels.size(); ++level) {
            const double p = m_levels[level];
            auto& sample = m_samples[part][m_isQuantile ? level : 0];
            if (sample.size() < (m_isQuantile ? fewestPoints : 1)) {
                continue;
            }
            // Below the median the distance is negative, which turns the order of the ratios round.
            const double value = quantileOf(sample, m_isQuantile && p < 0.5 ? 1 - p : p);
            m_values[part][level] = m_isQuantile ? std::clamp(value, least, most) : value;
        }
    }
    m_samples.clear();
}

std::vector<double> BandCalibration::quantiles(int step, std::span<const float> raw) const {
    const auto& values = m_values[partOf(step)];
    std::vector<double> result(m_levels.size());
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        if (m_isQuantile) {
            const double median = raw[m_levels.size() / 2];
            result[level] = median + (raw[level] - median) * values[level];
        } else {
            result[level] = raw[0] + values[level];
        }
    }
    std::ranges::sort(result);
    return result;
}

nlohmann::json BandCalibration::toJson() const {
    return {{"levels", m_levels}, {"horizon", m_horizon}, {"quantile", m_isQuantile}, {"values", m_values}};
}

BandCalibration BandCalibration::fromJson(const nlohmann::json& json) {
    BandCalibration bands(json.at("levels"), json.at("horizon"), json.at("quantile"));
    const auto values = json.at("values").get<std::vector<std::vector<double>>>();
    const bool isFine =
        !bands.m_levels.empty() && std::ranges::is_sorted(bands.m_levels) && values.size() == bands.m_values.size() &&
        std::ranges::all_of(values, [&](const std::vector<double>& part) { return part.size() == bands.m_levels.size(); });
    if (!isFine) {
        throw Error("model.damaged", "The model cannot be read: its bands are not understood.", "Train again.");
    }
    bands.m_values = values;
    bands.m_samples.clear();
    return bands;
}

}  // namespace foresell
