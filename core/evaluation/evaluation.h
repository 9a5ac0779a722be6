// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/dataset/forecaster.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/training_options.h"

namespace foresell {

/// Absolute errors (of the median) and sales of one method by series and place in time, for the comparison of methods.
/// A place in time is an origin and a quarter of the horizon.
struct LossTable {
    using Series = std::tuple<std::string, std::string, std::string>;  ///< item, location, channel code
    struct Place {
        int origin = 0, part = 0;
        auto operator<=>(const Place&) const = default;
    };
    std::map<Series, std::map<Place, double>> losses;
};

/// Scores the forecasts of one method for one or several origins against what came then.
class Evaluation {
public:
    /// `forecast` was made from `history`; `truth` reaches further and may hold other series: they are matched by their
    /// codes, periods by their number. Periods that were not observed, and those before a series' first sale, do not
    /// count. Returns the number of points that did.
    std::int64_t add(const Panel& history, const Panel& truth, const Forecast& forecast);

    /// Coverages are NaN where the forecast has not both ends of the band among its levels; measures of the median use
    /// the mean where the forecast has no median.
    Scores scores() const;
    const LossTable& losses() const { return m_losses; }
    /// The points of each series that was judged: errors of the median and sales, both absolute and summed, in units.
    struct SeriesError {
        double error = 0, sales = 0;
    };
    const std::map<LossTable::Series, SeriesError>& bySeries() const { return m_bySeries; }

private:
    void addSeries(const Forecast& forecast, const Panel& history, std::size_t series, const Panel& truth,
                   std::size_t row);

    Wape m_wape;
    Bias m_bias;
    Smape m_smape;
    Pinball m_pinball;
    Coverage m_coverage50, m_coverage80, m_coverage95;
    ScaledError m_mase, m_rmsse;
    std::int64_t m_points = 0;
    LossTable m_losses;
    std::map<LossTable::Series, SeriesError> m_bySeries;
};

/// The scores of a single forecast.
Scores evaluate(const Panel& history, const Panel& truth, const Forecast& forecast);

}  // namespace foresell
