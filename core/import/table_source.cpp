// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/table_source.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "core/import/sheet_table.h"
#include "core/import/text_normal.h"
#include "core/import/text_table.h"
#include "core/import/wide_table.h"

namespace foresell {

namespace {

constexpr std::size_t headBytes = 4096;

bool endsWithOneOf(std::string_view name, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string readHead(ByteSource& bytes) {
    std::string head(headBytes, '\0');
    std::size_t done = 0;
    while (const std::size_t got = bytes.read(head.data() + done, head.size() - done)) {
        done += got;
        if (done == head.size()) {
            break;
        }
    }
    head.resize(done);
    return head;
}

/// What looks like a spreadsheet by its name and cannot be read as one.
void refuseOthers(const std::string& head, const std::string& name) {
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        throw Error("import.old_workbook", name + " is a workbook of the old kind or locked with a password",
                    "Open it in a spreadsheet, save it as .xlsx without a password and import that.", {{"file", name}});
    }
    const std::string start = asciiLower(trimmed(head.substr(head.starts_with("\xEF\xBB\xBF") ? 3 : 0, 512)));
    if (start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<table") || start.starts_with("<?xml")) {
        throw Error("import.not_a_table", name + " is a web page, whatever its name says",
                    "Open it in a spreadsheet, save it as .xlsx or CSV and import that.", {{"file", name}});
    }
}

void append(TableSources& tables, TableSources more) {
    std::move(more.begin(), more.end(), std::back_inserter(tables));
}

std::unique_ptr<TableSource> textEntry(const std::shared_ptr<const ZipArchive>& archive, const ZipArchive::Entry& entry,
                                       const SheetTable::Facts& facts) {
    TextTable::Facts text;
    text.name = facts.name;
    text.bytes = entry.bytes;
    text.digest = facts.digest;
    return std::make_unique<TextTable>(std::move(text), [archive, &entry] { return archive->open(entry); });
}

/// The tables in a zip archive that is no workbook itself.
TableSources tablesInZip(const std::shared_ptr<const ZipArchive>& archive, const SheetTable::Facts& facts, const ImportOptions& options) {
    TableSources tables;
    for (const ZipArchive::Entry& entry : archive->entries()) {
        const std::string lower = asciiLower(entry.name);
        const std::string plain = lower.substr(lower.rfind('/') + 1);
        if (plain.empty() || plain.starts_with('.') || lower.starts_with("__macosx/")) {
            continue;
        }
        const SheetTable::Facts inner{facts.name + " / " + entry.name, facts.digest};
        if (endsWithOneOf(plain, {".zip", ".gz", ".7z", ".rar"})) {
            throw Error("import.nested_zip", facts.name + " holds another archive, " + entry.name,
                        "Unpack it and import the files in it.", {{"file", facts.name}, {"entry", entry.name}});
        }
        if (endsWithOneOf(plain, {".csv", ".tsv", ".txt"})) {
            tables.push_back(textEntry(archive, entry, inner));
        } else if (endsWithOneOf(plain, {".xlsx", ".ods", ".xlsm"})) {
            const auto packed = ZipArchive::ofBytes(readAll(*archive->open(entry), ZipArchive::largestEntry), inner.name);
            if (const auto workbook = Workbook::open(packed)) {
                append(tables, SheetTable::choose(inner, workbook, options));
            }
        }
    }
    if (tables.empty()) {
        throw Error("import.empty_zip", facts.name + " holds no table", "Choose an archive with CSV, TSV, text, XLSX or ODS files in it.",
                    {{"file", facts.name}});
    }
    return tables;
}

TableSources tablesOf(const std::filesystem::path& path, const ImportOptions& options) {
    TableSources tables;
    if (isStandardInput(path)) {
        tables.push_back(TextTable::ofFile(path));
        return tables;
    }
    const std::string name = path.filename().string();
    const std::string head = readHead(*ByteSource::open(path));
    if (!ZipArchive::isZip(head)) {
        refuseOthers(head, name);
        tables.push_back(TextTable::ofFile(path));
        return tables;
    }
    const auto archive = ZipArchive::ofFile(path);
    const SheetTable::Facts facts{name, [path] { return fileDigest(path); }};
    const auto workbook = Workbook::open(archive);
    return workbook ? SheetTable::choose(facts, workbook, options) : tablesInZip(archive, facts, options);
}

}  // namespace

TableSources openTables(const ImportFiles& files, const ImportOptions& options) {
    TableSources tables;
    for (const auto& file : files) {
        for (auto& table : tablesOf(file, options)) {
            tables.push_back(std::make_unique<WideTable>(std::move(table)));
        }
    }
    return tables;
}

TableSources openText(std::string name, std::string text) {
    TableSources tables;
    tables.push_back(std::make_unique<WideTable>(TextTable::ofText(std::move(name), std::move(text))));
    return tables;
}

}  // namespace foresell
