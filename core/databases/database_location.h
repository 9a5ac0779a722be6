// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foresell {

enum class DatabaseKind { PostgreSql, MySql, Sqlite, Odbc };

/// Where a database is and who asks; never the password.
struct DatabaseLocation {
    DatabaseKind kind = DatabaseKind::PostgreSql;
    std::string host;      ///< empty: this computer
    int port = 0;          ///< 0: the usual one
    std::string database;  ///< a file of SQLite; of ODBC the name of a data source, or "Driver=...;Server=..."
    std::string user;

    bool operator==(const DatabaseLocation&) const = default;
};

/// Reads postgresql://USER@HOST:PORT/DATABASE, mysql://..., mariadb://..., sqlite:FILE and odbc:NAME, with %-escapes.
/// Throws Error "database.bad_url", and "database.password_in_url": a password does not belong where others may read it.
DatabaseLocation databaseLocation(std::string_view url);
std::string toUrl(const DatabaseLocation& location);

/// "shop on db.example (PostgreSQL)"; as an import's name.
std::string shownName(const DatabaseLocation& location);

/// The name of a table as SQL of the server has it: `schema.table` in its quotes.
std::string quotedTable(DatabaseKind kind, std::string_view table);
std::string quotedName(DatabaseKind kind, std::string_view name);

}  // namespace foresell
