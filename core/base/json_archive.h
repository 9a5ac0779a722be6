// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fields.h"

namespace foresell {

/// How a value stands in JSON where it is not as nlohmann::json would write it: write(value) -> json, and
/// read(json, key, into) as in json_fields.
template <typename Write, typename Read>
struct JsonFormat {
    Write* write;
    Read* read;
};

/// Writes or reads the members of one JSON object, so that a type names them once, for both:
///
///     void fields(JsonArchive& archive, Point& point) {
///         archive("x", point.x);
///         archive("weight", point.weight, asNumber);
///     }
///
/// Such a function gives the type its to_json and from_json. Reading is json_fields::read: what is absent keeps its value,
/// what is of the wrong kind is an Error. Writing changes nothing of the value; whatever else a function does to it
/// belongs behind isReading().
class JsonArchive {
public:
    static JsonArchive writer(nlohmann::json& to) {
        to = nlohmann::json::object();
        return {&to, nullptr};
    }
    static JsonArchive reader(const nlohmann::json& from) { return {nullptr, &from}; }

    bool isReading() const { return m_from != nullptr; }

    template <typename T>
    void operator()(const char* key, T& value) {
        if (isReading()) {
            json_fields::read(*m_from, key, value);
        } else {
            (*m_to)[key] = value;
        }
    }

    template <typename T, typename Write, typename Read>
    void operator()(const char* key, T& value, const JsonFormat<Write, Read>& format) {
        if (isReading()) {
            format.read(*m_from, key, value);
        } else {
            (*m_to)[key] = format.write(value);
        }
    }

    /// For whoever reads the JSON; follows from other members, so it is not read back.
    template <typename T>
    void tell(const char* key, const T& value) {
        if (!isReading()) {
            (*m_to)[key] = value;
        }
    }

private:
    JsonArchive(nlohmann::json* to, const nlohmann::json* from) : m_to(to), m_from(from) {}

    nlohmann::json* m_to;
    const nlohmann::json* m_from;
};

template <typename T>
concept HasJsonFields = requires(JsonArchive& archive, T& value) { fields(archive, value); };

template <HasJsonFields T>
void to_json(nlohmann::json& to, const T& value) {
    JsonArchive archive = JsonArchive::writer(to);
    fields(archive, const_cast<T&>(value));  // which a writer leaves as it is
}

template <HasJsonFields T>
void from_json(const nlohmann::json& from, T& value) {
    JsonArchive archive = JsonArchive::reader(from);
    fields(archive, value);
}

namespace json_fields {

/// NaN and infinities as null; null reads as NaN.
inline constexpr JsonFormat asNumber{number, readNumber};
template <typename T>
inline constexpr JsonFormat asNumbers{numbers<T>, readNumbers<T>};

}  // namespace json_fields

}  // namespace foresell
