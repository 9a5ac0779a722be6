// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/field.h"

#include <algorithm>

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

}  // namespace foresell
