// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/project_panel.h"

#include <algorithm>
#include <array>

#include "core/cleaning/cleaning_preview.h"
#include "core/features/behaviour_features.h"
#include "core/features/calendar_features.h"
#include "core/features/coming_values.h"
#include "core/features/derived_features.h"
#include "core/features/past_features.h"
#include "core/features/plan_features.h"
#include "core/features/series_features.h"
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

namespace {

/// What these tell of an item holds for the one that stands for it.
constexpr std::array<std::string_view, 2> mergedRoles = {"plan", "signals"};

/// Adds the features of a project to its panel, in the order in which one may need another.
class FeatureAdder {
public:
    FeatureAdder(const ProjectReader& reader, BuiltPanel& built, const CleaningResult& cleaned, const ProjectPanelOptions& options, const JobControl& job)
        : m_reader(reader), m_built(built), m_merged(cleaned.merged), m_standIns(cleaned), m_panel(built.panel), m_options(options), m_job(job),
          m_settings(featureSettingsFromText(reader.features())) {}

    void run() {
        addDays<Plan>("plan", Plan(m_built.lastDay), [this](const Plan& plan) { plan.addTo(m_panel); });
        note("plan");
        addDays<StockHistory>("stock", StockHistory(m_built.lastDay), [this](const StockHistory& stock) { stock.addTo(m_panel, m_standIns); });
        addDays<Plan>("signals", Plan(noDay, m_options.seesComing ? noDay : m_built.lastDay),
                      [this](const Plan& signals) { signals.addSignalsTo(m_panel); });
        note("signals");
        addClosedWeekdays(m_panel, m_built.closedWeekdays);
        if (m_options.usePlan) {
            addCalendarFeatures(m_panel, ShopCalendar(m_reader.settings().country, calendarEditsFrom(m_reader.calendarEdits())));
        } else {
            std::erase_if(m_panel.knownFuture, [](const Covariate& covariate) { return covariate.name != "open"; });
        }
        note("calendar");
        addPastFeatures(m_built);
        note("sales");
        addDays<BehaviourHistory>("behaviour", BehaviourHistory(m_built.lastDay),
                                  [this](const BehaviourHistory& behaviour) { behaviour.addTo(m_panel, m_standIns); });
        note("behaviour");
        addStaticFeatures(m_panel, m_reader.items(), m_reader.locations(), m_standIns);
        noteStatics();
        choose();
    }

private:
    PlanBatch merged(PlanBatch batch) const {
        for (std::int32_t& item : batch.item) {
            item = m_merged.itemNow(item);
        }
        return batch;
    }

    template <typename History, typename Use>
    void addDays(std::string_view role, History history, Use&& use) {
        m_reader.readDays(std::string(role), [&](const PlanBatch& batch) {
            m_job.throwIfCancelled();
            const bool isMerged = !m_merged.items.empty() && std::ranges::find(mergedRoles, role) != mergedRoles.end();
            history.add(isMerged ? merged(batch) : batch);
        });
        if (!history.empty()) {
            use(history);
        }
    }

    /// What the person has chosen: filled, derived and switched off.
    void choose() {
        fillComing(m_panel, m_settings.fills);
        std::set<std::string> wanted = m_settings.enabled;
        for (const std::string& name : seriesFeatureNames()) {
            const bool isNeeded = std::ranges::any_of(m_settings.derived, [&name](const DerivedFeature& each) {
                const std::vector<std::string> names = namesIn(each.formula);
                return std::ranges::find(names, name) != names.end();
            });
            if (m_options.showsAll || isNeeded) {
                wanted.insert(name);
            }
        }
        addSeriesFeatures(m_panel, wanted);
        note("series");
        addDerivedFeatures(m_panel, m_settings.derived);
        note("derived");
        if (m_options.showsAll) {
            return;
        }
        const std::vector<std::string> optional = seriesFeatureNames();
        const auto isOff = [&](const auto& feature) {
            const bool isUnasked = std::ranges::find(optional, feature.name) != optional.end() && wanted.contains(feature.name) &&
                                   !m_settings.enabled.contains(feature.name);
            return feature.name != "open" && (m_settings.disabled.contains(feature.name) || isUnasked);
        };
        std::erase_if(m_panel.knownFuture, isOff);
        std::erase_if(m_panel.pastOnly, isOff);
        std::erase_if(m_panel.statics, isOff);
    }

    /// What was added since the last time comes from here.
    void note(const char* source) {
        for (const auto* covariates : {&m_panel.knownFuture, &m_panel.pastOnly}) {
            for (const Covariate& covariate : *covariates) {
                put(covariate.name, source);
            }
        }
    }

    void noteStatics() {
        for (const StaticFeature& feature : m_panel.statics) {
            put(feature.name, feature.name.starts_with("location_") ? "locations" : "items");
        }
    }

    void put(const std::string& name, const char* source) {
        if (m_options.sources != nullptr) {
            m_options.sources->try_emplace(name, source);
        }
    }

    const ProjectReader& m_reader;
    BuiltPanel& m_built;
    const MergedIds& m_merged;
    StandIns m_standIns;
    Panel& m_panel;
    const ProjectPanelOptions& m_options;
    const JobControl& m_job;
    FeatureSettings m_settings;
};

bool hasSignals(const ProjectReader& reader) {
    return std::ranges::any_of(reader.imports(), [](const ImportRecord& import) { return import.state == "done" && import.source.role == "signals"; });
}

}  // namespace

BuiltPanel buildProjectPanel(const ProjectReader& reader, const SaleSource& sales, const CleaningResult& cleaned,
                             const ProjectPanelOptions& options, const JobControl& job) {
    BuiltPanel built = buildPanel(sales, cleaned, readCodes(reader), closedDays(cleaned), options.panel, job);
    built.panel.futurePeriods = options.futurePeriods > 0 ? options.futurePeriods : usualHorizon(built.panel.axis.kind);
    FeatureAdder(reader, built, cleaned, options, job).run();
    return built;
}

BuiltPanel buildCleanPanel(const ProjectReader& reader, const SaleSource& sales, const Recipe* recipe,
                           ProjectPanelOptions options, const JobControl& job) {
    const Day asked = options.panel.origin;
    options.panel.origin = lastCompleteDay(sales, options.panel, job);
    if (asked != noDay && hasSignals(reader)) {
        PanelOptions present = options.panel;
        present.origin = noDay;
        options.seesComing = options.panel.origin >= lastCompleteDay(sales, present, job);
    }
    CleaningResult cleaned;
    if (recipe != nullptr) {
        CleaningOptions cleaning;
        cleaning.asOf = options.panel.origin;
        cleaned = cleanSales(sales, *recipe, cleaning, job);
    }
    return buildProjectPanel(reader, sales, cleaned, options, job);
}

}  // namespace foresell
