// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "core/dataset/data_quality.h"

namespace foresell {

void to_json(nlohmann::json& json, const SalesGap& value);
void from_json(const nlohmann::json& json, SalesGap& value);
void to_json(nlohmann::json& json, const MonthOfSales& value);
void from_json(const nlohmann::json& json, MonthOfSales& value);
void to_json(nlohmann::json& json, const DataQuality& value);
void from_json(const nlohmann::json& json, DataQuality& value);

}  // namespace foresell
