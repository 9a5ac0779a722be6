// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/cleaning/cleaning_result.h"

namespace foresell {

/// Fills in the shares of size curves whose units are known: those of a style,
///   (units of the variant + k x share that the category lets expect) / (units of the style + k),
/// so that thin styles follow their category and large ones their own sales. What a category lets expect of a size are the
/// units that its styles sold of it; sizes are known by what they are called, and a variant whose size is not told gets as
/// much as the mean of its style. k is the same for all styles of a category: the one of a few that makes their sales most
/// likely under a Dirichlet-multinomial law (Minka, "Estimating a Dirichlet distribution", 2000), but at most 200 where fewer
/// than five styles tell. `categories`: by curve, empty where a style has none; those without one are a category too.
void fillShares(std::vector<SizeCurve>& curves, const std::vector<std::string>& categories);

}  // namespace foresell
