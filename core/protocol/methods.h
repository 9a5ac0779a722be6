// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the engine can be asked for, over JSON-RPC 2.0 with one message a line. The comment says the types of
/// params and result. Requests marked "job" may last: they tell progress and can be cancelled by job.cancel;
/// the others answer at once, also while a job runs.
namespace foresell::method {

inline constexpr const char* hello = "engine.hello";            ///< {} -> HelloResult
inline constexpr const char* shutdown = "engine.shutdown";      ///< {} -> {}, then the engine ends
inline constexpr const char* sampleCreate = "sample.create";    ///< SampleRequest -> SampleResult, job
inline constexpr const char* projectCreate = "project.create";  ///< CreateRequest -> ProjectFacts
inline constexpr const char* projectOpen = "project.open";      ///< PathRequest -> ProjectFacts
inline constexpr const char* projectClose = "project.close";    ///< {} -> {}
inline constexpr const char* projectDiscard =
    "project.discard";  ///< {} -> {}: closes the project and removes its file; only where nothing was ever imported
inline constexpr const char* projectInfo = "project.info";      ///< {} -> ProjectFacts
inline constexpr const char* settingsSet = "settings.set";      ///< ProjectSettings -> Revision
inline constexpr const char* editUndo = "edit.undo";            ///< {} -> Revision
inline constexpr const char* editRedo = "edit.redo";            ///< {} -> Revision
inline constexpr const char* importPreview =
    "import.preview";                                     ///< ImportRequest, one file -> ImportPreview, job
inline constexpr const char* importRun = "import.run";    ///< ImportRequest -> ImportResult, job
inline constexpr const char* importUndo = "import.undo";  ///< ImportUndoRequest -> Revision
inline constexpr const char* recipeSet = "recipe.set";    ///< Recipe -> Revision
inline constexpr const char* calendarSet = "calendar.set";  ///< CalendarRequest -> Revision
inline constexpr const char* cleaningPreview =
    "cleaning.preview";                                         ///< CleaningRequest -> CleaningSummary, job
inline constexpr const char* cleaningApply = "cleaning.apply";  ///< CleaningRequest -> CleaningSummary, job
inline constexpr const char* cleaningLines =
    "cleaning.lines";  ///< LinesRequest -> ChangedLinesPage, of the last preview
inline constexpr const char* cleaningWeeks =
    "cleaning.weeks";  ///< ItemWeeksRequest -> WeeklyTotals, of the last preview
inline constexpr const char* dataQuality = "data.quality";        ///< {} -> DataQuality, job
inline constexpr const char* featuresList = "features.list";      ///< {} -> FeatureList, job
inline constexpr const char* featuresChange = "features.change";  ///< FeatureChange -> Revision, job
inline constexpr const char* featuresComing = "features.coming";  ///< ComingValuesRequest -> ComingValues, job
inline constexpr const char* featuresEnter = "features.enter";    ///< ComingEntries -> Revision, job
/// TrainingOptions, or {"resume": run} -> TrainingOutcome, job. Metrics of its progress: "share" of the whole job that is done (0 to 1, never falls);
/// while methods are tested, in every stage, "judging" (1), "method" and "methods" (which of how many); "fit" and "fits": which
/// training of how many. Stage "testing" is a test's work but for its "learning" and "settling"; `secondsLeft` is the whole job's.
inline constexpr const char* trainingStart = "training.start";
inline constexpr const char* trainingEstimate =
    "training.estimate";  ///< TrainingOptions -> CostFacts and the cost of each method, job
inline constexpr const char* runsCompare = "runs.compare";  ///< CompareRequest -> RunComparison
inline constexpr const char* runsUse = "runs.use";          ///< UseRunRequest -> Revision
inline constexpr const char* runsRemove = "runs.remove";    ///< UseRunRequest -> Revision
inline constexpr const char* modelExport = "model.export";  ///< ModelExportRequest -> ModelFacts, job
inline constexpr const char* modelImport = "model.import";  ///< ModelImportRequest -> TrainingOutcome, job
inline constexpr const char* forecastRun = "forecast.run";        ///< ForecastRequest -> ForecastFacts, job
inline constexpr const char* forecastExport = "forecast.export";  ///< ExportRequest -> ForecastFacts
inline constexpr const char* backtestRun = "backtest.run";        ///< BacktestRequest -> BacktestOutcome, job
inline constexpr const char* refreshRun = "refresh.run";          ///< RefreshRequest -> RefreshOutcome, job
inline constexpr const char* verifyRun =
    "verify.run";  ///< PathRequest, path empty: the open project -> VerifyOutcome, job

inline constexpr const char* databaseTables = "database.tables";  ///< DatabaseRequest -> DatabaseTables, job
inline constexpr const char* databaseQuery = "database.query";    ///< ImportRequest -> DatabaseQuery, job
inline constexpr const char* dataItems = "data.items";          ///< ItemQualityRequest -> ItemQualityPage, job
inline constexpr const char* linesPage = "lines.page";          ///< LinePageRequest -> LinePage, job
inline constexpr const char* linesWeeks = "lines.weeks";        ///< LineWeeksRequest -> LineWeeks, job
inline constexpr const char* linesExport = "lines.export";      ///< LineExportRequest -> LineExportResult, job
inline constexpr const char* erasePreview = "erase.preview";    ///< ErasureRequest -> ErasurePreview, job
inline constexpr const char* eraseRun = "erase.run";            ///< ErasureRequest -> ErasureOutcome, job
inline constexpr const char* retainPreview = "retain.preview";  ///< RetentionRequest -> RetentionPreview, job
inline constexpr const char* retainRun = "retain.run";          ///< RetentionRequest -> ErasureOutcome, job

// Of a running job. JobRequest -> {"found": bool}; false when no such job runs any more.
inline constexpr const char* jobCancel = "job.cancel";
inline constexpr const char* jobPause = "job.pause";  ///< training alone
inline constexpr const char* jobResume = "job.resume";
inline constexpr const char* jobFinish = "job.finish";  ///< training: stop now and keep the best

}  // namespace foresell::method

/// What the engine tells unasked.
namespace foresell::notification {

inline constexpr const char* progress = "progress";               ///< ProgressNote
inline constexpr const char* projectChanged = "project.changed";  ///< ChangeNote
inline constexpr const char* log = "log";                         ///< LogNote

}  // namespace foresell::notification
