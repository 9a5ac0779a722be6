// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/panel_builder.h"

namespace foresell {

/// Adds what the sale lines tell of past periods alone, each beside what was usual for the series just before, so that
/// dear and cheap, large and small items look alike and no period sees a later one:
///   "price_to_usual"  the mean price paid over its mean in the periods with sales before; where prices are given
///   "line_to_usual"   the units a line over their usual; where a period holds several lines of a series
/// A period without a sale, and the first with one, is unknown. A covariate that hardly ever differs from the usual is left
/// out, and so are both in a panel of over 20 million cells, for they would cost more memory than they tell.
void addPastFeatures(BuiltPanel& built);

}  // namespace foresell
