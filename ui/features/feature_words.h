// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/features/feature_facts.h"

namespace foresell {

// The words of a feature for its stable names, in the window's language.

/// "price_to_usual" -> "Price paid, beside the usual"; a column that a person brought keeps its name.
QString featureTitle(const FeatureFacts& feature);
/// What it says, in a sentence.
QString featureMeaning(const FeatureFacts& feature);
/// Where it comes from: "Plan".
QString featureSource(const std::string& source);
/// What its role means for forecasts, and why a past-only feature is not used for coming periods.
QString featureRoleText(const FeatureFacts& feature);
/// "92 %", "3 words, 100 %".
QString featureCoverage(const FeatureFacts& feature);

}  // namespace foresell
