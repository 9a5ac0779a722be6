// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/json_archive.h"
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

void fields(JsonArchive& archive, LineQuery& value);
void fields(JsonArchive& archive, LineRow& value);
void fields(JsonArchive& archive, LinePage& value);
void fields(JsonArchive& archive, LineWeeks& value);
void fields(JsonArchive& archive, LinePageRequest& value);
void fields(JsonArchive& archive, LineWeeksRequest& value);
void fields(JsonArchive& archive, LineExportRequest& value);
void fields(JsonArchive& archive, LineExportResult& value);

}  // namespace foresell
