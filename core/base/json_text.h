// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace foresell {

/// Levels that JSON from outside may be nested: who copies or writes a value walks through it on the stack.
inline constexpr int deepestJson = 64;

bool isTooDeep(std::string_view json);

/// JSON that comes from outside, be it a file, a message or what a project holds; a discarded value (is_discarded(),
/// neither object nor array) where it is no JSON or nested too deeply.
nlohmann::json parseJson(std::string_view text);

}  // namespace foresell
