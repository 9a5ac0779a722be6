// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/calendar/period.h"
#include "core/evaluation/training_options.h"
#include "core/evaluation/unusual_items.h"

namespace foresell {

/// How the methods compare on the held-out end. The window and the report put it in words.
enum class Verdict {
    NotJudged,  ///< too little history to hold an end out
    LearnerBetter,  ///< the best of what learns for a while: networks and boosted trees
    BaselineBetter,
    Even,  ///< no difference that the held-out periods can tell from chance (see compareLosses)
};

/// One set of options that a search tried. `rung` says how far it was followed (0, 1, 2); `losses` has its validation loss
/// at the end of each rung, `loss` the last.
struct SearchTrial {
    TrainingOptions options;
    int rung = 0;
    int epochs = 0;
    std::vector<double> losses = {};
    double loss = 0;
    double seconds = 0;
};

/// What a run did and found, kept as JSON in its record: enough to show it, to judge it and to make it again.
struct RunResult {
    std::string model;  ///< the method that issued the forecast: a network, boosted trees or a simple method
    std::string asked;  ///< the model that was asked for: one of these or auto

    PeriodAxis axis;
    int horizon = 0;
    Day origin = noDay;  ///< last day that the forecast has seen
    int periods = 0;     ///< of history
    int series = 0;

    Day testFirst = noDay, testLast = noDay;  ///< the held-out end; noDay: none
    int testOrigins = 0;
    std::vector<MethodScores> scores;  ///< on the held-out end, best first (by WAPE)
    std::string learner;               ///< best of `scores` that learns for a while (network or trees); empty: none
    std::string baseline;              ///< best of `scores` that does not; empty: none
    Verdict verdict = Verdict::NotJudged;
    double gain = 0;  ///< WAPE of the baseline less that of the learner, over that of the baseline

    // How the shipped method was trained; 0 and empty for simple methods. One number an epoch in the curves.
    int epochs = 0;
    int bestEpoch = 0;
    double seconds = 0;  ///< of the whole run
    double windowsPerSecond = 0;
    std::int64_t parameters = 0;
    double validationLoss = 0;
    std::string stoppedBy;
    std::vector<double> trainingCurve, validationCurve;
    int lookback = 0;
    int batchSize = 0;
    std::int64_t peakMemoryBytes = 0;  ///< of the engine; 0: not known
    int recoveries = 0;                ///< times that the training went back after a loss that was no number
    int batchHalvings = 0;             ///< times that memory was short
    std::vector<SearchTrial> search;   ///< options that were tried first; empty: none
    std::string importedFrom;          ///< file that the model comes from; empty: trained here

    UnusualItems unusual;  ///< told by an autoencoder alone

    // The receipt
    std::string dataHash;
    std::string historyHash;  ///< of the sales alone, up to the origin: tells whether they have changed since
    std::uint64_t seed = 0;
    std::string version;
    std::string device;
    int threads = 0;

    const MethodScores* scoresOf(const std::string& method) const;
};

/// "learner_better" and so on, as in the JSON.
const char* verdictName(Verdict verdict);
const char* periodName(PeriodKind kind);  ///< "day", "week", "month"
/// Throws Error "option.period" for any other word.
PeriodKind periodFromName(const std::string& name);

// JSON with snake_case keys; NaN is written as null. Reading throws nlohmann::json::exception or Error.
void to_json(nlohmann::json& json, const PeriodAxis& axis);
void from_json(const nlohmann::json& json, PeriodAxis& axis);
void to_json(nlohmann::json& json, const TrainingOptions& options);
void from_json(const nlohmann::json& json, TrainingOptions& options);
void to_json(nlohmann::json& json, const Scores& scores);
void from_json(const nlohmann::json& json, Scores& scores);
void to_json(nlohmann::json& json, const MethodScores& scores);
void from_json(const nlohmann::json& json, MethodScores& scores);
void to_json(nlohmann::json& json, const SearchTrial& trial);
void from_json(const nlohmann::json& json, SearchTrial& trial);
void to_json(nlohmann::json& json, const RunResult& result);
void from_json(const nlohmann::json& json, RunResult& result);

}  // namespace foresell
