// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/dataset/panel.h"
#include "core/features/stand_ins.h"
#include "core/project/project_types.h"

namespace foresell {

/// Adds what does not change with time: category, brand, cost, price and further attributes of the items, and the
/// attributes of the locations as "location_NAME". An attribute whose values are all numbers, more than a few of them, is
/// a number (ln(1 + x) where none is negative; the median where absent); any other is a category, its codes 1.. in the
/// byte order of the texts of the panel's series. Attributes that say the same of every series are left out. What an item that
/// stands for others (a style for its sizes) does not say itself is what they say where they agree; of numbers the median.
void addStaticFeatures(Panel& panel, const std::vector<ItemRecord>& items, const std::vector<PlaceRecord>& locations,
                       const StandIns& standIns = {});

}  // namespace foresell
