// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string_view>
#include <vector>

#include "core/project/project_types.h"
#include "core/project/sale_chunk.h"

namespace foresell {

// The statements that fill the tables, each inside the transaction of its caller. Internal to core/project.

void storeSaleChunk(SQLite::Database& database, ImportId import, const EncodedChunk& chunk);
/// Puts other lines into a chunk that is there.
void updateSaleChunk(SQLite::Database& database, std::int64_t id, const EncodedChunk& chunk);
void storePlanChunk(SQLite::Database& database, ImportId import, const PlanBatch& batch);
void storeRejects(SQLite::Database& database, ImportId import, const std::vector<Reject>& rejects);
void storeMarks(SQLite::Database& database, const std::vector<ChunkMarks>& marks);
void storeItems(SQLite::Database& database, const std::vector<ItemRecord>& items);
/// `table`: "location" or "channel".
void storePlaces(SQLite::Database& database, const char* table, const std::vector<PlaceRecord>& places);
/// `table`: "model" or "history".
void storeRunBlob(SQLite::Database& database, const char* table, RunId run, std::string_view bytes);
/// Removes a run with its model, history and forecasts.
void deleteRunRows(SQLite::Database& database, RunId run);
/// The run that the forecast is made by: the chosen one, else the newest that has a forecast; 0: none has.
RunId readForecastRun(SQLite::Database& database);
/// Removes an import with all that it brought.
void deleteImportRows(SQLite::Database& database, ImportId import);

}  // namespace foresell
