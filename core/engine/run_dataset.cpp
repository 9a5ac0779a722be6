// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_dataset.h"

#include <algorithm>
#include <vector>

#include "core/base/checksum.h"
#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/cleaning/project_sales.h"
#include "core/cleaning/recipe.h"
#include "core/evaluation/backtest.h"
#include "core/features/project_panel.h"

namespace foresell {

namespace {

template <typename T>
void addTo(StreamChecksum& sum, const std::vector<T>& values) {
    sum.add({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
}

void addTo(StreamChecksum& sum, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        sum.add(text);
        sum.add({"\0", 1});
    }
}

void addHistory(StreamChecksum& sum, const Panel& panel) {
    const std::vector<std::int32_t> shape{static_cast<std::int32_t>(panel.axis.kind), panel.axis.firstWeekday,
                                          panel.axis.labelWeekday, panel.firstPeriod, panel.periods};
    addTo(sum, shape);
    addTo(sum, panel.itemCodes);
    addTo(sum, panel.locationCodes);
    addTo(sum, panel.channelCodes);
    addTo(sum, panel.target);
    addTo(sum, panel.state);
    addTo(sum, panel.censored);
}

std::string historyHashOf(const Panel& panel) {
    StreamChecksum sum;
    addHistory(sum, panel);
    return sum.hex();
}

std::string hashOf(const Panel& panel) {
    StreamChecksum sum;
    addHistory(sum, panel);
    for (const Covariate& covariate : panel.knownFuture) {
        sum.add(covariate.name);
        addTo(sum, covariate.values);
        addTo(sum, covariate.isKnown);
    }
    for (const Covariate& covariate : panel.pastOnly) {
        sum.add(covariate.name);
        addTo(sum, covariate.values);
        addTo(sum, covariate.isKnown);
    }
    for (const StaticFeature& feature : panel.statics) {
        sum.add(feature.name);
        addTo(sum, feature.codes);
        addTo(sum, feature.values);
    }
    return sum.hex();
}

/// Of the imported lines; noDay where there are none.
Day firstDayOf(const ProjectReader& reader) {
    Day first = noDay;
    for (const ChunkInfo& chunk : reader.chunks()) {
        first = first == noDay ? chunk.firstDay : std::min(first, chunk.firstDay);
    }
    return first;
}

}  // namespace

BuiltPanel loadPanel(const ProjectReader& reader, const TrainingOptions& options, FeatureSources* all, const JobControl& job) {
    const ProjectSales sales(reader);
    std::optional<Recipe> recipe;
    if (const std::string kept = reader.recipe(); !kept.empty()) {
        recipe = recipeFromJson(parseJson(kept));
    }
    ProjectPanelOptions wanted;
    wanted.panel.period = options.period;
    wanted.panel.origin = options.origin.value_or(noDay);
    wanted.panel.weekStart = reader.settings().weekStart;
    wanted.futurePeriods = options.horizon;
    wanted.usePlan = options.useKnownFuture;
    wanted.showsAll = all != nullptr;
    wanted.sources = all;
    try {
        return buildCleanPanel(reader, sales, recipe ? &*recipe : nullptr, wanted, job);
    } catch (const Error& error) {
        const Day first = error.code() == "panel.no_sales" && options.origin ? firstDayOf(reader) : noDay;
        if (first == noDay || first <= *options.origin) {
            throw;
        }
        throw Error("option.origin", "There are no sales up to " + toIso(*options.origin) + ": the first are of " + toIso(first) + ".",
                    "Choose a later day.");
    }
}

RunDataset loadDataset(const ProjectReader& reader, const TrainingOptions& options, const JobControl& job) {
    RunDataset data;
    data.built = loadPanel(reader, options, nullptr, job);
    data.horizon = options.horizon > 0 ? options.horizon : defaultHorizon(data.built.panel);
    data.dataHash = hashOf(data.built.panel);
    data.historyHash = historyHashOf(data.built.panel);
    return data;
}

}  // namespace foresell
