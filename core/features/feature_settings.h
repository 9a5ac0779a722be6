// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foresell {

/// How coming values that a feature needs and nobody has told are filled.
enum class ComingFill { HoldLast, LastYear };

/// "hold_last", "last_year".
std::string_view comingFillName(ComingFill fill);

/// A feature computed from others: core/features/derived_features.h.
struct DerivedFeature {
    std::string name, formula;
    bool operator==(const DerivedFeature&) const = default;
};

/// What a person has chosen of the features that forecasts may use; part of the project, under undo.
struct FeatureSettings {
    std::set<std::string> disabled;  ///< names that are left out
    std::set<std::string> enabled;   ///< of the features that are off unless asked for (core/features/series_features.h)
    std::vector<DerivedFeature> derived;
    std::map<std::string, ComingFill> fills;

    bool empty() const { return disabled.empty() && enabled.empty() && derived.empty() && fills.empty(); }
    bool operator==(const FeatureSettings&) const = default;
};

/// Empty text: nothing chosen. Throws Error "features.damaged" for what is none of it.
FeatureSettings featureSettingsFromText(const std::string& text);
std::string toText(const FeatureSettings& settings);

}  // namespace foresell
