// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/dataset/panel.h"
#include "core/features/feature_settings.h"

namespace foresell {

inline constexpr std::size_t longestFormula = 1000;
inline constexpr std::size_t longestFeatureName = 80;
inline constexpr std::size_t mostDerivedFeatures = 50;

/// Names of the features that a formula uses, in the order of their first use. A name of letters, digits and _ stands for
/// itself, any other stands in brackets: "price / [competitor price]". The rest is arithmetic, comparison, "c ? a : b" and
/// the usual functions (min, max, abs, sqrt, ln, exp, ...), as muparser reads them; it can reach no file and assign nothing.
/// Throws Error "features.bad_formula", which says where and why it cannot be read.
std::vector<std::string> namesIn(const std::string& formula);

/// Adds the derived features in their order, so that one may use those before it. One is known in advance when all that it
/// uses is, else past-only; a value is unknown where one that it needs is, or where the formula gives no finite number.
/// Features that use what the panel does not have are left out, for it may come back with the next import.
void addDerivedFeatures(Panel& panel, const std::vector<DerivedFeature>& derived);

}  // namespace foresell
