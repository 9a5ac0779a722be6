// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/training_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

using json_fields::asDay;
using json_fields::asNumber;

void fields(JsonArchive& archive, CostFacts& value) {
    archive("seconds", value.seconds, asNumber);
    archive("memory_bytes", value.memoryBytes);
}

void fields(JsonArchive& archive, ModelExportRequest& value) {
    archive("run", value.run);
    archive("output", value.output);
}

void fields(JsonArchive& archive, ModelImportRequest& value) {
    archive("file", value.file);
}

void fields(JsonArchive& archive, ModelFacts& value) {
    archive("run", value.run);
    archive("model", value.model);
    archive("period", value.period);
    archive("horizon", value.horizon);
    archive("output", value.output);
    archive("last_day", value.lastDay, asDay);
    archive("bytes", value.bytes);
}

void fields(JsonArchive& archive, CompareRequest& value) {
    archive("runs", value.runs);
}

void fields(JsonArchive& archive, UseRunRequest& value) {
    archive("run", value.run);
}

void fields(JsonArchive& archive, ForecastRequest& value) {
    archive("run", value.run);
    archive("horizon", value.horizon);
}

void fields(JsonArchive& archive, ExportRequest& value) {
    archive("run", value.run);
    archive("horizon", value.horizon);
    archive("quantiles", value.quantiles);
    archive("output", value.output);
    archive("sizes", value.sizes);
}

void fields(JsonArchive& archive, ForecastFacts& value) {
    archive("run", value.run);
    archive("model", value.model);
    archive("period", value.period);
    archive("origin", value.origin, asDay);
    archive("horizon", value.horizon);
    archive("series", value.series);
    archive("rows", value.rows);
    archive("output", value.output);
    archive("totals", value.totals);
    archive("seconds", value.seconds, asNumber);
}

void fields(JsonArchive& archive, TrainingOutcome& value) {
    archive("run", value.run);
    archive("result", value.result);
    archive("forecast", value.forecast);
    archive("forecast_run", value.forecastRun);
    archive("succession", value.succession);
}

void fields(JsonArchive& archive, BacktestRequest& value) {
    archive("models", value.models);
    archive("horizon", value.horizon);
    archive("origins", value.origins);
    archive("step", value.step);
    archive("options", value.options);
    archive("output", value.output);
}

void fields(JsonArchive& archive, BacktestOutcome& value) {
    archive("methods", value.methods);
    archive("by_origin", value.byOrigin);
    archive("horizon", value.horizon);
    archive("period", value.period);
    archive("series", value.series);
    archive("best", value.best);
    archive("seconds", value.seconds, asNumber);
    archive("output", value.output);
}

void fields(JsonArchive& archive, OriginScores& value) {
    archive("origin", value.origin, asDay);
    archive("methods", value.methods);
}

void fields(JsonArchive& archive, RefreshRequest& value) {
    archive("folder", value.folder);
    archive("options", value.options);
    archive("retrain", value.retrain);
}

void fields(JsonArchive& archive, RefreshOutcome& value) {
    archive("imports", value.imports);
    archive("skipped", value.skipped);
    archive("did_change", value.didChange);
    archive("cleaning", value.cleaning);
    archive("training", value.training);
}

}  // namespace foresell
