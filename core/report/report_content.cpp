// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_content.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/json_text.h"

namespace foresell {

namespace {

std::vector<ReportItem> rankedItems(const ForecastView& view, int steps, std::size_t count, bool isByValue) {
    std::vector<ReportItem> items;
    for (const ForecastEntry& entry : view.entries()) {
        items.push_back({entry.code, entry.name, entry.category, view.total(entry.series, steps), entry.isNew, entry.series});
    }
    const auto rank = [isByValue](const ReportItem& item) {
        const double size = isByValue ? item.total.value : item.total.units;
        return std::isfinite(size) ? size : -1.0;
    };
    std::stable_sort(items.begin(), items.end(), [&](const ReportItem& a, const ReportItem& b) { return rank(a) > rank(b); });
    items.resize(std::min(items.size(), count));
    return items;
}

/// The summary that cleaning leaves in the project.
std::optional<ReportCleaning> cleaningOf(const ProjectReader& reader) {
    const nlohmann::json json = parseJson(reader.cleaningSummary());
    if (!json.is_object()) {
        return std::nullopt;
    }
    const auto totals = [](const nlohmann::json& from, const char* key, std::int64_t& lines, Fixed& units) {
        if (const nlohmann::json* member = json_fields::find(from, key)) {
            json_fields::read(*member, "lines", lines);
            json_fields::read(*member, "units", units);
        }
    };
    ReportCleaning cleaning;
    totals(json, "imported", cleaning.importedLines, cleaning.importedUnits);
    totals(json, "kept", cleaning.keptLines, cleaning.keptUnits);
    json_fields::read(json, "set_aside", cleaning.setAsideLines);
    const nlohmann::json* steps = json_fields::find(json, "steps");
    for (const nlohmann::json& from : steps != nullptr && steps->is_array() ? *steps : nlohmann::json::array()) {
        bool isEnabled = true;
        std::int64_t corrected = 0, created = 0, ignored = 0;
        Fixed before = 0, after = 0;
        ReportCleaningStep step;
        json_fields::read(from, "enabled", isEnabled);
        json_fields::read(from, "id", step.id);
        json_fields::read(from, "set_aside", step.lines);
        json_fields::read(from, "corrected", corrected);
        json_fields::read(from, "created", created);
        totals(from, "before", ignored, before);
        totals(from, "after", ignored, after);
        step.lines += corrected;
        cleaning.createdLines += created;
        step.change = after - before;
        if (isEnabled) {
            cleaning.steps.push_back(step);
        }
    }
    return cleaning;
}

}  // namespace

bool ReportCleaning::isBalanced() const {
    Fixed units = importedUnits;
    for (const ReportCleaningStep& step : steps) {
        units += step.change;
    }
    return importedLines + createdLines == keptLines + setAsideLines && units == keptUnits;
}

bool ReportOptions::has(ReportSection section) const {
    return std::find(sections.begin(), sections.end(), section) != sections.end();
}

ReportContent readReport(const ProjectReader& reader, const ReportOptions& options, RunId run) {
    ReportContent content;
    content.view = ForecastView::read(reader, run);
    if (content.view == nullptr) {
        throw Error("report.no_forecast", "the project has no forecast to report on", "Train a forecast first.");
    }
    const ForecastView& view = *content.view;
    content.shop = view.settings().name.empty() ? reader.path().stem().string() : view.settings().name;
    content.currency = view.settings().currency;
    content.firstDay = view.history().axis.firstDay(view.history().firstPeriod);
    content.lastDay = view.forecast().origin;
    content.lines = reader.lineCount();
    content.itemCount = static_cast<std::int64_t>(view.entries().size());
    content.seriesCount = view.seriesCount();
    content.steps = view.headlineSteps();
    content.headline = view.total(view.allSeries(), content.steps);
    content.whole = view.sum(view.allSeries());
    content.isByValue = std::isfinite(content.headline.value) && content.headline.value > 0;
    content.items = rankedItems(view, content.steps, static_cast<std::size_t>(std::max(options.items, options.charts)), content.isByValue);
    content.cleaning = cleaningOf(reader);
    content.options = options;
    return content;
}

}  // namespace foresell
