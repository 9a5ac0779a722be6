// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint_folder.h"
#include "core/engine/commands.h"

namespace foresell {

ErasureOutcome eraseSales(OpenProject& project, const ErasureRequest& request, const JobControl& job) {
    const ErasureOutcome outcome = eraseSales(project.writer(), request, checkpointFolder(*project.reader()), job);
    project.announce("erase");
    return outcome;
}

RetentionPreview previewRetention(const ProjectReader& reader, const RetentionRequest& request, const JobControl& job) {
    return previewRetention(reader, keptFrom(reader, request.months), job);
}

ErasureOutcome applyRetention(OpenProject& project, const RetentionRequest& request, const JobControl& job) {
    ProjectSettings settings = project.writer().settings();
    if (settings.keepMonths != request.months) {
        settings.keepMonths = request.months;
        project.writer().setSettings(settings);
        project.announce("settings");
    }
    const Day from = keptFrom(*project.reader(), request.months);
    if (previewRetention(*project.reader(), from, job).lines == 0) {
        return {};
    }
    // Marks of the newest lines, too, so that what is summed is what forecasts learn from.
    applyCleaning(project, {}, job);
    const ErasureOutcome outcome = sumOldSales(project.writer(), from, checkpointFolder(*project.reader()), job);
    applyCleaning(project, {}, job);
    project.announce("erase");
    return outcome;
}

}  // namespace foresell
