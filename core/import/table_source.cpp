// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/table_source.h"

#include "core/import/text_table.h"

namespace foresell {

TableSources openTables(const ImportFiles& files, const ImportOptions&) {
    TableSources tables;
    for (const auto& file : files) {
        tables.push_back(TextTable::ofFile(file));
    }
    return tables;
}

}  // namespace foresell
