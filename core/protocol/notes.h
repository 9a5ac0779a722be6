// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/job.h"

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

void to_json(nlohmann::json& json, const Progress& progress);
void from_json(const nlohmann::json& json, Progress& progress);
void to_json(nlohmann::json& json, const ProgressNote& note);
void from_json(const nlohmann::json& json, ProgressNote& note);
void to_json(nlohmann::json& json, const ChangeNote& note);
void from_json(const nlohmann::json& json, ChangeNote& note);
void to_json(nlohmann::json& json, const LogNote& note);
void from_json(const nlohmann::json& json, LogNote& note);
void to_json(nlohmann::json& json, const Revision& revision);
void from_json(const nlohmann::json& json, Revision& revision);
void to_json(nlohmann::json& json, const JobRequest& request);
void from_json(const nlohmann::json& json, JobRequest& request);

}  // namespace foresell
