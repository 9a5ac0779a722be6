// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/cleaning/cleaning_preview.h"
#include "core/cleaning/cleaning_result.h"
#include "core/cleaning/recipe.h"

namespace foresell {

/// Which recipe; none: the one that the project keeps, else the default one.
struct CleaningRequest {
    std::optional<Recipe> recipe;
};

/// A CleaningResult without the marks: what the project keeps and the window shows. Units and money travel as
/// they are: whole 1/10,000.
struct CleaningSummary {
    CleaningTotals imported, kept;
    std::int64_t setAside = 0;
    std::vector<CleaningStepResult> steps;
    CleaningFacts facts;
    WeeklyTotals weekly;
    double seconds = 0;
    bool isBalanced = true;  ///< each step begins where the one before ended, and its totals add up

    static CleaningSummary of(const CleaningResult& result);
};

/// A page of the lines that a step of the last preview changes.
struct LinesRequest {
    std::int64_t step = 0;  ///< from 0
    std::int64_t offset = 0, limit = 100;
    std::string search;
};

/// The weeks of one item in the last preview.
struct ItemWeeksRequest {
    std::int32_t item = 0;
};

void to_json(nlohmann::json& json, const ItemWeeksRequest& value);
void from_json(const nlohmann::json& json, ItemWeeksRequest& value);
void to_json(nlohmann::json& json, const CleaningRequest& value);
void from_json(const nlohmann::json& json, CleaningRequest& value);
void to_json(nlohmann::json& json, const CleaningTotals& value);
void from_json(const nlohmann::json& json, CleaningTotals& value);
void to_json(nlohmann::json& json, const CleaningStepResult& value);
void from_json(const nlohmann::json& json, CleaningStepResult& value);
void to_json(nlohmann::json& json, const CleaningFacts& value);
void from_json(const nlohmann::json& json, CleaningFacts& value);
void to_json(nlohmann::json& json, const WeeklyTotals& value);
void from_json(const nlohmann::json& json, WeeklyTotals& value);
void to_json(nlohmann::json& json, const CleaningSummary& value);
void from_json(const nlohmann::json& json, CleaningSummary& value);
void to_json(nlohmann::json& json, const ChangedLine& value);
void from_json(const nlohmann::json& json, ChangedLine& value);
void to_json(nlohmann::json& json, const ChangedLinesPage& value);
void from_json(const nlohmann::json& json, ChangedLinesPage& value);
void to_json(nlohmann::json& json, const LinesRequest& value);
void from_json(const nlohmann::json& json, LinesRequest& value);

}  // namespace foresell
