// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

namespace foresell {

/// Makes bands as wide as the validation periods show that they must be, for each part of the horizon apart: a form of
/// split conformal prediction (Romano et al. 2019). All in scaled space.
///
/// For a network of quantiles each level's distance from the median is stretched so that the share of values below it is
/// the level. For a network of squares the quantiles are those of its errors.
class BandCalibration {
public:
    BandCalibration() = default;
    BandCalibration(std::vector<double> levels, int horizon, bool isQuantile);

    /// One validation point: the network's ascending quantiles (or its one number), and what came.
    void add(int step, std::span<const float> quantiles, float actual);
    /// Measures what was added.
    void finish();

    /// Quantiles at the levels, ascending, for what the network says of a step (1 = the next period).
    std::vector<double> quantiles(int step, std::span<const float> raw) const;

    const std::vector<double>& levels() const { return m_levels; }
    nlohmann::json toJson() const;
    /// Throws nlohmann::json::exception or Error "model.damaged".
    static BandCalibration fromJson(const nlohmann::json& json);

private:
    std::size_t partOf(int step) const;

    std::vector<double> m_levels;
    int m_horizon = 1;
    bool m_isQuantile = true;
    std::vector<std::vector<double>> m_values;               ///< part x level: stretch, or error quantile
    std::vector<std::vector<std::vector<float>>> m_samples;  ///< part x level x points, until finish
};

}  // namespace foresell
