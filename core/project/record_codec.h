// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/project/project_types.h"
#include "core/project/sale_chunk.h"

namespace foresell {

// The blobs of the project file other than sale chunks: packed bytes to and from records. Decoding throws Error
// "project.damaged" where the bytes do not make sense. Internal to core/project.

std::string encodePlan(const PlanBatch& batch);
PlanBatch decodePlan(std::string_view bytes);

std::string encodeHistory(const SeriesHistory& history);
SeriesHistory decodeHistory(std::string_view bytes);

std::string encodeForecast(const ForecastRecord& forecast);
ForecastRecord decodeForecast(std::string_view bytes);

std::string encodeMarks(const ChunkMarks& marks);
ChunkMarks decodeMarks(std::string_view bytes, std::int64_t chunk);

}  // namespace foresell
