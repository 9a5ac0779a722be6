// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <thread>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/cleaning/recipe.h"
#include "core/base/version.h"
#include "core/engine/commands.h"
#include "core/engine/method_registry.h"
#include "core/training/device.h"

namespace foresell {

namespace {

RunFacts runFacts(const RunRecord& record) {
    RunFacts facts{record.id.value, record.createdAt, record.state, hasNetwork(record), {}, {}, {}};
    const auto options = parseJson(record.options);
    const auto result = parseJson(record.result);
    if (options.is_object()) {
        facts.options = options.get<TrainingOptions>();
    }
    if (result.is_object()) {
        facts.result = result.get<RunResult>();
        facts.error.message = result.value("error", std::string());
        facts.error.code = result.value("code", std::string());
        facts.error.details = result.value("details", Error::Details());
    }
    // What failed by itself said why: one that did not was cut off.
    if (record.state == "failed" && facts.error.message.empty()) {
        facts.state = "interrupted";
    }
    return facts;
}

void addImports(const ProjectReader& reader, ProjectFacts& facts) {
    for (ImportRecord& import : reader.imports()) {
        if (import.state != "done") {
            continue;
        }
        if (import.source.role == "sales") {
            facts.counts.read += import.counts.read;
            facts.counts.imported += import.counts.imported;
            facts.counts.rejected += import.counts.rejected;
            facts.counts.duplicate += import.counts.duplicate;
            facts.counts.updated += import.counts.updated;
        }
        facts.isBalanced = facts.isBalanced && import.counts.isBalanced();
        facts.imports.push_back(std::move(import));
    }
}

}  // namespace

HelloResult helloFacts() {
    HelloResult hello;
    hello.name = "foresell-cli";
    hello.version = version();
    hello.device = chooseDevice("auto");
    hello.hasCuda = hello.device.starts_with("cuda");
    hello.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    hello.models = methodNames();
    hello.pid = getpid();
    return hello;
}

ProjectFacts projectFacts(const ProjectReader& reader, const ProjectWriter* writer) {
    ProjectFacts facts;
    facts.path = reader.path().string();
    facts.settings = reader.settings();
    facts.revision = reader.revision();
    if (writer != nullptr) {
        facts.undoName = writer->undoName();
        facts.redoName = writer->redoName();
    }
    facts.lines = reader.lineCount();
    for (const ChunkInfo& chunk : reader.chunks()) {
        facts.firstDay = facts.firstDay == noDay ? chunk.firstDay : std::min(facts.firstDay, chunk.firstDay);
        facts.lastDay = std::max(facts.lastDay, chunk.lastDay);
    }
    facts.items = std::ssize(reader.items());
    facts.locations = std::ssize(reader.locations());
    facts.channels = std::ssize(reader.channels());
    addImports(reader, facts);
    const auto recipe = parseJson(reader.recipe());
    facts.recipe = recipe.is_object() ? recipe : nlohmann::json(nullptr);
    if (Recipe standard = defaultRecipe(); !recipe.is_object() && addStructureSteps(standard, reader.links())) {
        facts.recipe = toJson(standard);
    }
    const auto cleaning = parseJson(reader.cleaningSummary());
    facts.isCleaned = cleaning.is_object();
    facts.cleaning = facts.isCleaned ? cleaning : nlohmann::json(nullptr);
    for (const RunRecord& run : reader.runs()) {
        facts.runs.push_back(runFacts(run));
    }
    facts.forecastRun = reader.forecastRun().value;
    return facts;
}

std::filesystem::path pathToDiscard(const OpenProject& project) {
    const auto reader = project.reader();
    if (!reader->imports().empty() || !reader->runs().empty()) {
        throw Error("project.in_use", "This project holds work, so it is not removed.",
                    "Delete its file yourself if you no longer want it.");
    }
    return project.path();
}

}  // namespace foresell
