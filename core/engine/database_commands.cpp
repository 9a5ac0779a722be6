// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/databases/sales_query.h"
#include "core/engine/commands.h"
#include "core/engine/database_tables.h"
#include "core/engine/import_options.h"

namespace foresell {

namespace {

std::unique_ptr<DatabaseTable> openTable(const DatabaseRequest& request, const std::string& query, const JobControl& job) {
    const std::string name = request.table.empty() ? "query" : request.table;
    return std::make_unique<DatabaseTable>(databaseLocation(request.url), request.password, name, query, job.stop);
}

std::string plainQuery(const DatabaseRequest& request) {
    if (request.table.empty() == request.query.empty()) {
        throw Error("database.bad_request", "Say what to read: a table or a query.");
    }
    return request.query.empty() ? tableQuery(databaseLocation(request.url).kind, request.table) : request.query;
}

/// The columns of the rows that are to be added up. Fields that were given name their columns, and then no longer those of
/// the sums, which are called as the fields are; or they name the sums' own, and then not those of the rows.
FileDetection detectLines(DatabaseTable& lines, ImportOptions& options) {
    try {
        FileDetection detection = detectTable(lines, options).detection;
        options.fields.clear();
        return detection;
    } catch (const Error& error) {
        if (error.code() != "import.no_such_column") {
            throw;
        }
    }
    ImportOptions plain = options;
    plain.fields.clear();
    return detectTable(lines, plain).detection;
}

}  // namespace

std::unique_ptr<DatabaseTable> databaseTable(const ImportRequest& request, ImportOptions& options, const JobControl& job) {
    const std::string query = plainQuery(request.database);
    if (!request.database.addsUp) {
        return openTable(request.database, query, job);
    }
    const auto lines = openTable(request.database, query, job);
    const std::string sums = dailySalesQuery(databaseLocation(request.database.url).kind, query, detectLines(*lines, options));
    return openTable(request.database, sums, job);
}

DatabaseTables databaseTables(const DatabaseRequest& request, const JobControl& job) {
    const DatabaseLocation location = databaseLocation(request.url);
    DatabaseSession session(location, request.password, job.stop);
    DatabaseTables result{shownName(location), {}};
    for (const DatabaseTableInfo& table : session.tables()) {
        result.tables.push_back({table.name, table.isView, table.rows});
    }
    return result;
}

DatabaseQuery databaseQuery(const ImportRequest& request, const JobControl& job) {
    ImportOptions options = importOptions(request);
    return {databaseTable(request, options, job)->query()};
}

}  // namespace foresell
