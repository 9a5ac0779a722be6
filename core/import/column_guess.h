// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/import/field.h"
#include "core/import/import_options.h"

namespace foresell {

/// The first rows of a file, cut into cells.
struct SampleTable {
    std::vector<std::string> header;             ///< "column 1", ... where the file has none
    std::vector<std::vector<std::string>> rows;  ///< without the header; may be ragged
};

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

/// What the cells of a column look like; shares of the cells that are not empty.
struct ColumnLook {
    std::int64_t filled = 0;
    double serials = 0;  ///< days as a spreadsheet counts them
    double dates = 0, numbers = 0, integers = 0, emails = 0, phones = 0;
    double averageLength = 0;
    double distinct = 0;     ///< different values / filled
    bool isConstant = false;
    bool hasFractions = false;
    bool isDateShaped = false;  ///< the dates are written with separators or as eight digits
};

ColumnLook lookAt(const SampleTable& table, std::size_t column);

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
