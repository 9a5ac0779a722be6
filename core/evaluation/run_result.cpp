// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/run_result.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
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

constexpr std::array verdictNames{"not_judged", "learner_better", "baseline_better", "even"};

json curveJson(const std::vector<double>& curve) {
    json list = json::array();
    for (const double value : curve) {
        list.push_back(number(value));
    }
    return list;
}

void readCurve(const json& from, const char* key, std::vector<double>& into) {
    const json* list = find(from, key);
    if (list == nullptr) {
        return;
    }
    for (const json& value : *list) {
        into.push_back(value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>());
    }
}

}  // namespace

const MethodScores* RunResult::scoresOf(const std::string& method) const {
    const auto found = std::ranges::find(scores, method, &MethodScores::method);
    return found == scores.end() ? nullptr : &*found;
}

const char* verdictName(Verdict verdict) {
    return verdictNames.at(static_cast<std::size_t>(verdict));
}

const char* periodName(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::Day:
            return "day";
        case PeriodKind::Week:
            return "week";
        case PeriodKind::Month:
            break;
    }
    return "month";
}

PeriodKind periodFromName(const std::string& name) {
    for (const PeriodKind kind : {PeriodKind::Day, PeriodKind::Week, PeriodKind::Month}) {
        if (name == periodName(kind)) {
            return kind;
        }
    }
    throw Error("option.period", "\"" + name + "\" is no period", "Choose day, week or month.",
                {{"value", name}});
}

void to_json(json& to, const PeriodAxis& axis) {
    to = {{"kind", periodName(axis.kind)},
          {"first_weekday", axis.firstWeekday},
          {"label_weekday", axis.labelWeekday},
          {"label_at_month_end", axis.labelAtMonthEnd}};
}

void from_json(const json& from, PeriodAxis& axis) {
    std::string kind = periodName(axis.kind);
    read(from, "kind", kind);
    axis.kind = periodFromName(kind);
    read(from, "first_weekday", axis.firstWeekday);
    read(from, "label_weekday", axis.labelWeekday);
    read(from, "label_at_month_end", axis.labelAtMonthEnd);
}

void to_json(json& to, const TrainingOptions& options) {
    to = {{"model", options.model},
          {"period", options.period ? json(periodName(*options.period)) : json("auto")},
          {"horizon", options.horizon},
          {"origin", options.origin ? json(toIso(*options.origin)) : json(nullptr)},
          {"lookback", options.lookback},
          {"loss", options.loss},
          {"optimizer", options.optimizer},
          {"schedule", options.schedule},
          {"activation", options.activation},
          {"normalisation", options.normalisation},
          {"normalisation_scope", options.normalisationScope},
          {"hidden_size", options.hiddenSize},
          {"layers", options.layers},
          {"dropout", options.dropout},
          {"weight_decay", options.weightDecay},
          {"averages_weights", options.averagesWeights},
          {"learning_rate", options.learningRate},
          {"batch_size", options.batchSize},
          {"epochs", options.epochs},
          {"patience", options.patience},
          {"time_budget_seconds", options.timeBudgetSeconds},
          {"seed", options.seed},
          {"device", options.device},
          {"precision", options.precision},
          {"threads", options.threads},
          {"use_known_future", options.useKnownFuture},
          {"from_run", options.fromRun},
          {"search_seconds", options.searchSeconds}};
}

void from_json(const json& from, TrainingOptions& options) {
    read(from, "model", options.model);
    std::string period = "auto";
    read(from, "period", period);
    options.period =
        period == "auto" || period.empty() ? std::nullopt : std::optional(periodFromName(period));
    read(from, "horizon", options.horizon);
    Day origin = noDay;
    readDay(from, "origin", origin);
    options.origin = origin == noDay ? std::nullopt : std::optional(origin);
    read(from, "lookback", options.lookback);
    read(from, "loss", options.loss);
    read(from, "optimizer", options.optimizer);
    read(from, "schedule", options.schedule);
    read(from, "activation", options.activation);
    read(from, "normalisation", options.normalisation);
    read(from, "normalisation_scope", options.normalisationScope);
    read(from, "hidden_size", options.hiddenSize);
    read(from, "layers", options.layers);
    read(from, "dropout", options.dropout);
    read(from, "weight_decay", options.weightDecay);
    read(from, "averages_weights", options.averagesWeights);
    read(from, "learning_rate", options.learningRate);
    read(from, "batch_size", options.batchSize);
    read(from, "epochs", options.epochs);
    read(from, "patience", options.patience);
    read(from, "time_budget_seconds", options.timeBudgetSeconds);
    read(from, "seed", options.seed);
    read(from, "device", options.device);
    read(from, "precision", options.precision);
    read(from, "threads", options.threads);
    read(from, "use_known_future", options.useKnownFuture);
    read(from, "from_run", options.fromRun);
    read(from, "search_seconds", options.searchSeconds);
}

void to_json(json& to, const Scores& scores) {
    to = {{"wape", number(scores.wape)},
          {"bias", number(scores.bias)},
          {"mase", number(scores.mase)},
          {"rmsse", number(scores.rmsse)},
          {"smape", number(scores.smape)},
          {"pinball", number(scores.pinball)},
          {"coverage_50", number(scores.coverage50)},
          {"coverage_80", number(scores.coverage80)},
          {"coverage_95", number(scores.coverage95)},
          {"points", scores.points}};
}

