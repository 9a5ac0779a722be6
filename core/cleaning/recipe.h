// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/project/project_types.h"

namespace foresell {

/// Stable ids of the cleaning steps; the window translates by them.
namespace cleaning_step {
inline constexpr std::string_view merges = "merges";
inline constexpr std::string_view successors = "successors";
inline constexpr std::string_view conversions = "conversions";
inline constexpr std::string_view exactRepeats = "exact_repeats";
inline constexpr std::string_view nearRepeats = "near_repeats";
inline constexpr std::string_view cancellations = "cancellations";
inline constexpr std::string_view returns = "returns";
inline constexpr std::string_view zeroPrices = "zero_prices";
inline constexpr std::string_view nonProducts = "non_products";
inline constexpr std::string_view testOrders = "test_orders";
inline constexpr std::string_view bulkOrders = "bulk_orders";
inline constexpr std::string_view wholesaleOrders = "wholesale_orders";
inline constexpr std::string_view clickFarms = "click_farms";
inline constexpr std::string_view priceOutliers = "price_outliers";
inline constexpr std::string_view quantityOutliers = "quantity_outliers";
inline constexpr std::string_view missingValues = "missing_values";
inline constexpr std::string_view closedDays = "closed_days";
inline constexpr std::string_view bundles = "bundles";
inline constexpr std::string_view stockOuts = "stock_outs";
inline constexpr std::string_view styles = "styles";
}  // namespace cleaning_step

/// One step and its settings. `cleaningStepCatalog` knows the options of each step; one that is absent has its standard
/// value:
///   merges             "items": [{"from", "to", "units": 1}]  codes; one of the old is so many units of the new;
///                      "locations": [{"from", "to"}]
///   successors         "file": true  what was imported of the structure of items counts; "items": as of merges
///   conversions        "units": [{"item", "units"}]  item codes or patterns such as "BOX*", times so many units;
///                      "money": [{"place", "rate"}]  location or channel codes or patterns, "*" for all
///   near_repeats       "same_order", "same_customer", "same_quantity", "same_price": what must agree beside item and
///                      place; "minutes": 10 between the lines at most
///   cancellations      "prefixes": ["C"]  orders that begin so, before a digit, cancel; "partial": true  a cancellation
///                      of a part lowers the quantity of the sale; otherwise only sales of the same quantity are matched
///   returns            "treatment": "set_aside" | "net"  taken off the sale they belong to; "days": 60 that a return looks
///                      back for its sale; "expect": false  take returns still to come off the latest days
///   non_products       "codes": [...]  item codes, "names": [...]  words of item names; both replace the usual lists
///   test_orders        "orders", "items", "places": patterns; "price_up_to": 0
///   bulk_orders        "times": 60 the item's usual line; "spread": 5 robust deviations of log quantity away; "smallest":
///                      12 units; "fewest_lines": 8 that an item needs to have a usual; "treatment": "set_aside" | "cap"
///   wholesale_orders   "times": 20 the usual order; "score": 3 robust deviations; "smallest": 24 units; "customers": true
///   click_farms        "score": 5; "fewest_orders": 10 a day; "first_orders": 0.8 of them by customers who buy once
///   price_outliers     "score": 6; "times": 3 above or below; "treatment": "usual" | "set_aside"
///   quantity_outliers  "score": 6; "times": 4; "smallest": 12; "treatment": "cap" | "set_aside"
///   missing_values     "quantity": "set_aside" | "constant" | "forward" | "interpolate" | "seasonal", "quantity_value": 1;
///                      "price": "keep" | the same, "price_value": 0; "item": "set_aside" | "keep"
///   closed_days        "days": ["2026-02-17..2026-02-23"]; "treatment": "set_aside" | "keep"  the lines of these days
///   bundles            "file": true; "parts": [{"bundle", "item", "quantity": 1, "share"}], which replace what the file says of
///                      the bundle; "money": "price" | "quantity"  by which money is shared where no share is given;
///                      "gifts": true  gifts count as sold with the sales that bring them
///   styles             "file": true; "variants": [{"style", "item", "size"}]; "days": 365  of sales that the size curves tell
///   stock_outs         "days": 56 before and after that tell the usual; "fewest_days": 10 of them
struct RecipeStep {
    std::string id;
    bool enabled = true;
    nlohmann::json options = nlohmann::json::object();
    std::string name;  ///< a person's own; empty: the usual one

    bool operator==(const RecipeStep&) const = default;
};

/// The ordered cleaning steps. Each step sees the lines as the steps before it left them.
struct Recipe {
    std::vector<RecipeStep> steps;

    bool operator==(const Recipe&) const = default;
};

/// The standard steps, switched on, in the usual order.
Recipe defaultRecipe();

/// {"recipe": 1, "steps": [{"id", "enabled", "options", "name"}]}.
nlohmann::json toJson(const Recipe& recipe);

/// Bytes of a file that is read as a recipe.
inline constexpr std::int64_t largestRecipeFile = 16 << 20;

/// Throws Error "cleaning.bad_recipe" for anything but a recipe of known steps, each at most once, with known options
/// of the right kind, in an order in which they can work.
Recipe recipeFromJson(const nlohmann::json& json);

/// Whether step `from` may stand at `to` instead: no step stands before one that must come first.
bool canMoveStep(const Recipe& recipe, std::size_t from, std::size_t to);
void moveStep(Recipe& recipe, std::size_t from, std::size_t to);
/// Adds a step at its usual place; returns where.
std::size_t addStep(Recipe& recipe, std::string_view id);
/// Adds the steps that a structure of items asks for and that are not there: for successors, bundles and gifts. Whether
/// styles stand for their sizes is a person's choice. True where one was added.
bool addStructureSteps(Recipe& recipe, const std::vector<ItemLink>& links);
/// The ids of the steps that are not in the recipe, in the usual order.
std::vector<std::string> absentSteps(const Recipe& recipe);

}  // namespace foresell
