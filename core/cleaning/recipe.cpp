// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cleaning/recipe.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/cleaning/step_catalog.h"

namespace foresell {
namespace {

using nlohmann::json;

constexpr std::size_t longestName = 200;  ///< bytes

[[noreturn]] void refuse(const std::string& what) {
    throw Error("cleaning.bad_recipe", "This is not a cleaning recipe: " + what + ".",
                "Save a recipe from the Cleaning page or with `clean --preview --json` and change that; `clean --steps` "
                "lists the steps and their options.",
                {{"problem", what}});
}

void checkOptions(const StepInfo& info, const json& options) {
    for (const auto& [name, value] : options.items()) {
        const OptionInfo* option = info.option(name);
        const std::string problem =
            option == nullptr ? "has no option " + name.substr(0, 100) + " with such a value" : problemOf(*option, value);
        if (!problem.empty()) {
            refuse("the step " + info.id + " " + problem);
        }
    }
}

RecipeStep readStep(const json& entry) {
    if (!entry.is_object() || !entry.contains("id") || !entry.at("id").is_string()) {
        refuse("a step has no id");
    }
    RecipeStep step{.id = entry.at("id")};
    const StepInfo* info = findCleaningStep(step.id);
    if (info == nullptr) {
        refuse("there is no step " + step.id.substr(0, 100));
    }
    if (entry.contains("enabled")) {
        if (!entry.at("enabled").is_boolean()) {
            refuse("\"enabled\" of the step " + step.id + " is neither true nor false");
        }
        step.enabled = entry.at("enabled");
    }
    if (entry.contains("name")) {
        if (!entry.at("name").is_string() || entry.at("name").get_ref<const std::string&>().size() > longestName) {
            refuse("the name of the step " + step.id + " is no short text");
        }
        step.name = entry.at("name");
    }
    if (entry.contains("options")) {
        step.options = entry.at("options");
        if (!step.options.is_object()) {
            refuse("the options of the step " + step.id + " are no object");
        }
        checkOptions(*info, step.options);
    }
    return step;
}

bool mustComeAfter(const RecipeStep& step, const RecipeStep& other) {
    const StepInfo* info = findCleaningStep(step.id);
    return info != nullptr && std::find(info->after.begin(), info->after.end(), other.id) != info->after.end();
}

/// The first step that stands before one that must come first, with that one; null: none does.
std::pair<const RecipeStep*, const RecipeStep*> wrongPair(const std::vector<RecipeStep>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        for (std::size_t later = i + 1; later < steps.size(); ++later) {
            if (mustComeAfter(steps[i], steps[later])) {
                return {&steps[i], &steps[later]};
            }
        }
    }
    return {};
}

}  // namespace

Recipe defaultRecipe() {
    Recipe recipe;
    for (const StepInfo& info : cleaningStepCatalog()) {
        if (info.isStandard) {
            recipe.steps.push_back({.id = info.id});
        }
    }
    return recipe;
}

json toJson(const Recipe& recipe) {
    json steps = json::array();
    for (const RecipeStep& step : recipe.steps) {
        json entry = {{"id", step.id}, {"enabled", step.enabled}, {"options", step.options}};
        if (!step.name.empty()) {
            entry["name"] = step.name;
        }
        steps.push_back(std::move(entry));
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
    if (const auto [early, late] = wrongPair(recipe.steps); early != nullptr) {
        refuse("the step " + early->id + " must come after " + late->id);
    }
    return recipe;
}

bool canMoveStep(const Recipe& recipe, std::size_t from, std::size_t to) {
    if (from >= recipe.steps.size() || to >= recipe.steps.size()) {
        return false;
    }
    Recipe moved = recipe;
    moveStep(moved, from, to);
    return wrongPair(moved.steps).first == nullptr;
}

void moveStep(Recipe& recipe, std::size_t from, std::size_t to) {
    RecipeStep step = std::move(recipe.steps[from]);
    recipe.steps.erase(recipe.steps.begin() + static_cast<std::ptrdiff_t>(from));
    recipe.steps.insert(recipe.steps.begin() + static_cast<std::ptrdiff_t>(to), std::move(step));
}

std::size_t addStep(Recipe& recipe, std::string_view id) {
    const std::vector<StepInfo>& catalog = cleaningStepCatalog();
    const auto rankOf = [&](std::string_view each) {
        return std::find_if(catalog.begin(), catalog.end(), [&](const StepInfo& info) { return info.id == each; }) - catalog.begin();
    };
    recipe.steps.insert(recipe.steps.begin(), {.id = std::string(id)});
    std::size_t at = 0;
    // Behind the last step that usually comes earlier, if that order can work.
    for (std::size_t to = 1; to < recipe.steps.size(); ++to) {
        if (rankOf(recipe.steps[to].id) < rankOf(id) && canMoveStep(recipe, 0, to)) {
            at = to;
        }
    }
    moveStep(recipe, 0, at);
    return at;
}

bool addStructureSteps(Recipe& recipe, const std::vector<ItemLink>& links) {
    bool isAdded = false;
    for (const ItemLink& link : links) {
        const std::string_view id = link.kind == LinkKind::Successor ? cleaning_step::successors : cleaning_step::bundles;
        const bool isThere = std::any_of(recipe.steps.begin(), recipe.steps.end(), [id](const RecipeStep& step) { return step.id == id; });
        if (link.kind != LinkKind::Variant && !isThere) {
            addStep(recipe, id);
            isAdded = true;
        }
    }
    return isAdded;
}

std::vector<std::string> absentSteps(const Recipe& recipe) {
    std::vector<std::string> absent;
    for (const StepInfo& info : cleaningStepCatalog()) {
        if (std::none_of(recipe.steps.begin(), recipe.steps.end(), [&](const RecipeStep& step) { return step.id == info.id; })) {
            absent.push_back(info.id);
        }
    }
    return absent;
}

}  // namespace foresell
