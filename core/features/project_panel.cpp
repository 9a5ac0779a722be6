// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/project_panel.h"

#include <algorithm>

#include "core/cleaning/cleaning_preview.h"
#include "core/features/calendar_features.h"
#include "core/features/past_features.h"
#include "core/features/plan_features.h"
#include "core/features/static_features.h"
#include "core/features/stock_features.h"

namespace foresell {

namespace {

void put(std::vector<std::string>& codes, std::int32_t id, const std::string& code) {
    const auto place = static_cast<std::size_t>(id);
    codes.resize(std::max(codes.size(), place + 1));
    codes[place] = code;
}

/// Those of the recipe: of the whole shop.
std::vector<ClosedDay> closedDays(const CleaningResult& cleaned) {
    std::vector<ClosedDay> days;
    for (const ClosedSpan& span : cleaned.closed) {
        for (Day day = span.first; day <= span.last; ++day) {
            days.push_back({{}, day});
        }
    }
    return days;
}

int usualHorizon(PeriodKind kind) {
    return kind == PeriodKind::Day ? 28 : kind == PeriodKind::Week ? 13 : 12;
}

}  // namespace

PanelCodes readCodes(const ProjectReader& reader) {
    PanelCodes codes;
    for (const ItemRecord& item : reader.items()) {
        put(codes.items, item.id.value, item.code);
    }
    for (const PlaceRecord& location : reader.locations()) {
        put(codes.locations, location.id, location.code);
    }
    for (const PlaceRecord& channel : reader.channels()) {
        put(codes.channels, channel.id, channel.code);
    }
    return codes;
}

BuiltPanel buildProjectPanel(const ProjectReader& reader, const SaleSource& sales, const CleaningResult& cleaned,
                             const ProjectPanelOptions& options, const JobControl& job) {
    BuiltPanel built = buildPanel(sales, cleaned, readCodes(reader), closedDays(cleaned), options.panel, job);
    Panel& panel = built.panel;
    panel.futurePeriods = options.futurePeriods > 0 ? options.futurePeriods : usualHorizon(panel.axis.kind);
    Plan plan(built.lastDay);
    reader.readPlan([&](const PlanBatch& batch) {
        job.throwIfCancelled();
        plan.add(batch);
    });
    plan.addTo(panel);
    addClosedWeekdays(panel, built.closedWeekdays);
    StockHistory stock(built.lastDay);
    reader.readDays("stock", [&](const PlanBatch& batch) {
        job.throwIfCancelled();
        stock.add(batch);
    });
    stock.addTo(panel);
    if (options.usePlan) {
        addCalendarFeatures(panel, ShopCalendar(reader.settings().country, calendarEditsFrom(reader.calendarEdits())));
    } else {
        std::erase_if(panel.knownFuture, [](const Covariate& covariate) { return covariate.name != "open"; });
    }
    addPastFeatures(built);
    addStaticFeatures(panel, reader.items(), reader.locations());
    return built;
}

BuiltPanel buildCleanPanel(const ProjectReader& reader, const SaleSource& sales, const Recipe* recipe,
                           ProjectPanelOptions options, const JobControl& job) {
    options.panel.origin = lastCompleteDay(sales, options.panel, job);
    CleaningResult cleaned;
    if (recipe != nullptr) {
        CleaningOptions cleaning;
        cleaning.asOf = options.panel.origin;
        cleaned = cleanSales(sales, *recipe, cleaning, job);
    }
    return buildProjectPanel(reader, sales, cleaned, options, job);
}

}  // namespace foresell
