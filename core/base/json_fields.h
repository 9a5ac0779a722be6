// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"

/// Reading members of JSON that comes from outside: an absent member leaves the default, a member of the
/// wrong kind is an Error "json.bad_field".
namespace foresell::json_fields {

[[noreturn]] inline void refuse(const char* key) {
    throw Error("json.bad_field", std::string("\"") + key + "\" has a value of the wrong kind", {},
                {{"field", key}});
}

/// The member, or nullptr where it is absent or null.
inline const nlohmann::json* find(const nlohmann::json& json, const char* key) {
    if (!json.is_object()) {
        throw Error("json.not_an_object", "a JSON object was expected");
    }
    const auto member = json.find(key);
    return member == json.end() || member->is_null() ? nullptr : &*member;
}

template <typename T>
void read(const nlohmann::json& json, const char* key, T& into) {
    const nlohmann::json* member = find(json, key);
    if (member == nullptr) {
        return;
    }
    if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        const bool fits =
            member->is_number_unsigned()
                ? member->get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<T>::max())
                : member->is_number_integer() && std::in_range<T>(member->get<std::int64_t>());
        if (!fits) {
            refuse(key);
        }
    }
    try {
        into = member->get<T>();
    } catch (const nlohmann::json::exception&) {
        refuse(key);
    }
}

/// NaN and infinities are written as null.
inline nlohmann::json number(double value) {
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

/// null reads as NaN; absent leaves the default.
inline void readNumber(const nlohmann::json& json, const char* key, double& into) {
    if (json.is_object() && json.contains(key) && json[key].is_null()) {
        into = std::numeric_limits<double>::quiet_NaN();
        return;
    }
    read(json, key, into);
}

template <typename T>
nlohmann::json numbers(const std::vector<T>& values) {
    nlohmann::json list = nlohmann::json::array();
    for (const T value : values) {
        list.push_back(number(static_cast<double>(value)));
    }
    return list;
}

/// null among them reads as NaN.
template <typename T>
void readNumbers(const nlohmann::json& json, const char* key, std::vector<T>& into) {
    const nlohmann::json* list = find(json, key);
    if (list == nullptr) {
        return;
    }
    if (!list->is_array()) {
        refuse(key);
    }
    into.clear();
    for (const nlohmann::json& value : *list) {
        if (!value.is_null() && !value.is_number()) {
            refuse(key);
        }
        into.push_back(value.is_null() ? std::numeric_limits<T>::quiet_NaN() : value.get<T>());
    }
}

}  // namespace foresell::json_fields
