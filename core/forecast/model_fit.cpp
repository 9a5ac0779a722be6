// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/model_fit.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"

namespace foresell {
namespace {

constexpr const char* trainAnew = "Train a model on these data.";

/// The texts of a category, by series; null where the panel has no such column.
const std::vector<std::string>* codesOf(const std::string& name, const Panel& panel) {
    return name == "item" ? &panel.itemCodes : name == "location" ? &panel.locationCodes
           : name == "channel"                                    ? &panel.channelCodes
                                                                  : nullptr;
}

const StaticFeature* findStatic(const std::string& name, const Panel& panel) {
    const auto found = std::ranges::find(panel.statics, name, &StaticFeature::name);
    return found == panel.statics.end() ? nullptr : &*found;
}

std::string listOf(const std::set<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

/// A peak of the calendar has a column while the history holds one: it comes and goes, and means 0 where it is absent.
bool isPeakOfTheCalendar(const std::string& name) {
    return name.starts_with("event:") || name.starts_with("before:");
}

void collectMissing(std::set<std::string>& missing, const std::vector<NumberScale>& scales,
                    const std::vector<Covariate>& columns) {
    for (const NumberScale& scale : scales) {
        if (!isPeakOfTheCalendar(scale.name) &&
            std::ranges::find(columns, scale.name, &Covariate::name) == columns.end()) {
            missing.insert(scale.name);
        }
    }
}

void collectNew(std::set<std::string>& unknown, const std::vector<Covariate>& columns,
                const std::vector<NumberScale>& scales) {
    for (const Covariate& column : columns) {
        if (!isPeakOfTheCalendar(column.name) &&
            std::ranges::find(scales, column.name, &NumberScale::name) == scales.end()) {
            unknown.insert(column.name);
        }
    }
}

void requireKnownItems(const FeaturePlan& plan, const Panel& panel) {
    for (const CategoryPlan& category : plan.categories) {
        const std::vector<std::string>* codes = codesOf(category.name, panel);
        if (codes == nullptr || category.texts.empty()) {
            continue;
        }
        const bool knowsOne = std::ranges::any_of(*codes, [&](const std::string& code) {
            return std::ranges::binary_search(category.texts, code);
        });
        if (!knowsOne) {
            throw Error("model.other_items",
                        "The model learnt from another shop: it knows no " + category.name + " of these data.", trainAnew,
                        {{"column", category.name}});
        }
    }
}

}  // namespace

void requireModelFits(const FeaturePlan& plan, const Panel& panel) {
    if (panel.axis.kind != plan.kind) {
        throw Error("model.other_period", "The model was trained on other periods than these.",
                    "Train a model for these periods.");
    }
    if (panel.allowsNegative != plan.allowsNegative) {
        throw Error("model.other_sign",
                    plan.allowsNegative ? "The model learnt sales net of returns; these data leave returns out."
                                        : "The model never saw returns; these data are net of them.",
                    "Clean the sales as they were when the model was trained, or train anew.");
    }
    std::set<std::string> missing;
    collectMissing(missing, plan.knownFuture, panel.knownFuture);
    collectMissing(missing, plan.pastOnly, panel.pastOnly);
    for (const NumberScale& number : plan.numbers) {
        if (findStatic(number.name, panel) == nullptr) {
            missing.insert(number.name);
        }
    }
    for (const CategoryPlan& category : plan.categories) {
        if (codesOf(category.name, panel) == nullptr && findStatic(category.name, panel) == nullptr) {
            missing.insert(category.name);
        }
    }
    if (!missing.empty()) {
        throw Error("model.missing_columns", "The model needs columns that the data no longer have: " + listOf(missing) + ".",
                    "Import them, or train anew.", {{"columns", listOf(missing)}});
    }
    requireKnownItems(plan, panel);
}

void requireModelCanLearnOn(const FeaturePlan& plan, const Panel& panel, bool usesKnownFuture) {
    requireModelFits(plan, panel);
    std::set<std::string> unknown;
    if (usesKnownFuture) {
        collectNew(unknown, panel.knownFuture, plan.knownFuture);
    }
    collectNew(unknown, panel.pastOnly, plan.pastOnly);
    if (!unknown.empty()) {
        throw Error("model.new_columns", "The data have columns that the model has never seen: " + listOf(unknown) + ".",
                    "Train anew, so that they are learnt.", {{"columns", listOf(unknown)}});
    }
}

FeaturePlan withNewTexts(const FeaturePlan& plan, const Panel& panel) {
    FeaturePlan extended = plan;
    for (CategoryPlan& category : extended.categories) {
        if (category.texts.empty()) {
            continue;
        }
        std::set<std::string> texts(category.texts.begin(), category.texts.end());
        if (const std::vector<std::string>* codes = codesOf(category.name, panel)) {
            texts.insert(codes->begin(), codes->end());
        } else if (const StaticFeature* feature = findStatic(category.name, panel)) {
            texts.insert(feature->texts.begin(), feature->texts.end());
        }
        category.texts.assign(texts.begin(), texts.end());
        category.cardinality = static_cast<int>(texts.size()) + 1;
    }
    return extended;
}

}  // namespace foresell
