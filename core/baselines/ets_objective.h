// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/baselines/ets_model.h"
#include "core/baselines/smooth_minimum.h"

namespace foresell {

/// The deviance of a form on values, as a smooth function of free numbers: smoothing parameters through logistic curves
/// between their bounds, the first level, the first trend, and all first seasons but the last, which the others give. It is
/// the mean over the deviances of forecasts 1 to `steps` periods ahead (see EtsModel::deviance).
class EtsObjective {
public:
    /// `values`: NaN where nothing was observed; their size should be about 1. `steps`: at most a season.
    EtsObjective(std::span<const double> values, int season, const EtsForm& form, int steps);

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
    struct Adjoint {
        double level = 0, trend = 0, alpha = 0, beta = 0, gamma = 0, phi = 0;
    };
    /// How far the trend reaches in some steps, and how that changes with phi.
    struct Reach {
        int steps;
        double trends, bend;
    };
    /// By place in time: the states before the value and the error of its forecast, then what the deviance changes by each.
    struct Places {
        std::vector<double> level, trend, season, error, byLevel, byTrend, bySeason, byFitted;
    };

    Smoothing smoothingOf(const SmallVector& free) const;
    void setSeasons(const SmallVector& free, std::span<double> into) const;
    template <EtsForm::Season S>
    double valueOf(const SmallVector& free, SmallVector& gradient) const;
    template <EtsForm::Season S>
    bool forward(const Smoothing& smoothing, double level, double trend) const;
    template <EtsForm::Season S>
    double judge(const Smoothing& smoothing) const;
    template <EtsForm::Season S>
    double judgeStep(const Reach& reach) const;
    template <EtsForm::Season S>
    void addGradient(const Reach& reach, double pull, double share) const;
    template <EtsForm::Season S>
    Adjoint backward(const Smoothing& smoothing) const;
    void setGradient(const Smoothing& smoothing, const Adjoint& adjoint, SmallVector& gradient) const;
    bool hasTrend() const { return m_form.trend != EtsForm::Trend::None; }
    bool hasSeason() const { return m_form.season != EtsForm::Season::None; }
    bool isDamped() const { return m_form.trend == EtsForm::Trend::Damped; }

    int m_season, m_steps;
    EtsForm m_form;
    int m_smoothings, m_states;
    std::vector<double> m_values, m_isObserved;  ///< 0 where nothing was observed
    double m_observed = 0;
    mutable double m_byPhi = 0;
    mutable Places m_places;
    mutable std::vector<double> m_seasons;  // running states going forward, their adjoints going back
};

}  // namespace foresell
