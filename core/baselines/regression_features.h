// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/dataset/panel.h"

namespace foresell {

/// What a regression knows of any period of a series, past or coming, as numbers that are 0 where nothing is special:
/// weekday, month, sine and cosine of the year (where the history spans one), the trend in years (where it spans two) and
/// the known-future covariates; prices as the logarithm of price over the series' mean price, other numbers standardised.
class RegressionFeatures {
public:
    /// The kind and scale of each feature, from the history of a panel.
    explicit RegressionFeatures(const Panel& panel);

    std::size_t count() const { return m_calendar + m_covariates.size(); }
    /// Of those, how many at the front depend on the period alone.
    std::size_t calendarCount() const { return m_calendar; }

    /// Calendar features of `columns` periods from the panel's first on, period by period.
    std::vector<double> calendar(const Panel& panel, int columns) const;
    /// The covariates of one series likewise; 0 where the panel does not say.
    std::vector<double> covariates(const Panel& panel, std::size_t series, int columns) const;

private:
    struct Scaled {
        std::string name;
        bool isPrice = false;
        double mean = 0, spread = 1;
    };

    std::size_t m_calendar = 0;
    int m_waves = 0;
    bool m_hasMonths = false;
    bool m_hasTrend = false;
    double m_middle = 0;  ///< the day that the trend turns about
    std::vector<Scaled> m_covariates;
};

}  // namespace foresell
