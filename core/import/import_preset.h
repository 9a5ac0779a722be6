// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/field.h"

namespace foresell {

/// Which day of an order counts as the day of its sale.
enum class DateBasis { Ordered, Paid, Shipped };

/// "ordered", "paid", "shipped".
std::string_view dateBasisName(DateBasis basis);
std::optional<DateBasis> dateBasisFromName(std::string_view name);

/// What is known of the export of a platform or a public data set (resources/presets): which of its columns is what. Every
/// name has its aliases, the likeliest first; they are compared as headerKey, in any order.
struct ImportPreset {
    using Names = std::vector<std::string>;

    std::string name;           ///< as on the command line: "shopify_orders"
    int version = 1;
    std::string english, chinese;  ///< its title
    ImportRole role = ImportRole::Sales;
    std::vector<Names> need;    ///< a file is such an export if it has one name of each
    std::map<Field, Names> fields;
    std::map<DateBasis, Names> dates;
    DateBasis defaultDate = DateBasis::Ordered;
    Names states;               ///< columns that tell whether an order was paid, cancelled or returned
    Names personal;             ///< never stored
    Names unused;               ///< look like a field and are none
    Names repeatsDown;          ///< written on the first line of an order only
    Names others;               ///< known and not needed
};

/// All presets, in the order of their names.
const std::vector<ImportPreset>& importPresets();

/// Null for an unknown name.
const ImportPreset* findPreset(std::string_view name);

/// How a file's columns fit a preset.
struct PresetMatch {
    const ImportPreset* preset = nullptr;
    double confidence = 0;              ///< 0..1
    std::vector<std::string> missing;   ///< names that the export had and the file has not; first alias each
    std::vector<std::string> added;     ///< columns that the export did not have
    bool isChanged() const { return !missing.empty(); }
};

/// The preset that the columns fit best; without one where none does.
PresetMatch matchPreset(const std::vector<std::string>& header);
/// How the columns fit that preset, whether they do or not.
PresetMatch matchPreset(const ImportPreset& preset, const std::vector<std::string>& header);

/// The column with one of the names, the likeliest first.
std::optional<std::size_t> columnNamed(const std::vector<std::string>& header, const ImportPreset::Names& names);

/// The files of resources/presets, which the build makes part of the library.
const std::vector<std::string_view>& presetTexts();

}  // namespace foresell
