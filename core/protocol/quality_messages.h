// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "core/dataset/data_quality.h"

namespace foresell {

/// The items of a kind, as of itemsOfKind.
struct ItemQualityRequest {
    std::string kind;
    std::int64_t limit = 1000;
};
struct ItemQualityPage {
    std::int64_t total = 0;
    std::vector<ItemQuality> items;
};

void to_json(nlohmann::json& json, const ItemSummary& value);
void from_json(const nlohmann::json& json, ItemSummary& value);
void to_json(nlohmann::json& json, const ItemQuality& value);
void from_json(const nlohmann::json& json, ItemQuality& value);
void to_json(nlohmann::json& json, const ItemQualityRequest& value);
void from_json(const nlohmann::json& json, ItemQualityRequest& value);
void to_json(nlohmann::json& json, const ItemQualityPage& value);
void from_json(const nlohmann::json& json, ItemQualityPage& value);

void to_json(nlohmann::json& json, const SalesGap& value);
void from_json(const nlohmann::json& json, SalesGap& value);
void to_json(nlohmann::json& json, const MonthOfSales& value);
void from_json(const nlohmann::json& json, MonthOfSales& value);
void to_json(nlohmann::json& json, const DataQuality& value);
void from_json(const nlohmann::json& json, DataQuality& value);

}  // namespace foresell
