// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/browsing/line_query.h"

namespace foresell {

struct LinePageRequest {
    LineQuery query;
    std::int64_t offset = 0, limit = 200;
};

struct LineWeeksRequest {
    LineQuery query;
};

struct LineExportRequest {
    LineQuery query;
    std::string output;  ///< path; .xlsx or else CSV
    bool withCustomers = false;
};

struct LineExportResult {
    std::int64_t lines = 0;
    std::string output;
};

void to_json(nlohmann::json& json, const LineQuery& value);
void from_json(const nlohmann::json& json, LineQuery& value);
void to_json(nlohmann::json& json, const LineRow& value);
void from_json(const nlohmann::json& json, LineRow& value);
void to_json(nlohmann::json& json, const LinePage& value);
void from_json(const nlohmann::json& json, LinePage& value);
void to_json(nlohmann::json& json, const LineWeeks& value);
void from_json(const nlohmann::json& json, LineWeeks& value);
void to_json(nlohmann::json& json, const LinePageRequest& value);
void from_json(const nlohmann::json& json, LinePageRequest& value);
void to_json(nlohmann::json& json, const LineWeeksRequest& value);
void from_json(const nlohmann::json& json, LineWeeksRequest& value);
void to_json(nlohmann::json& json, const LineExportRequest& value);
void from_json(const nlohmann::json& json, LineExportRequest& value);
void to_json(nlohmann::json& json, const LineExportResult& value);
void from_json(const nlohmann::json& json, LineExportResult& value);

}  // namespace foresell
