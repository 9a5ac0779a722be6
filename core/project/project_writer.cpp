// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_writer.h"

#include <sodium.h>

#include "core/base/checksum.h"
#include "core/project/item_links.h"
#include "core/project/project_backup.h"
#include "core/project/project_purge.h"
#include "core/project/project_rows.h"
#include "core/project/project_writer_state.h"
#include "core/project/record_codec.h"
#include "core/project/sale_rewriter.h"
#include "core/project/settings_table.h"
#include "core/project/week_settings.h"

namespace foresell {

ProjectWriter::ProjectWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}

ProjectWriter::~ProjectWriter() {
    try {
        close();
    } catch (...) {
        // The file is as the last change left it, only not marked as closed.
        m_state->isClosed = true;
    }
}

const std::filesystem::path& ProjectWriter::path() const {
    return m_state->path;
}

ProjectSettings ProjectWriter::settings() const {
    return m_state->look([&] { return readSettings(m_state->database); });
}

std::int64_t ProjectWriter::revision() const {
    return m_state->look([&] {
        return m_state->database.execAndGet("SELECT value FROM internal WHERE name = 'revision'").getInt64();
    });
}

std::string ProjectWriter::digestKey() const {
    const std::string hex = m_state->look([&] {
        return m_state->database.execAndGet("SELECT value FROM internal WHERE name = 'digest_key'").getString();
    });
    std::string key(hex.size() / 2, '\0');
    if (sodium_hex2bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), hex.data(), hex.size(), nullptr, nullptr,
                       nullptr) != 0 ||
        key.size() != 32) {
        throwDamaged("the key of the project");
    }
    return key;
}

ImportId ProjectWriter::beginImport(const ImportSource& source) {
    return m_state->change([&] {
        m_state->isLoadIncomplete = false;
        SQLite::Statement insert(m_state->database, "INSERT INTO import (role, name, bytes, file_digest, state) "
                                                    "VALUES (?, ?, ?, ?, 'loading')");
        insert.bind(1, source.role);
        insert.bind(2, source.name);
        insert.bind(3, source.bytes);
        insert.bind(4, source.fileDigest);
        insert.exec();
        return ImportId{static_cast<std::int32_t>(m_state->database.getLastInsertRowid())};
    });
}

void ProjectWriter::appendSales(ImportId import, const EncodedChunk& chunk) {
    m_state->load([&] { storeSaleChunk(m_state->database, import, chunk); });
}

void ProjectWriter::appendPlan(ImportId import, const PlanBatch& batch) {
    m_state->load([&] { storePlanChunk(m_state->database, import, batch); });
}

void ProjectWriter::appendRejects(ImportId import, const std::vector<Reject>& rejects) {
    m_state->load([&] { storeRejects(m_state->database, import, rejects); });
}

void ProjectWriter::finishImport(ImportId import, const ImportCounts& counts, const Dictionaries& dictionaries,
                                 const std::string& details) {
    if (!counts.isBalanced()) {
        throw Error("import.unbalanced", "The rows of the import do not add up.",
                    "Nothing was imported. Please report the file that shows this.");
    }
    m_state->change([&] {
        if (m_state->isLoadIncomplete) {
            throw Error("import.incomplete", "A part of the import could not be saved.", "Import the file again.");
        }
        storeItems(m_state->database, dictionaries.items);
        storePlaces(m_state->database, "location", dictionaries.locations);
        storePlaces(m_state->database, "channel", dictionaries.channels);
        storeLinks(m_state->database, import, dictionaries.links);
        SQLite::Statement update(m_state->database,
                                 "UPDATE import SET state = 'done', finished_at = ?, read_rows = ?, imported_rows = ?, "
                                 "rejected_rows = ?, duplicate_rows = ?, updated_rows = ?, details = ? WHERE id = ?");
        update.bind(1, now());
        update.bind(2, counts.read);
        update.bind(3, counts.imported);
        update.bind(4, counts.rejected);
        update.bind(5, counts.duplicate);
        update.bind(6, counts.updated);
        update.bind(7, details);
        update.bind(8, import.value);
        update.exec();
        // Bringing an undone import back would now count its lines twice.
        m_state->edits.forget("undo_import");
        m_state->forgetCleaning();
    });
}

