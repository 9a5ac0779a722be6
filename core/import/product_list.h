// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/base/fixed.h"

namespace foresell {

/// One product of an order that stands in a single cell.
struct ListedProduct {
    std::string_view name;  ///< part of the cell
    Fixed quantity = fixedOne;
};

/// Reads "2× Beanie, 1× Cap, red", "Beanie × 2, Cap, red × 1" and the same with x or *, separated by commas, semicolons or
/// line breaks; a comma inside a name stays there. Empty where the cell is no such list of at most 1,000 products.
std::vector<ListedProduct> readProductList(std::string_view cell);

}  // namespace foresell
