// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/feature_view.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/engine/run_dataset.h"
#include "core/features/derived_features.h"

namespace foresell {

namespace {

constexpr std::int64_t mostRows = 5000;

std::string periodName(PeriodKind kind) {
    return kind == PeriodKind::Day ? "day" : kind == PeriodKind::Week ? "week" : "month";
}

[[noreturn]] void refuseUnknown(const std::string& name) {
    throw Error("features.unknown", "There is no feature \"" + name + "\".", "Look at the list of features for the names.", {{"feature", name}});
}

}  // namespace

std::shared_ptr<const FeatureView> FeatureView::of(const ProjectReader& reader, const JobControl& job) {
    std::shared_ptr<FeatureView> view(new FeatureView);
    FeatureSources sources;
    view->m_revision = reader.revision();
    view->m_settings = featureSettingsFromText(reader.features());
    view->m_built = loadPanel(reader, {}, &sources, job);
    view->m_facts = featureFacts(view->m_built.panel, view->m_settings, sources);
    return view;
}

FeatureList FeatureView::list() const {
    const Panel& panel = m_built.panel;
    FeatureList list;
    list.period = periodName(panel.axis.kind);
    list.firstDay = panel.axis.firstDay(panel.firstPeriod);
    list.lastDay = m_built.lastDay;
    list.periodsAhead = panel.futurePeriods;
    list.series = static_cast<std::int64_t>(panel.seriesCount());
    list.features = m_facts;
    return list;
}

const FeatureFacts& FeatureView::find(const std::string& name) const {
    const auto found = std::ranges::find(m_facts, name, &FeatureFacts::name);
    if (found == m_facts.end()) {
        refuseUnknown(name);
    }
    return *found;
}

ComingValues FeatureView::coming(const ComingValuesRequest& request) const {
    if (request.offset < 0 || request.limit < 0 || request.limit > mostRows) {
        throw Error("protocol.bad_params", "offset or limit is out of range");
    }
    const Panel& panel = m_built.panel;
    const FeatureFacts& facts = find(request.feature);
    Covariate untold{.name = facts.name, .shared = facts.isShared, .isBinary = false, .values = {}, .isKnown = {}};
    const bool isUntold = facts.source == "signals" && facts.role == FeatureRole::PastOnly;
    if (isUntold) {  // nobody has told coming values yet, but somebody may
        untold.values.assign((facts.isShared ? 1 : panel.seriesCount()) * static_cast<std::size_t>(panel.periods + panel.futurePeriods), 0.0F);
        untold.isKnown.assign(untold.values.size(), 0);
    }
    const Covariate& covariate = isUntold ? untold : knownAheadFeature(panel, request.feature);
    ComingValues result;
    result.feature = request.feature;
    for (int step = 0; step < panel.futurePeriods; ++step) {
        result.firstDays.push_back(panel.axis.firstDay(panel.firstPeriod + panel.periods + step));
        result.lastDays.push_back(panel.axis.lastDay(panel.firstPeriod + panel.periods + step));
    }
    std::size_t total = 0;
    for (const ComingRow& row : comingRows(panel, covariate, request.onlyMissing, static_cast<std::size_t>(request.offset),
                                           static_cast<std::size_t>(request.limit), total)) {
        ComingValues::Row& shown = result.rows.emplace_back();
        if (!covariate.shared) {
            shown.item = panel.itemCodes[row.series];
            shown.location = panel.locationCodes[row.series];
            shown.channel = panel.channelCodes[row.series];
        }
        for (std::size_t step = 0; step < row.values.size(); ++step) {
            shown.values.push_back(row.isKnown[step] != 0 ? static_cast<double>(row.values[step]) : std::nan(""));
        }
    }
    result.total = static_cast<std::int64_t>(total);
    return result;
}

std::string FeatureView::roleOfEntries(const std::string& feature) const {
    const FeatureFacts& facts = find(feature);
    if (facts.source != "signals") {
        knownAheadFeature(m_built.panel, feature);
    }
    if (facts.source != "plan" && facts.source != "signals") {
        throw Error("features.computed", "\"" + feature + "\" is computed by the program.", "Enter values of the columns that a plan or a signal brought.",
                    {{"feature", feature}});
    }
    return facts.source;
}

void FeatureView::derive(const DerivedFeature& derived, FeatureSettings& settings) const {
    const auto isBracket = [](char c) { return c == '[' || c == ']' || c == '\n' || c == '\t'; };
    if (derived.name.empty() || derived.name.size() > longestFeatureName || std::ranges::any_of(derived.name, isBracket)) {
        throw Error("features.bad_name", "\"" + derived.name + "\" cannot be the name of a feature.", "Choose a short name without brackets.",
                    {{"feature", derived.name}});
    }
    const auto taken = std::ranges::find(m_facts, derived.name, &FeatureFacts::name);
    if (taken != m_facts.end() && taken->source != "derived") {
        throw Error("features.name_taken", "There is a feature \"" + derived.name + "\" already.", "Choose another name.", {{"feature", derived.name}});
    }
    for (const std::string& name : namesIn(derived.formula)) {
        const bool isNew = std::ranges::find(settings.derived, name, &DerivedFeature::name) != settings.derived.end();
        if (name == derived.name) {
            throw Error("features.bad_formula", "The formula cannot be read: it uses itself", {}, {{"formula", derived.formula}});
        }
        if (!isNew && find(name).categories > 0) {
            throw Error("features.no_number", "\"" + name + "\" holds words, not numbers.", "Use features that are numbers.", {{"feature", name}});
        }
    }
    const auto same = std::ranges::find(settings.derived, derived.name, &DerivedFeature::name);
    if (same != settings.derived.end()) {
        *same = derived;
    } else if (settings.derived.size() >= mostDerivedFeatures) {
        throw Error("features.too_many", "There are 50 derived features already.", "Remove one that you do not need.");
    } else {
        settings.derived.push_back(derived);
    }
}

void FeatureView::remove(const std::string& name, FeatureSettings& settings) const {
    if (std::erase_if(settings.derived, [&name](const DerivedFeature& each) { return each.name == name; }) == 0) {
        throw Error("features.not_derived", "\"" + name + "\" is no derived feature.", "Switch it off instead.", {{"feature", name}});
    }
    settings.disabled.erase(name);
}

void FeatureView::use(const std::string& name, bool isUsed, FeatureSettings& settings) const {
    const FeatureFacts& facts = find(name);
    if (name == "open" && !isUsed) {
        throw Error("features.needed", "\"open\" says on which days the shop is closed, which every forecast must know.", {}, {{"feature", name}});
    }
    auto& off = settings.disabled;
    auto& on = settings.enabled;
    if (facts.isOptional) {
        isUsed ? static_cast<void>(on.insert(name)) : static_cast<void>(on.erase(name));
        off.erase(name);
    } else {
        isUsed ? static_cast<void>(off.erase(name)) : static_cast<void>(off.insert(name));
    }
}

void FeatureView::fill(const std::string& name, const std::string& how, FeatureSettings& settings) const {
    settings.fills.erase(name);
    if (how == "none") {
        return;
    }
    const FeatureFacts& facts = find(name);
    if (facts.source != "signals") {
        knownAheadFeature(m_built.panel, name);
    }
    for (const ComingFill fill : {ComingFill::HoldLast, ComingFill::LastYear}) {
        if (how == comingFillName(fill)) {
            settings.fills.emplace(name, fill);
            return;
        }
    }
    throw Error("features.unknown_fill", "\"" + how + "\" is no way to fill coming values.", "Choose hold_last, last_year or none.", {{"fill", how}});
}

FeatureSettings FeatureView::changed(const FeatureChange& change) const {
    FeatureSettings settings = m_settings;
    for (const std::string& name : change.remove) {
        remove(name, settings);
    }
    for (const DerivedFeature& each : change.derive) {
        derive(each, settings);
    }
    for (const std::string& name : change.enable) {
        use(name, true, settings);
    }
    for (const std::string& name : change.disable) {
        use(name, false, settings);
    }
    for (const auto& [name, how] : change.fills) {
        fill(name, how, settings);
    }
    return settings;
}

void changeFeatures(OpenProject& project, const FeatureChange& change, const JobControl& job) {
    const FeatureSettings settings = FeatureView::of(*project.reader(), job)->changed(change);
    project.writer().setFeatures(toText(settings));
    project.announce("features");
}

}  // namespace foresell