void ProjectWriter::abandonImport(ImportId import) {
    m_state->change([&] { deleteImportRows(m_state->database, import); });
}

void ProjectWriter::setSettings(const ProjectSettings& settings) {
    const ProjectSettings fitting = withFittingWeeks(settings);
    m_state->change([&] { m_state->edits.record("settings", [&] { writeSettings(m_state->database, fitting); }); });
}

void ProjectWriter::setRecipe(const std::string& json) {
    m_state->change([&] { m_state->edits.record("recipe", [&] { writeSetting(m_state->database, "recipe", json); }); });
}

void ProjectWriter::setCalendarEdits(const std::string& json) {
    m_state->change([&] { m_state->edits.record("calendar", [&] { writeSetting(m_state->database, "calendar", json); }); });
}

void ProjectWriter::setFeatures(const std::string& json) {
    m_state->change([&] { m_state->edits.record("features", [&] { writeSetting(m_state->database, "features", json); }); });
}

void ProjectWriter::undoImport(ImportId import) {
    m_state->change([&] {
        m_state->edits.record("undo_import", [&] {
            SQLite::Statement update(m_state->database,
                                     "UPDATE import SET state = 'undone' WHERE id = ? AND state = 'done'");
            update.bind(1, import.value);
            if (update.exec() == 0) {
                throw Error("import.unknown", "This import is not there.", "Choose one of the list.");
            }
        });
        m_state->forgetCleaning();
    });
}

std::string ProjectWriter::undoName() const {
    return m_state->look([&] { return m_state->edits.undoName(); });
}

std::string ProjectWriter::redoName() const {
    return m_state->look([&] { return m_state->edits.redoName(); });
}

bool ProjectWriter::undo() {
    return m_state->change([&] {
        if (m_state->edits.undoName() != "features") {
            m_state->forgetCleaning();
        }
        return m_state->edits.undo();
    });
}

bool ProjectWriter::redo() {
    return m_state->change([&] {
        if (m_state->edits.redoName() != "features") {
            m_state->forgetCleaning();
        }
        return m_state->edits.redo();
    });
}

SaleRewriteCounts ProjectWriter::rewriteSales(SaleRewrite& rewrite, Day linesFrom, const JobControl& job) {
    return m_state->change([&] {
        SQLite::Database& database = m_state->database;
        const SaleRewriteCounts counts = SaleRewriter(database, rewrite, job).run();
        if (linesFrom != noDay) {
            SQLite::Statement from(database,
                                   "INSERT INTO internal (name, value) VALUES ('lines_from', ?) "
                                   "ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)");
            from.bind(1, linesFrom);
            from.exec();
        }
        markForPurge(database);
        return counts;
    });
}

PurgeCounts ProjectWriter::purge() {
    const std::lock_guard guard(m_state->mutex);
    return translated(m_state->path, [&] {
        m_state->commitLoading();
        return foresell::purge(m_state->database, m_state->path);
    });
}

void ProjectWriter::storeCleaning(const std::string& recipeJson, const std::string& summaryJson,
                                  const std::vector<ChunkMarks>& marks) {
    m_state->change([&] {
        SQLite::Database& database = m_state->database;
        if (readSetting(database, "recipe") != recipeJson) {
            m_state->edits.record("recipe", [&] { writeSetting(database, "recipe", recipeJson); });
        }
        database.exec("DELETE FROM sale_mark");
        storeMarks(database, marks);
        SQLite::Statement summary(database, "INSERT OR REPLACE INTO internal (name, value) VALUES ('cleaning_summary', ?)");
        summary.bind(1, summaryJson);
        summary.exec();
    });
}

RunId ProjectWriter::beginRun(const std::string& options, const std::string& dataHash) {
    return m_state->change([&] {
        SQLite::Statement insert(m_state->database,
                                 "INSERT INTO run (created_at, state, options, data_hash) VALUES (?, 'running', ?, ?)");
        insert.bind(1, now());
        insert.bind(2, options);
        insert.bind(3, dataHash);
        insert.exec();
        return RunId{static_cast<std::int32_t>(m_state->database.getLastInsertRowid())};
    });
}

