// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/dataset/panel.h"

namespace foresell {

/// Features that follow from the sales, prices and attributes which a panel holds already. The networks see most of it in
/// their own way and the data need not bear it out, so each is added only where it was asked for by name:
///   known in advance
///   "age"             years since the first sale of the series
///   "season_sine", "season_cosine"  the place in the year, as a point on a circle
///   "discount"        1 - price over the highest price of the 13 weeks up to then
///   "relative_price"  price over the mean price of the category in the same period
///   past only, none of which sees a later period
///   "sales_rank"      place among the series of the category by the sales of the last four weeks: 0 the least, 1 the most
///   "rolling_mean", "rolling_spread"  mean and deviation of the last four weeks, over the mean of the year up to then
///   "lag_year"        demand of the same period a year before, over the mean of the year up to then
/// Those of prices need a column "price" in the plan, or else one whose name holds "price".
std::vector<std::string> seriesFeatureNames();
void addSeriesFeatures(Panel& panel, const std::set<std::string>& names);

}  // namespace foresell
