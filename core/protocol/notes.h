// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/job.h"
#include "core/base/json_archive.h"

namespace foresell {

/// Progress of the request `id`.
struct ProgressNote {
    nlohmann::json id;
    Progress progress;
};

/// The project file holds something new: read it again where it concerns you. `what` is one of import, undo,
/// settings, recipe, calendar, cleaning, run, forecast.
struct ChangeNote {
    std::int64_t revision = 0;
    std::string what;
};

struct LogNote {
    std::string level;  ///< info, warning, error
    std::string message;
};

/// The number of the last committed change, and what undo and redo would do now (empty: nothing).
struct Revision {
    std::int64_t revision = 0;
    std::string undoName, redoName;
};

/// What job.cancel, job.pause, job.resume and job.finish take: the id of the request that started the job.
struct JobRequest {
    nlohmann::json id;
};

void fields(JsonArchive& archive, Progress& value);
void fields(JsonArchive& archive, ProgressNote& value);
void fields(JsonArchive& archive, ChangeNote& value);
void fields(JsonArchive& archive, LogNote& value);
void fields(JsonArchive& archive, Revision& value);
void fields(JsonArchive& archive, JobRequest& value);

}  // namespace foresell
