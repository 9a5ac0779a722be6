// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/fixed.h"
#include "core/report/forecast_view.h"

namespace foresell {

/// The parts of a report, in their order.
enum class ReportSection { Summary, Items, Charts, Accuracy, Cleaning, Method };

struct ReportOptions {
    int items = 20;  ///< rows of the table
    int charts = 6;  ///< items with a chart of their own
    std::vector<ReportSection> sections{ReportSection::Summary, ReportSection::Items, ReportSection::Charts,
                                        ReportSection::Accuracy, ReportSection::Cleaning, ReportSection::Method};

    bool has(ReportSection section) const;
};

struct ReportItem {
    std::string code, name, category;
    PeriodTotal total;
    bool isNew = false;
    std::vector<int> series;
};

struct ReportCleaningStep {
    std::string id;  ///< of core/cleaning/recipe.h
    std::int64_t lines = 0;  ///< set aside or corrected
    Fixed change = 0;        ///< units: after less before
};

/// What cleaning did: imported + created (parts of bundles, gifts) = kept + set aside, in lines; the changes of the steps lead from the units imported to
/// those kept.
struct ReportCleaning {
    std::int64_t importedLines = 0, keptLines = 0, setAsideLines = 0, createdLines = 0;
    Fixed importedUnits = 0, keptUnits = 0;
    std::vector<ReportCleaningStep> steps;  ///< those that were switched on

    bool isBalanced() const;
};

/// What a report says, as facts, numbers and stable codes; how it says it and how it looks is the renderer's.
struct ReportContent {
    std::string shop, currency;
    Day firstDay = noDay, lastDay = noDay;  ///< of the sales that were learnt from
    std::int64_t lines = 0;                 ///< sale lines as imported
    std::int64_t itemCount = 0, seriesCount = 0;

    int steps = 0;           ///< periods of the headline
    PeriodTotal headline;    ///< whole shop
    SeriesSum whole;         ///< whole shop, by period
    std::vector<ReportItem> items;  ///< highest expected value first; by units where no price is known
    bool isByValue = false;

    std::optional<ReportCleaning> cleaning;  ///< none: not cleaned since the last import
    std::shared_ptr<const ForecastView> view;
    ReportOptions options;
};

/// Throws Error "report.no_forecast" where the project has none yet.
ReportContent readReport(const ProjectReader& reader, const ReportOptions& options = {}, RunId run = {});

}  // namespace foresell
