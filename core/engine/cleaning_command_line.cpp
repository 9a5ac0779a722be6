// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/cleaning/step_catalog.h"
#include "core/engine/command_group.h"
#include "core/engine/commands.h"
#include "core/engine/option_file.h"
#include "core/engine/text_output.h"

namespace foresell {

namespace {

using nlohmann::json;

Recipe readRecipe(const std::string& path) {
    const std::optional<std::string> text = readOptionFile(path, largestRecipeFile);
    if (text && std::ssize(*text) > largestRecipeFile) {
        throw Error("option.recipe_too_large", path + " is larger than 16 MB: that is no recipe",
                    "Choose a file that `clean --json` or the window has written.", {{"file", path}});
    }
    const json parsed = text ? parseJson(*text) : json(json::value_t::discarded);
    if (parsed.is_discarded()) {
        throw Error("option.recipe", "cannot read a recipe from " + path, "A recipe is a JSON file.",
                    {{"file", path}});
    }
    // A preview as JSON holds its recipe.
    const bool isPreview = parsed.is_object() && parsed.contains("recipe") && parsed.at("recipe").is_object();
    return recipeFromJson(isPreview ? parsed.at("recipe") : parsed);
}

class CleaningCommands : public CommandGroup {
public:
    explicit CleaningCommands(CommandHost& host) : m_host(host) {
        addClean();
        addInfo();
    }

private:
    void addClean();
    void addInfo();
    void clean(const JobControl& job);
    void preview(const CleaningRequest& request, const JobControl& job);
    json changedLines(const CleaningPreview& preview) const;
    json weeksOfItem(const ProjectReader& reader, const CleaningPreview& preview) const;
    void tellProject(const JobControl& job);

    CommandHost& m_host;
    std::string m_recipe, m_itemCode, m_itemKind, m_linesOfStep;
    int m_linesLimit = 100;
    bool m_isPreview = false, m_listsSteps = false, m_wantsQuality = false;
};

void CleaningCommands::addClean() {
    CLI::App* const command = m_host.addForProject("clean", "Clean the sales by the recipe", [this](const JobControl& job) { clean(job); });
    command->add_option("--recipe", m_recipe, "The steps, as JSON (the project's, else the default ones)")
        ->type_name("FILE");
    command->add_flag("--steps", m_listsSteps, "List every step there is with its options, and do nothing");
    CLI::Option* const preview = command->add_flag("--preview", m_isPreview, "Count what it would do, change nothing");
    command->add_option("--lines", m_linesOfStep, "With --json also the lines that this step changes, the largest first")
        ->type_name("STEP")
        ->needs(preview);
    command->add_option("--limit", m_linesLimit, "How many of them (100)")->check(CLI::Range(1, 1'000'000))->needs(preview);
    command->add_option("--item", m_itemCode, "With --json also the weeks of this item, before and after each step")
        ->type_name("CODE")
        ->needs(preview);
}

void CleaningCommands::clean(const JobControl& job) {
    CleaningRequest request;
    if (!m_recipe.empty()) {
        request.recipe = readRecipe(m_recipe);
    }
    if (m_listsSteps) {
        m_host.printResult(toText(StepCatalog{}), json{{"steps", catalogToJson()}});
    } else if (m_isPreview) {
        preview(request, job);
    } else {
        m_host.print(applyCleaning(*OpenProject::open(m_host.projectPath()), request, job));
    }
}

json CleaningCommands::changedLines(const CleaningPreview& preview) const {
    const std::vector<RecipeStep>& steps = preview.recipe().steps;
    const auto step = std::find_if(steps.begin(), steps.end(), [this](const RecipeStep& each) { return each.id == m_linesOfStep; });
    if (step == steps.end()) {
        throw Error("cleaning.no_such_step", "There is no step \"" + m_linesOfStep + "\" in the recipe.",
                    "`clean --steps` lists the steps there are.");
    }
    return preview.changedLines(static_cast<std::size_t>(step - steps.begin()), 0, static_cast<std::size_t>(m_linesLimit));
}

json CleaningCommands::weeksOfItem(const ProjectReader& reader, const CleaningPreview& preview) const {
    const std::vector<ItemRecord> items = reader.items();
    const auto item = std::find_if(items.begin(), items.end(), [this](const ItemRecord& each) { return each.code == m_itemCode; });
    if (item == items.end()) {
        throw Error("cleaning.no_such_item", "There is no item \"" + m_itemCode + "\".", "Give the code as the sales file has it.");
    }
    return preview.weeklyOf(item->id.value);
}

void CleaningCommands::preview(const CleaningRequest& request, const JobControl& job) {
    const auto reader = ProjectReader::open(m_host.projectPath());
    const auto preview = previewCleaning(*reader, request, job);
    const CleaningSummary summary = CleaningSummary::of(preview->result());
    json asJson = summary;
    asJson["recipe"] = toJson(preview->recipe());
    if (!m_linesOfStep.empty()) {
        asJson["changed_lines"] = changedLines(*preview);
    }
    if (!m_itemCode.empty()) {
        asJson["weekly_of_item"] = weeksOfItem(*reader, *preview);
    }
    m_host.printResult(toText(summary), asJson);
}

void CleaningCommands::addInfo() {
    CLI::App* const command = m_host.addForProject("info", "Tell what a project holds", [this](const JobControl& job) { tellProject(job); });
    command->add_option("--items", m_itemKind, "With --json also items: new, ended, gaps (days without sales), sold_out or all")
        ->check(CLI::IsMember({"new", "ended", "gaps", "sold_out", "all"}));
    command->add_flag("--quality", m_wantsQuality, "With --json also what the sales are like over time: span, gaps, months");
}

void CleaningCommands::tellProject(const JobControl& job) {
    const auto reader = ProjectReader::open(m_host.projectPath());
    const ProjectFacts facts = projectFacts(*reader, nullptr);
    json asJson = facts;
    if (m_wantsQuality) {
        asJson["quality"] = dataQuality(*reader, job);
    }
    if (!m_itemKind.empty()) {
        const std::string kind = m_itemKind == "all" ? std::string() : m_itemKind;
        asJson["items_of_kind"] = itemQuality(*reader, {kind, 100'000}, job);
    }
    m_host.printResult(toText(facts), asJson);
}

}  // namespace

std::unique_ptr<CommandGroup> makeCleaningCommands(CommandHost& host) {
    return std::make_unique<CleaningCommands>(host);
}

}  // namespace foresell
