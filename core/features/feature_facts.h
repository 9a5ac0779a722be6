// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/dataset/panel.h"
#include "core/features/feature_settings.h"

namespace foresell {

/// Where each feature of a panel comes from, by name: "plan", "calendar", "sales", "stock", "behaviour", "signals", "items",
/// "locations", "series" or "derived".
using FeatureSources = std::map<std::string, std::string>;

/// How a feature may be used: it holds always, is known for coming periods, or for past ones alone.
enum class FeatureRole { Static, KnownAhead, PastOnly };

/// "static", "known", "past".
std::string_view featureRoleName(FeatureRole role);

/// What there is to tell of a feature.
struct FeatureFacts {
    std::string name;
    FeatureRole role = FeatureRole::Static;
    std::string source;
    bool isUsed = true;
    bool isOptional = false;  ///< off unless asked for
    bool isShared = false;    ///< the same for all series
    int categories = 0;       ///< of a static feature of words; 0: numbers
    double coverage = 0;      ///< share of the history's cells (static: of the series) for which it is known
    std::int64_t comingCells = 0, comingMissing = 0;  ///< of the periods ahead, where it is known ahead
    double lowest = 0, mean = 0, highest = 0;         ///< over what is known
    /// By stretch of the history the mean over all series, at most 120 of them, NaN where unknown; of a static feature how
    /// the series spread over its categories, the largest first, or over ten equal stretches of its numbers.
    std::vector<float> chart;
    std::string formula, fill;  ///< as chosen; empty: none
};

/// The features of a panel that holds all of them, also those that are switched off, in the order of role and name.
std::vector<FeatureFacts> featureFacts(const Panel& panel, const FeatureSettings& settings, const FeatureSources& sources);

/// One series' values of a feature for the periods ahead.
struct ComingRow {
    std::size_t series = 0;  ///< of the panel; 0 where all share it
    std::vector<float> values;
    std::vector<std::uint8_t> isKnown;
};

/// Throws Error "features.unknown" for a feature that the panel has not, "features.past_only" for one that nobody knows
/// ahead and "features.static" for one without periods.
const Covariate& knownAheadFeature(const Panel& panel, const std::string& name);
/// Rows in the order of the series, those alone that miss a value where `onlyMissing`; `total` counts all of them.
std::vector<ComingRow> comingRows(const Panel& panel, const Covariate& covariate, bool onlyMissing, std::size_t offset, std::size_t limit,
                                  std::size_t& total);

}  // namespace foresell
