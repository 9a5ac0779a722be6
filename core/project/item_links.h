// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "core/project/project_types.h"

namespace foresell {

// The table of item links. Internal to core/project.

void storeLinks(SQLite::Database& database, ImportId import, const std::vector<ItemLink>& links);
/// Those in force, in the order of kind, whole and part.
std::vector<ItemLink> readLinks(const SQLite::Database& database);

/// Gives styles without name, category, brand, cost or price those of their first variant that has one; of names what all
/// variants begin with. `items` in the order of their ids.
void describeStyles(const std::vector<ItemLink>& links, std::vector<ItemRecord>& items);

}  // namespace foresell
