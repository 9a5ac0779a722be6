// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json_archive.h"
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

void fields(JsonArchive& archive, ItemWeeksRequest& value);
void to_json(nlohmann::json& json, const CleaningRequest& value);
void from_json(const nlohmann::json& json, CleaningRequest& value);
void fields(JsonArchive& archive, CleaningTotals& value);
void fields(JsonArchive& archive, CleaningStepResult& value);
void fields(JsonArchive& archive, CleaningFacts& value);
void fields(JsonArchive& archive, WeeklyTotals& value);
void fields(JsonArchive& archive, CleaningSummary& value);
void fields(JsonArchive& archive, ChangedLine& value);
void fields(JsonArchive& archive, ChangedLinesPage& value);
void fields(JsonArchive& archive, LinesRequest& value);

}  // namespace foresell