void from_json(const json& from, Scores& scores) {
    readNumber(from, "wape", scores.wape);
    readNumber(from, "bias", scores.bias);
    readNumber(from, "mase", scores.mase);
    readNumber(from, "rmsse", scores.rmsse);
    readNumber(from, "smape", scores.smape);
    readNumber(from, "pinball", scores.pinball);
    readNumber(from, "coverage_50", scores.coverage50);
    readNumber(from, "coverage_80", scores.coverage80);
    readNumber(from, "coverage_95", scores.coverage95);
    read(from, "points", scores.points);
}

void to_json(json& to, const MethodScores& scores) {
    to_json(to, scores.scores);
    to["method"] = scores.method;
    to["seconds"] = number(scores.seconds);
}

void from_json(const json& from, MethodScores& scores) {
    from_json(from, scores.scores);
    read(from, "method", scores.method);
    readNumber(from, "seconds", scores.seconds);
}

void to_json(json& to, const SearchTrial& trial) {
    const TrainingOptions& options = trial.options;
    to = {{"model", options.model},
          {"hidden_size", options.hiddenSize},
          {"layers", options.layers},
          {"lookback", options.lookback},
          {"learning_rate", options.learningRate},
          {"dropout", options.dropout},
          {"rung", trial.rung},
          {"epochs", trial.epochs},
          {"losses", curveJson(trial.losses)},
          {"loss", number(trial.loss)},
          {"seconds", number(trial.seconds)}};
}

void from_json(const json& from, SearchTrial& trial) {
    read(from, "model", trial.options.model);
    read(from, "hidden_size", trial.options.hiddenSize);
    read(from, "layers", trial.options.layers);
    read(from, "lookback", trial.options.lookback);
    read(from, "learning_rate", trial.options.learningRate);
    read(from, "dropout", trial.options.dropout);
    read(from, "rung", trial.rung);
    read(from, "epochs", trial.epochs);
    readCurve(from, "losses", trial.losses);
    readNumber(from, "loss", trial.loss);
    readNumber(from, "seconds", trial.seconds);
}

void to_json(json& to, const RunResult& result) {
    to = {{"model", result.model},
          {"asked", result.asked},
          {"axis", result.axis},
          {"period", periodName(result.axis.kind)},
          {"horizon", result.horizon},
          {"origin", dayJson(result.origin)},
          {"periods", result.periods},
          {"series", result.series},
          {"test_first", dayJson(result.testFirst)},
          {"test_last", dayJson(result.testLast)},
          {"test_origins", result.testOrigins},
          {"scores", result.scores},
          {"learner", result.learner},
          {"baseline", result.baseline},
          {"verdict", verdictName(result.verdict)},
          {"gain", number(result.gain)},
          {"epochs", result.epochs},
          {"best_epoch", result.bestEpoch},
          {"seconds", number(result.seconds)},
          {"windows_per_second", number(result.windowsPerSecond)},
          {"parameters", result.parameters},
          {"validation_loss", number(result.validationLoss)},
          {"stopped_by", result.stoppedBy},
          {"training_curve", curveJson(result.trainingCurve)},
          {"validation_curve", curveJson(result.validationCurve)},
          {"lookback", result.lookback},
          {"batch_size", result.batchSize},
          {"peak_memory_bytes", result.peakMemoryBytes},
          {"recoveries", result.recoveries},
          {"batch_halvings", result.batchHalvings},
          {"search", result.search},
          {"imported_from", result.importedFrom},
          {"unusual", result.unusual.isTold() ? json(result.unusual) : json(nullptr)},
          {"history_hash", result.historyHash},
          {"data_hash", result.dataHash},
          {"seed", result.seed},
          {"version", result.version},
          {"device", result.device},
          {"threads", result.threads}};
}

void from_json(const json& from, RunResult& result) {
    read(from, "model", result.model);
    read(from, "asked", result.asked);
    read(from, "axis", result.axis);
    read(from, "horizon", result.horizon);
    readDay(from, "origin", result.origin);
    read(from, "periods", result.periods);
    read(from, "series", result.series);
    readDay(from, "test_first", result.testFirst);
    readDay(from, "test_last", result.testLast);
    read(from, "test_origins", result.testOrigins);
    read(from, "scores", result.scores);
    read(from, "learner", result.learner);
    read(from, "baseline", result.baseline);
    std::string verdict = verdictName(result.verdict);
    read(from, "verdict", verdict);
    const auto* const named = std::ranges::find(verdictNames, verdict);
    result.verdict =
        named == verdictNames.end() ? Verdict::NotJudged : static_cast<Verdict>(named - verdictNames.begin());
    readNumber(from, "gain", result.gain);
    read(from, "epochs", result.epochs);
    read(from, "best_epoch", result.bestEpoch);
    readNumber(from, "seconds", result.seconds);
    readNumber(from, "windows_per_second", result.windowsPerSecond);
    read(from, "parameters", result.parameters);
    readNumber(from, "validation_loss", result.validationLoss);
    read(from, "stopped_by", result.stoppedBy);
    readCurve(from, "training_curve", result.trainingCurve);
    readCurve(from, "validation_curve", result.validationCurve);
    read(from, "lookback", result.lookback);
    read(from, "batch_size", result.batchSize);
    read(from, "peak_memory_bytes", result.peakMemoryBytes);
    read(from, "recoveries", result.recoveries);
    read(from, "batch_halvings", result.batchHalvings);
    read(from, "search", result.search);
    read(from, "imported_from", result.importedFrom);
    read(from, "unusual", result.unusual);
    read(from, "history_hash", result.historyHash);
    read(from, "data_hash", result.dataHash);
    read(from, "seed", result.seed);
    read(from, "version", result.version);
    read(from, "device", result.device);
    read(from, "threads", result.threads);
}

}  // namespace foresell
