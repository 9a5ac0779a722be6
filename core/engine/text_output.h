// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/evaluation/run_comparison.h"
#include "core/protocol/cleaning_messages.h"
#include "core/protocol/feature_messages.h"
#include "core/protocol/import_messages.h"
#include "core/protocol/line_messages.h"
#include "core/protocol/privacy_messages.h"
#include "core/protocol/project_messages.h"
#include "core/protocol/training_messages.h"

/// Results as text for a terminal, line by line with a line end each.
namespace foresell {

std::string toText(const SampleResult& result);
std::string toText(const ProjectFacts& facts);
std::string toText(const ImportResult& result);
std::string toText(const CleaningSummary& summary);
/// Stands for the steps of cleaning there are.
struct StepCatalog {};
std::string toText(const StepCatalog& catalog);
std::string toText(const FeatureList& features);
std::string toText(const ComingValues& coming);
std::string toText(const TrainingOutcome& outcome);
std::string toText(const std::vector<RunFacts>& runs, std::int32_t forecastRun);
std::string toText(const RunComparison& comparison);
std::string toText(const ModelFacts& facts);
std::string toText(const ForecastFacts& facts);
std::string toText(const BacktestOutcome& outcome);
std::string toText(const RefreshOutcome& outcome);
std::string toText(const VerifyOutcome& outcome);
std::string toText(const DatabaseTables& tables);
std::string toText(const LinePage& page);
std::string toText(const LineExportResult& result);
std::string toText(const ErasurePreview& preview);
std::string toText(const ErasureOutcome& outcome);
std::string toText(const RetentionPreview& preview);

}  // namespace foresell
