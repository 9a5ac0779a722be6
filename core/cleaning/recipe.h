// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace foresell {

/// Stable ids of the cleaning steps; the window translates by them.
namespace cleaning_step {
inline constexpr std::string_view exactRepeats = "exact_repeats";
inline constexpr std::string_view cancellations = "cancellations";
inline constexpr std::string_view returns = "returns";
inline constexpr std::string_view zeroPrices = "zero_prices";
inline constexpr std::string_view nonProducts = "non_products";
inline constexpr std::string_view bulkOrders = "bulk_orders";
inline constexpr std::string_view missingValues = "missing_values";
}  // namespace cleaning_step

/// One step and its settings. An option that is absent has its default:
///   cancellations   "prefixes": ["C"]  orders that begin so, before a digit, cancel; "partial": true  a cancellation of
///                   a part lowers the quantity of the sale; otherwise only sales of the same quantity are matched
///   non_products    "codes": [...]  item codes, "names": [...]  words of item names; both replace the built-in lists
///   bulk_orders     "times": 60 the item's usual line; "spread": 5 robust deviations of log quantity away; "smallest": 12
///                   units; "fewest_lines": 8 that an item needs to have a usual; "treatment": "set_aside" | "cap"
struct RecipeStep {
    std::string id;
    bool enabled = true;
    nlohmann::json options = nlohmann::json::object();

    bool operator==(const RecipeStep&) const = default;
};

/// The ordered cleaning steps. Each step sees the lines as the steps before it left them.
struct Recipe {
    std::vector<RecipeStep> steps;

    bool operator==(const Recipe&) const = default;
};

/// All steps, switched on, in the order of the constants above.
Recipe defaultRecipe();

/// {"recipe": 1, "steps": [{"id", "enabled", "options"}]}.
nlohmann::json toJson(const Recipe& recipe);

/// Throws Error "cleaning.bad_recipe" for anything but a recipe of known steps, each at most once, with known options
/// of the right kind.
Recipe recipeFromJson(const nlohmann::json& json);

}  // namespace foresell
