// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_archive.h"
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

void fields(JsonArchive& archive, ItemSummary& value);
void fields(JsonArchive& archive, ItemQuality& value);
void fields(JsonArchive& archive, ItemQualityRequest& value);
void fields(JsonArchive& archive, ItemQualityPage& value);

void fields(JsonArchive& archive, SalesGap& value);
void fields(JsonArchive& archive, MonthOfSales& value);
void fields(JsonArchive& archive, DataQuality& value);

}  // namespace foresell
