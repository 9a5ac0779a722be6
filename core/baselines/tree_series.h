// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/baselines/tree_features.h"
#include "core/dataset/panel.h"

namespace foresell {

/// One series of a panel, ready to give the rows of numbers that boosted trees learn from and forecast by. A row for a
/// period `step` ahead of an origin depends on demand up to the origin and on known-future covariates alone. Sums over any
/// stretch are differences of running sums, so a row costs the same however long the history. What is not known is -1,
/// which no other number is near (levels and shares are not negative; other numbers are as the panel gives them).
class TreeSeries {
public:
    /// `usualLevel`: taken where a series has sold nothing yet.
    TreeSeries(const TreeFeatures& features, const Panel& panel, std::size_t series, double usualLevel);

    static std::size_t widthOf(const TreeFeatures& features);

    /// Mean demand up to column `origin`, the latest periods most; never 0.
    double level(int origin) const;
    /// Observed periods up to `origin`.
    int observed(int origin) const { return static_cast<int>(m_counts[static_cast<std::size_t>(origin + 1)]); }
    bool hasSold(int origin) const { return m_sales[static_cast<std::size_t>(origin + 1)] > 0; }
    /// The numbers for `step` (1 = the next period) after column `origin`; `row` is widthOf(features) long.
    void fill(int origin, int step, std::span<float> row) const;

private:
    class Row;
    struct Known {
        const Covariate* covariate = nullptr;  ///< null: the panel does not have it
        TreeCovariate plan;
        std::size_t offset = 0;            ///< of the series' first cell
        std::vector<double> sums, counts;  ///< running, of known values of the history
        std::vector<int> lastOn, nextOn;   ///< by column, for flags
    };

    void readDemand();
    void readCovariates();
    void findAlike();
    double meanOf(int begin, int end) const;
    double soldAt(int column) const;
    double valueOf(const Known& known, int column) const;
    void addCalendar(int target, Row& row) const;
    void addDemand(int origin, int target, double level, Row& row) const;
    void addYears(int origin, int step, double level, Row& row) const;
    void addHabits(int origin, double level, Row& row) const;
    void addCovariates(int origin, int target, Row& row) const;
    void addAlike(int origin, int target, Row& row) const;

    const TreeFeatures& m_features;
    const Panel& m_panel;
    std::size_t m_series;
    double m_usualLevel;
    std::vector<double> m_sums, m_squares, m_counts, m_sales;  ///< running: demand, its squares, periods observed and sold in
    std::vector<double> m_phaseSums, m_phaseCounts;            ///< running over the same weekday
    std::vector<int> m_lastSale;                               ///< by column: the latest with demand; -1: none
    std::vector<Known> m_known;
    std::vector<std::uint32_t> m_alike;            ///< by column: weekday and promotions as one number
    std::vector<std::vector<int>> m_alikeColumns;  ///< by that number: observed columns, ascending
    std::vector<std::vector<double>> m_alikeSold, m_alikeExpected;  ///< running over these
    std::vector<float> m_statics;
};

}  // namespace foresell