void ProjectWriter::finishRun(RunId run, const std::string& state, const std::string& result) {
    m_state->change([&] {
        SQLite::Statement update(m_state->database, "UPDATE run SET state = ?, result = ? WHERE id = ?");
        update.bind(1, state);
        update.bind(2, result);
        update.bind(3, run.value);
        update.exec();
    });
}

void ProjectWriter::storeModel(RunId run, const std::string& bytes) {
    m_state->change([&] { storeRunBlob(m_state->database, "model", run, bytes); });
}

void ProjectWriter::storeHistory(RunId run, const SeriesHistory& history) {
    const std::string bytes = encodeHistory(history);
    m_state->change([&] { storeRunBlob(m_state->database, "history", run, bytes); });
}

void ProjectWriter::storeForecast(const ForecastRecord& forecast) {
    const std::string bytes = encodeForecast(forecast);
    m_state->change([&] {
        SQLite::Statement insert(m_state->database,
                                 "INSERT INTO forecast (run, origin, data, checksum) VALUES (?, ?, ?, ?) "
                                 "ON CONFLICT DO NOTHING");
        insert.bind(1, forecast.run.value);
        insert.bind(2, forecast.origin);
        bindBlob(insert, 3, bytes);
        insert.bind(4, static_cast<std::int64_t>(checksum64(bytes)));
        if (insert.exec() == 0) {
            throw Error("forecast.immutable", "This run has issued a forecast for this day already.",
                        "Train again to get another one.");
        }
    });
}

void ProjectWriter::removeRun(RunId run) {
    const Error::Details details{{"run", std::to_string(run.value)}};
    m_state->change([&] {
        if (readForecastRun(m_state->database) == run) {
            throw Error("run.in_use", "The forecast is made by run " + std::to_string(run.value) + ".", "Use another run for the forecast first.", details);
        }
        SQLite::Statement state(m_state->database, "SELECT state FROM run WHERE id = ?");
        state.bind(1, run.value);
        if (!state.executeStep()) {
            throw Error("training.no_such_run", "There is no run " + std::to_string(run.value) + ".", "Choose one of the list.", details);
        }
        if (state.getColumn(0).getString() == "running") {
            throw Error("run.running", "Run " + std::to_string(run.value) + " is training.", "Stop it first.", details);
        }
        deleteRunRows(m_state->database, run);
    });
}

void ProjectWriter::useForecast(RunId run) {
    m_state->change([&] {
        SQLite::Statement write(m_state->database,
                                "INSERT INTO internal (name, value) SELECT 'forecast_run', id FROM run WHERE id = ? AND state = 'done' "
                                "AND EXISTS (SELECT 1 FROM forecast WHERE forecast.run = run.id) "
                                "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        write.bind(1, run.value);
        if (write.exec() == 0) {
            throw Error("forecast.no_such_run", "Run " + std::to_string(run.value) + " has no forecast.",
                        "Choose a finished run of the list.", {{"run", std::to_string(run.value)}});
        }
    });
}

void ProjectWriter::saveCopy(const std::filesystem::path& target) {
    const std::lock_guard guard(m_state->mutex);
    translated(target, [&] {
        m_state->commitLoading();
        copyDatabase(m_state->database, target);
    });
}

bool ProjectWriter::wasClosedCleanly() const {
    return m_state->wasClean;
}

void ProjectWriter::close() {
    const std::lock_guard guard(m_state->mutex);
    if (m_state->isClosed) {
        return;
    }
    translated(m_state->path, [&] {
        m_state->commitLoading();
        m_state->database.exec("UPDATE internal SET value = 1 WHERE name = 'is_closed'");
        m_state->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    });
    m_state->isClosed = true;
}

void removeProjectFiles(const std::filesystem::path& path) {
    for (const char* const suffix : {"-wal", "-shm", ".lock", ""}) {
        std::error_code ignored;  // what cannot be removed stays, an empty project
        std::filesystem::remove(path.string() + suffix, ignored);
    }
}

}  // namespace foresell
