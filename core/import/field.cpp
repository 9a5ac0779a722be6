// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/field.h"

#include <algorithm>
#include <vector>

namespace foresell {

namespace {

constexpr std::array<std::string_view, fieldCount> names = {
    "date",   "end_date", "quantity", "item",     "location", "channel",   "order", "customer",    "price",
    "amount", "cost",     "name",     "category", "brand",    "promotion", "stock", "availability",
    "views",  "searches", "carts",    "favourites", "orders", "visitors", "session", "event",
    "lead_time", "pack_size", "image", "text",
    "parent", "relation", "style", "bundle", "gift_of", "replaces", "size", "share"};

constexpr std::array<std::string_view, roleCount> roles = {"sales", "plan", "items", "stock",
                                                           "behaviour", "signals", "locations", "structure"};

std::vector<Field> fieldsOf(ImportRole role) {
    using enum Field;
    switch (role) {
        case ImportRole::Sales:
            return {Date, Quantity, Item, Location, Channel, Order, Customer, Price, Amount, Cost, Name, Category, Brand, Promotion, Stock, Availability};
        case ImportRole::Plan:
        case ImportRole::Signals:
            return {Date, EndDate, Item, Location, Channel};
        case ImportRole::Stock:
            return {Date, EndDate, Item, Location, Channel, Stock, Availability};
        case ImportRole::Behaviour:
            return {Date, Item, Location, Channel, Customer, Views, Searches, Carts, Favourites, Orders, Visitors, Session, Event};
        case ImportRole::Items:
            return {Item, Location, Channel, Name, Category, Brand, Cost, Price, LeadTime, PackSize, Image, Text, Style, Size};
        case ImportRole::Locations:
            return {Location, Channel, Name};
        case ImportRole::Structure:
            return {Item, Parent, Relation, Style, Bundle, GiftOf, Replaces, Quantity, Share, Size, Date, EndDate};
    }
    return {};
}

}  // namespace

std::string_view fieldName(Field field) {
    return names[indexOf(field)];
}

std::optional<Field> fieldFromName(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Field>(found - names.begin()));
}

std::string_view roleName(ImportRole role) {
    return roles[static_cast<std::size_t>(role)];
}

std::optional<ImportRole> roleFromName(std::string_view name) {
    const auto found = std::find(roles.begin(), roles.end(), name);
    return found == roles.end() ? std::nullopt : std::optional(static_cast<ImportRole>(found - roles.begin()));
}

bool isFieldOf(ImportRole role, Field field) {
    const std::vector<Field> fields = fieldsOf(role);
    return std::ranges::find(fields, field) != fields.end();
}

}  // namespace foresell
