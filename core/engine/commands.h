// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/job.h"
#include "core/browsing/line_browser.h"
#include "core/cleaning/cleaning_preview.h"
#include "core/dataset/training_estimate.h"
#include "core/engine/feature_view.h"
#include "core/engine/open_project.h"
#include "core/engine/run_dataset.h"
#include "core/evaluation/run_comparison.h"
#include "core/protocol/cleaning_messages.h"
#include "core/protocol/import_messages.h"
#include "core/protocol/line_messages.h"
#include "core/protocol/privacy_messages.h"
#include "core/protocol/project_messages.h"
#include "core/protocol/quality_messages.h"
#include "core/protocol/training_messages.h"

/// What the command line and the service do, one function a command. Each throws Error, or Cancelled where
/// the job was stopped; then the project is as it was before, but for runs, which are kept as cancelled or
/// failed.
namespace foresell {

HelloResult helloFacts();
SampleResult createSample(const SampleRequest& request, const JobControl& job);

/// `writer` may be null: then undo and redo are not told.
ProjectFacts projectFacts(const ProjectReader& reader, const ProjectWriter* writer);

/// The path of a project into which nothing was ever imported; throws Error "project.in_use" for any other.
std::filesystem::path pathToDiscard(const OpenProject& project);

/// `reader` may be null: then columns that earlier imports knew do not help.
ImportPreviewResult previewFile(const ProjectReader* reader, const ImportRequest& request,
                                const JobControl& job);
ImportResult importFiles(OpenProject& project, const ImportRequest& request, const JobControl& job);

/// What a database holds, and the SQL that an import of the request would send. Throws Error "database.*".
DatabaseTables databaseTables(const DatabaseRequest& request, const JobControl& job);
DatabaseQuery databaseQuery(const ImportRequest& request, const JobControl& job);

/// The recipe of the request, else that of the project, else the default one with the steps that the structure of items asks for.
Recipe recipeFor(const ProjectReader& reader, const CleaningRequest& request);
/// Adds to the recipe that the project keeps the steps that its structure of items asks for.
void includeStructure(OpenProject& project);
std::shared_ptr<CleaningPreview> previewCleaning(const ProjectReader& reader, const CleaningRequest& request,
                                                 const JobControl& job);
CleaningSummary applyCleaning(OpenProject& project, const CleaningRequest& request, const JobControl& job);

/// What the imported lines are like over time: span, gaps, whole weeks.
DataQuality dataQuality(const ProjectReader& reader, const JobControl& job);
/// The first items of a kind: new, ended, with many days without sales, or sold out.
ItemQualityPage itemQuality(const ProjectReader& reader, const ItemQualityRequest& request, const JobControl& job);

/// A page of sale lines. Throws Error "lines.*".
LinePage linesOf(LineBrowser& browser, const LinePageRequest& request, const JobControl& job);
LineExportResult exportLines(LineBrowser& browser, const LineExportRequest& request, const JobControl& job);

/// Erases for good and proves it; drops the cleaning, which has to be done again.
ErasureOutcome eraseSales(OpenProject& project, const ErasureRequest& request, const JobControl& job);
RetentionPreview previewRetention(const ProjectReader& reader, const RetentionRequest& request, const JobControl& job);
/// Remembers for how long single lines are kept, sums the older ones by day and cleans anew.
ErasureOutcome applyRetention(OpenProject& project, const RetentionRequest& request, const JobControl& job);

/// The options of a run, to train in the same way again. Throws Error "training.no_such_run".
TrainingOptions optionsOfRun(const ProjectReader& reader, std::int32_t run);

/// Side by side, in the order asked for. Throws Error "training.no_such_run", "runs.not_done" or "runs.too_few".
RunComparison compareRuns(const ProjectReader& reader, const CompareRequest& request);

/// Makes a finished run the one that the forecast is made by: on its page, in the report and in what is exported. Throws
/// Error "forecast.no_such_run".
void useRun(OpenProject& project, std::int32_t run);
/// Removes a run with its model and forecast for good. Throws Error "run.in_use", "run.running", "training.no_such_run".
void removeRun(OpenProject& project, std::int32_t run);

/// Writes a run's network aside and renames it, so that the file is whole or not there. Throws Error "model.none" where
/// the run has no network, "model.cannot_write".
ModelFacts exportModel(const ProjectReader& reader, const ModelExportRequest& request);
/// Reads a network from a file, which may come from anywhere; where it fits the project's data, it forecasts them and is
/// kept as a run, judged on what came after it learnt. Throws Error "model.*".
TrainingOutcome importModel(OpenProject& project, const ModelImportRequest& request, const JobControl& job);

/// What the training of each network, and of boosted trees, would cost, by itself; `seconds` of all of a run's trainings together.
struct MethodCost {
    std::string method;
    TrainingEstimate estimate;
};
struct TrainingCost {
    std::vector<MethodCost> methods;
    double seconds = 0;
    std::int64_t memoryBytes = 0;  ///< peak of the whole process
};
void to_json(nlohmann::json& json, const TrainingCost& cost);
std::string toText(const TrainingCost& cost);

/// Tries a few steps of each network, and a few trees, that a training with these options would train; other methods cost
/// next to nothing and are left out. Nothing is stored.
TrainingCost estimateRun(const ProjectReader& reader, const TrainingOptions& options, const JobControl& job);
TrainingCost costOf(const RunDataset& data, const TrainingOptions& options, const JobControl& job);

/// Builds the panel at its origin, judges the methods on a held-out end, trains the one to ship on everything
/// up to the origin and stores the run with its model, history and forecast.
TrainingOutcome trainRun(OpenProject& project, const TrainingOptions& options, const JobControl& job);

/// Trains with the options of a run that was interrupted or stopped, which goes on from its checkpoints; then the finished
/// run takes its place. Throws Error "training.no_such_run", "training.nothing_to_resume" for one that is done or running.
TrainingOutcome resumeRun(OpenProject& project, std::int32_t run, const JobControl& job);

/// The stored forecast where it reaches as far and has these quantiles; else the run's method forecasts anew.
ForecastRecord forecastOf(const ProjectReader& reader, const ForecastRequest& request,
                          const std::vector<double>& levels, const JobControl& job);
ForecastFacts exportForecast(const ProjectReader& reader, const ExportRequest& request,
                             const JobControl& job);
ForecastFacts factsOf(const ForecastRecord& forecast, const RunRecord& run);

BacktestOutcome runBacktest(const ProjectReader& reader, const BacktestRequest& request,
                            const JobControl& job);

/// Items whose latest weeks are unlike their usual course, as a run told (0: the newest that tells), with their names.
struct UnusualReport {
    std::int32_t run = 0;
    Day until = noDay;  ///< last day of the stretch that was compared
    PeriodKind period = PeriodKind::Day;
    UnusualItems found;
    std::map<std::string, std::string> names;  ///< by item code
};
void to_json(nlohmann::json& json, const UnusualReport& report);
std::string toText(const UnusualReport& report);

/// Throws Error "anomalies.no_run", or of a run that was asked for "training.no_such_run", "runs.not_done" or
/// "anomalies.cannot_tell".
UnusualReport unusualItems(const ProjectReader& reader, std::int32_t run);

RefreshOutcome refreshProject(OpenProject& project, const RefreshRequest& request, const JobControl& job);

/// Reads everything and compares every checksum; where something is lost, what can be read is copied beside
/// the project.
VerifyOutcome verifyProject(const std::filesystem::path& path, const JobControl& job);

}  // namespace foresell
