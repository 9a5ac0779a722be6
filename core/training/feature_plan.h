// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/dataset/panel.h"
#include "core/evaluation/training_options.h"
#include "core/networks/normalisation.h"

namespace foresell {

/// How a number enters a network: (x - mean) / deviation, of its logarithm where `isLog`.
struct NumberScale {
    std::string name;
    bool isBinary = false;
    bool isShared = false;
    bool isLog = false;
    bool hasUnknown = false;
    float mean = 0;
    float deviation = 1;

    float scaled(float value) const;
};

/// The codes that an embedding knows, ascending; code i is row i + 1, everything else row 0 ("unknown"). `texts` is empty
/// for an attribute whose codes the panel gives without their texts.
struct CategoryPlan {
    std::string name;
    std::vector<std::string> texts = {};
    int cardinality = 1;
};

/// What a network sees of a panel, fixed when it is trained and stored with it: window lengths, scales and codes, all
/// from the columns before `trainEnd` alone.
struct FeaturePlan {
    PeriodKind kind = PeriodKind::Day;
    int lookback = 0;
    int horizon = 0;
    int season = 1;       ///< periods of the short season (7 days), 1 where there is none
    int year = 0;         ///< periods of a year, whole weeks
    int levelWindow = 0;  ///< periods whose mean is a series' level
    bool allowsNegative = false;
    bool isWhole = false;     ///< every demand seen is a whole number
    bool seesSoldOut = false;  ///< periods in which an item sold out are told apart
    float fallbackLevel = 1;  ///< of a series without any sale so far
    Normalisation normalisation;
    DemandScale allSeries;    ///< what all series together are measured by, where the normalisation has one for all
    NumberScale logLevel;
    std::vector<NumberScale> knownFuture, pastOnly, numbers;
    std::vector<CategoryPlan> categories;

    std::vector<int> levelWindows() const;  ///< lengths of the means that tell the recent course, short to long
    std::vector<int> yearSpans() const;     ///< half-widths of the means round the same period a year ago
    std::vector<int> seasonCounts() const;  ///< numbers of same weekdays averaged; empty without a season
};

/// Chooses windows by the period and the history, and measures scales on columns before `trainEnd`.
FeaturePlan planFeatures(const Panel& panel, int trainEnd, int horizon, const TrainingOptions& options);

nlohmann::json toJson(const FeaturePlan& plan);
/// Throws nlohmann::json::exception or Error "model.damaged" for what no plan can be.
FeaturePlan featurePlanFromJson(const nlohmann::json& json);

}  // namespace foresell
