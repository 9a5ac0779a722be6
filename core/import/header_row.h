// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/import/table_source.h"

namespace foresell {

/// How many of the cells are names that columns of sales, plans or item lists are known to have.
std::size_t knownNames(const std::vector<std::string>& cells);

/// The number of cells that most rows have.
std::size_t usualWidth(const std::vector<SampleRow>& rows);

/// Index of the header among the rows, or none: the row with the most known names, else a first row of words over
/// columns of values.
std::optional<std::size_t> findHeader(const std::vector<SampleRow>& rows);

}  // namespace foresell
