// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace foresell {

/// What a column of a file means. EndDate is the last day of a plan row that spans several.
enum class Field {
    Date, EndDate, Quantity, Item, Location, Channel, Order, Customer, Price,
    Amount, Cost, Name, Category, Brand, Promotion, Stock, Availability,
};

inline constexpr std::size_t fieldCount = 17;

/// For each field its column, or none.
using FieldColumns = std::array<std::optional<std::size_t>, fieldCount>;

/// "date", "end_date", "quantity", ... as on the command line.
std::string_view fieldName(Field field);
std::optional<Field> fieldFromName(std::string_view name);

inline constexpr std::size_t indexOf(Field field) {
    return static_cast<std::size_t>(field);
}

/// What a file is about: sale lines, known-future covariates, attributes of items and locations, or what was in stock.
enum class ImportRole { Sales, Plan, Items, Stock };

inline constexpr std::size_t roleCount = 4;

/// "sales", "plan", "items", "stock".
std::string_view roleName(ImportRole role);
std::optional<ImportRole> roleFromName(std::string_view name);

}  // namespace foresell
