// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_rows.h"

#include "core/base/checksum.h"
#include "core/project/database.h"
#include "core/project/record_codec.h"

namespace foresell {

namespace {

void bindMoney(SQLite::Statement& statement, int index, Fixed value) {
    if (isMissing(value)) {
        statement.bind(index);
    } else {
        statement.bind(index, value);
    }
}

/// The first nine values of the statements below.
void bindChunk(SQLite::Statement& statement, const EncodedChunk& chunk) {
    statement.bind(1, chunk.lines);
    statement.bind(2, chunk.firstDay);
    statement.bind(3, chunk.lastDay);
    bindBlob(statement, 4, chunk.contents);
    statement.bind(5, static_cast<std::int64_t>(chunk.contentsChecksum));
    bindBlob(statement, 6, chunk.columns);
    statement.bind(7, static_cast<std::int64_t>(chunk.columnsChecksum));
    bindBlob(statement, 8, chunk.digests);
    statement.bind(9, static_cast<std::int64_t>(chunk.digestsChecksum));
}

}  // namespace

void storeSaleChunk(SQLite::Database& database, ImportId import, const EncodedChunk& chunk) {
    SQLite::Statement insert(database,
                             "INSERT INTO sale_chunk (lines, first_day, last_day, contents, contents_checksum, columns, "
                             "columns_checksum, digests, digests_checksum, import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bindChunk(insert, chunk);
    insert.bind(10, import.value);
    insert.exec();
}

void updateSaleChunk(SQLite::Database& database, std::int64_t id, const EncodedChunk& chunk) {
    SQLite::Statement update(database,
                             "UPDATE sale_chunk SET lines = ?, first_day = ?, last_day = ?, contents = ?, "
                             "contents_checksum = ?, columns = ?, columns_checksum = ?, digests = ?, digests_checksum = ? "
                             "WHERE id = ?");
    bindChunk(update, chunk);
    update.bind(10, id);
    update.exec();
}

void storePlanChunk(SQLite::Database& database, ImportId import, const PlanBatch& batch) {
    const std::string bytes = encodePlan(batch);
    SQLite::Statement insert(database, "INSERT INTO plan_chunk (import, data, checksum) VALUES (?, ?, ?)");
    insert.bind(1, import.value);
    bindBlob(insert, 2, bytes);
    insert.bind(3, static_cast<std::int64_t>(checksum64(bytes)));
    insert.exec();
}

void storeRejects(SQLite::Database& database, ImportId import, const std::vector<Reject>& rejects) {
    SQLite::Statement insert(database,
                             "INSERT INTO reject (import, row, reason, \"column\", text) VALUES (?, ?, ?, ?, ?)");
    for (const Reject& reject : rejects) {
        insert.bind(1, import.value);
        insert.bind(2, reject.row);
        insert.bind(3, reject.reason);
        insert.bind(4, reject.column);
        insert.bind(5, reject.text);
        insert.exec();
        insert.reset();
    }
}

void storeMarks(SQLite::Database& database, const std::vector<ChunkMarks>& marks) {
    SQLite::Statement insert(database, "INSERT INTO sale_mark (chunk, data, checksum) VALUES (?, ?, ?)");
    for (const ChunkMarks& chunk : marks) {
        const std::string bytes = encodeMarks(chunk);
        insert.bind(1, chunk.chunk);
        bindBlob(insert, 2, bytes);
        insert.bind(3, static_cast<std::int64_t>(checksum64(bytes)));
        insert.exec();
        insert.reset();
    }
}

void deleteImportRows(SQLite::Database& database, ImportId import) {
    for (const char* sql : {"DELETE FROM sale_mark WHERE chunk IN (SELECT id FROM sale_chunk WHERE import = ?)",
                            "DELETE FROM sale_chunk WHERE import = ?", "DELETE FROM plan_chunk WHERE import = ?",
                            "DELETE FROM reject WHERE import = ?", "DELETE FROM item_link WHERE import = ?", "DELETE FROM import WHERE id = ?"}) {
        SQLite::Statement remove(database, sql);
        remove.bind(1, import.value);
        remove.exec();
    }
}

void storeRunBlob(SQLite::Database& database, const char* table, RunId run, std::string_view bytes) {
    SQLite::Statement insert(database, std::string("INSERT OR REPLACE INTO ") + table +
                                           " (run, data, checksum) VALUES (?, ?, ?)");
    insert.bind(1, run.value);
    bindBlob(insert, 2, bytes);
    insert.bind(3, static_cast<std::int64_t>(checksum64(bytes)));
    insert.exec();
}

void storePlaces(SQLite::Database& database, const char* table, const std::vector<PlaceRecord>& places) {
    SQLite::Statement insert(database, std::string("INSERT INTO ") + table +
                                           " (id, code, name, attributes) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
                                           "SET name = excluded.name, attributes = excluded.attributes");
    for (const PlaceRecord& place : places) {
        insert.bind(1, place.id);
        insert.bind(2, place.code);
        insert.bind(3, place.name);
        insert.bind(4, place.attributes);
        insert.exec();
        insert.reset();
    }
}

void storeItems(SQLite::Database& database, const std::vector<ItemRecord>& items) {
    SQLite::Statement insert(database,
                             "INSERT INTO item (id, code, name, category, brand, cost, price, attributes) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                             "category = excluded.category, brand = excluded.brand, cost = excluded.cost, "
                             "price = excluded.price, attributes = excluded.attributes");
    for (const ItemRecord& item : items) {
        insert.bind(1, item.id.value);
        insert.bind(2, item.code);
        insert.bind(3, item.name);
        insert.bind(4, item.category);
        insert.bind(5, item.brand);
        bindMoney(insert, 6, item.cost);
        bindMoney(insert, 7, item.price);
        insert.bind(8, item.attributes);
        insert.exec();
        insert.reset();
    }
}

void deleteRunRows(SQLite::Database& database, RunId run) {
    for (const char* sql : {"DELETE FROM forecast WHERE run = ?", "DELETE FROM history WHERE run = ?", "DELETE FROM model WHERE run = ?",
                            "DELETE FROM run WHERE id = ?"}) {
        SQLite::Statement remove(database, sql);
        remove.bind(1, run.value);
        remove.exec();
    }
}

RunId readForecastRun(SQLite::Database& database) {
    SQLite::Statement row(database,
                          "SELECT id FROM run WHERE state = 'done' AND EXISTS (SELECT 1 FROM forecast WHERE forecast.run = run.id) "
                          "ORDER BY id = (SELECT value FROM internal WHERE name = 'forecast_run') DESC, id DESC LIMIT 1");
    return row.executeStep() ? RunId{row.getColumn(0).getInt()} : RunId{};
}

}  // namespace foresell
