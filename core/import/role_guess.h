// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/import/column_claims.h"

namespace foresell {

/// What a file is about, by what its columns may be and by its name. `given`: the columns that a person has named.
ImportRole guessRole(const ColumnClaims& columns, const FieldColumns& given, const std::string& fileName);

}  // namespace foresell
