// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/unusual_run.h"

#include "core/base/json_text.h"

namespace foresell {

RunResult resultOf(const RunRecord& run) {
    RunResult result;
    const nlohmann::json json = parseJson(run.result);
    if (json.is_object() && !json.empty()) {
        result = json.get<RunResult>();
    }
    return result;
}

std::optional<UnusualRun> newestUnusualRun(const ProjectReader& reader, const std::string& historyHash) {
    for (const RunRecord& run : reader.runs()) {
        if (run.state == "done") {
            RunResult result = resultOf(run);
            if (result.unusual.isTold() && (historyHash.empty() || result.historyHash == historyHash)) {
                return UnusualRun{run.id, std::move(result)};
            }
        }
    }
    return std::nullopt;
}

}  // namespace foresell
