// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/database_location.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <filesystem>

#include "core/base/error.h"

namespace foresell {

namespace {

struct Scheme {
    std::string_view name;
    DatabaseKind kind;
};
constexpr std::array schemes{Scheme{"postgresql", DatabaseKind::PostgreSql}, Scheme{"postgres", DatabaseKind::PostgreSql},
                             Scheme{"mysql", DatabaseKind::MySql}, Scheme{"mariadb", DatabaseKind::MySql},
                             Scheme{"sqlite", DatabaseKind::Sqlite}, Scheme{"odbc", DatabaseKind::Odbc}};

[[noreturn]] void refuse(const std::string& why) {
    throw Error("database.bad_url", "This is no address of a database: " + why + ".",
                "Write postgresql://USER@HOST:PORT/DATABASE, mysql://USER@HOST:PORT/DATABASE, sqlite:FILE or odbc:NAME.");
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        if (text[at] == '%' && at + 2 < text.size() &&
            std::from_chars(text.data() + at + 1, text.data() + at + 3, value, 16).ptr == text.data() + at + 3) {
            plain.push_back(static_cast<char>(value));
            at += 2;
        } else {
            plain.push_back(text[at]);
        }
    }
    if (std::any_of(plain.begin(), plain.end(), [](char each) { return static_cast<unsigned char>(each) < ' '; })) {
        refuse("it holds a control character");
    }
    return plain;
}

std::string escaped(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string url;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if (std::isalnum(byte) != 0 || byte >= 128 || each == '-' || each == '_' || each == '.' || each == '~') {
            url.push_back(each);
        } else {
            url += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return url;
}

bool holdsPassword(std::string_view odbc) {
    std::string lower(odbc);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower.find("pwd=") != std::string::npos || lower.find("password=") != std::string::npos;
}

[[noreturn]] void refusePassword() {
    throw Error("database.password_in_url", "The address holds a password, which others could read.",
                "Leave it out: it is asked for, or taken from FORESELL_DATABASE_PASSWORD.");
}

void readServer(std::string_view rest, DatabaseLocation& location) {
    if (!rest.starts_with("//")) {
        refuse("// is missing behind the kind");
    }
    rest.remove_prefix(2);
    const std::size_t slash = rest.find('/');
    std::string_view server = rest.substr(0, slash);
    location.database = slash == std::string_view::npos ? std::string() : unescaped(rest.substr(slash + 1));
    if (const std::size_t at = server.rfind('@'); at != std::string_view::npos) {
        const std::string_view user = server.substr(0, at);
        if (user.find(':') != std::string_view::npos) {
            refusePassword();
        }
        location.user = unescaped(user);
        server.remove_prefix(at + 1);
    }
    const std::size_t close = server.starts_with('[') ? server.find(']') : std::string_view::npos;
    const std::size_t colon = server.find(':', close == std::string_view::npos ? 0 : close);
    if (colon != std::string_view::npos) {
        const std::string_view port = server.substr(colon + 1);
        const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), location.port);
        if (error != std::errc() || end != port.data() + port.size() || location.port < 1 || location.port > 65'535) {
            refuse("\"" + std::string(port) + "\" is no port");
        }
    }
    server = server.substr(0, colon);
    if (close != std::string_view::npos) {
        server = server.substr(1, server.size() - 2);
    }
    location.host = unescaped(server);
    if (location.database.empty()) {
        refuse("the name of the database is missing");
    }
}

const char* shownKind(DatabaseKind kind) {
    switch (kind) {
        case DatabaseKind::PostgreSql: return "PostgreSQL";
        case DatabaseKind::MySql: return "MySQL";
        case DatabaseKind::Sqlite: return "SQLite";
        case DatabaseKind::Odbc: break;
    }
    return "ODBC";
}

}  // namespace

DatabaseLocation databaseLocation(std::string_view url) {
    const std::size_t colon = url.find(':');
    const auto scheme = std::ranges::find(schemes, url.substr(0, colon), &Scheme::name);
    if (colon == std::string_view::npos || scheme == schemes.end()) {
        refuse("the kind of the database is missing");
    }
    DatabaseLocation location;
    location.kind = scheme->kind;
    const std::string_view rest = url.substr(colon + 1);
    if (location.kind == DatabaseKind::PostgreSql || location.kind == DatabaseKind::MySql) {
        readServer(rest, location);
        return location;
    }
    location.database = unescaped(rest.starts_with("//") ? rest.substr(2) : rest);
    if (location.database.empty()) {
        refuse("what follows the kind is missing");
    }
    if (location.kind == DatabaseKind::Odbc && holdsPassword(location.database)) {
        refusePassword();
    }
    return location;
}

std::string toUrl(const DatabaseLocation& location) {
    switch (location.kind) {
        case DatabaseKind::Sqlite: return "sqlite:" + location.database;
        case DatabaseKind::Odbc: return "odbc:" + location.database;
        case DatabaseKind::PostgreSql:
        case DatabaseKind::MySql: break;
    }
    std::string url = location.kind == DatabaseKind::PostgreSql ? "postgresql://" : "mysql://";
    url += location.user.empty() ? "" : escaped(location.user) + "@";
    url += location.host.find(':') == std::string::npos ? escaped(location.host) : "[" + location.host + "]";
    url += location.port == 0 ? "" : ":" + std::to_string(location.port);
    return url + "/" + escaped(location.database);
}

std::string shownName(const DatabaseLocation& location) {
    const std::string kind = std::string(" (") + shownKind(location.kind) + ")";
    switch (location.kind) {
        case DatabaseKind::Sqlite: return std::filesystem::path(location.database).filename().string() + kind;
        case DatabaseKind::Odbc: return location.database.substr(0, location.database.find(';')) + kind;
        case DatabaseKind::PostgreSql:
        case DatabaseKind::MySql: break;
    }
    return location.database + (location.host.empty() ? "" : " on " + location.host) + kind;
}

std::string quotedName(DatabaseKind kind, std::string_view name) {
    const char quote = kind == DatabaseKind::MySql ? '`' : '"';
    std::string quoted(1, quote);
    for (const char each : name) {
        quoted.append(each == quote ? 2 : 1, each);
    }
    return quoted + quote;
}

std::string quotedTable(DatabaseKind kind, std::string_view table) {
    const std::size_t dot = kind == DatabaseKind::Sqlite ? std::string_view::npos : table.find('.');
    if (dot == std::string_view::npos) {
        return quotedName(kind, table);
    }
    return quotedName(kind, table.substr(0, dot)) + "." + quotedName(kind, table.substr(dot + 1));
}

}  // namespace foresell
