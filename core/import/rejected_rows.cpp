// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/rejected_rows.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/import/csv_format.h"
#include "core/import/text_table.h"

namespace foresell {

namespace {

constexpr std::int64_t rowsAtOnce = 10'000;

struct Origin {
    ImportRecord record;
    nlohmann::json details;

    std::string delimiter() const { return details.value("delimiter", ","); }
    std::string heading() const {
        std::string line;
        for (const auto& column : details.value("columns", nlohmann::json::array())) {
            line += (line.empty() ? "" : delimiter()) + quotedCell(column.value("name", ""), delimiter().front());
        }
        return line + "\n";
    }
};

Origin originOf(const ProjectReader& project, ImportId import) {
    for (const ImportRecord& record : project.imports()) {
        if (record.id == import) {
            return {record, parseJson(record.details)};
        }
    }
    throw Error("import.no_such_import", "There is no import " + std::to_string(import.value), "foresell-cli info --json lists the imports.");
}

}  // namespace

std::string rejectsAsCsv(const ProjectReader& project, ImportId import) {
    std::string text = originOf(project, import).heading();
    for (std::int64_t offset = 0;; offset += rowsAtOnce) {
        const std::vector<Reject> rejects = project.rejects(import, offset, rowsAtOnce);
        for (const Reject& reject : rejects) {
            text += reject.text + "\n";
        }
        if (std::ssize(rejects) < rowsAtOnce) {
            return text;
        }
    }
}

std::unique_ptr<TableSource> correctedRows(const ProjectReader& project, ImportId import, const std::vector<std::string>& rows,
                                           ImportOptions& options) {
    const Origin origin = originOf(project, import);
    std::string text = origin.heading();
    for (const std::string& row : rows) {
        text += row + "\n";
    }
    options.role = roleFromName(origin.record.source.role);
    options.encoding = Encoding::Utf8;
    options.delimiter = origin.delimiter().front();
    options.headerRow = 1;
    options.isWide = false;
    options.decimal = origin.details.value("decimal", ".").front();
    options.preset = origin.details.value("preset", "");
    options.preset = options.preset.empty() ? "none" : options.preset;
    const std::string dates = origin.details.value("date_format", "");
    options.dateOrder = dates == "month first" ? DateOrder::MonthFirst : DateOrder::DayFirst;
    if (dates.starts_with("days from ")) {
        options.dateSystem = dates == "days from 1904" ? DateSystem::From1904 : DateSystem::From1900;
    }
    for (const auto& column : origin.details.value("columns", nlohmann::json::array())) {
        const std::string field = column.value("field", "");
        if (!field.empty()) {
            options.fields[field] = field == fieldName(Field::Customer) ? "" : column.value("name", "");  // it was not kept
        }
    }
    return TextTable::ofText(origin.record.source.name + " (corrected)", std::move(text));
}

}  // namespace foresell
