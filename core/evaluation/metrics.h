// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/forecaster.h"
#include "core/evaluation/training_options.h"

namespace foresell {

/// Adds up how far forecasts were off, over any number of series and origins; only observed cells (Sold) count.
///
/// WAPE = sum |y - m| / sum |y| and sMAPE = mean of 2 |y - m| / (|y| + |m|), 0 where both are 0 (m the median);
/// bias = sum (mean - y) / sum |y|; MASE = mean over series of mean |y - m| over the mean absolute seasonal difference of
/// the history (Hyndman and Koehler 2006); RMSSE = mean over series of the root of mean (y - mean)^2 over the mean
/// squared first difference since the first sale (Makridakis, Spiliotis and Assimakopoulos 2022); pinball = mean over
/// levels of 2 x pinball loss over sum |y| (Koenker and Bassett 1978); coverage = share of y within the band.
/// A series whose scale is 0 is left out of MASE and RMSSE.
class ScoreSum {
public:
    /// `history` is the panel that the forecast was made from; `truth` one with more columns over the same series (its
    /// column history.periods is the first forecast period).
    void add(const Panel& history, const Panel& truth, const Forecast& forecast);
    /// NaN for what was not defined.
    Scores value() const;
    void reset() { *this = ScoreSum(); }

    /// |y - median| summed for each series of the last added forecasts, for paired comparisons; in the order added.
    const std::vector<double>& absoluteErrors() const { return m_errorBySeries; }

private:
    void addSeries(const Panel& history, const Panel& truth, const Forecast& forecast, std::size_t series);
    void addPoint(const Forecast& forecast, std::size_t series, int step, double actual, double median);

    double m_absoluteError = 0, m_absoluteActual = 0, m_error = 0, m_symmetric = 0, m_pinball = 0;
    double m_inside50 = 0, m_inside80 = 0, m_inside95 = 0;
    double m_mase = 0, m_rmsse = 0;
    std::int64_t m_points = 0, m_maseSeries = 0, m_rmsseSeries = 0;
    std::vector<double> m_errorBySeries;
};

/// Scores of one forecast.
Scores evaluate(const Panel& history, const Panel& truth, const Forecast& forecast);

/// The chance that method A's error is at least as large as B's although A looks better (or the reverse): two-sided
/// paired bootstrap over series with 2,000 draws from a fixed seed (Efron and Tibshirani 1993, section 16). Small means
/// that the difference is not luck.
double pairedChance(const std::vector<double>& errorsA, const std::vector<double>& errorsB);

}  // namespace foresell
