// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace foresell {

/// How wide the bands of a point forecast are, told from periods that it had not seen: the quantiles of demand over
/// forecast, apart for small and large forecasts and for near and far steps, since the demand of small ones scatters more
/// (split conformal prediction with groups; Papadopoulos et al. 2002, Romano et al. 2019). Each series widens or narrows
/// them as far as its own errors were more or less than usual, the more of them the more.
class RatioBands {
public:
    /// Without points that were held out: the bands of a spread of 50 %.
    RatioBands() = default;
    RatioBands(int horizon, std::size_t series) : m_horizon(horizon), m_spreads(series, 1.0F) {}

    /// A held-out point. `step` 1 = the first after the origin; `point` must be above 0.
    void add(std::size_t series, int step, double point, double actual);
    /// Measures what was added.
    void finish();

    /// Quantile of demand at `level` for a forecast `point` that is a mean (`isMean`), else the median. `spread`: see spreadOf.
    double quantile(double level, int step, double point, double spread, bool isMean) const;
    /// The mean, for a point that is the median.
    double meanOver(int step, double point) const;
    /// How much wider than usual the errors of a series were; 1 for one that was not there.
    double spreadOf(std::size_t series) const { return series < m_spreads.size() ? static_cast<double>(m_spreads[series]) : 1.0; }

    nlohmann::json toJson() const;
    /// Throws nlohmann::json::exception or Error "model.damaged".
    static RatioBands fromJson(const nlohmann::json& json);

private:
    struct Point {
        std::size_t series;
        int step;
        double point, ratio;
    };
    struct Group {
        double mean = 1;                ///< of the ratios
        std::vector<float> quantiles;  ///< of the ratios, at even levels from 0 to 1
    };

    std::size_t groupOf(int step, double point) const;
    double ratioAt(const Group& group, double level) const;

    int m_horizon = 1;
    std::vector<Point> m_points;    ///< until finish
    std::vector<double> m_edges;    ///< ascending forecasts that part small from large
    std::vector<Group> m_groups;    ///< near steps of each size, then far ones
    std::vector<float> m_spreads;  ///< by series
};

}  // namespace foresell
