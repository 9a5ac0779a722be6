// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/engine/commands.h"

namespace foresell {

void useRun(OpenProject& project, std::int32_t run) {
    project.writer().useForecast(RunId{run});
    project.announce("forecast");
}

void removeRun(OpenProject& project, std::int32_t run) {
    project.writer().removeRun(RunId{run});
    project.announce("run");
}

RunComparison compareRuns(const ProjectReader& reader, const CompareRequest& request) {
    std::vector<ComparedRun> compared;
    for (const std::int32_t run : request.runs) {
        const std::optional<RunRecord> record = reader.run(RunId{run});
        if (!record) {
            throw Error("training.no_such_run", "there is no run " + std::to_string(run), "`foresell-cli runs` lists the runs.",
                        {{"run", std::to_string(run)}});
        }
        if (record->state != "done") {
            throw Error("runs.not_done", "run " + std::to_string(run) + " did not finish", "Choose runs that are done.",
                        {{"run", std::to_string(run)}});
        }
        compared.push_back({run, parseJson(record->options).get<TrainingOptions>(),
                            parseJson(record->result).get<RunResult>()});
    }
    return compareRuns(compared);
}

}  // namespace foresell
