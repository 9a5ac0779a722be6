// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/engine/commands.h"
#include "core/engine/import_options.h"

namespace foresell {

namespace {

/// The options of the newest finished run, to train in the same way; those of the request where none was
/// trained.
TrainingOptions optionsFor(const ProjectReader& reader, const RefreshRequest& request) {
    for (const RunRecord& run : reader.runs()) {
        if (run.state == "done") {
            auto options = nlohmann::json::parse(run.options).get<TrainingOptions>();
            options.origin.reset();
            return options;
        }
    }
    return request.options;
}

}  // namespace

RefreshOutcome refreshProject(OpenProject& project, const RefreshRequest& request, const JobControl& job) {
    if (!std::filesystem::is_directory(request.folder)) {
        throw Error("refresh.no_folder", request.folder + " is no folder", {}, {{"file", request.folder}});
    }
    RefreshOutcome outcome;
    const ImportSummary imported = importNewFiles(project.writer(), request.folder, {}, job);
    const ImportResult result = resultOf(imported);
    outcome.imports = result.imports;
    outcome.didChange = result.counts.imported > 0;
    if (!outcome.imports.empty()) {
        project.announce("import");
    }
    if (!outcome.didChange) {
        return outcome;
    }
    outcome.cleaning = applyCleaning(project, {}, job);
    outcome.training = trainRun(project, optionsFor(*project.reader(), request), job);
    return outcome;
}

}  // namespace foresell
