// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/baselines/ets_model.h"
#include "core/baselines/smooth_minimum.h"

namespace foresell {

/// The deviance of a form on values, as a smooth function of free numbers: smoothing parameters through logistic curves
/// between their bounds, the first level, the first trend, and all first seasons but the last, which the others give.
class EtsObjective {
public:
    /// `values`: NaN where nothing was observed; their size should be about 1.
    EtsObjective(std::span<const double> values, int season, const EtsForm& form);

    double operator()(const SmallVector& free, SmallVector& gradient) const;

    int size() const { return m_states + m_smoothings; }
    /// The free numbers for smoothing parameters (phi near its upper end) and states.
    SmallVector freeOf(double alpha, double beta, double gamma, double level, double trend,
                       std::span<const double> seasons) const;
    void setModel(const SmallVector& free, EtsModel& model) const;

private:
    struct Smoothing {
        double alpha, beta = 0, gamma = 0, phi = 1;
        double alphaShare, betaShare = 0, gammaShare = 0, phiShare = 0;  // within their bounds
    };
    struct Place {
        double level, trend, season, error, fitted;
    };
    struct Adjoint {
        double level = 0, trend = 0, alpha = 0, beta = 0, gamma = 0, phi = 0;
    };

    Smoothing smoothingOf(const SmallVector& free) const;
    void setSeasons(const SmallVector& free, std::span<double> into) const;
    template <EtsForm::Season S>
    double forward(const Smoothing& smoothing, double level, double trend) const;
    template <EtsForm::Season S>
    Adjoint backward(const Smoothing& smoothing) const;
    void setGradient(const Smoothing& smoothing, const Adjoint& adjoint, SmallVector& gradient) const;
    bool hasTrend() const { return m_form.trend != EtsForm::Trend::None; }
    bool hasSeason() const { return m_form.season != EtsForm::Season::None; }
    bool isDamped() const { return m_form.trend == EtsForm::Trend::Damped; }

    std::span<const double> m_values;
    int m_season;
    EtsForm m_form;
    int m_smoothings, m_states;
    double m_observed = 0;
    mutable double m_squares = 0;
    mutable std::vector<Place> m_places;
    mutable std::vector<double> m_seasons;  // running states going forward, their adjoints going back
};

}  // namespace foresell
