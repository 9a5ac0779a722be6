// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/training_messages.h"

#include "core/calendar/day_json.h"

namespace foresell {

namespace {

using json_fields::dayJson;
using json_fields::find;
using json_fields::number;
using json_fields::read;
using json_fields::readDay;
using json_fields::readNumber;
using nlohmann::json;

}  // namespace

void to_json(json& to, const CostFacts& value) {
    to = {{"seconds", number(value.seconds)}, {"memory_bytes", value.memoryBytes}};
}

void from_json(const json& from, CostFacts& value) {
    readNumber(from, "seconds", value.seconds);
    read(from, "memory_bytes", value.memoryBytes);
}

void to_json(json& to, const ModelExportRequest& value) {
    to = {{"run", value.run}, {"output", value.output}};
}

void from_json(const json& from, ModelExportRequest& value) {
    read(from, "run", value.run);
    read(from, "output", value.output);
}

void to_json(json& to, const ModelImportRequest& value) {
    to = {{"file", value.file}};
}

void from_json(const json& from, ModelImportRequest& value) {
    read(from, "file", value.file);
}

void to_json(json& to, const ModelFacts& value) {
    to = {{"run", value.run},         {"model", value.model},     {"period", value.period},
          {"horizon", value.horizon}, {"output", value.output},   {"last_day", dayJson(value.lastDay)},
          {"bytes", value.bytes}};
}

void from_json(const json& from, ModelFacts& value) {
    read(from, "run", value.run);
    read(from, "model", value.model);
    read(from, "period", value.period);
    read(from, "horizon", value.horizon);
    read(from, "output", value.output);
    readDay(from, "last_day", value.lastDay);
    read(from, "bytes", value.bytes);
}

void to_json(json& to, const CompareRequest& value) {
    to = {{"runs", value.runs}};
}

void from_json(const json& from, CompareRequest& value) {
    read(from, "runs", value.runs);
}

void to_json(json& to, const ForecastRequest& value) {
    to = {{"run", value.run}, {"horizon", value.horizon}};
}

void from_json(const json& from, ForecastRequest& value) {
    read(from, "run", value.run);
    read(from, "horizon", value.horizon);
}

void to_json(json& to, const ExportRequest& value) {
    to = {{"run", value.run},
          {"horizon", value.horizon},
          {"quantiles", value.quantiles},
          {"output", value.output},
          {"sizes", value.sizes}};
}

void from_json(const json& from, ExportRequest& value) {
    read(from, "run", value.run);
    read(from, "horizon", value.horizon);
    read(from, "quantiles", value.quantiles);
    read(from, "output", value.output);
    read(from, "sizes", value.sizes);
}

void to_json(json& to, const ForecastFacts& value) {
    to = {{"run", value.run},         {"model", value.model},
          {"period", value.period},   {"origin", dayJson(value.origin)},
          {"horizon", value.horizon}, {"series", value.series},
          {"rows", value.rows},       {"output", value.output},
          {"totals", value.totals},   {"seconds", number(value.seconds)}};
}

void from_json(const json& from, ForecastFacts& value) {
    read(from, "run", value.run);
    read(from, "model", value.model);
    read(from, "period", value.period);
    readDay(from, "origin", value.origin);
    read(from, "horizon", value.horizon);
    read(from, "series", value.series);
    read(from, "rows", value.rows);
    read(from, "output", value.output);
    read(from, "totals", value.totals);
    readNumber(from, "seconds", value.seconds);
}

void to_json(json& to, const TrainingOutcome& value) {
    to = {{"run", value.run}, {"result", value.result}, {"forecast", value.forecast}};
}

void from_json(const json& from, TrainingOutcome& value) {
    read(from, "run", value.run);
    read(from, "result", value.result);
    read(from, "forecast", value.forecast);
}

void to_json(json& to, const BacktestRequest& value) {
    to = {{"models", value.models}, {"horizon", value.horizon}, {"origins", value.origins},
          {"step", value.step},     {"options", value.options}, {"output", value.output}};
}

void from_json(const json& from, BacktestRequest& value) {
    read(from, "models", value.models);
    read(from, "horizon", value.horizon);
    read(from, "origins", value.origins);
    read(from, "step", value.step);
    read(from, "options", value.options);
    read(from, "output", value.output);
}

void to_json(json& to, const BacktestOutcome& value) {
    to = {{"methods", value.methods},         {"by_origin", value.byOrigin}, {"horizon", value.horizon},
          {"period", value.period},           {"series", value.series},      {"best", value.best},
          {"seconds", number(value.seconds)}, {"output", value.output}};
}

void from_json(const json& from, BacktestOutcome& value) {
    read(from, "methods", value.methods);
    read(from, "by_origin", value.byOrigin);
    read(from, "horizon", value.horizon);
    read(from, "period", value.period);
    read(from, "series", value.series);
    read(from, "best", value.best);
    readNumber(from, "seconds", value.seconds);
    read(from, "output", value.output);
}

void to_json(json& to, const OriginScores& value) {
    to = {{"origin", dayJson(value.origin)}, {"methods", value.methods}};
}

void from_json(const json& from, OriginScores& value) {
    readDay(from, "origin", value.origin);
    read(from, "methods", value.methods);
}

void to_json(json& to, const RefreshRequest& value) {
    to = {{"folder", value.folder}, {"options", value.options}, {"retrain", value.retrain}};
}

void from_json(const json& from, RefreshRequest& value) {
    read(from, "folder", value.folder);
    read(from, "options", value.options);
    read(from, "retrain", value.retrain);
}

void to_json(json& to, const RefreshOutcome& value) {
    to = {{"imports", value.imports},
          {"skipped", value.skipped},
          {"did_change", value.didChange},
          {"cleaning", value.cleaning},
          {"training", value.training}};
}

void from_json(const json& from, RefreshOutcome& value) {
    read(from, "imports", value.imports);
    read(from, "skipped", value.skipped);
    read(from, "did_change", value.didChange);
    if (const json* member = find(from, "cleaning")) {
        value.cleaning = *member;
    }
    if (const json* member = find(from, "training")) {
        value.training = *member;
    }
}

}  // namespace foresell
