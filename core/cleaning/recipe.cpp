// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/recipe.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/error.h"

namespace foresell {
namespace {

using nlohmann::json;

constexpr std::array stepIds = {cleaning_step::exactRepeats, cleaning_step::cancellations, cleaning_step::returns,
                                cleaning_step::zeroPrices,   cleaning_step::nonProducts,   cleaning_step::bulkOrders,
                                cleaning_step::missingValues};

enum class OptionKind { Texts, Flag, AtLeastOne, NotNegative, Treatment };

const std::map<std::string, std::map<std::string, OptionKind>>& knownOptions() {
    static const std::map<std::string, std::map<std::string, OptionKind>> options = {
        {"cancellations", {{"prefixes", OptionKind::Texts}, {"partial", OptionKind::Flag}}},
        {"non_products", {{"codes", OptionKind::Texts}, {"names", OptionKind::Texts}}},
        {"bulk_orders",
         {{"times", OptionKind::AtLeastOne},
          {"smallest", OptionKind::NotNegative},
          {"fewest_lines", OptionKind::AtLeastOne},
          {"spread", OptionKind::NotNegative},
          {"treatment", OptionKind::Treatment}}},
    };
    return options;
}

[[noreturn]] void refuse(const std::string& what) {
    throw Error("cleaning.bad_recipe", "This is not a cleaning recipe: " + what + ".",
                "Save a recipe from the Cleaning page or with `clean --preview --json` and change that.",
                {{"problem", what}});
}

bool isOfKind(const json& value, OptionKind kind) {
    switch (kind) {
        case OptionKind::Texts:
            return value.is_array() && value.size() <= 10'000 && std::all_of(value.begin(), value.end(), [](const json& text) {
                return text.is_string() && !text.get_ref<const std::string&>().empty();
            });
        case OptionKind::Flag:
            return value.is_boolean();
        case OptionKind::AtLeastOne:
            return value.is_number() && value.get<double>() >= 1 && value.get<double>() <= 1e9;
        case OptionKind::NotNegative:
            return value.is_number() && value.get<double>() >= 0 && value.get<double>() <= 1e9;
        case OptionKind::Treatment:
            return value == "set_aside" || value == "cap";
    }
    return false;
}

void checkOptions(const std::string& id, const json& options) {
    const auto known = knownOptions().find(id);
    for (const auto& [name, value] : options.items()) {
        const bool isKnown = known != knownOptions().end() && known->second.contains(name);
        if (!isKnown || !isOfKind(value, known->second.at(name))) {
            refuse("the step " + id + " has no option " + name + " with such a value");
        }
    }
}

RecipeStep readStep(const json& entry) {
    if (!entry.is_object() || !entry.contains("id") || !entry.at("id").is_string()) {
        refuse("a step has no id");
    }
    RecipeStep step{.id = entry.at("id")};
    if (std::find(stepIds.begin(), stepIds.end(), step.id) == stepIds.end()) {
        refuse("there is no step " + step.id);
    }
    if (entry.contains("enabled")) {
        if (!entry.at("enabled").is_boolean()) {
            refuse("\"enabled\" of the step " + step.id + " is neither true nor false");
        }
        step.enabled = entry.at("enabled");
    }
    if (entry.contains("options")) {
        step.options = entry.at("options");
        if (!step.options.is_object()) {
            refuse("the options of the step " + step.id + " are no object");
        }
        checkOptions(step.id, step.options);
    }
    return step;
}

}  // namespace

Recipe defaultRecipe() {
    Recipe recipe;
    for (const std::string_view id : stepIds) {
        recipe.steps.push_back({.id = std::string(id)});
    }
    return recipe;
}

json toJson(const Recipe& recipe) {
    json steps = json::array();
    for (const RecipeStep& step : recipe.steps) {
        steps.push_back({{"id", step.id}, {"enabled", step.enabled}, {"options", step.options}});
    }
    return {{"recipe", 1}, {"steps", steps}};
}

Recipe recipeFromJson(const json& text) {
    if (!text.is_object() || !text.contains("recipe") || text.at("recipe") != 1) {
        refuse("\"recipe\": 1 is missing");
    }
    if (!text.contains("steps") || !text.at("steps").is_array()) {
        refuse("there are no steps");
    }
    Recipe recipe;
    std::set<std::string> seen;
    for (const json& entry : text.at("steps")) {
        recipe.steps.push_back(readStep(entry));
        if (!seen.insert(recipe.steps.back().id).second) {
            refuse("the step " + recipe.steps.back().id + " is there twice");
        }
    }
    return recipe;
}

}  // namespace foresell
