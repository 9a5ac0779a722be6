// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/json_archive.h"
#include "core/evaluation/run_result.h"
#include "core/protocol/project_messages.h"

namespace foresell {

/// Makes the forecast of a run anew, at a further horizon for instance.
struct ForecastRequest {
    std::int32_t run = 0;  ///< 0: the one that the forecast is made by
    int horizon = 0;       ///< 0: that of the run
};

/// Writes a forecast as CSV: the project's keys under their field names, date, mean and a column for each
/// quantile.
struct ExportRequest {
    std::int32_t run = 0;
    int horizon = 0;
    std::vector<double> quantiles{0.1, 0.5, 0.9};
    std::string output;  ///< path
    bool sizes = false;  ///< each style as its sizes, by its size curve
};

struct ForecastFacts {
    std::int32_t run = 0;
    std::string model, period;
    Day origin = noDay;
    int horizon = 0;
    std::int64_t series = 0, rows = 0;
    std::string output;          ///< of an export; else empty
    std::vector<double> totals;  ///< mean of the whole shop, by step
    double seconds = 0;
};

/// What a training with some options would cost, measured by a few of its steps.
struct CostFacts {
    double seconds = 0;            ///< of all trainings together, at most; 0: no network would be trained
    std::int64_t memoryBytes = 0;  ///< peak of the engine
};

/// Writes the network of a run as a file, to be used in another project.
struct ModelExportRequest {
    std::int32_t run = 0;  ///< 0: the newest that has one
    std::string output;    ///< path
};

/// Uses a network from a file: it forecasts the open project and is kept as a run.
struct ModelImportRequest {
    std::string file;  ///< path
};

struct ModelFacts {
    std::int32_t run = 0;
    std::string model, period, output;
    int horizon = 0;
    Day lastDay = noDay;  ///< that it has learnt from
    std::int64_t bytes = 0;
};

struct CompareRequest {
    std::vector<std::int32_t> runs;
};

/// Names a run: to make the forecast by it, or to remove it.
struct UseRunRequest {
    std::int32_t run = 0;
};

struct TrainingOutcome {
    std::int32_t run = 0;
    RunResult result;
    ForecastFacts forecast;
    std::int32_t forecastRun = 0;          ///< that the forecast is made by now: this one, or one that stays in use
    std::string succession = "replaces";  ///< why, as successionName has it
};

/// Rolling-origin comparison: each method forecasts `horizon` periods at each of `origins` origins, `step`
/// apart.
struct BacktestRequest {
    std::vector<std::string> models;
    int horizon = 0;
    int origins = 3;
    int step = 0;             ///< periods between origins; 0: the horizon
    TrainingOptions options;  ///< of the networks, and the period
    std::string output;       ///< CSV with every score; empty: none
};

struct OriginScores {
    Day origin = noDay;
    std::vector<MethodScores> methods;
};

struct BacktestOutcome {
    std::vector<MethodScores> methods;  ///< over all origins, best first (by WAPE)
    std::vector<OriginScores> byOrigin;
    int horizon = 0;
    std::string period;
    std::int64_t series = 0;
    std::string best;
    double seconds = 0;
    std::string output;
};

/// The weekly update: imports the files of a folder that the project does not know, cleans, trains,
/// forecasts.
struct RefreshRequest {
    std::string folder;
    TrainingOptions options;
    std::string retrain = "auto";  ///< anew, go_on (from the network that the forecast is made by), auto (go on while that fits)
};

struct RefreshOutcome {
    std::vector<ImportRecord> imports;
    std::vector<std::string> skipped;  ///< files that are known, or that are no sales, plan or items
    bool didChange = false;            ///< false: nothing new, so nothing was trained
    nlohmann::json cleaning;           ///< CleaningSummary; null where nothing was new
    nlohmann::json training;           ///< TrainingOutcome; null where nothing was new
};

void fields(JsonArchive& archive, CostFacts& value);
void fields(JsonArchive& archive, ModelExportRequest& value);
void fields(JsonArchive& archive, ModelImportRequest& value);
void fields(JsonArchive& archive, ModelFacts& value);
void fields(JsonArchive& archive, CompareRequest& value);
void fields(JsonArchive& archive, UseRunRequest& value);
void fields(JsonArchive& archive, ForecastRequest& value);
void fields(JsonArchive& archive, ExportRequest& value);
void fields(JsonArchive& archive, ForecastFacts& value);
void fields(JsonArchive& archive, TrainingOutcome& value);
void fields(JsonArchive& archive, BacktestRequest& value);
void fields(JsonArchive& archive, BacktestOutcome& value);
void fields(JsonArchive& archive, OriginScores& value);
void fields(JsonArchive& archive, RefreshRequest& value);
void fields(JsonArchive& archive, RefreshOutcome& value);

}  // namespace foresell
