// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/sales_query.h"

#include <fmt/format.h>

#include <array>

#include "core/base/error.h"
#include "core/databases/reading_query.h"

namespace foresell {

namespace {

/// The day of a column that holds days, moments or texts of them.
std::string dayOf(DatabaseKind kind, const std::string& column) {
    // A text keeps its first ten characters, as 2024-02-29; SQLite has no type for days.
    return kind == DatabaseKind::Sqlite || kind == DatabaseKind::Odbc ? "substr(" + column + ", 1, 10)" : "CAST(" + column + " AS DATE)";
}

}  // namespace

std::string tableQuery(DatabaseKind kind, const std::string& table) {
    return "SELECT * FROM " + quotedTable(kind, table);
}

std::string dailySalesQuery(DatabaseKind kind, const std::string& query, const FileDetection& detection) {
    const auto column = [&](Field field) {
        const auto& at = detection.fields[indexOf(field)];
        return at ? quotedName(kind, detection.columns[*at].name) : std::string();
    };
    const std::string date = column(Field::Date);
    const std::string quantity = column(Field::Quantity);
    if (date.empty() || quantity.empty()) {
        throw Error("database.cannot_add_up", "No column could be taken for the date and the quantity to add up.",
                    "Say which they are, as with --map quantity=COLUMN, or import every row.");
    }
    std::string select = dayOf(kind, date) + " AS " + quotedName(kind, "date");
    std::string groups = dayOf(kind, date);
    for (const Field field : std::array{Field::Item, Field::Name, Field::Category, Field::Brand, Field::Location, Field::Channel}) {
        const std::string name = column(field);
        if (name.empty()) {
            continue;
        }
        const bool isKey = field == Field::Item || field == Field::Location || field == Field::Channel;
        select += fmt::format(", {} AS {}", isKey ? name : "MIN(" + name + ")", quotedName(kind, std::string(fieldName(field))));
        groups += isKey ? ", " + name : "";
    }
    select += fmt::format(", SUM({}) AS {}", quantity, quotedName(kind, "quantity"));
    const std::string amount = column(Field::Amount);
    const std::string price = column(Field::Price);
    if (!amount.empty() || !price.empty()) {
        select += fmt::format(", SUM({}) AS {}", amount.empty() ? quantity + " * " + price : amount, quotedName(kind, "amount"));
    }
    // Sales and returns apart: a day's returns must not hide its sales.
    groups += fmt::format(", CASE WHEN {} < 0 THEN 1 ELSE 0 END", quantity);
    return fmt::format("SELECT {} FROM ({}\n) foresell_lines GROUP BY {}", select, readingQuery(query), groups);
}

}  // namespace foresell
