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
    Views, Searches, Carts, Favourites, Orders, Visitors, Session, Event,  // what people did
    LeadTime, PackSize, Image, Text,                                       // of an item
    Parent, Relation, Style, Bundle, GiftOf, Replaces, Size, Share,        // how items belong together
};

inline constexpr std::size_t fieldCount = 37;

/// For each field its column, or none.
using FieldColumns = std::array<std::optional<std::size_t>, fieldCount>;

/// "date", "end_date", "quantity", ... as on the command line.
std::string_view fieldName(Field field);
std::optional<Field> fieldFromName(std::string_view name);

inline constexpr std::size_t indexOf(Field field) {
    return static_cast<std::size_t>(field);
}

/// What a file is about: sale lines, known-future covariates, attributes of items or of locations, what was in stock, what
/// people did before they bought (counts or a log of events), what happens around the shop (weather, searches, rivals),
/// or how items belong together: styles and their sizes, bundles and gifts and what is in them, successors.
enum class ImportRole { Sales, Plan, Items, Stock, Behaviour, Signals, Locations, Structure };

inline constexpr std::size_t roleCount = 8;

/// "sales", "plan", "items", "stock", "behaviour", "signals", "locations", "structure".
std::string_view roleName(ImportRole role);
std::optional<ImportRole> roleFromName(std::string_view name);

/// Whether a file of this role is read for the field.
bool isFieldOf(ImportRole role, Field field);

}  // namespace foresell
