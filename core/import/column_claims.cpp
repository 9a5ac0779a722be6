// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/column_claims.h"

#include <algorithm>

#include "core/import/text_normal.h"

namespace foresell {

ColumnClaims::ColumnClaims(const SampleTable& table, const ImportOptions& options, const std::string& signature) {
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const std::string key = headerKey(table.header[column]);
        const auto known = options.knownColumns.find(signature + ' ' + key);
        m_columns.push_back({lookAt(table, column), headerMeaning(key), known == options.knownColumns.end() ? std::string() : known->second});
        ColumnLook& look = m_columns.back().look;
        if (options.weekOne && look.integers >= mostly && !look.isDateShaped) {
            look.serials = 1;
        }
    }
}

bool ColumnClaims::claims(std::size_t column, Field field) const {
    return std::ranges::any_of(meaning(column).candidates, [field](const auto& candidate) { return candidate.field == field; });
}

bool ColumnClaims::someClaims(Field field) const {
    for (std::size_t i = 0; i < size(); ++i) {
        if ((claims(i, field) || m_columns[i].known == fieldName(field)) && canBe(i, field)) {
            return true;
        }
    }
    return false;
}

}  // namespace foresell
