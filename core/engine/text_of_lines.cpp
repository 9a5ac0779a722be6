// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "core/engine/text_output.h"

namespace foresell {

namespace {

std::string numberText(Fixed value) {
    return isMissing(value) ? "-" : fmt::format("{:.10g}", toDouble(value));
}

}  // namespace

std::string toText(const LinePage& page) {
    std::string text = fmt::format("{:<11}{:<16}{:<24}{:>10}{:>10}{:>12}  {:<20}{}\n", "date", "item", "name", "quantity", "price",
                                   "amount", "order", "state");
    for (const LineRow& row : page.rows) {
        text += fmt::format("{:<11}{:<16}{:<24}{:>10}{:>10}{:>12}  {:<20}{}{}\n", toIso(row.day), row.item, row.name, numberText(row.quantity),
                            numberText(row.price), numberText(row.amount), row.order, row.state, row.step.empty() ? "" : " by " + row.step);
    }
    return text + fmt::format("{} of {} lines.\n", page.rows.size(), page.total);
}

std::string toText(const DatabaseTables& tables) {
    std::string text = tables.database + '\n';
    for (const DatabaseTableFacts& table : tables.tables) {
        text += fmt::format("  {}{}{}\n", table.name, table.isView ? ", a view" : "", table.rows < 0 ? "" : fmt::format(", about {} rows", table.rows));
    }
    return text;
}

std::string toText(const LineExportResult& result) {
    return fmt::format("{} lines\n{}\n", result.lines, result.output);
}

}  // namespace foresell
