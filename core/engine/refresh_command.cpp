// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/engine/commands.h"
#include "core/engine/import_options.h"
#include "core/engine/method_registry.h"

namespace foresell {

namespace {

constexpr int mostInARow = 8;  ///< runs that learn on, before one learns anew

/// How the run that the forecast is made by was trained.
struct LastRun {
    std::int32_t run = 0;  ///< 0: none
    bool hasNetwork = false;
    int goneOn = 0;           ///< runs in a row that learnt on
    TrainingOptions options;  ///< of the one that learnt anew
};

LastRun lastRun(const ProjectReader& reader, const TrainingOptions& otherwise) {
    LastRun last{.options = otherwise};
    std::int32_t wanted = reader.forecastRun().value;
    for (const RunRecord& run : reader.runs()) {
        if (run.state != "done" || run.id.value != wanted) {
            continue;
        }
        last.options = parseJson(run.options).get<TrainingOptions>();
        if (last.run == 0) {
            last.run = run.id.value;
            last.hasNetwork = hasNetwork(run);
        }
        if (last.options.fromRun == 0) {
            break;
        }
        wanted = last.options.fromRun;
        ++last.goneOn;
    }
    last.options.origin.reset();
    last.options.fromRun = 0;
    return last;
}

/// Reasons to learn anew instead: the model and the data no longer fit together.
bool isNoFit(const Error& error) {
    return error.code().starts_with("model.") || error.code() == "training.nothing_new" || error.code() == "training.no_model";
}

TrainingOutcome retrain(OpenProject& project, const RefreshRequest& request, const JobControl& job) {
    const LastRun last = lastRun(*project.reader(), request.options);
    const bool must = request.retrain == "go_on";
    if (must || (request.retrain == "auto" && last.hasNetwork && last.goneOn < mostInARow)) {
        TrainingOptions options = last.options;
        options.fromRun = last.run;
        options.searchSeconds = 0;
        options.epochs = 0;  // those of learning on
        try {
            TrainingOutcome outcome = trainRun(project, options, job);
            const bool isBeaten = last.options.model == "auto" && outcome.result.verdict == Verdict::BaselineBetter;
            if (must || !isBeaten) {
                return outcome;
            }
        } catch (const Error& error) {
            if (must || !isNoFit(error)) {
                throw;
            }
        }
    }
    return trainRun(project, last.options, job);
}

}  // namespace

RefreshOutcome refreshProject(OpenProject& project, const RefreshRequest& request, const JobControl& job) {
    if (!std::filesystem::is_directory(request.folder)) {
        throw Error("refresh.no_folder", request.folder + " is no folder", {}, {{"file", request.folder}});
    }
    if (request.retrain != "auto" && request.retrain != "anew" && request.retrain != "go_on") {
        throw Error("option.retrain", "\"" + request.retrain + "\" is no way to train again", "Choose auto, anew or go_on.");
    }
    RefreshOutcome outcome;
    const ImportSummary imported = importNewFiles(project.writer(), request.folder, {}, job);
    const ImportResult result = resultOf(imported);
    outcome.imports = result.imports;
    outcome.didChange = result.counts.imported > 0;
    if (!outcome.imports.empty()) {
        project.announce("import");
        includeStructure(project);
    }
    if (!outcome.didChange) {
        return outcome;
    }
    outcome.cleaning = applyCleaning(project, {}, job);
    if (const int months = project.writer().settings().keepMonths; months > 0) {
        applyRetention(project, {months}, job);
    }
    outcome.training = retrain(project, request, job);
    return outcome;
}

}  // namespace foresell
