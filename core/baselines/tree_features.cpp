// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/baselines/tree_features.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/baselines/tree_series.h"

namespace foresell {

namespace {

constexpr std::size_t mostNames = 2000;

/// Whether a covariate differs anywhere in the history; one that does not, tells nothing.
bool variesInHistory(const Panel& panel, const Covariate& covariate) {
    const auto width = static_cast<std::size_t>(panel.periods + panel.futurePeriods);
    const std::size_t rows = covariate.shared ? std::min<std::size_t>(1, panel.seriesCount()) : panel.seriesCount();
    const float* first = nullptr;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t cell = row * width; cell < row * width + static_cast<std::size_t>(panel.periods); ++cell) {
            if (!covariate.isKnown.empty() && covariate.isKnown[cell] == 0) {
                continue;
            }
            first = first == nullptr ? &covariate.values[cell] : first;
            if (covariate.values[cell] != *first) {
                return true;
            }
        }
    }
    return false;
}

bool isCalendarName(const std::string& name) {
    return name.starts_with("event:") || name.starts_with("before:") || name == "public_holiday" || name == "make_up_workday";
}

}  // namespace

TreeSpans spansOf(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::Day: return {7, 364, 28, 3, {7, 14, 28, 91, 182, 364}, {1, 2, 4, 8, 13, 26, 52}};
        case PeriodKind::Week: return {1, 52, 8, 1, {4, 8, 13, 26, 52}, {1, 2, 3}};
        case PeriodKind::Month: break;
    }
    return {1, 12, 6, 0, {3, 6, 12, 24, 36}, {1, 2}};
}

TreeFeatures::TreeFeatures(const Panel& panel) : m_kind(panel.axis.kind), m_spans(spansOf(panel.axis.kind)), m_hasYear(2 * panel.periods >= 3 * m_spans.year) {
    for (const Covariate& covariate : panel.knownFuture) {
        if (variesInHistory(panel, covariate)) {
            const bool isPrice = !covariate.isBinary && covariate.name.find("price") != std::string::npos;
            m_covariates.push_back({covariate.name,
                                    covariate.isBinary ? TreeCovariate::Kind::Flag
                                    : isPrice          ? TreeCovariate::Kind::Price
                                                       : TreeCovariate::Kind::Number,
                                    isCalendarName(covariate.name)});
        }
    }
    for (const StaticFeature& feature : panel.statics) {
        m_statics.emplace_back(feature.name, feature.cardinality);
    }
}

std::size_t TreeFeatures::count() const {
    return TreeSeries::widthOf(*this);
}

nlohmann::json TreeFeatures::toJson() const {
    nlohmann::json json{{"kind", static_cast<int>(m_kind)}, {"year", m_hasYear}, {"covariates", nlohmann::json::array()}, {"statics", nlohmann::json::array()}};
    for (const TreeCovariate& covariate : m_covariates) {
        json["covariates"].push_back({{"name", covariate.name},
                                      {"kind", static_cast<int>(covariate.kind)},
                                      {"calendar", covariate.isOfCalendar}});
    }
    for (const auto& [name, cardinality] : m_statics) {
        json["statics"].push_back({{"name", name}, {"cardinality", cardinality}});
    }
    return json;
}

TreeFeatures TreeFeatures::fromJson(const nlohmann::json& json) {
    TreeFeatures features;
    const int kind = json.at("kind");
    const nlohmann::json& covariates = json.at("covariates");
    const nlohmann::json& statics = json.at("statics");
    if (kind < 0 || kind > 2 || covariates.size() > mostNames || statics.size() > mostNames) {
        throw Error("model.damaged", "The model cannot be read: its features are not understood.", "Train again.");
    }
    features.m_kind = static_cast<PeriodKind>(kind);
    features.m_spans = spansOf(features.m_kind);
    features.m_hasYear = json.at("year");
    for (const nlohmann::json& covariate : covariates) {
        const int shape = covariate.at("kind");
        features.m_covariates.push_back({covariate.at("name"), static_cast<TreeCovariate::Kind>(std::clamp(shape, 0, 2)),
                                         covariate.at("calendar")});
    }
    for (const nlohmann::json& feature : statics) {
        features.m_statics.emplace_back(feature.at("name"), feature.at("cardinality"));
    }
    return features;
}

}  // namespace foresell
