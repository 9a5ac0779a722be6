// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/import/column_look.h"
#include "core/import/header_names.h"
#include "core/import/import_options.h"

namespace foresell {

/// Which fields the columns of a table may be: by their names, by what an earlier import of such a file took them for, and
/// by their cells.
class ColumnClaims {
public:
    /// `signature`: of the file, as FileDetection::signature.
    ColumnClaims(const SampleTable& table, const ImportOptions& options, const std::string& signature);

    std::size_t size() const { return m_columns.size(); }
    const ColumnLook& look(std::size_t column) const { return m_columns[column].look; }
    const HeaderMeaning& meaning(std::size_t column) const { return m_columns[column].meaning; }
    /// The column's name says so.
    bool claims(std::size_t column, Field field) const;
    bool canBe(std::size_t column, Field field) const { return foresell::canBe(field, look(column)); }
    /// A column is called so, or was taken for it before, and can be it.
    bool someClaims(Field field) const;

private:
    struct Column {
        ColumnLook look;
        HeaderMeaning meaning;
        std::string known;  ///< name of the field that an earlier import took it for; empty: none
    };
    std::vector<Column> m_columns;
};

}  // namespace foresell
