// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/evaluation/run_result.h"
#include "core/project/project_reader.h"

namespace foresell {

/// Sales and forecast of one series or of several together. NaN: not known (not begun, closed, a gap, out of stock).
struct SeriesSum {
    std::vector<double> sold, demand;           ///< by period of the history
    std::vector<double> mean, median;           ///< by step of the forecast
    std::vector<std::vector<double>> quantiles; ///< level x step, of ForecastView::levels()
    std::vector<bool> isStockOut;               ///< by period of the history; of single series alone
};

/// The coming periods taken together.
struct PeriodTotal {
    double units = 0;              ///< expected, a mean
    double low80 = 0, high80 = 0;
    double lastYear = 0;           ///< the same periods a year before; NaN where these were not sold
    double value = 0;              ///< at the last known prices; NaN where no price is known
    double change() const { return units / lastYear - 1; }
};

/// An item with all its series (locations, channels).
struct ForecastEntry {
    std::string code, name, category;
    std::vector<int> series;
    double price = 0;  ///< a unit, last known; NaN: none
    bool isNew = false;  ///< less than a year of sales
    bool isEnded = false;  ///< sold before, but not in the last quarter of a year
};

/// What a project expects, read once: the newest forecast with its history, names and prices, ready to be summed.
///
/// Sums of quantiles are not quantiles of sums. The width of a sum's band is taken as
///   sqrt((1 - r) sum d_i^2 + r (sum d_i)^2),
/// d_i the distances of the single quantiles from their means: exact for normal errors of equal correlation r. Between
/// series r is fitted by step to the whole shop's own quantiles, which the engine keeps; between steps r is
/// `stepCorrelation`.
class ForecastView {
public:
    static constexpr double stepCorrelation = 0.5;

    /// Of the newest forecast, or of that of a run; null where there is none.
    static std::shared_ptr<const ForecastView> read(const ProjectReader& reader, RunId run = {});
    /// From parts, as a reader gives them. `unusual` is told by a run beside this one.
    static std::shared_ptr<const ForecastView> make(ProjectSettings settings, RunRecord run, SeriesHistory history,
                                                    ForecastRecord forecast, const std::vector<ItemRecord>& items,
                                                    UnusualItems unusual = {});

    const ProjectSettings& settings() const { return m_settings; }
    const RunResult& result() const { return m_result; }
    const RunRecord& run() const { return m_run; }
    const SeriesHistory& history() const { return m_history; }
    const ForecastRecord& forecast() const { return m_forecast; }
    /// By this run, or by the newest that has seen the same sales and can tell; not told where there is none.
    const UnusualItems& unusual() const { return m_unusual; }
    const std::vector<double>& levels() const { return m_forecast.levels; }
    int horizon() const { return m_forecast.horizon; }
    int seriesCount() const { return static_cast<int>(m_forecast.keys.size()); }
    /// Periods that figures speak of: 28 days, 4 weeks or a month, at most the horizon.
    int headlineSteps() const;
    Day firstForecastDay() const;

    const std::vector<ForecastEntry>& entries() const { return m_entries; }  ///< by item code
    /// The price of an item a unit; NaN where unknown.
    const std::vector<int>& allSeries() const { return m_all; }

    /// The size curve of the one style that the series are of; empty: they are of several items, or of none with sizes.
    std::vector<SizeShare> sizesOf(std::span<const int> series) const;
    /// The ends of the 80 % band of a size with this share of a total.
    std::pair<double, double> sizeBand(const PeriodTotal& total, double share) const;
    /// The code of an item; empty where there is none.
    std::string codeOf(ItemId item) const;

    SeriesSum sum(std::span<const int> series) const;
    /// The first `steps` steps of the series together.
    PeriodTotal total(std::span<const int> series, int steps) const;
    /// WAPE of the run's method on the held-out periods of these series; NaN: not judged, or nothing sold then.
    double testedError(std::span<const int> series) const;
    /// One number a period, as a sparkline draws it.
    std::vector<float> past(std::span<const int> series) const;
    std::vector<float> next(std::span<const int> series) const;

private:
    ForecastView() = default;
    void gatherEntries(const std::vector<ItemRecord>& items);
    void describe(ForecastEntry& entry) const;
    void fitCorrelation();
    double meanAt(int series, int step) const;
    double quantileAt(int series, int step, std::size_t level) const;
    std::size_t levelOf(double level) const;
    double correlation(int step) const;
    double lastYearOf(int series, int step) const;

    ProjectSettings m_settings;
    RunRecord m_run;
    RunResult m_result;
    UnusualItems m_unusual;
    SeriesHistory m_history;
    ForecastRecord m_forecast;
    std::vector<ForecastEntry> m_entries;
    std::vector<int> m_all;
    std::map<ItemId, std::string> m_sizeCodes;  ///< of the items that are sizes
    std::vector<double> m_correlation;  ///< between series, by step
};

}  // namespace foresell
