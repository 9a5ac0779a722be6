// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/dataset/panel.h"
#include "core/dataset/training_estimate.h"

namespace foresell {

/// A forecast of every series of a panel. Arrays are series x horizon (mean) and series x horizon x levels (quantiles),
/// row by row; quantiles never cross; all values are finite and, unless the panel allows it, not negative.
struct Forecast {
    std::vector<double> levels;  ///< ascending, within (0, 1)
    int horizon = 0;
    std::vector<float> mean;
    std::vector<float> quantiles;

    float meanAt(std::size_t series, int step) const {
        return mean[series * static_cast<std::size_t>(horizon) + static_cast<std::size_t>(step)];
    }
    float quantileAt(std::size_t series, int step, std::size_t level) const {
        return quantiles[(series * static_cast<std::size_t>(horizon) + static_cast<std::size_t>(step)) * levels.size() +
                         level];
    }
};

/// A method that learns from a panel and forecasts what follows its last column: a simple method or a network.
/// `fit` may read the whole panel it is given (the caller cuts it at the origin, see cutPanel), and `predict` may be
/// called afterwards with the same panel or with one that has more columns or other series.
class Forecaster {
public:
    virtual ~Forecaster() = default;

    /// Stable name, as on the command line: "seasonal_naive", "lstm".
    virtual std::string name() const = 0;
    virtual void fit(const Panel& panel, int horizon, const JobControl& control) = 0;
    /// Forecasts the `horizon` periods after the panel's last column. Throws Error when the panel does not fit.
    virtual Forecast predict(const Panel& panel, int horizon, const std::vector<double>& levels,
                             const JobControl& control) const = 0;

    /// What `fit` would cost, found by trying a little of it; none where it costs next to nothing. Throws what `fit` throws.
    virtual std::optional<TrainingEstimate> estimate(const Panel& /*panel*/, int /*horizon*/, const JobControl& /*control*/) const {
        return std::nullopt;
    }

    /// What `fit` learnt, as the bytes of a model file; empty for a method that learns quickly or as it forecasts.
    virtual std::string save() const { return {}; }
};

}  // namespace foresell
