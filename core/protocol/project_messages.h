// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

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

/// One run as the project keeps it.
struct RunFacts {
    std::int32_t run = 0;
    std::int64_t createdAt = 0;  ///< seconds since 1970, UTC
    std::string state;
    bool hasNetwork = false;  ///< that can be exported and learnt on from
    TrainingOptions options;
    RunResult result;
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
};

struct VerifyOutcome {
    bool isSound = true;
    std::vector<std::string> problems;
    std::int64_t checked = 0;  ///< blobs whose checksum was compared
    std::string rescued;       ///< path of the copy that holds what could be read; empty: none was made
};

void to_json(nlohmann::json& json, const ProjectSettings& value);
void from_json(const nlohmann::json& json, ProjectSettings& value);
void to_json(nlohmann::json& json, const ImportCounts& value);
void from_json(const nlohmann::json& json, ImportCounts& value);
void to_json(nlohmann::json& json, const ImportRecord& value);
void from_json(const nlohmann::json& json, ImportRecord& value);
void to_json(nlohmann::json& json, const HelloResult& value);
void from_json(const nlohmann::json& json, HelloResult& value);
void to_json(nlohmann::json& json, const SampleRequest& value);
void from_json(const nlohmann::json& json, SampleRequest& value);
void to_json(nlohmann::json& json, const SampleResult& value);
void from_json(const nlohmann::json& json, SampleResult& value);
void to_json(nlohmann::json& json, const PathRequest& value);
void from_json(const nlohmann::json& json, PathRequest& value);
void to_json(nlohmann::json& json, const CreateRequest& value);
void from_json(const nlohmann::json& json, CreateRequest& value);
void to_json(nlohmann::json& json, const ProjectFacts& value);
void from_json(const nlohmann::json& json, ProjectFacts& value);
void to_json(nlohmann::json& json, const RunFacts& value);
void from_json(const nlohmann::json& json, RunFacts& value);
void to_json(nlohmann::json& json, const VerifyOutcome& value);
void from_json(const nlohmann::json& json, VerifyOutcome& value);

}  // namespace foresell
