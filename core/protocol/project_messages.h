// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/json_archive.h"
#include "core/evaluation/run_result.h"
#include "core/project/project_types.h"

namespace foresell {

struct HelloResult {
    std::string name, version;
    int protocol = 1;
    std::string device;  ///< what "auto" chooses
    bool hasCuda = false;
    int threads = 1;
    std::vector<std::string> models;  ///< names that TrainingOptions::model may have
    std::int64_t pid = 0;
};

struct SampleRequest {
    std::string folder;
    int items = 0, locations = 0, days = 0;  ///< 0: the default
    std::uint64_t seed = 1;
};

struct SampleResult {
    std::vector<std::string> files;  ///< paths
    std::int64_t items = 0, locations = 0;
    std::int64_t rows = 0;  ///< of the sales file
    Day firstDay = noDay, lastDay = noDay;
};

struct PathRequest {
    std::string path;
};

struct CreateRequest {
    std::string path;
    ProjectSettings settings;
};

/// An Error as a project keeps it, in English.
struct RunError {
    std::string message, code;
    Error::Details details;
};

/// One run as the project keeps it.
struct RunFacts {
    std::int32_t run = 0;
    std::int64_t createdAt = 0;  ///< seconds since 1970, UTC
    std::string state;  ///< running, done, failed, cancelled, interrupted (the engine ended; it can go on)
    bool hasNetwork = false;  ///< that can be exported and learnt on from
    TrainingOptions options;
    RunResult result;
    RunError error;  ///< why it failed; without a message where it did not
};

/// What a project holds, as `info` tells it.
struct ProjectFacts {
    std::string path;
    ProjectSettings settings;
    std::int64_t revision = 0;
    std::string undoName, redoName;
    std::int64_t lines = 0;  ///< sale lines of finished imports
    Day firstDay = noDay, lastDay = noDay;
    std::int64_t items = 0, locations = 0, channels = 0;
    ImportCounts counts;  ///< over all finished sales imports
    bool isBalanced = true;
    std::vector<ImportRecord> imports;  ///< without the undone ones
    nlohmann::json recipe;              ///< null: the default recipe
    nlohmann::json cleaning;            ///< CleaningSummary; null: not cleaned since the last import
    bool isCleaned = false;
    std::vector<RunFacts> runs;  ///< newest first
    std::int32_t forecastRun = 0;  ///< that the forecast is made by; 0: there is none

    /// The run that the forecast is made by; null: there is none.
    const RunFacts* usedRun() const;
};

struct VerifyOutcome {
    bool isSound = true;
    std::vector<std::string> problems;
    std::int64_t checked = 0;  ///< blobs whose checksum was compared
    std::string rescued;       ///< path of the copy that holds what could be read; empty: none was made
};

void fields(JsonArchive& archive, ProjectSettings& value);
void fields(JsonArchive& archive, ImportCounts& value);
void fields(JsonArchive& archive, ImportRecord& value);
void fields(JsonArchive& archive, HelloResult& value);
void fields(JsonArchive& archive, SampleRequest& value);
void fields(JsonArchive& archive, SampleResult& value);
void fields(JsonArchive& archive, PathRequest& value);
void fields(JsonArchive& archive, CreateRequest& value);
void fields(JsonArchive& archive, ProjectFacts& value);
void fields(JsonArchive& archive, RunFacts& value);
void fields(JsonArchive& archive, RunError& value);
void fields(JsonArchive& archive, VerifyOutcome& value);

}  // namespace foresell
