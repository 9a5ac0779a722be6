// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/cleaning/project_sales.h"
#include "core/base/json_text.h"
#include "core/engine/commands.h"

namespace foresell {

namespace {

CleaningOptions cleaningOptions(const ProjectReader& reader) {
    CleaningOptions options;
    options.firstWeekday = reader.settings().weekStart;
    return options;
}

}  // namespace

Recipe recipeFor(const ProjectReader& reader, const CleaningRequest& request) {
    if (request.recipe) {
        return *request.recipe;
    }
    const std::string kept = reader.recipe();
    if (!kept.empty()) {
        return recipeFromJson(parseJson(kept));
    }
    Recipe recipe = defaultRecipe();
    addStructureSteps(recipe, reader.links());
    return recipe;
}

void includeStructure(OpenProject& project) {
    const auto reader = project.reader();
    const std::string kept = reader->recipe();
    if (kept.empty()) {
        return;
    }
    Recipe recipe = recipeFromJson(parseJson(kept));
    if (addStructureSteps(recipe, reader->links())) {
        project.writer().setRecipe(toJson(recipe).dump());
        project.announce("recipe");
    }
}

std::shared_ptr<CleaningPreview> previewCleaning(const ProjectReader& reader, const CleaningRequest& request,
                                                 const JobControl& job) {
    const ProjectSales sales(reader);
    return std::make_shared<CleaningPreview>(sales, recipeFor(reader, request), cleaningOptions(reader), job);
}

DataQuality dataQuality(const ProjectReader& reader, const JobControl& job) {
    return qualityOf(ProjectSales(reader), reader.settings().weekStart, job,
                     [&reader](const std::function<void(const PlanBatch&)>& visit) { reader.readDays("stock", visit); });
}

ItemQualityPage itemQuality(const ProjectReader& reader, const ItemQualityRequest& request, const JobControl& job) {
    const ProjectSales sales(reader);
    ItemDays days;
    sales.readChunks(noDay, job, [&](std::int64_t, const SaleBatch& lines) {
        job.throwIfCancelled();
        days.add(lines);
    });
    reader.readDays("stock", [&](const PlanBatch& batch) { days.addStock(batch); });
    ItemQualityPage page;
    page.items = itemsOfKind(days.items(sales), request.kind);
    page.total = std::ssize(page.items);
    page.items.resize(static_cast<std::size_t>(std::clamp<std::int64_t>(request.limit, 0, page.total)));
    return page;
}

CleaningSummary applyCleaning(OpenProject& project, const CleaningRequest& request, const JobControl& job) {
    const auto reader = project.reader();
    const ProjectSales sales(*reader);
    const Recipe recipe = recipeFor(*reader, request);
    const CleaningResult result = cleanSales(sales, recipe, cleaningOptions(*reader), job);
    const CleaningSummary summary = CleaningSummary::of(result);
    job.throwIfCancelled();
    project.writer().storeCleaning(toJson(recipe).dump(), nlohmann::json(summary).dump(), result.marks);
    project.announce("cleaning");
    return summary;
}

}  // namespace foresell
