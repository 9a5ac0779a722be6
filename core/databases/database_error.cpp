// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/database_error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "core/base/error.h"

namespace foresell {

namespace {

struct Kind {
    std::string_view words;  ///< of the message, in lower case
    const char* code;
};

// As libpq, MySQL's and MariaDB's clients, SQLite and ODBC drivers word it, without their translations.
constexpr std::array kinds{
    Kind{"password authentication failed", "wrong_password"}, Kind{"no password supplied", "wrong_password"},
    Kind{"access denied for user", "wrong_password"}, Kind{"login failed", "wrong_password"},
    Kind{"unknown database", "no_such_database"}, Kind{"database \"", "no_such_database"},
    Kind{"could not translate host name", "unreachable"}, Kind{"connection refused", "unreachable"},
    Kind{"can't connect to", "unreachable"}, Kind{"unknown mysql server host", "unreachable"}, Kind{"unknown server host", "unreachable"},
    Kind{"timeout expired", "unreachable"}, Kind{"timed out", "unreachable"}, Kind{"no route to host", "unreachable"},
    Kind{"server closed the connection", "unreachable"}, Kind{"lost connection", "unreachable"}, Kind{"gone away", "unreachable"},
    Kind{"no such table", "no_such_table"}, Kind{"doesn't exist", "no_such_table"}, Kind{"relation \"", "no_such_table"},
    Kind{"permission denied", "not_allowed"}, Kind{"command denied", "not_allowed"}, Kind{"read-only", "not_allowed"},
    Kind{"failed to find shared library", "no_driver"}, Kind{"can't open lib", "no_driver"},
    Kind{"data source name not found", "no_data_source"}};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

void takeOut(std::string& text, const std::string& secret) {
    static constexpr std::string_view shown = "…";
    for (std::size_t at = text.find(secret); !secret.empty() && at != std::string::npos; at = text.find(secret, at + shown.size())) {
        text.replace(at, secret.size(), shown);
    }
}

}  // namespace

void throwDatabaseError(const DatabaseLocation& location, std::string message, const std::string& password) {
    const std::string plain = lower(message);
    takeOut(message, password);
    const auto kind = std::ranges::find_if(kinds, [&](const Kind& each) { return plain.find(each.words) != std::string::npos; });
    const std::string code = kind == kinds.end() ? "failed" : kind->code;
    const std::string where = shownName(location);
    const Error::Details details{{"database", where}, {"reason", message}};
    if (code == "wrong_password") {
        throw Error("database.wrong_password", where + " refuses the user or the password.", "Check both, or ask who runs the database.", details);
    }
    if (code == "unreachable") {
        throw Error("database.unreachable", where + " cannot be reached.",
                    "Check host and port, whether the server runs, and whether this computer may connect.", details);
    }
    if (code == "no_such_database") {
        throw Error("database.no_such_database", "The server has no database of this name: " + where + ".", "Check the name.", details);
    }
    if (code == "no_such_table") {
        throw Error("database.no_such_table", "There is no such table: " + message, "Choose one of the list.", details);
    }
    if (code == "not_allowed") {
        throw Error("database.not_allowed", "The server does not allow it: " + message, "Ask who runs the database for the right to read it.", details);
    }
    if (code == "no_driver") {
        throw Error("database.no_driver", "The driver of this kind of database is not installed: " + message,
                    "Install the driver, for ODBC also its entry in odbcinst.ini.", details);
    }
    if (code == "no_data_source") {
        throw Error("database.no_data_source", "ODBC knows no data source of this name: " + where + ".", "Set it up in odbc.ini, or write odbc:Driver=...", details);
    }
    throw Error("database.failed", where + ": " + message, "Check the query.", details);
}

}  // namespace foresell
