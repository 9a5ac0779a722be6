// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foresell {

/// A form of exponential smoothing in state space (Hyndman, Koehler, Snyder and Grose 2002; Hyndman et al. 2008).
struct EtsForm {
    enum class Trend { None, Additive, Damped };
    enum class Season { None, Additive, Multiplicative };

    bool hasMultiplicativeError = false;
    Trend trend = Trend::None;
    Season season = Season::None;

    /// Error, trend, season: "ANN", "MAdM".
    std::string name() const;
    bool operator==(const EtsForm&) const = default;
};

/// A fitted form. The states are those before the first value; `seasons[t % season]` belongs to value t.
struct EtsModel {
    EtsForm form;
    double alpha = 0, beta = 0, gamma = 0, phi = 1;
    double level = 0, trend = 0;
    std::vector<double> seasons;
    /// -2 log likelihood, constants left out: n log(sum of squared errors) + 2 sum log |forecast|; the mean of those of 1 to
    /// `steps` periods ahead, each as if it had n errors.
    double deviance = 0;
    double aicc = 0;      ///< Hurvich and Tsai 1989, counting smoothing parameters, states and the variance

    /// Forecasts of the `horizon` values after the first `ends[i]`, row by row. NaN among `values` (nothing observed)
    /// moves the states on without an error.
    void forecast(std::span<const double> values, std::span<const int> ends, int horizon, std::span<double> into) const;
};

/// The forms that suit values and season: no multiplicative season with an additive error, no multiplicative part where a
/// value is not positive, no season where it is longer than 24 or than the values. Multiplicative trends are left out.
std::vector<EtsForm> admissibleForms(std::span<const double> values, int season);

/// Maximum likelihood over 1e-4 <= beta <= alpha <= 0.9999, 1e-4 <= gamma <= 1 - alpha, 0.8 <= phi <= 0.98 and the first
/// states, along the exact gradient (by the adjoint of the recursion). None where there are too few values for the form.
///
/// With more than one step the errors of forecasts that far ahead count alike: the geometric trace mean squared error
/// (Svetunkov, Kourentzes and Killick 2023, "Multi-step estimators and shrinkage effect in time series models"). Where the
/// errors of single steps follow from one another, as those of sales do, their likelihood follows the latest values too
/// closely; that of many steps smooths more. At most a season of steps counts.
std::optional<EtsModel> fitEts(std::span<const double> values, int season, const EtsForm& form, int steps = 1);

struct WeightedEts {
    EtsModel model;
    double weight = 1;
};

/// The admissible forms that explain the values best, best first, with weights by their AICc that add up to 1 (Burnham and
/// Anderson 2002; for exponential smoothing Kolassa 2011); none for fewer than five observed values or none that differ. A
/// form that is `softness` worse by AICc has a weight smaller by e; 2 gives Akaike's weights. Where errors follow from one
/// another the AICc exaggerates, so that a larger one forecasts better.
std::vector<WeightedEts> fitEtsForms(std::span<const double> values, int season, int steps, double softness);

/// The admissible form with the least AICc; none for fewer than five observed values or none that differ.
std::optional<EtsModel> fitBestEts(std::span<const double> values, int season, int steps = 1);

}  // namespace foresell
