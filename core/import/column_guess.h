// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/column_look.h"
#include "core/import/field.h"
#include "core/import/import_options.h"

namespace foresell {

/// What becomes of a column.
enum class ColumnUse { Field, Covariate, Attribute, Personal, Country, Ignored };

/// "field", "covariate", "attribute", "personal", "country", "ignored".
std::string_view columnUseName(ColumnUse use);

struct ColumnGuess {
    std::string name;
    ColumnUse use = ColumnUse::Ignored;
    std::optional<Field> field;
    double confidence = 0;  ///< 0..1
    std::string evidence;   ///< stable word: "given", "known", "name", "content", "personal_name", "personal_content", ...
};

struct MappingGuess {
    ImportRole role = ImportRole::Sales;
    std::vector<ColumnGuess> columns;
    FieldColumns fields;
    std::vector<DateBasis> dateBases;        ///< days that the preset knows and the file has
    std::optional<DateBasis> dateBasis;      ///< the one in the field Date
    std::vector<std::size_t> dateFallbacks;  ///< columns of the others
};

/// What is known of the file as a whole.
struct FileKind {
    const ImportPreset* preset = nullptr;
    std::string signature;  ///< as FileDetection::signature
};

/// Guesses what each column means, from the options, its name and its cells. `fileName` helps to tell the role.
/// Throws Error "import.no_such_column" or "import.no_such_field" for options that name what is not there.
MappingGuess guessMapping(const SampleTable& table, const ImportOptions& options, const std::string& fileName, const FileKind& kind = {});

}  // namespace foresell
